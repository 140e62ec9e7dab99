/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a homepage, in a thread. The thread knows nothing of the session, which would else be gone in the thread, if
 * that holds on to it last.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-file.h"
#include "fr-session-private.h"
#include "fr-snapshot.h"

typedef struct
{
  char       *path;
  FrSnapshot *snapshot;
  GBytes     *source;        /* of a copy: the text as it is typed */
  gboolean    is_copy;       /* written unchecked, over whatever is there */
  GBytes     *expected;      /* what the file holds; NULL: anything, or nothing */
  char       *real_path;     /* of what was written */
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  fr_snapshot_free (job->snapshot);
  g_bytes_unref (job->source);
  g_clear_pointer (&job->expected, g_bytes_unref);
  g_free (job->real_path);
  g_free (job);
}

static gboolean
write_file (Job *job, GError **error)
{
  GBytes *bytes = job->is_copy ? job->source : fr_snapshot_get_bytes (job->snapshot);

  return (job->is_copy || fr_snapshot_check (job->snapshot, error)) &&
         fr_file_write (job->path, bytes, job->expected, error);
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
  job->real_path = fr_real_path (job->path);
  g_task_return_boolean (task, TRUE);
}

/* The file may have been reached by a link that leads elsewhere by now. A copy may have been written over the file. */
static void
take_written (FrSession *self, Job *job)
{
  if (job->is_copy && (strcmp (job->real_path, self->real_path) != 0 ||
                       !g_bytes_equal (job->source, fr_snapshot_get_bytes (job->snapshot))))
    return;
  fr_document_mark_saved (self->document, job->snapshot);
  fr_draft_keep_soon (self->draft);
  fr_session_set_trouble (self, NULL);
  if (strcmp (job->real_path, self->real_path) == 0)
    return;
  g_free (self->real_path);
  self->real_path = g_steal_pointer (&job->real_path);
  fr_session_unwatch_file (self);
  fr_session_watch_file (self);
}

static void
end (FrSession *self, GTask *task, GError *error)
{
  fr_session_set_saving (self, FALSE);
  if (self->look_again)
    fr_session_look_at_file (self);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What somebody else has written since is looked at first, and put together with what is to be saved. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FrSession *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_written (self, job);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_clear_pointer (&self->seen, g_bytes_unref);
  if (!job->is_copy && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      g_error_free (error);
      self->waiting = g_steal_pointer (&task);
      fr_session_look_at_file (self);
    }
  else if (!job->is_copy)
    end (self, task, error);
  else if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes the task, whose source is the session. Over changes: over those that were seen. */
static void
run (GTask *task, GFile *file, gboolean is_copy, gboolean over_changes)
{
  FrSession *self = g_task_get_source_object (task);
  g_autoptr (GTask) writing = g_task_new (NULL, NULL, on_written, task);
  Job *job = g_new0 (Job, 1);

  job->path = g_file_get_path (file);
  job->snapshot = fr_snapshot_new (self->document);
  job->source = fr_session_get_source (self);
  job->is_copy = is_copy;
  if (!is_copy && (!over_changes || self->seen != NULL))
    job->expected = g_bytes_ref (over_changes ? self->seen : fr_snapshot_get_saved (job->snapshot));
  g_task_set_source_tag (writing, run);
  g_task_set_task_data (writing, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (writing, write_in_thread);
}

void
fr_session_go_on_saving (FrSession *self)
{
  GTask *task = g_steal_pointer (&self->waiting);
  const char *sentence = _("The file was changed by another program since it was opened.");

  if (self->trouble == NULL && self->conflicts == NULL)
    {
      run (task, self->file, FALSE, FALSE);
      return;
    }
  end (self, task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, self->trouble != NULL ? self->trouble : sentence));
  g_object_unref (task);
}

/* What stands in the source would be lost, or come later. */
static GError *
refuse_unreadable (FrSession *self)
{
  FrPlace place = fr_error_get_place (self->unreadable);

  if (place.line == 0)
    return fr_error_new_at (self->unreadable->code, place, _("The source cannot be read, so nothing was saved. %s."),
                            self->unreadable->message);
  return fr_error_new_at (self->unreadable->code, place, _("The source cannot be read, so nothing was saved. Line %u: %s."),
                          place.line, self->unreadable->message);
}

void
fr_session_save_async (FrSession *self, gboolean over_changes, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FR_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, fr_session_save_async);
  if (self->saving)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "%s", _("The file is being saved already."));
      return;
    }
  fr_session_settle (self);
  if (self->unreadable != NULL)
    {
      g_task_return_error (task, refuse_unreadable (self));
      return;
    }
  fr_session_set_saving (self, TRUE);
  run (g_steal_pointer (&task), self->file, FALSE, over_changes);
}

gboolean
fr_session_save_finish (FrSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fr_session_save_copy_async (FrSession *self, GFile *copy, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FR_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (copy));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, fr_session_save_copy_async);
  if (g_file_peek_path (copy) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("That place is not on this computer. Choose another one."));
      return;
    }
  run (g_steal_pointer (&task), copy, TRUE, FALSE);
}

gboolean
fr_session_save_copy_finish (FrSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
