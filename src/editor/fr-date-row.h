/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-date-row.h: a day, typed or chosen in a calendar. What is typed stays as it is, a day or not. */
#pragma once

#include "fr-line-row.h"

G_BEGIN_DECLS

#define FR_TYPE_DATE_ROW (fr_date_row_get_type ())
G_DECLARE_FINAL_TYPE (FrDateRow, fr_date_row, FR, DATE_ROW, FrLineRow)

G_END_DECLS
