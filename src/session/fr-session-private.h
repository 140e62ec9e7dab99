/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-session-private.h: what the parts of a session share. fr-session.c follows document and site, fr-session-open.c
 * reads and knows which files are open, fr-session-save.c writes.
 */
#pragma once

#include <sys/types.h>

#include "fr-session.h"
#include "fr-site-watch.h"
#include "fr-typing.h"

G_BEGIN_DECLS

struct _FrSession
{
  GObject      parent_instance;

  GFile       *file;
  char        *real_path;  /* of the file, symbolic links resolved */
  FrDocument  *document;
  FrSiteWatch *watch;
  FrSite      *site;       /* as page and findings know it */
  FrPage      *page;
  FrFindings  *findings;
  FrTyping     typing;
  gboolean     saving;
};

/* What was read in a thread. */
typedef struct
{
  GFile      *file;
  char       *real_path;
  dev_t       device;
  ino_t       inode;
  FrDocument *document;
  FrSite     *site;       /* quick */
  FrPage     *page;
  FrFindings *findings;
} FrLoaded;

void       fr_loaded_free       (FrLoaded *loaded);
/* Takes what is in `loaded`. */
FrSession *fr_session_new       (FrLoaded *loaded);
void       fr_session_set_saving (FrSession *self, gboolean saving);

/* Blocks. What is not there has the path that it was given. transfer full */
char      *fr_real_path         (const char *path);

/* fr-session-open.c: the list of those that are open. */
void       fr_session_enlist    (FrSession *self);
void       fr_session_delist    (FrSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLoaded, fr_loaded_free)

G_END_DECLS
