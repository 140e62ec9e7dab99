/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-row.h: a picture: what it is, a button to choose another one, and its address below. What is pasted or dropped here is
 * taken, too.
 */
#pragma once

#include "fr-line-row.h"

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_ROW (fr_image_row_get_type ())
G_DECLARE_FINAL_TYPE (FrImageRow, fr_image_row, FR, IMAGE_ROW, FrLineRow)

/* A picture from outside, which is asked about where that is needed (fr-image-dialog.h). */
void fr_image_row_take_file (FrImageRow *self, GFile *file);

G_END_DECLS
