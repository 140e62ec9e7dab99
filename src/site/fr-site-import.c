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
copy_in (FrSite *site, const char *name, GBytes *bytes, GError **error)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *title = g_strndup (name, dot - name);
  g_autofree char *stem = make_stem (title);
  g_autofree char *extension = g_ascii_strdown (dot, -1);
  g_autofree char *folder = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), FOLDER, NULL);
  g_autofree char *path = NULL;
  g_autofree char *copied = NULL;

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
  copied = g_path_get_basename (path);
  return g_strconcat ("/" FOLDER "/", copied, NULL);
}

static char *
import_image (FrSite *site, GFile *image, GError **error)
{
  g_autofree char *path = g_file_get_relative_path (fr_site_get_folder (site), image);
  g_autofree char *name = g_file_get_basename (image);
  g_autoptr (GBytes) bytes = NULL;
  char *address;

  if (!fr_image_is_name (name))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("“%s” is not a picture that a website can show."), name);
      return NULL;
    }
  if (path != NULL)
    return g_strconcat ("/", path, NULL);
  if (g_file_peek_path (image) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("That picture is not on this computer. Choose another one."));
      return NULL;
    }
  bytes = fr_file_read (g_file_peek_path (image), error);
  if (bytes == NULL)
    return NULL;
  address = find_same (site, bytes);
  return address != NULL ? address : copy_in (site, name, bytes, error);
}

static void
import_in_thread (GTask *task, gpointer site, gpointer image, GCancellable *cancellable)
{
  GError *error = NULL;
  char *address = import_image (site, image, &error);

  if (address != NULL)
    g_task_return_pointer (task, address, g_free);
  else
    g_task_return_error (task, error);
}

void
fr_site_import_image_async (FrSite *self, GFile *image, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, fr_site_import_image_async);
  g_task_set_task_data (task, g_object_ref (image), g_object_unref);
  g_task_run_in_thread (task, import_in_thread);
}

char *
fr_site_import_image_finish (FrSite *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
