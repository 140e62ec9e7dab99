/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-site-import.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fr-file.h"
#include "fr-image-size.h"

#define FOLDER "images"
#define MOST_OF_NAME 80  /* characters */

/* Jekyll publishes nothing whose name begins with a dot, "_", "#" or "~"; none of these is left at the start. */
static char *
make_stem (const char *name)
{
  g_autofree char *plain = g_str_to_ascii (name, NULL);
  g_autofree char *lower = g_ascii_strdown (plain, MIN (strlen (plain), MOST_OF_NAME));
  GString *stem = g_string_new (NULL);

  for (const char *c = lower; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || (stem->len > 0 && *c == '_'))
      g_string_append_c (stem, *c);
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  if (stem->len == 0)
    g_string_append (stem, "image");
  return g_string_free (stem, FALSE);
}

/* The same picture, in a place that the site knows. */
static char *
find_same (FrSite *site, GBytes *bytes)
{
  g_autoptr (GPtrArray) images = fr_site_list_images (site);

  for (unsigned i = 0; i < images->len; i++)
    {
      const FrSiteFile *file = images->pdata[i];
      g_autofree char *path = NULL;
      g_autoptr (GBytes) other = NULL;

      if (file->bytes != (gint64) g_bytes_get_size (bytes))
        continue;
      path = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), file->path, NULL);
      other = fr_file_read (path, NULL);
      if (other != NULL && g_bytes_equal (other, bytes))
        return g_strconcat ("/", file->path, NULL);
    }
  return NULL;
}

/* An empty file, which nobody else has: its path. NULL: errno says why. */
static char *
claim_path (const char *folder, const char *stem, const char *extension)
{
  for (unsigned n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf ("-%u", n) : g_strdup ("");
      g_autofree char *name = g_strconcat (stem, number, extension, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

      if (fd >= 0)
        close (fd);
      if (fd >= 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        return NULL;
    }
}

static char *
copy_in (FrSite *site, const char *name, GBytes *bytes, FrFileState *copied, GError **error)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *title = g_strndup (name, dot - name);
  g_autofree char *stem = make_stem (title);
  g_autofree char *extension = g_ascii_strdown (dot, -1);
  g_autofree char *folder = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), FOLDER, NULL);
  g_autofree char *path = NULL;
  g_autofree char *own_name = NULL;
  struct stat status;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    path = claim_path (folder, stem, extension);
  if (path == NULL)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _("The picture cannot be copied into “%s” of this site (%s)."), FOLDER, g_strerror (code));
      return NULL;
    }
  if (!fr_file_write (path, bytes, NULL, error))
    {
      g_unlink (path);
      return NULL;
    }
  if (stat (path, &status) == 0)
    *copied = fr_file_state_of (&status);
  own_name = g_path_get_basename (path);
  return g_strconcat ("/" FOLDER "/", own_name, NULL);
}

static gboolean
check_name (const char *name, GError **error)
{
  if (fr_image_is_name (name))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("“%s” is not a picture that a website can show."), name);
  return FALSE;
}

char *
fr_site_import_bytes (FrSite *self, const char *name, GBytes *bytes, FrFileState *copied, GError **error)
{
  char *address;

  memset (copied, 0, sizeof *copied);
  if (!check_name (name, error))
    return NULL;
  address = find_same (self, bytes);
  return address != NULL ? address : copy_in (self, name, bytes, copied, error);
}

char *
fr_site_import_image (FrSite *self, GFile *image, FrFileState *copied, GError **error)
{
  g_autofree char *path = g_file_get_relative_path (fr_site_get_folder (self), image);
  g_autofree char *name = g_file_get_basename (image);
  g_autoptr (GBytes) bytes = NULL;

  memset (copied, 0, sizeof *copied);
  if (!check_name (name, error))
    return NULL;
  if (path != NULL)
    return g_strconcat ("/", path, NULL);
  if (g_file_peek_path (image) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("That picture is not on this computer. Choose another one."));
      return NULL;
    }
  bytes = fr_file_read (g_file_peek_path (image), error);
  return bytes != NULL ? fr_site_import_bytes (self, name, bytes, copied, error) : NULL;
}
