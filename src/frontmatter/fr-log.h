/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-log.h: what was done in a document, step by step, to be kept outside of the program and done again by another one: with
 * every undo and redo, and the way back.
 *
 * A document has a line of steps and a place in it: before that are those that can be undone, behind it those that can be
 * redone. What is new since the last time is where the line differs, and where the place is.
 */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

typedef struct _FrLog FrLog;

FrLog    *fr_log_new  (void);
void      fr_log_free (FrLog *self);
/* What was done since the last call; NULL: nothing. transfer full */
GVariant *fr_log_take (FrLog *self, FrDocument *document);

/* Does it in a document that is as the one was before; the first time, one of fr_log_get_start (). FALSE: it cannot be
 * done, and the document is neither as before nor as after. */
gboolean  fr_log_replay (FrDocument *document, GVariant *done);
/* The text before the first step. transfer full */
GBytes   *fr_log_get_start (FrDocument *document);

/* The document becomes as the other one is, with all that can be undone and redone; the other one is of no use after that.
 * What the file holds stays as it was. Listeners are told in what the values differ. */
void      fr_document_become (FrDocument *self, FrDocument *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLog, fr_log_free)

G_END_DECLS
