/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-grid.h: the site's pictures to choose from, newest first, with a search. Only those in sight are drawn. */
#pragma once

#include <gtk/gtk.h>

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_GRID (fr_image_grid_get_type ())
G_DECLARE_FINAL_TYPE (FrImageGrid, fr_image_grid, FR, IMAGE_GRID, GtkBox)

/* Signal "chosen" (FrImageGrid *, const char *path): within the site's folder, "images/a.png". */

GtkWidget *fr_image_grid_new       (void);
/* These of the site; what is searched for and where people are stays if they are the same as before. */
void       fr_image_grid_set_site  (FrImageGrid *self, FrSite *site);
unsigned   fr_image_grid_count     (FrImageGrid *self);  /* that are found */
void       fr_image_grid_focus     (FrImageGrid *self);  /* the search */

G_END_DECLS
