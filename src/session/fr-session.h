/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-session.h: an open homepage without a screen: its file, its document, the site around it, the page that is drawn of
 * it and what is wrong with it. It opens and saves; windows show it, and several may show the same one.
 *
 * Edits are made to the document. Page and findings follow them before anybody hears of the change.
 */
#pragma once

#include "fr-document.h"
#include "fr-findings.h"
#include "fr-merge.h"
#include "fr-page.h"
#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_SESSION (fr_session_get_type ())
G_DECLARE_FINAL_TYPE (FrSession, fr_session, FR, SESSION, GObject)

/* Signals "changed" (FrSession *self, GPtrArray *changes): after each edit, undo and redo, what it did (fr-change.h).
 *         "site-changed" (FrSession *self): the site around it is another one; the page is drawn again.
 *         "conflicts" (FrSession *self): there are others to be answered.
 *         "source-changed" (FrSession *self): the source, or whether it can be read, is another without a change.
 * Properties (all read only, with notify): "modified", "can-undo", "can-redo", "saving", "unreadable" (boolean), "trouble"
 * (string). */

/* Reads the homepage in a site's folder, or another file, and what of its site is there at once, in a thread. The main
 * thread's, as all of this. */
void          fr_session_open_async   (GFile *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* The session of this file, which may be open already, by whichever path it is reached. NULL with an error whose sentence
 * says what is wrong and what to do; it may have a place (fr_error_get_place ()). transfer full */
FrSession    *fr_session_open_finish  (GAsyncResult *result, GError **error);

/* Nothing of these is the caller's. */
GFile        *fr_session_get_file     (FrSession *self);  /* as it was opened first; never a folder */
FrDocument   *fr_session_get_document (FrSession *self);
FrSite       *fr_session_get_site     (FrSession *self);
FrPage       *fr_session_get_page     (FrSession *self);
FrFindings   *fr_session_get_findings (FrSession *self);

/* What people call it: the site's title, else the name of its folder. "site-changed" may change it. transfer full */
char         *fr_session_get_name     (FrSession *self);
/* There is no _config.yml in its folder or above: header, footer, colours and pictures may be missing. A sandbox lets no more
 * be seen of a file that was chosen by itself. "site-changed" may change it. */
gboolean      fr_session_is_lone      (FrSession *self);

/* Someone types: the value at `pointer` becomes this text (fr_document_set_string ()). One undo takes back a word, or what
 * was typed without a pause. */
gboolean      fr_session_type_text    (FrSession *self, const char *pointer, const char *text, GError **error);

/* The file's text, as somebody types it: it is the document's as soon as it can be read. Until then it stands beside the
 * document, which stays as it was: nothing is saved, and all of it comes back by undo. */
void          fr_session_type_source  (FrSession *self, GBytes *text);
/* transfer full */
GBytes       *fr_session_get_source   (FrSession *self);
/* Why it cannot be read, with its place; NULL: it can. transfer none */
const GError *fr_session_get_unreadable (FrSession *self);
/* What is being read is read before this returns. */
void          fr_session_settle       (FrSession *self);
/* What cannot be read is undone as a whole. */
void          fr_session_take_back_source (FrSession *self);

/* One history of the document and of what is typed in the source. FALSE: there is nothing. */
gboolean      fr_session_undo         (FrSession *self);
gboolean      fr_session_redo         (FrSession *self);
/* Whether the next one is of what is typed in the source, and not of the document. */
gboolean      fr_session_steps_in_source (FrSession *self, gboolean forwards);

gboolean      fr_session_is_modified  (FrSession *self);
gboolean      fr_session_is_saving    (FrSession *self);
/* Why nothing can be edited any more (fr_document_get_fault ()); NULL: all is well. */
const char   *fr_session_get_fault    (FrSession *self);

/* Checks the text and writes the file, in a thread; editing goes on meanwhile. What another program has written into the file
 * since is put together with it; where that leaves something to be answered or cannot be, the error is
 * G_IO_ERROR_WRONG_ETAG, and where the file is gone, G_IO_ERROR_NOT_FOUND, unless it is to be written over such changes, as they
 * were seen then. One at a time: a second one while it is saving fails with G_IO_ERROR_PENDING. FALSE: the file is as it was,
 * and what is unsaved stays unsaved. */
void          fr_session_save_async   (FrSession *self, gboolean over_changes, GAsyncReadyCallback callback, gpointer data);
gboolean      fr_session_save_finish  (FrSession *self, GAsyncResult *result, GError **error);

/* What is unsaved is on the disk in FR_DRAFT_DELAY all the same, and is offered to whoever opens the file after a program that
 * came to no good end. What is left of such a one: a line for each change that the file has not; NULL: nothing. transfer full */
GStrv         fr_session_list_draft    (FrSession *self);
gint64        fr_session_get_draft_time (FrSession *self);  /* seconds since 1970 */
/* It is unsaved here then, with all that could be undone, put together with what the file holds now. */
void          fr_session_restore_draft (FrSession *self);
void          fr_session_discard_draft (FrSession *self);
/* What is unsaved here is not wanted any more. */
void          fr_session_forget_unsaved (FrSession *self);
/* Waits until what is unsaved in all sessions is on the disk. */
void          fr_sessions_keep_drafts  (void);

/* A picture was copied into the site for this session, as fr_site_import_image () has it: it goes again at the end if nothing uses
 * it then. What was not copied is not remembered. */
void          fr_session_remember_copy (FrSession *self, const char *address, const FrFileState *state);

/* What others write into the file comes in by itself: as a whole where nothing is unsaved, else put together with what is, value
 * by value. What both have changed has to be answered: FrConflict; NULL: nothing. transfer none */
const GPtrArray *fr_session_get_conflicts (FrSession *self);
/* One answer for each, whether it is mine; the list is gone then. */
void          fr_session_answer_conflicts (FrSession *self, const gboolean *mine);
/* A sentence about the file on the disk: it is gone, or holds what cannot be read or put together with what is here; NULL: all
 * is well. transfer none */
const char   *fr_session_get_trouble   (FrSession *self);
/* Has a look at the file, as it has by itself where the system tells of changes. */
void          fr_session_look_at_file  (FrSession *self);

/* Writes the text as it is into another file: unchecked, so that it can be had whatever has happened. It counts as
 * unsaved as before, unless that file is the session's own. */
void          fr_session_save_copy_async  (FrSession *self, GFile *copy, GAsyncReadyCallback callback, gpointer data);
gboolean      fr_session_save_copy_finish (FrSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
