#include "fr-load.h"

#include <glib/gi18n-lib.h>

#include "fr-file.h"

void
fr_loaded_free (FrLoaded *loaded)
{
  g_clear_object (&loaded->document);
  g_clear_object (&loaded->site);
  g_free (loaded);
}

static GError *
explained (GError *error)
{
  const char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    sentence = _("There is no file of this name. It may have been moved or renamed; choose it again.");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    sentence = _("This is a folder. Choose the homepage’s file in it, usually “index.md”.");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    sentence = _("You are not allowed to read this file. Change its permissions, or ask its owner.");
  if (sentence != NULL)
    {
      g_free (error->message);
      error->message = g_strdup (sentence);
    }
  return error;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  g_autoptr (FrLoaded) loaded = g_new0 (FrLoaded, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = g_file_get_basename (file);
  GError *error = NULL;

  if (g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("This file is not on this computer. Copy its site’s folder here and open that."));
      return;
    }
  bytes = fr_file_read (g_file_peek_path (file), &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, explained (error));
      return;
    }
  loaded->document = fr_document_new (bytes, fr_document_format_for (name), &error);
  if (loaded->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  folder = fr_site_find_folder (file);
  loaded->site = fr_site_new_quick (folder);
  g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) fr_loaded_free);
}

void
fr_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, fr_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

FrLoaded *
fr_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
