/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-list.h: what the page is made of, top to bottom: its settings, then each section.
 * A row stands for the mapping at a pointer: "" for the settings, "/sections/0/hero" for a section; it goes with it.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-entry-row.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_LIST (fr_section_list_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionList, fr_section_list, FR, SECTION_LIST, GtkWidget)

/* Signals "chosen" (FrSectionList *, const char *pointer): another row is selected now. Not where the selected one moves.
 *         "gone" (FrSectionList *): the selected row is gone; another one is chosen next.
 *         "opened" (FrSectionList *): somebody wants to see more of the selected row.
 * Property "empty" (boolean, read only, with notify): there is no section. */

void        fr_section_list_set_session (FrSectionList *self, FrSession *session);
/* The pointer of the selected row; NULL without a session. */
const char *fr_section_list_get_chosen  (FrSectionList *self);
/* That row itself, which is no entry if it is that of the settings; NULL without a session. */
FrEntryRow *fr_section_list_get_row     (FrSectionList *self);
/* Selects the row whose mapping holds the value at `pointer`. */
void        fr_section_list_choose      (FrSectionList *self, const char *pointer);
/* Selects the row so many further down, or up. FALSE: there is none. */
gboolean    fr_section_list_step        (FrSectionList *self, int rows);
gboolean    fr_section_list_can_step    (FrSectionList *self, int rows);
/* Gives the focus to the selected row. */
void        fr_section_list_focus       (FrSectionList *self);

G_END_DECLS
