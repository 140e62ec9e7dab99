/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-row.h: one row in the list of sections: the kind's icon, the title, what the section holds, how much is found to
 * be wrong there; a section's row has a handle and a menu, too (fr-entry-row.h).
 *
 * What is to be seen of it is there only while it is in sight: a page may have a thousand, which are as high without.
 */
#pragma once

#include "fr-entry-row.h"
#include "fr-kinds.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_ROW (fr_section_row_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionRow, fr_section_row, FR, SECTION_ROW, GtkListBoxRow)

/* `name`: the section's key in its list item; NULL: it has none. The session is not owned. */
GtkWidget  *fr_section_row_new          (FrSession *session, const char *name);
/* The row of the page's settings, which cannot be moved or removed. */
GtkWidget  *fr_section_row_new_settings (FrSession *session);
const char *fr_section_row_get_name     (FrSectionRow *self);
void        fr_section_row_set_title    (FrSectionRow *self, const char *title);
const char *fr_section_row_get_title    (FrSectionRow *self);
void        fr_section_row_set_summary  (FrSectionRow *self, const char *summary);
void        fr_section_row_set_findings (FrSectionRow *self, unsigned count);
/* What people hear of it beside the title: what it holds, what is found. transfer full */
char       *fr_section_row_describe     (FrSectionRow *self);
void        fr_section_row_set_in_sight (FrSectionRow *self, gboolean in_sight);
/* Its number in the list, and that of its item in the page's list of sections. */
void        fr_section_row_set_place    (FrSectionRow *self, int number, unsigned index);
int         fr_section_row_get_number   (FrSectionRow *self);
const char *fr_section_row_get_pointer  (FrSectionRow *self);  /* of its mapping */

G_END_DECLS
