/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-address-row.h: where a link leads. What could be meant is offered while one types; below stands what the address leads to. */
#pragma once

#include "fr-line-row.h"

G_BEGIN_DECLS

#define FR_TYPE_ADDRESS_ROW (fr_address_row_get_type ())
G_DECLARE_FINAL_TYPE (FrAddressRow, fr_address_row, FR, ADDRESS_ROW, FrLineRow)

G_END_DECLS
