/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-row.h: one line in the list of sections. */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_ROW (fr_section_row_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionRow, fr_section_row, FR, SECTION_ROW, GtkListBoxRow)

/* `name`: the section's key in its list item; NULL: it has none. The session is not owned; NULL: the row is no section's. */
GtkWidget  *fr_section_row_new         (const char *name, FrSession *session);
const char *fr_section_row_get_name    (FrSectionRow *self);
void        fr_section_row_set_title   (FrSectionRow *self, const char *title);
/* Its number in the list, and the pointer of its mapping. */
void        fr_section_row_set_place   (FrSectionRow *self, int number, const char *pointer);
int         fr_section_row_get_number  (FrSectionRow *self);
const char *fr_section_row_get_pointer (FrSectionRow *self);

G_END_DECLS
