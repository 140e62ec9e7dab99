/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-thumbnails.h: thumbnails for what is in sight now, by a few threads that all windows share. What was asked for last is drawn
 * first, and what is not wanted any more is not drawn: one who scrolls through thousands waits for those where he stops.
 */
#pragma once

#include "fr-thumbnail.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* As fr_thumbnail_get (). */
void       fr_thumbnails_get_async  (const char *path, FrThumbnailSize size, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
/* transfer full */
GdkPixbuf *fr_thumbnails_get_finish (GAsyncResult *result, GError **error);

G_END_DECLS
