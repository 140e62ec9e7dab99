/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second way: a file that has other names, or whose place nobody may take, is written into. First a record of both
 * texts is brought to the disk, in the state folder under the file's own number; it goes when all is written. Where it
 * is found, a writing was cut short. If the file holds nothing but pieces of the two texts, it is ended; if somebody has
 * written it since, that stays.
 */
#define _GNU_SOURCE
#include "fr-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define HEADER "Frontage: old text of %" G_GSIZE_FORMAT " bytes, then new text of %" G_GSIZE_FORMAT " bytes\n"

static char *
name_record (const struct stat *status)
{
  return g_strdup_printf ("%s/frontage/saves/%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x", g_get_user_state_dir (),
                          (guint64) status->st_dev, (guint64) status->st_ino);
}

static gboolean
keep_record (const char *record, GBytes *old, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (record);
  GString *text = g_string_new (NULL);
  g_autoptr(GBytes) whole = NULL;

  g_string_printf (text, HEADER, g_bytes_get_size (old), g_bytes_get_size (bytes));
  g_string_append_len (text, g_bytes_get_data (old, NULL), g_bytes_get_size (old));
  g_string_append_len (text, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  whole = g_string_free_to_bytes (text);
  return g_mkdir_with_parents (folder, 0700) == 0 && fr_file_make (record, 0600, whole);
}

static void
drop_record (const char *record)
{
  unlink (record);
  fr_file_sync_folder (record);
}

/* FALSE: it is no whole record. */
static gboolean
read_record (const char *record, GBytes **old, GBytes **bytes)
{
  g_autoptr(GBytes) whole = fr_file_read_start (record, 3 * FR_FILE_MOST_BYTES, NULL, NULL);
  const char *text = whole != NULL ? g_bytes_get_data (whole, NULL) : NULL;
  const char *line_end = text != NULL ? memchr (text, '\n', g_bytes_get_size (whole)) : NULL;
  gsize n_old, n_new, start;

  if (line_end == NULL || sscanf (text, HEADER, &n_old, &n_new) != 2)
    return FALSE;
  start = line_end + 1 - text;
  if (n_old > FR_FILE_MOST_BYTES || n_new > 2 * FR_FILE_MOST_BYTES || start + n_old + n_new != g_bytes_get_size (whole))
    return FALSE;
  *old = g_bytes_new_from_bytes (whole, start, n_old);
  *bytes = g_bytes_new_from_bytes (whole, start + n_old, n_new);
  return TRUE;
}

/* Nothing of the old text is gone before there is room for the new one. */
static gboolean
put (int fd, GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  struct stat now;

  if (size > 0 && fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, size) != 0 && (errno == ENOSPC || errno == EDQUOT))
    return FALSE;
  return fstat (fd, &now) == 0 && (now.st_size <= (goffset) size || ftruncate (fd, size) == 0) && fr_file_write_all (fd, bytes);
}

gboolean
fr_file_rewrite (const char *path, int fd, const struct stat *status, GBytes *bytes, GError **error)
{
  struct stat now = *status;
  g_autoptr(GBytes) old = fr_file_read_whole (fd, &now, path, error);
  g_autofree char *record = name_record (status);
  int code;

  if (old == NULL)
    return FALSE;
  if (!fr_file_is_as_before (&now, status))
    return fr_file_refuse (error, ESTALE, _("The file was changed by another program since it was opened."), path);
  if (!keep_record (record, old, bytes))
    return fr_file_fail (error, _("“%s” was not saved. No other file can take its place, and its text could not be kept "
                                  "elsewhere while it is written. The old file is as it was."), path);
  if (put (fd, bytes))
    {
      drop_record (record);
      return TRUE;
    }
  code = errno;
  if (!put (fd, old))
    return fr_file_fail (error, _("“%s” was saved in part only. It is saved as a whole when it is opened again."), path);
  drop_record (record);
  errno = code;
  return fr_file_fail (error, _("“%s” was not saved. The old file is as it was."), path);
}

gboolean
fr_file_is_unfinished (const struct stat *status)
{
  g_autofree char *record = name_record (status);

  return access (record, F_OK) == 0;
}

static char
byte_at (GBytes *bytes, gsize index)
{
  return index < g_bytes_get_size (bytes) ? ((const char *) g_bytes_get_data (bytes, NULL))[index] : '\0';
}

/* A disk that lost its power may have kept any blocks of it, and none of others, which are NULs then. */
static gboolean
is_mixture (GBytes *now, GBytes *old, GBytes *bytes)
{
  gsize size = g_bytes_get_size (now), n_old = g_bytes_get_size (old), n_new = g_bytes_get_size (bytes);
  const char *text = g_bytes_get_data (now, NULL);

  if (size < MIN (n_old, n_new) || size > MAX (n_old, n_new))
    return FALSE;
  for (gsize i = 0; i < size; i++)
    if (text[i] != '\0' && text[i] != byte_at (old, i) && text[i] != byte_at (bytes, i))
      return FALSE;
  return TRUE;
}

gboolean
fr_file_finish (const char *path, int fd, struct stat *status, GError **error)
{
  g_autofree char *record = name_record (status);
  g_autoptr(GBytes) old = NULL, bytes = NULL, now = NULL;

  if (access (record, F_OK) != 0)
    return TRUE;
  if (read_record (record, &old, &bytes))
    {
      now = fr_file_read_whole (fd, status, path, error);
      if (now == NULL)
        return FALSE;
      if (is_mixture (now, old, bytes) && (!put (fd, bytes) || fstat (fd, status) != 0))
        return fr_file_fail (error, _("“%s” was saved in part only, and cannot be saved as a whole now."), path);
    }
  drop_record (record);
  return TRUE;
}
