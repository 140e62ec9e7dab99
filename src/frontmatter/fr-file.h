/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-file.h: a file's bytes, read and replaced as a whole, and held meanwhile against whoever else does the same. All of it
 * blocks: call it in a thread of its own.
 *
 * At every moment either the old file or the new one is there, whole. The new one is written beside it, brought to the
 * disk, given all that the old one had (mode, owner, extended attributes), and renamed over it. Where that cannot be, or
 * other names lead to the same file, it is rewritten in place, from a record of old and new text in the state folder by
 * which the next reader ends what was cut short. A symbolic link stays; the file it leads to is replaced.
 */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* No homepage comes near it. */
#define FR_FILE_MOST_BYTES ((gsize) 64 << 20)

/* Of a regular file: a pipe or a device, which could be waited for without end, is an error as a folder is, and so is
 * a file that is too large, or that never stays the same while it is read. transfer full; errors of G_IO_ERROR, each
 * with the path in its sentence */
GBytes  *fr_file_read  (const char *path, GError **error);
/* The same, but no more than the first `most` bytes, however large it is. `status`, which may be NULL, is set to what
 * the file was when it was opened. */
GBytes  *fr_file_read_start (const char *path, gsize most, struct stat *status, GError **error);

/* A file that is there, held from reading to writing: nobody else who holds it first writes in between, in this
 * program or another, or on another machine that has the same folder. A process that dies lets go. */
typedef struct _FrHeldFile FrHeldFile;

/* Waits for those who hold it, for some seconds. NULL with an error: it cannot be read and written. */
FrHeldFile *fr_file_hold       (const char *path, GError **error);
GBytes     *fr_held_file_read  (FrHeldFile *self, GError **error);                /* transfer full */
/* Once: what is held then is the old file. */
gboolean    fr_held_file_write (FrHeldFile *self, GBytes *bytes, GError **error);
void        fr_held_file_free  (FrHeldFile *self);

/* Held, compared and written. `expected`: what the file should still hold; if it holds something else, nothing is written
 * and the error is G_IO_ERROR_WRONG_ETAG; if it is not there, G_IO_ERROR_NOT_FOUND. NULL: whatever is there is
 * replaced, and what is not is made. */
gboolean fr_file_write (const char *path, GBytes *bytes, GBytes *expected, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrHeldFile, fr_held_file_free)

G_END_DECLS
