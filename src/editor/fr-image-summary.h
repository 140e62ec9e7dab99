/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-summary.h: the picture of a field: in small, how large it is, whether that is enough for where the page draws it, or what
 * there is instead; and the button to choose another one ("image.choose").
 */
#pragma once

#include "fr-kinds.h"
#include "fr-site.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_SUMMARY (fr_image_summary_get_type ())
G_DECLARE_FINAL_TYPE (FrImageSummary, fr_image_summary, FR, IMAGE_SUMMARY, GtkBox)

/* An address as the field has it; `field` says where the picture is drawn. */
void fr_image_summary_show         (FrImageSummary *self, FrSite *site, const FrField *field, const char *address);
void fr_image_summary_set_editable (FrImageSummary *self, gboolean editable);

G_END_DECLS
