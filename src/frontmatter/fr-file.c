/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* A file that is written all the time is read so often. */
#define MOST_TRIES 5

/* To load GIO takes longer than to change a value in a file. */
GQuark
fr_file_error_quark (void)
{
  return g_quark_from_static_string ("g-io-error-quark");
}

static GIOErrorEnum
io_error_from_errno (int code)
{
  static const struct { int code; GIOErrorEnum error; } table[] = {
    { ENOENT, G_IO_ERROR_NOT_FOUND },
    { EACCES, G_IO_ERROR_PERMISSION_DENIED },
    { EPERM, G_IO_ERROR_PERMISSION_DENIED },
    { ENOSPC, G_IO_ERROR_NO_SPACE },
    { EDQUOT, G_IO_ERROR_NO_SPACE },
    { EROFS, G_IO_ERROR_READ_ONLY },
    { EISDIR, G_IO_ERROR_IS_DIRECTORY },
    { ENOTDIR, G_IO_ERROR_NOT_DIRECTORY },
    { EINVAL, G_IO_ERROR_INVALID_ARGUMENT },
    { EBUSY, G_IO_ERROR_BUSY },
    { ESTALE, G_IO_ERROR_WRONG_ETAG },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].code == code)
      return table[i].error;
  return G_IO_ERROR_FAILED;
}

gboolean
fr_file_fail (GError **error, const char *format, const char *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *what = g_strdup_printf (format, name);

  g_set_error (error, fr_file_error_quark (), io_error_from_errno (code), "%s (%s)", what, g_strerror (code));
  return FALSE;
}

/* Where the sentence says all. */
gboolean
fr_file_refuse (GError **error, int code, const char *format, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = g_strdup_printf (format, name);

  g_set_error_literal (error, fr_file_error_quark (), io_error_from_errno (code), sentence);
  return FALSE;
}

static gboolean
is_regular (const struct stat *status, const char *path, GError **error)
{
  if (S_ISREG (status->st_mode))
    return TRUE;
  if (S_ISDIR (status->st_mode))
    return fr_file_refuse (error, EISDIR, _("“%s” is a folder."), path);
  return fr_file_refuse (error, EINVAL, _("“%s” is not a regular file."), path);
}

/* To open a device may do something to it, so what is there is looked at first. It may be another thing by the time when it
 * is opened: O_NONBLOCK does not wait for a pipe, and what is open is looked at, too. */
int
fr_file_open_regular (const char *path, int access, struct stat *status, GError **error)
{
  int fd;

  if (stat (path, status) == 0 && !is_regular (status, path, error))
    return -1;
  fd = open (path, access | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0 && access == O_RDWR && (errno == EACCES || errno == EPERM || errno == EROFS))
    fr_file_fail (error, _("“%s” was not saved, because you are not allowed to write it."), path);
  else if (fd < 0 || fstat (fd, status) != 0)
    fr_file_fail (error, _("“%s” cannot be read."), path);
  else if (is_regular (status, path, error))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* No more than the size that it has, so that nothing comes without end. NULL: errno says why. */
static GBytes *
read_up_to (int fd, gsize size)
{
  gsize length = 0;
  char *data = g_malloc (size);
  gssize got = 0;

  while (length < size && ((got = pread (fd, data + length, size - length, length)) > 0 || (got < 0 && errno == EINTR)))
    length += MAX (got, 0);
  if (got >= 0)
    return g_bytes_new_take (data, length);
  g_free (data);
  return NULL;
}

gboolean
fr_file_is_as_before (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
         a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* From the start, again if it was changed meanwhile. `status`: as it was, before and after; `path` is for sentences. */
static GBytes *
read_open (int fd, gsize most, struct stat *status, const char *path, GError **error)
{
  struct stat before = *status;

  for (unsigned i = 0; i < MOST_TRIES; i++, before = *status)
    {
      g_autoptr(GBytes) bytes = read_up_to (fd, MIN ((gsize) before.st_size, most));

      if (bytes == NULL || fstat (fd, status) != 0)
        {
          fr_file_fail (error, _("“%s” cannot be read."), path);
          return NULL;
        }
      if (fr_file_is_as_before (&before, status))
        return g_steal_pointer (&bytes);
    }
  fr_file_refuse (error, EBUSY, _("“%s” is being written by another program."), path);
  return NULL;
}

GBytes *
fr_file_read_start (const char *path, gsize most, struct stat *status, GError **error)
{
  struct stat now;
  int fd = fr_file_open_regular (path, O_RDONLY, &now, error);
  GBytes *bytes;

  if (fd < 0)
    return NULL;
  bytes = read_open (fd, most, &now, path, error);
  if (status != NULL)
    *status = now;
  close (fd);
  return bytes;
}

/* What is too large is not read to find that out. */
GBytes *
fr_file_read_whole (int fd, struct stat *status, const char *path, GError **error)
{
  if (status->st_size <= (goffset) FR_FILE_MOST_BYTES)
    return read_open (fd, FR_FILE_MOST_BYTES, status, path, error);
  errno = EFBIG;
  fr_file_fail (error, _("“%s” is too large to be read."), path);
  return NULL;
}

static GBytes *
read_held (const char *path, GError **error)
{
  g_autoptr(FrHeldFile) held = fr_file_hold (path, error);

  return held != NULL ? fr_held_file_read (held, error) : NULL;
}

GBytes *
fr_file_read (const char *path, GError **error)
{
  struct stat status;
  int fd = fr_file_open_regular (path, O_RDONLY, &status, error);
  GBytes *bytes;

  if (fd < 0)
    return NULL;
  bytes = fr_file_is_unfinished (&status) ? read_held (path, error) : fr_file_read_whole (fd, &status, path, error);
  close (fd);
  return bytes;
}
