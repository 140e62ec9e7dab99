/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-pasted-image.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What its file is called, and the copy of it in the site. */
#define NAME "pasted-image.png"

/* What the clipboard offers, here or from another program. transfer full */
static GdkContentFormats *
get_formats (GdkClipboard *clipboard)
{
  return gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
}

/* A text with a picture beside it is a piece of a document: the text is meant. */
gboolean
fr_pasted_image_is_in (GdkClipboard *clipboard)
{
  g_autoptr (GdkContentFormats) formats = get_formats (clipboard);

  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) &&
          !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

static GFile *
save (GdkTexture *texture, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("frontage-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, NAME, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (gdk_texture_save_to_png (texture, path))
    return g_file_new_for_path (path);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pasted picture cannot be kept: there is no room for it."));
  g_rmdir (folder);
  return NULL;
}

static void
save_in_thread (GTask *task, gpointer clipboard, gpointer texture, GCancellable *cancellable)
{
  GError *error = NULL;
  GFile *file = save (texture, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_texture (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GdkTexture *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, texture, g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

static void
on_files (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, &error);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;

  if (files != NULL)
    g_task_return_pointer (task, g_object_ref (files->data), g_object_unref);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no picture on the clipboard."));
}

void
fr_pasted_image_read_async (GdkClipboard *clipboard, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GdkContentFormats) formats = get_formats (clipboard);
  GTask *task = g_task_new (clipboard, NULL, callback, data);

  g_task_set_source_tag (task, fr_pasted_image_read_async);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files, task);
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, on_texture, task);
}

GFile *
fr_pasted_image_read_finish (GAsyncResult *result, gboolean *is_ours, GError **error)
{
  *is_ours = g_task_get_task_data (G_TASK (result)) != NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fr_pasted_image_delete (GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  g_unlink (g_file_peek_path (file));
  g_rmdir (folder);
}
