/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-session-private.h: what the parts of a session share. fr-session.c follows document and site, fr-session-open.c
 * reads and knows which files are open, fr-session-save.c writes, fr-session-draft.c keeps what is unsaved and brings back
 * what was left, fr-session-outside.c follows what others write into the file, fr-session-source.c takes the file's text as
 * somebody types it, fr-session-copies.c takes away pictures that are not used in the end.
 */
#pragma once

#include <sys/types.h>

#include "fr-draft.h"
#include "fr-session.h"
#include "fr-site-watch.h"
#include "fr-typed.h"
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
  FrTyped     *typed;      /* the file's text, where the document has another one or had; NULL: it has the same */
  GError      *unreadable; /* why the document has not got it; NULL: it is not read yet, or there is nothing to be read */
  GCancellable *reading;   /* of a thread that reads it; NULL: none does */
  gboolean     could_undo, could_redo, was_modified, was_unreadable;  /* as last told */
  gboolean     saving;
  FrDraft     *draft;
  FrLeftDraft *left;       /* of an earlier run; NULL: none, or it was answered */

  GFileMonitor *monitor;
  unsigned     look_soon;  /* source; 0: none */
  gboolean     looking, look_again;
  GBytes      *seen;       /* what the file held when somebody looked at it last; NULL: it could not be read */
  GTask       *waiting;    /* a save that found the file changed, until that is put together with it; NULL: none */
  char        *trouble;    /* with the file on the disk; NULL: none */
  GPtrArray   *conflicts;  /* of FrConflict, not answered yet */

  GPtrArray   *copies;     /* of pictures that were made for it, as fr-session-copies.c has them; NULL: none */
  gboolean     gave_up;    /* what is unsaved is not wanted */
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
  FrLeftDraft *left;
} FrLoaded;

void       fr_loaded_free       (FrLoaded *loaded);
/* Takes what is in `loaded`. */
FrSession *fr_session_new       (FrLoaded *loaded);
void       fr_session_set_saving (FrSession *self, gboolean saving);

/* Blocks. What is not there has the path that it was given. transfer full */
char      *fr_real_path         (const char *path);

/* fr-session.c */
void       fr_session_set_trouble (FrSession *self, const char *sentence);
/* More of them. Takes the list. */
void       fr_session_add_conflicts (FrSession *self, GPtrArray *conflicts);

/* What is typed in the source makes other properties of them than the document has. */
void       fr_session_notify_typed (FrSession *self);

/* fr-session-source.c: it is forgotten, and nobody is told. */
void       fr_session_drop_typed  (FrSession *self);
/* What was typed in the source of a document that had the text `base`. */
void       fr_session_bring_typed (FrSession *self, GBytes *base, GBytes *text);

/* fr-session-outside.c */
void       fr_session_watch_file  (FrSession *self);
void       fr_session_unwatch_file (FrSession *self);

/* fr-session-save.c: what waits writes, or fails if there is something to be answered first. */
void       fr_session_go_on_saving (FrSession *self);

/* fr-session-copies.c: at the end, when it is not one of those that are open any more. */
void       fr_session_drop_copies (FrSession *self);

/* fr-session-open.c: the list of those that are open. */
void       fr_session_enlist    (FrSession *self);
void       fr_session_delist    (FrSession *self);
void       fr_session_for_each  (void (*what) (FrSession *session, gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLoaded, fr_loaded_free)

G_END_DECLS
