/* fr-section-row.h: one line in the list of sections. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FR_TYPE_SECTION_ROW (fr_section_row_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionRow, fr_section_row, FR, SECTION_ROW, GtkListBoxRow)

GtkWidget  *fr_section_row_new         (void);
const char *fr_section_row_get_pointer (FrSectionRow *self);
void        fr_section_row_set         (FrSectionRow *self, const char *pointer, const char *title);

G_END_DECLS
