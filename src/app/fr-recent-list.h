/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-recent-list.h: the sites that were open, to be opened again or forgotten; the same in a menu. What is not there any
 * more says so. Unseen where there are none.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FR_TYPE_RECENT_LIST (fr_recent_list_get_type ())
G_DECLARE_FINAL_TYPE (FrRecentList, fr_recent_list, FR, RECENT_LIST, AdwBin)

/* Property "menu" (GMenu, construct only): holds an item for each, which activates "app.open-recent" with its URI. */

void fr_recent_list_set_settings (FrRecentList *self, GSettings *settings);

G_END_DECLS
