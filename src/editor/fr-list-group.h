/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-list-group.h: a list of the document as a group of rows, one an item, that open. Its rows come, go and move with the
 * items; what is open or has the focus stays so. It is a part of a form (fr-form-part.h).
 */
#pragma once

#include <adwaita.h>

#include "fr-item-row.h"

G_BEGIN_DECLS

#define FR_TYPE_LIST_GROUP (fr_list_group_get_type ())
G_DECLARE_FINAL_TYPE (FrListGroup, fr_list_group, FR, LIST_GROUP, AdwPreferencesGroup)

GtkWidget *fr_list_group_new (const FrField *field, FrSession *session, const char *pointer);

G_END_DECLS
