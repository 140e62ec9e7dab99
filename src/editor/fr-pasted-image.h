/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-pasted-image.h: a picture on the clipboard: a file that was copied, or a picture itself, of which a file is made. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean fr_pasted_image_is_in       (GdkClipboard *clipboard);
void     fr_pasted_image_read_async  (GdkClipboard *clipboard, GAsyncReadyCallback callback, gpointer data);
/* `is_ours`: the file was made for this, and is the caller's to delete. transfer full */
GFile   *fr_pasted_image_read_finish (GAsyncResult *result, gboolean *is_ours, GError **error);
/* One that was made for it. */
void     fr_pasted_image_delete      (GFile *file);

G_END_DECLS
