/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-starter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-document.h"
#include "fr-site.h"
#include "sites-resources.h"

#define SITES "/io/github/frontage/Frontage/sites/"
#define HOMEPAGE "index.md"

typedef struct
{
  const char *from;   /* of the resources, with a slash at its end */
  GFile      *folder;
  char       *title;  /* NULL: as it is */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->folder);
  g_free (job->title);
  g_free (job);
}

static gboolean
refuse (GError **error, GIOErrorEnum code, char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, code, sentence);
  g_free (sentence);
  return FALSE;
}

/* Jekyll would make one page of two files. */
static gboolean
has_homepage (GFile *folder)
{
  static const char * const names[] = { HOMEPAGE, "index.html", "index.markdown" };

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names[i]);

      if (g_file_query_exists (file, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (GFile *folder, GError **error)
{
  g_autoptr (GFile) homepage = g_file_get_child (folder, HOMEPAGE), site = NULL;
  g_autofree char *name = NULL;

  if (g_file_peek_path (folder) == NULL)
    return refuse (error, G_IO_ERROR_NOT_SUPPORTED, g_strdup (_("This folder is not on this computer. Choose another one.")));
  if (has_homepage (folder))
    return refuse (error, G_IO_ERROR_EXISTS, g_strdup (_("There is a homepage in this folder already. Open the folder to change it, "
                                                         "or choose another one.")));
  site = fr_site_find_folder (homepage);
  name = g_file_get_basename (site);
  if (!g_file_equal (site, folder))
    return refuse (error, G_IO_ERROR_EXISTS, g_strdup_printf (_("This is a folder within the site “%s”. A site has one homepage, in the "
                                                                "site’s own folder: choose another folder."), name));
  return TRUE;
}

/* The site's title is the page's, and the hero's to begin with. transfer full */
static GBytes *
with_title (GBytes *bytes, const char *name, const char *title)
{
  static const char * const pointers[] = { "/title", "/sections/0/hero/title" };
  g_autoptr (FrDocument) document = fr_document_new (bytes, fr_document_format_for (name), NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (pointers); i++)
    if (fr_document_get (document, pointers[i]) != NULL)
      fr_document_set_string (document, pointers[i], title, NULL);
  return fr_document_get_bytes (document);
}

/* Nothing stays of a file that could not be written to its end. */
static gboolean
write_new (GFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &problem);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (stream == NULL && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  if (stream != NULL && g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, &problem) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &problem))
    return TRUE;
  if (stream != NULL)
    g_file_delete (file, NULL, NULL);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_file (const Job *job, const char *name, GError **error)
{
  g_autofree char *source = g_strconcat (SITES, job->from, name, NULL);
  g_autoptr (GBytes) given = g_resource_lookup_data (sites_get_resource (), source, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean is_titled = job->title != NULL && (g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".yml"));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = g_file_resolve_relative_path (job->folder, name), parent = g_file_get_parent (file);
  g_autoptr (GError) problem = NULL;

  bytes = is_titled ? with_title (given, name, job->title) : g_bytes_ref (given);
  if (g_file_make_directory_with_parents (parent, NULL, &problem) || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return write_new (file, bytes, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* What is below `name`, "" or with a slash at its end. The homepage is the last one: a site that was not made to its end has none,
 * and can be made again. */
static gboolean
write_below (const Job *job, const char *name, GError **error)
{
  g_autofree char *source = g_strconcat (SITES, job->from, name, NULL);
  g_auto (GStrv) children = g_resource_enumerate_children (sites_get_resource (), source, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (char **child = children; *child != NULL; child++)
    {
      g_autofree char *path = g_strconcat (name, *child, NULL);
      gboolean is_folder = g_str_has_suffix (path, "/");

      if (strcmp (path, HOMEPAGE) != 0 && !(is_folder ? write_below : write_file) (job, path, error))
        return FALSE;
    }
  return TRUE;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if ((job->title == NULL || is_free (job->folder, &error)) && write_below (job, "", &error) && write_file (job, HOMEPAGE, &error))
    g_task_return_pointer (task, g_object_ref (job->folder), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Takes the folder and the title. */
static void
start (const char *from, GFile *folder, char *title, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Job *job = g_new (Job, 1);

  *job = (Job) { from, folder, title };
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_in_thread);
}

void
fr_starter_make_async (GFile *folder, const char *title, GAsyncReadyCallback callback, gpointer data)
{
  start ("starter/", g_object_ref (folder), g_strdup (title), callback, data);
}

void
fr_starter_sample_async (GAsyncReadyCallback callback, gpointer data)
{
  start ("sample-site/", g_file_new_build_filename (g_get_user_data_dir (), "frontage", "sample-site", NULL), NULL, callback, data);
}

GFile *
fr_starter_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
