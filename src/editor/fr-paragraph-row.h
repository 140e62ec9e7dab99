/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-paragraph-row.h: a text of several lines. */
#pragma once

#include "fr-field-row.h"

G_BEGIN_DECLS

#define FR_TYPE_PARAGRAPH_ROW (fr_paragraph_row_get_type ())
G_DECLARE_FINAL_TYPE (FrParagraphRow, fr_paragraph_row, FR, PARAGRAPH_ROW, FrFieldRow)

G_END_DECLS
