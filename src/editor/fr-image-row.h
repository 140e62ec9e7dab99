/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-row.h: the address of an image of the site, with a button to choose it. */
#pragma once

#include "fr-line-row.h"

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_ROW (fr_image_row_get_type ())
G_DECLARE_FINAL_TYPE (FrImageRow, fr_image_row, FR, IMAGE_ROW, FrLineRow)

G_END_DECLS
