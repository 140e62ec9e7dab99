/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-list.h: what the page is made of, top to bottom: its settings, then each section.
 * A row stands for the mapping at a pointer: "" for the settings, "/sections/0/hero" for a section; it goes with it.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_LIST (fr_section_list_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionList, fr_section_list, FR, SECTION_LIST, GtkWidget)

/* Signal "chosen" (FrSectionList *, const char *pointer): another row is selected now. Not where the selected one moves. */

void        fr_section_list_set_session (FrSectionList *self, FrSession *session);
FrSession  *fr_section_list_get_session (FrSectionList *self);         /* NULL: there is none */
/* The pointer of the selected row; NULL without a session. */
const char *fr_section_list_get_chosen  (FrSectionList *self);
/* Selects the row whose mapping holds the value at `pointer`. */
void        fr_section_list_choose      (FrSectionList *self, const char *pointer);

/* One of the actions of fr-entry-row.h, by the chosen row. */
void        fr_section_list_activate    (FrSectionList *self, const char *action);

G_END_DECLS
