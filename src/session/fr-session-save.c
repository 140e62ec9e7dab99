/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a homepage, in a thread. */
#include <glib/gi18n-lib.h>

#include "fr-file.h"
#include "fr-session-private.h"
#include "fr-snapshot.h"

typedef struct
{
  char       *path;
  FrSnapshot *snapshot;  /* NULL: the bytes are written as they are */
  GBytes     *bytes;
  gboolean    over_changes;
  FrFileId    id;        /* of what was written */
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->snapshot, fr_snapshot_free);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  fr_file_id_clear (&job->id);
  g_free (job);
}

static gboolean
write_file (Job *job, GError **error)
{
  if (job->snapshot == NULL)
    return fr_file_write (job->path, job->bytes, NULL, error);
  return fr_snapshot_check (job->snapshot, error) &&
         fr_file_write (job->path, fr_snapshot_get_bytes (job->snapshot),
                        job->over_changes ? NULL : fr_snapshot_get_saved (job->snapshot), error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (!write_file (job, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->id = fr_file_id_read (job->path);
  g_task_return_boolean (task, TRUE);
}

/* Takes the job. */
static void
run (FrSession *self, gpointer tag, Job *job, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_in_thread);
}

void
fr_session_save_async (FrSession *self, gboolean over_changes, GAsyncReadyCallback callback, gpointer data)
{
  Job *job;

  g_return_if_fail (FR_IS_SESSION (self));

  if (self->saving)
    {
      g_task_report_new_error (self, callback, data, fr_session_save_async, G_IO_ERROR, G_IO_ERROR_PENDING, "%s",
                               _("The file is being saved already."));
      return;
    }
  job = g_new0 (Job, 1);
  job->path = g_file_get_path (self->file);
  job->snapshot = fr_snapshot_new (self->document);
  job->over_changes = over_changes;
  fr_session_set_saving (self, TRUE);
  run (self, fr_session_save_async, job, callback, data);
}

/* A file that was renamed over the old one is another one to the file system. */
static void
take_saved (FrSession *self, Job *job)
{
  fr_document_mark_saved (self->document, job->snapshot);
  fr_file_id_clear (&self->id);
  self->id = job->id;
  job->id.path = NULL;
}

gboolean
fr_session_save_finish (FrSession *self, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  gboolean good = g_task_propagate_boolean (task, error);

  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  if (good)
    take_saved (self, job);
  if (job != NULL)
    fr_session_set_saving (self, FALSE);
  return good;
}

void
fr_session_save_copy_async (FrSession *self, GFile *copy, GAsyncReadyCallback callback, gpointer data)
{
  Job *job;

  g_return_if_fail (FR_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (copy));

  if (g_file_peek_path (copy) == NULL)
    {
      g_task_report_new_error (self, callback, data, fr_session_save_copy_async, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               "%s", _("That place is not on this computer. Choose another one."));
      return;
    }
  job = g_new0 (Job, 1);
  job->path = g_file_get_path (copy);
  job->bytes = fr_document_get_bytes (self->document);
  run (self, fr_session_save_copy_async, job, callback, data);
}

gboolean
fr_session_save_copy_finish (FrSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
