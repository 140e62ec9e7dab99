/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-bar.h: the buttons below the list of sections: add one, and what can be done with the chosen one. */
#pragma once

#include "fr-section-list.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_BAR (fr_section_bar_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionBar, fr_section_bar, FR, SECTION_BAR, GtkWidget)

/* Once: the bar is this list's, which is not owned. */
void fr_section_bar_set_list (FrSectionBar *self, FrSectionList *list);

G_END_DECLS
