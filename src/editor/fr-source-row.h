/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-source-row.h: what the program has no fields for, as it stands in the file. It is a part of a form (fr-form-part.h). */
#pragma once

#include <adwaita.h>

#include "fr-kinds.h"
#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_SOURCE_ROW (fr_source_row_get_type ())
G_DECLARE_FINAL_TYPE (FrSourceRow, fr_source_row, FR, SOURCE_ROW, AdwPreferencesRow)

/* With `fields`: the entries of the mapping at `pointer` that are none of them, each with a button to remove it; not shown
 * while there are none. Without: all of the value. floating */
GtkWidget *fr_source_row_new (const FrField *fields, FrSession *session, const char *pointer);

G_END_DECLS
