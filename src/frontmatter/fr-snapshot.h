/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-snapshot.h: a document as it is at one moment, to be checked and saved while the document goes on.
 *
 * Nothing is saved that has not passed the check: the text, read anew, holds the values that the document shows, and
 * is what the file held with nothing but the edits' own splices made to it.
 */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

typedef struct _FrSnapshot FrSnapshot;

FrSnapshot *fr_snapshot_new       (FrDocument *document);                 /* transfer full */
void        fr_snapshot_free      (FrSnapshot *self);

/* In any thread, and as slow as opening the file. FALSE with an error: it must not be saved. */
gboolean    fr_snapshot_check     (const FrSnapshot *self, GError **error);
GBytes     *fr_snapshot_get_bytes (const FrSnapshot *self);               /* transfer none */
/* What the file held when it was opened or saved last. transfer none */
GBytes     *fr_snapshot_get_saved (const FrSnapshot *self);

/* The file holds this now: "modified" compares with it from here on. */
void        fr_document_mark_saved (FrDocument *document, const FrSnapshot *snapshot);
/* The same, of what somebody else has written. */
void        fr_document_set_saved  (FrDocument *document, GBytes *bytes);
GBytes     *fr_document_get_saved  (FrDocument *document);                /* transfer full */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrSnapshot, fr_snapshot_free)

G_END_DECLS
