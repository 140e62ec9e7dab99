/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a homepage, and knowing which ones are open. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fr-file.h"
#include "fr-session-private.h"

/* Not owned: a session leaves the list when it goes. */
static GPtrArray *open_sessions;

void
fr_session_enlist (FrSession *self)
{
  if (open_sessions == NULL)
    open_sessions = g_ptr_array_new ();
  g_ptr_array_add (open_sessions, self);
}

void
fr_session_delist (FrSession *self)
{
  if (open_sessions != NULL)
    g_ptr_array_remove (open_sessions, self);
}

/* The file that is open may be another one than when it was read, and its number that of any other by now: so the disk is
 * asked, for the few that are open. */
static gboolean
is_file_of (FrSession *session, const FrLoaded *loaded)
{
  struct stat now;

  return strcmp (session->real_path, loaded->real_path) == 0 ||
         (stat (session->real_path, &now) == 0 && now.st_ino == loaded->inode && now.st_dev == loaded->device);
}

void
fr_session_for_each (void (*what) (FrSession *session, gpointer data), gpointer data)
{
  for (unsigned i = 0; open_sessions != NULL && i < open_sessions->len; i++)
    what (open_sessions->pdata[i], data);
}

static FrSession *
find_session (const FrLoaded *loaded)
{
  for (unsigned i = 0; open_sessions != NULL && i < open_sessions->len; i++)
    if (is_file_of (open_sessions->pdata[i], loaded))
      return open_sessions->pdata[i];
  return NULL;
}

char *
fr_real_path (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *real = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return real;
}

void
fr_loaded_free (FrLoaded *loaded)
{
  g_free (loaded->real_path);
  g_clear_object (&loaded->page);
  g_clear_object (&loaded->findings);
  g_clear_object (&loaded->document);
  g_clear_object (&loaded->site);
  g_clear_object (&loaded->file);
  g_clear_pointer (&loaded->left, fr_left_draft_free);
  g_free (loaded);
}

static GError *
explained (GError *error)
{
  const char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    sentence = _("There is no file of this name. It may have been moved or renamed; choose it again.");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    sentence = _("This is a folder where a site has its homepage’s file. Choose another site.");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    sentence = _("You are not allowed to read this file. Change its permissions, or ask its owner.");
  if (sentence != NULL)
    {
      g_free (error->message);
      error->message = g_strdup (sentence);
    }
  return error;
}

static FrDocument *
read_document (const char *path, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GBytes) bytes = fr_file_read (path, &problem);

  if (bytes == NULL)
    {
      g_propagate_error (error, explained (problem));
      return NULL;
    }
  return fr_document_new (bytes, fr_document_format_for (path), error);
}

static FrLeftDraft *
find_draft (FrLoaded *loaded)
{
  g_autoptr (GBytes) bytes = fr_document_get_bytes (loaded->document);

  return fr_draft_find (loaded->real_path, bytes, fr_document_format_for (g_file_peek_path (loaded->file)));
}

static FrLoaded *
load (GFile *place, GError **error)
{
  g_autoptr (FrLoaded) loaded = g_new0 (FrLoaded, 1);
  g_autoptr (GFile) file = fr_site_find_homepage (place, error), folder = NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  struct stat status;

  if (file == NULL)
    return NULL;
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This file is not on this computer. Copy its site’s folder here and open that."));
      return NULL;
    }
  loaded->document = read_document (path, error);
  if (loaded->document == NULL)
    return NULL;
  loaded->real_path = fr_real_path (path);
  if (stat (path, &status) == 0)
    loaded->device = status.st_dev, loaded->inode = status.st_ino;
  loaded->file = g_object_ref (file);
  folder = fr_site_find_folder (file);
  loaded->site = fr_site_new_quick (folder);
  loaded->page = fr_page_new (loaded->site, FR_IMAGES_AS_ADDRESSES);
  fr_page_update (loaded->page, fr_document_get_root (loaded->document), NULL);
  loaded->findings = fr_findings_new_for (loaded->document, loaded->site, file, FALSE);
  loaded->left = find_draft (loaded);
  return g_steal_pointer (&loaded);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  FrLoaded *loaded = load (data, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) fr_loaded_free);
  else
    g_task_return_error (task, error);
}

void
fr_session_open_async (GFile *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (place));

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, fr_session_open_async);
  g_task_set_task_data (task, g_object_ref (place), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

FrSession *
fr_session_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (FrLoaded) loaded = g_task_propagate_pointer (G_TASK (result), error);
  FrSession *open = loaded != NULL ? find_session (loaded) : NULL;

  if (loaded == NULL)
    return NULL;
  return open != NULL ? g_object_ref (open) : fr_session_new (loaded);
}
