/* fr-file.h: a file's bytes, read and replaced as a whole. Both block: call them in a thread of their own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* transfer full; errors of G_FILE_ERROR */
GBytes  *fr_file_read  (const char *path, GError **error);
/* The file holds the old bytes or the new ones at every moment, even if the power fails. Symbolic links are
 * followed, permissions kept. */
gboolean fr_file_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
