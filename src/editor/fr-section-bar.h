/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-bar.h: the buttons below the list of sections: add one, and what can be done with the chosen one. */
#pragma once

#include "fr-section-list.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_BAR (fr_section_bar_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionBar, fr_section_bar, FR, SECTION_BAR, GtkWidget)

/* The bar of this list, which has this session now. Neither is owned; a session of NULL: there is none. */
void fr_section_bar_set_list (FrSectionBar *self, FrSectionList *list, FrSession *session);

G_END_DECLS
