/* fr-save.h: fr_file_write () in a thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     fr_save_async  (GFile *file, GBytes *bytes, GBytes *expected, GAsyncReadyCallback callback, gpointer data);
gboolean fr_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
