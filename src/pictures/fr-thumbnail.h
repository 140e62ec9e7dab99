/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-thumbnail.h: a picture's file in small, kept where all programs of the desktop keep theirs (the thumbnail standard of
 * freedesktop.org): what a file manager has drawn is not drawn again, and the other way round. So is kept that one cannot be drawn.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* Pixels, each way at most. */
typedef enum { FR_THUMBNAIL_NORMAL = 128, FR_THUMBNAIL_LARGE = 256 } FrThumbnailSize;

/* Blocks. `path` is absolute. NULL with an error as fr_picture_copy () has it. transfer full */
GdkPixbuf *fr_thumbnail_get (const char *path, FrThumbnailSize size, GError **error);

G_END_DECLS
