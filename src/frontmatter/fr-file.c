/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* GIO's own domain, without GIO: to load it takes longer than to change a value in a file. */
static GQuark
io_error (void)
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
    { EROFS, G_IO_ERROR_READ_ONLY },
    { EISDIR, G_IO_ERROR_IS_DIRECTORY },
    { ENOTDIR, G_IO_ERROR_NOT_DIRECTORY },
    { EINVAL, G_IO_ERROR_INVALID_ARGUMENT },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].code == code)
      return table[i].error;
  return G_IO_ERROR_FAILED;
}

static gboolean
fail (GError **error, const char *format, const char *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *what = g_strdup_printf (format, name);

  g_set_error (error, io_error (), io_error_from_errno (code), "%s (%s)", what, g_strerror (code));
  return FALSE;
}

/* Where the sentence says all. */
static gboolean
refuse (GError **error, int code, const char *format, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = g_strdup_printf (format, name);

  g_set_error_literal (error, io_error (), io_error_from_errno (code), sentence);
  return FALSE;
}

/* -1 with an error. To open a pipe for reading does not wait with O_NONBLOCK, and what is opened is looked at. */
static int
open_regular (const char *path, struct stat *status, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0 || fstat (fd, status) != 0)
    fail (error, _("“%s” cannot be read."), path);
  else if (S_ISREG (status->st_mode))
    return fd;
  else if (S_ISDIR (status->st_mode))
    refuse (error, EISDIR, _("“%s” is a folder."), path);
  else
    refuse (error, EINVAL, _("“%s” is not a regular file."), path);
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Also of a file that has grown or shrunk since its size was asked for. NULL: errno says why. */
static GBytes *
read_up_to (int fd, gsize size, gsize most)
{
  gsize length = 0, room = MIN (most, size + 1);
  char *data = g_malloc (room);
  gssize got = 0;

  while (length < room && ((got = read (fd, data + length, room - length)) > 0 || (got < 0 && errno == EINTR)))
    {
      length += MAX (got, 0);
      if (length == room && room < most)
        data = g_realloc (data, room = MIN (most, 2 * room));
    }
  if (got >= 0)
    return g_bytes_new_take (g_realloc (data, length), length);
  g_free (data);
  return NULL;
}

GBytes *
fr_file_read_start (const char *path, gsize most, struct stat *status, GError **error)
{
  struct stat now;
  int fd = open_regular (path, &now, error);
  GBytes *bytes;

  if (fd < 0)
    return NULL;
  bytes = read_up_to (fd, now.st_size, most);
  if (bytes == NULL)
    fail (error, _("“%s” cannot be read."), path);
  if (status != NULL)
    *status = now;
  close (fd);
  return bytes;
}

GBytes *
fr_file_read (const char *path, GError **error)
{
  struct stat status;
  g_autoptr(GBytes) bytes = fr_file_read_start (path, FR_FILE_MOST_BYTES + 1, &status, error);

  if (bytes == NULL || g_bytes_get_size (bytes) <= FR_FILE_MOST_BYTES)
    return g_steal_pointer (&bytes);
  errno = EFBIG;
  fail (error, _("“%s” is too large to be read."), path);
  return NULL;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize written = write (fd, data, left);

      if (written < 0 && errno != EINTR)
        return FALSE;
      data += MAX (written, 0);
      left -= MAX (written, 0);
    }
  return fsync (fd) == 0;
}

/* The owner can be kept only by root, a group only by its members; then the mode must not grow either. */
static gboolean
take_over (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;

  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, -1, old->st_gid) != 0)
    mode &= ~(S_ISUID | S_ISGID | S_IRWXG) | (mode & S_IRWXO) << 3;
  return fchmod (fd, mode) == 0;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
replace (const char *path, const struct stat *old, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".frontage-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, old ? 0600 : 0666);

  if (fd < 0)
    return fail (error, _("“%s” was not saved, because nothing can be written into its folder. The old file is as it "
                          "was."), path);
  if ((old != NULL && !take_over (fd, old)) || !write_all (fd, bytes))
    {
      fail (error, _("“%s” was not saved. The old file is as it was."), path);
      close (fd);
      g_unlink (temporary);
      return FALSE;
    }
  if (close (fd) != 0 || g_rename (temporary, path) != 0)
    {
      fail (error, _("“%s” was not saved. The old file is as it was."), path);
      g_unlink (temporary);
      return FALSE;
    }
  sync_folder (path);
  return TRUE;
}

static gboolean
is_as_expected (const char *path, GBytes *expected, GError **error)
{
  g_autoptr(GBytes) bytes = fr_file_read_start (path, g_bytes_get_size (expected) + 1, NULL, NULL);

  /* NULL: gone, or not readable; then writing tells what is wrong. */
  if (bytes == NULL || g_bytes_equal (bytes, expected))
    return TRUE;
  g_set_error_literal (error, io_error (), G_IO_ERROR_WRONG_ETAG,
                       _("The file was changed by another program since it was opened."));
  return FALSE;
}

gboolean
fr_file_write (const char *path, GBytes *bytes, GBytes *expected, GError **error)
{
  char *resolved = realpath (path, NULL);
  struct stat old;
  gboolean is_there, done;

  /* A file that was moved away is written anew; a link that leads nowhere is an error. */
  if (resolved == NULL && (errno != ENOENT || g_file_test (path, G_FILE_TEST_IS_SYMLINK)))
    return fail (error, _("“%s” cannot be found any more, so it was not saved."), path);
  is_there = resolved != NULL && stat (resolved, &old) == 0;
  if (is_there && S_ISDIR (old.st_mode))
    done = refuse (error, EISDIR, _("“%s” is a folder now, so it was not saved."), path);
  else if (is_there && !S_ISREG (old.st_mode))
    done = refuse (error, EINVAL, _("“%s” is not a regular file any more, so it was not saved."), path);
  else if (is_there && access (resolved, W_OK) != 0)
    done = fail (error, _("“%s” was not saved, because you are not allowed to write it."), path);
  else
    done = (!is_there || expected == NULL || is_as_expected (resolved, expected, error)) &&
           replace (resolved ? resolved : path, is_there ? &old : NULL, bytes, error);
  free (resolved);
  return done;
}
