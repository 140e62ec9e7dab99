/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-file.h: a file's bytes, read and replaced as a whole. Both block: call them in a thread of their own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* transfer full; errors of G_FILE_ERROR */
GBytes  *fr_file_read  (const char *path, GError **error);

/* At every moment either the old file or the new one is there, whole: the new one is written beside it, brought
 * to the disk, given the old one's mode and owner, and renamed over it. A symbolic link stays; the file it leads
 * to is replaced. `expected`: what the file should still hold. If it holds something else, nothing is written
 * and the error is G_IO_ERROR_WRONG_ETAG. NULL: whatever is there is replaced. */
gboolean fr_file_write (const char *path, GBytes *bytes, GBytes *expected, GError **error);

G_END_DECLS
