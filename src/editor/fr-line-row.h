/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-line-row.h: a text of one line, an address, or an image of the site with a button to choose it. */
#pragma once

#include "fr-field-row.h"

G_BEGIN_DECLS

#define FR_TYPE_LINE_ROW (fr_line_row_get_type ())
G_DECLARE_FINAL_TYPE (FrLineRow, fr_line_row, FR, LINE_ROW, FrFieldRow)

G_END_DECLS
