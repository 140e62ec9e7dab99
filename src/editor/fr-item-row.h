/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-item-row.h: one item of a list, "Highlight: Industry Partners"; it opens to show its fields, and says while it
 * is closed that something is wrong in it. It is a part of a form (fr-form-part.h), but follows the list that it is in.
 */
#pragma once

#include <adwaita.h>

#include "fr-field-row.h"

G_BEGIN_DECLS

#define FR_TYPE_ITEM_ROW (fr_item_row_get_type ())
G_DECLARE_FINAL_TYPE (FrItemRow, fr_item_row, FR, ITEM_ROW, AdwExpanderRow)

/* An item of the list that `field` is about. The session is not owned. */
GtkWidget  *fr_item_row_new         (const FrField *field, FrSession *session, const char *pointer);
const char *fr_item_row_get_pointer (FrItemRow *self);               /* NULL: it is gone */
/* The item is at `pointer` now; NULL: it is gone. */
void        fr_item_row_follow      (FrItemRow *self, const char *pointer, const GPtrArray *changes);

/* Where in its list it stands. TRUE: it stood elsewhere. */
gboolean    fr_item_row_set_index   (FrItemRow *self, int index);
int         fr_item_row_get_index   (FrItemRow *self);

G_END_DECLS
