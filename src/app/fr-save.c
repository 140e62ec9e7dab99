#include "fr-save.h"

#include "fr-file.h"

typedef struct
{
  char   *path;
  FrSnapshot *snapshot;
  gboolean over_changes;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->snapshot, fr_snapshot_free);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (fr_snapshot_check (job->snapshot, &error) &&
      fr_file_write (job->path, fr_snapshot_get_bytes (job->snapshot),
                     job->over_changes ? NULL : fr_snapshot_get_saved (job->snapshot), &error))
    g_task_return_pointer (task, g_steal_pointer (&job->snapshot), (GDestroyNotify) fr_snapshot_free);
  else
    g_task_return_error (task, error);
}

void
fr_save_async (GFile *file, FrSnapshot *snapshot, gboolean over_changes, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->path = g_file_get_path (file);
  job->snapshot = snapshot;
  job->over_changes = over_changes;
  g_task_set_source_tag (task, fr_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_in_thread);
}

FrSnapshot *
fr_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
