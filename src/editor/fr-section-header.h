/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-header.h: what stands above the form of a section: the way back, its title, the section before and behind it, and
 * the menu that its row has.
 */
#pragma once

#include "fr-section-list.h"

G_BEGIN_DECLS

#define FR_TYPE_SECTION_HEADER (fr_section_header_get_type ())
G_DECLARE_FINAL_TYPE (FrSectionHeader, fr_section_header, FR, SECTION_HEADER, GtkWidget)

/* Its buttons call "pane.back", "pane.previous" and "pane.next". */

/* It is about what is chosen in this list, which lives longer. */
void fr_section_header_set_list (FrSectionHeader *self, FrSectionList *list);
/* That, or what it is called, may be another one now. */
void fr_section_header_update   (FrSectionHeader *self);

G_END_DECLS
