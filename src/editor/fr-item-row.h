/* fr-item-row.h: one item of a list, "Highlight: Industry Partners"; it opens to show its fields. */
#pragma once

#include <adwaita.h>

#include "fr-document.h"

G_BEGIN_DECLS

#define FR_TYPE_ITEM_ROW (fr_item_row_get_type ())
G_DECLARE_FINAL_TYPE (FrItemRow, fr_item_row, FR, ITEM_ROW, AdwExpanderRow)

/* The document is not owned; `label` is static and untranslated. */
GtkWidget  *fr_item_row_new         (const char *label, FrDocument *document, const char *pointer);
const char *fr_item_row_get_pointer (FrItemRow *self);
void        fr_item_row_refresh     (FrItemRow *self);

G_END_DECLS
