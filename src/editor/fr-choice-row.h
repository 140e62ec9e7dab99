/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-choice-row.h: one of a few values, each with a small picture of what it does. What the page takes where nothing is
 * chosen is shown as chosen; a value in the file that is none of them stands at the end. */
#pragma once

#include "fr-field-row.h"

G_BEGIN_DECLS

#define FR_TYPE_CHOICE_ROW (fr_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (FrChoiceRow, fr_choice_row, FR, CHOICE_ROW, FrFieldRow)

G_END_DECLS
