/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-preview-scheme.h"

#include <glib/gi18n-lib.h>

#include "fr-file.h"

typedef struct
{
  FrSite *site;
  char   *address;
} Wanted;

typedef struct
{
  GBytes *bytes;
  char   *mime_type;
} File;

static void
wanted_free (Wanted *wanted)
{
  g_clear_object (&wanted->site);
  g_free (wanted->address);
  g_free (wanted);
}

static void
file_free (File *file)
{
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file->mime_type);
  g_free (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (File, file_free)

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  g_autofree char *path = fr_site_resolve (wanted->site, wanted->address);
  g_autofree char *content_type = NULL;
  g_autoptr (File) file = g_new0 (File, 1);
  GError *error = NULL;

  file->bytes = path != NULL ? fr_file_read (path, &error) : NULL;
  if (path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such file in the site."));
  if (file->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  content_type = g_content_type_guess (path, g_bytes_get_data (file->bytes, NULL), MIN (g_bytes_get_size (file->bytes), 4096), NULL);
  file->mime_type = g_content_type_get_mime_type (content_type);
  g_task_return_pointer (task, g_steal_pointer (&file), (GDestroyNotify) file_free);
}

static void
answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WebKitURISchemeRequest) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (File) file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GInputStream) stream = NULL;

  if (file == NULL)
    {
      webkit_uri_scheme_request_finish_error (request, error);
      return;
    }
  stream = g_memory_input_stream_new_from_bytes (file->bytes);
  webkit_uri_scheme_request_finish (request, stream, g_bytes_get_size (file->bytes), file->mime_type);
}

void
fr_preview_scheme_serve (WebKitURISchemeRequest *request, FrSite *site)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answer, g_object_ref (request));
  Wanted *wanted;

  g_task_set_source_tag (task, fr_preview_scheme_serve);
  if (site == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such file in the site."));
      return;
    }
  wanted = g_new0 (Wanted, 1);
  wanted->site = g_object_ref (site);
  wanted->address = g_strdup (webkit_uri_scheme_request_get_path (request));
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, read_in_thread);
}
