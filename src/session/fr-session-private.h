/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-session-private.h: what the parts of a session share. fr-session.c follows document and site, fr-session-open.c
 * reads and knows which files are open, fr-session-save.c writes.
 */
#pragma once

#include <sys/stat.h>

#include "fr-session.h"
#include "fr-site-watch.h"

G_BEGIN_DECLS

/* What makes two paths the same file. */
typedef struct
{
  char *path;   /* with symbolic links resolved */
  dev_t device;
  ino_t inode;
} FrFileId;

struct _FrSession
{
  GObject      parent_instance;

  GFile       *file;
  FrFileId     id;
  FrDocument  *document;
  FrSiteWatch *watch;
  FrSite      *site;      /* as page and findings know it */
  FrPage      *page;
  FrFindings  *findings;
  gboolean     saving;
};

/* What was read in a thread. */
typedef struct
{
  GFile      *file;
  FrFileId    id;
  FrDocument *document;
  FrSite     *site;       /* quick */
  FrPage     *page;
  FrFindings *findings;
} FrLoaded;

void       fr_loaded_free       (FrLoaded *loaded);
/* Takes what is in `loaded`. */
FrSession *fr_session_new       (FrLoaded *loaded);
void       fr_session_set_saving (FrSession *self, gboolean saving);

/* Blocks. What is not there has a path alone. */
FrFileId   fr_file_id_read      (const char *path);
void       fr_file_id_clear     (FrFileId *id);

/* fr-session-open.c: the list of those that are open. */
void       fr_session_enlist    (FrSession *self);
void       fr_session_delist    (FrSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLoaded, fr_loaded_free)

G_END_DECLS
