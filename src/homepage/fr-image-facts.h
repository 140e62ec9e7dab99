/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-facts.h: what is to be said of a picture in a field: how large it is, and whether that is right for where the page
 * draws it.
 */
#pragma once

#include "fr-kinds.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;           /* of the file */
  unsigned    width, height;  /* pixels, as it is shown; 0: not known */
  gint64      bytes;
} FrImage;

/* "1600 × 1067 pixels, 240 kB". transfer full */
char     *fr_image_describe_size  (const FrImage *image);
/* Whether it is sharp there, a sentence; `is_bad`: it is not. NULL: nothing can be said. transfer full */
char     *fr_image_describe_sharpness (const FrImage *image, const FrField *field, gboolean *is_bad);
/* TRUE: it is far larger than the page ever draws it, or heavier than visitors should wait for, and can be made smaller: to this size,
 * which is its own where only its weight is too much. */
gboolean  fr_image_wants_smaller  (const FrImage *image, const FrField *field, unsigned *width, unsigned *height);

G_END_DECLS
