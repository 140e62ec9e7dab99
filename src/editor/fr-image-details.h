/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-details.h: the picture that was chosen, before it is taken: how large it is, whether it should be made smaller, and what it
 * shows, in words. An alternative text that says nothing is told of once, and taken if people insist.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-image-facts.h"

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_DETAILS (fr_image_details_get_type ())
G_DECLARE_FINAL_TYPE (FrImageDetails, fr_image_details, FR, IMAGE_DETAILS, GtkBox)

/* Signal "changed" (FrImageDetails *): another alternative text is there. */

typedef struct
{
  const char    *path;           /* of its file */
  gint64         modified;
  FrImage        image;
  const FrField *field;          /* that it is for */
  gboolean       is_outside;     /* it can be made smaller on its way in */
  const char    *alt;            /* what is there now; NULL: the field has none */
} FrImageOffer;

GtkWidget  *fr_image_details_new         (void);
void        fr_image_details_show        (FrImageDetails *self, const FrImageOffer *offer);
/* Whether there is anything to be asked. */
gboolean    fr_image_offer_asks          (const FrImageOffer *offer);
/* FALSE: something is to be said of it first, which is said now. */
gboolean    fr_image_details_settle      (FrImageDetails *self);
const char *fr_image_details_get_alt     (FrImageDetails *self);  /* NULL: the field has none */
/* FALSE: it is to come in as it is. */
gboolean    fr_image_details_get_smaller (FrImageDetails *self, unsigned *width, unsigned *height);

G_END_DECLS
