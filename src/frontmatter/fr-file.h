/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-file.h: a file's bytes, read and replaced as a whole. Both block: call them in a thread of their own. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* No homepage comes near it. */
#define FR_FILE_MOST_BYTES ((gsize) 64 << 20)

/* Of a regular file: a pipe or a device, which could be waited for without end, is an error as a folder is, and so is
 * a file that is too large. transfer full; errors of G_IO_ERROR, each with the path in its sentence */
GBytes  *fr_file_read  (const char *path, GError **error);
/* The same, but no more than the first `most` bytes, however large it is. `status`, which may be NULL, is set to what
 * the file was when it was opened. */
GBytes  *fr_file_read_start (const char *path, gsize most, struct stat *status, GError **error);

/* At every moment either the old file or the new one is there, whole: the new one is written beside it, brought
 * to the disk, given the old one's mode and owner, and renamed over it. A symbolic link stays; the file it leads
 * to is replaced. `expected`: what the file should still hold. If it holds something else, nothing is written
 * and the error is G_IO_ERROR_WRONG_ETAG. NULL: whatever is there is replaced. */
gboolean fr_file_write (const char *path, GBytes *bytes, GBytes *expected, GError **error);

G_END_DECLS
