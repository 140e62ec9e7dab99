/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-typed.h: the file's text as somebody types it, as long as the document cannot have it: with the way back to where it
 * began, and forth again.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FrTyped FrTyped;

/* Begins with what the document has. */
FrTyped *fr_typed_new      (GBytes *base);
void     fr_typed_free     (FrTyped *self);
/* transfer none, as long as nothing is changed */
GBytes  *fr_typed_get_base (FrTyped *self);
GBytes  *fr_typed_get_text (FrTyped *self);
/* `goes_on`: one undo takes it back together with what was typed before. */
void     fr_typed_set_text (FrTyped *self, GBytes *text, gboolean goes_on);
gboolean fr_typed_can_undo (FrTyped *self);
gboolean fr_typed_can_redo (FrTyped *self);
void     fr_typed_undo     (FrTyped *self);
void     fr_typed_redo     (FrTyped *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrTyped, fr_typed_free)

G_END_DECLS
