/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-picture-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-file.h"
#include "fr-image-size.h"
#include "fr-image-turn.h"
#include "fr-picture-copy.h"

#define AS_IT_IS 65535  /* no picture is wider */

void
fr_picture_free (FrPicture *picture)
{
  g_free (picture->name);
  g_free (picture);
}

FrPicture *
fr_picture_inspect (const char *path, GError **error)
{
  struct stat status;
  g_autoptr (GBytes) start = fr_file_read_start (path, FR_IMAGE_MOST_BYTES, &status, error);
  g_autoptr (FrPicture) self = g_new0 (FrPicture, 1);
  gsize length;
  const guchar *bytes;

  if (start == NULL)
    return NULL;
  bytes = g_bytes_get_data (start, &length);
  self->name = g_path_get_basename (path);
  self->bytes = status.st_size;
  if (!fr_image_is_name (self->name))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("“%s” is not a picture that a website can show."), self->name);
      return NULL;
    }
  if (length > 0 && fr_image_measure (bytes, length, &self->width, &self->height))
    self->is_turned = fr_image_read_turn (bytes, length) != 1;
  return g_steal_pointer (&self);
}

static void
inspect_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  FrPicture *picture = NULL;

  if (g_file_peek_path (file) != NULL)
    picture = fr_picture_inspect (g_file_peek_path (file), &error);
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("That picture is not on this computer. Choose another one."));
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) fr_picture_free);
  else
    g_task_return_error (task, error);
}

void
fr_picture_inspect_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, fr_picture_inspect_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, inspect_in_thread);
}

FrPicture *
fr_picture_inspect_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GFile      *file;
  unsigned    width, height;
  FrFileState copied;
} Import;

static void
import_free (gpointer data)
{
  g_object_unref (((Import *) data)->file);
  g_free (data);
}

/* The name ends as what it is of by now. */
static char *
name_copy (const char *name, GBytes *copy)
{
  const char *dot = strrchr (name, '.');
  gboolean is_jpeg = g_bytes_get_size (copy) > 1 && memcmp (g_bytes_get_data (copy, NULL), "\xff\xd8", 2) == 0;

  if (is_jpeg == (g_ascii_strcasecmp (dot, ".jpg") == 0 || g_ascii_strcasecmp (dot, ".jpeg") == 0))
    return g_strdup (name);
  return g_strdup_printf ("%.*s%s", (int) (dot - name), name, is_jpeg ? ".jpg" : ".png");
}

/* NULL: it comes in as it is. `error` is set if it cannot. */
static GBytes *
make_copy (const Import *import, GFile *folder, char **name, GError **error)
{
  const char *path = g_file_peek_path (import->file);
  g_autoptr (FrPicture) picture = NULL;
  GBytes *copy;

  if (path == NULL || g_file_has_prefix (import->file, folder))
    return NULL;
  picture = fr_picture_inspect (path, error);
  if (picture == NULL || (import->width == 0 && !picture->is_turned))
    return NULL;
  copy = fr_picture_copy (path, import->width > 0 ? import->width : AS_IT_IS, import->width > 0 ? import->height : AS_IT_IS, error);
  *name = copy != NULL ? name_copy (picture->name, copy) : NULL;
  return copy;
}

static void
import_in_thread (GTask *task, gpointer site, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) copy = make_copy (import, fr_site_get_folder (site), &name, &error);
  char *address = NULL;

  if (copy != NULL)
    address = fr_site_import_bytes (site, name, copy, &import->copied, &error);
  else if (error == NULL)
    address = fr_site_import_image (site, import->file, &import->copied, &error);
  if (address != NULL)
    g_task_return_pointer (task, address, g_free);
  else
    g_task_return_error (task, error);
}

void
fr_picture_import_async (FrSite *site, GFile *file, unsigned width, unsigned height, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (site, NULL, callback, data);
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  import->width = width;
  import->height = height;
  g_task_set_source_tag (task, fr_picture_import_async);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, import_in_thread);
}

char *
fr_picture_import_finish (GAsyncResult *result, FrFileState *copied, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  *copied = ((Import *) g_task_get_task_data (G_TASK (result)))->copied;
  return g_task_propagate_pointer (G_TASK (result), error);
}
