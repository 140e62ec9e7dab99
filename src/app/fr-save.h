/* fr-save.h: writing a file so that at every moment either the old or the new one is there, whole.
 * The new one is written beside it, brought to the disk, given the old one's mode and owner, and renamed
 * over it. A symbolic link stays; the file it leads to is replaced.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* `expected`: what the file should still hold. If it holds something else, nothing is written and the error
 * is G_IO_ERROR_WRONG_ETAG. NULL: whatever is there is replaced. */
void     fr_save_async  (GFile *file, GBytes *bytes, GBytes *expected, GAsyncReadyCallback callback, gpointer data);
gboolean fr_save_finish (GAsyncResult *result, GError **error);

/* The same at once; for fr_save_async () and tests. */
gboolean fr_save_sync   (const char *path, GBytes *bytes, GBytes *expected, GError **error);

G_END_DECLS
