/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-thumbnail-view.h: a picture's file in small (fr-thumbnails.h), drawn when it is in sight; an icon until then, and for what
 * cannot be drawn.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FR_TYPE_THUMBNAIL_VIEW (fr_thumbnail_view_get_type ())
G_DECLARE_FINAL_TYPE (FrThumbnailView, fr_thumbnail_view, FR, THUMBNAIL_VIEW, AdwBin)

GtkWidget *fr_thumbnail_view_new  (void);
/* The file as it was at `modified`, whatever that counts; NULL: there is none, and the icon says what there is. */
void       fr_thumbnail_view_show (FrThumbnailView *self, const char *path, gint64 modified, const char *icon_name);

G_END_DECLS
