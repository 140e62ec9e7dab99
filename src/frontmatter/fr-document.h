/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-document.h: a text with YAML in it that is changed in place.
 *
 * The text is the single source of truth. An edit is one splice of bytes; its inverse goes on the undo
 * stack. After every edit the part of the text that was touched is parsed again and held against what was
 * intended; an edit that would do anything else is taken back and reported, and the document is as it was.
 */
#pragma once

#include <gio/gio.h>

#include "fr-change.h"
#include "fr-error.h"
#include "fr-node.h"

G_BEGIN_DECLS

#define FR_TYPE_DOCUMENT (fr_document_get_type ())
G_DECLARE_FINAL_TYPE (FrDocument, fr_document, FR, DOCUMENT, GObject)

typedef enum
{
  FR_FORMAT_FRONT_MATTER,  /* YAML between Jekyll's fences, then the page's body */
  FR_FORMAT_YAML,          /* the whole text */
} FrFormat;

/* Signal "changed" (FrDocument *self, GPtrArray *changes): after each edit, undo and redo: what it did, as a list of
 * FrChange. Nodes taken before are gone.
 * Properties "can-undo", "can-redo", "modified" (all boolean, read only, with notify). */

FrFormat      fr_document_format_for     (const char *file_name);
FrDocument   *fr_document_new            (GBytes *bytes, FrFormat format, GError **error);
FrFormat      fr_document_get_format     (FrDocument *self);
GBytes       *fr_document_get_bytes      (FrDocument *self);          /* transfer full: a snapshot */
const char   *fr_document_get_text       (FrDocument *self);          /* the same, until the next change */
const FrNode *fr_document_get_root       (FrDocument *self);          /* an empty front matter: a null node */
const FrNode *fr_document_get            (FrDocument *self, const char *pointer);
FrPlace       fr_document_get_place      (FrDocument *self, gsize offset);
/* The pointer of the value that is written at these bytes, or last before them; "" before the first one. transfer full */
char         *fr_document_get_pointer    (FrDocument *self, gsize offset);

/* NULL, unless a promise of the document's own was broken: text and tree may say different things. Then the tree is empty,
 * every edit fails with FR_ERROR_FAULT, and the text is to be saved elsewhere. transfer none */
const char   *fr_document_get_fault      (FrDocument *self);

/* NULL where the value at `pointer` can be changed; else a sentence that says why not. */
char         *fr_document_why_read_only  (FrDocument *self, const char *pointer);

/* The value at `pointer` becomes this string, added to its mapping where it is missing (and the mapping to
 * its own, if that is missing). An edit of the same pointer right after another one, with no
 * fr_document_end_group () between, is undone together with it. */
gboolean      fr_document_set_string     (FrDocument *self, const char *pointer, const char *text, GError **error);

/* The same with a value as JSON text, and without joining the edit before. */
gboolean      fr_document_set_json       (FrDocument *self, const char *pointer, const char *json, GError **error);

/* The whole file becomes this text, the body behind the front matter, too; one that cannot be opened is refused as it is there.
 * Listeners are told in what the values differ. As with fr_document_set_string (), one right after another is undone with it. */
gboolean      fr_document_set_text       (FrDocument *self, GBytes *bytes, GError **error);
/* The same with a document that was made of the text, in any thread; it is of no use any more. */
gboolean      fr_document_set_read       (FrDocument *self, FrDocument *read, GError **error);

/* RFC 6902, one operation, one undo step; add() makes the collections that are missing on the way. */
gboolean      fr_document_add            (FrDocument *self, const char *pointer, const char *json, GError **error);
gboolean      fr_document_remove         (FrDocument *self, const char *pointer, GError **error);
gboolean      fr_document_move           (FrDocument *self, const char *from, const char *pointer, GError **error);
gboolean      fr_document_copy           (FrDocument *self, const char *from, const char *pointer, GError **error);

/* A whole JSON Patch: all of its operations, as one undo step, or none. */
gboolean      fr_document_patch          (FrDocument *self, const char *json, GError **error);

void          fr_document_end_group      (FrDocument *self);
gboolean      fr_document_undo           (FrDocument *self);
gboolean      fr_document_redo           (FrDocument *self);
/* What the next undo takes back, and what the next redo does again: FrChange, as they were made; NULL: nothing. */
const GPtrArray *fr_document_get_undo    (FrDocument *self);
const GPtrArray *fr_document_get_redo    (FrDocument *self);

/* Saving: fr-snapshot.h. */
gboolean      fr_document_is_modified    (FrDocument *self);

G_END_DECLS
