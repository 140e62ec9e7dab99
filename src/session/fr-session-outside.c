/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others write into the file. It is told by what the file holds and not by its time: read in a thread, and put together there
 * with what is unsaved. Who edited meanwhile has it put together again.
 */
#include <glib/gi18n-lib.h>

#include "fr-file.h"
#include "fr-session-private.h"
#include "fr-snapshot.h"

/* Many programs take a file away before they put another one there, in ms. */
#define LOOK_DELAY 150
#define GONE_DELAY 500

/* What is known when it begins, and what came of it. */
typedef struct
{
  char      *path;
  FrFormat   format;
  GBytes    *saved, *mine;
  GBytes    *theirs;     /* what the file holds; NULL: it cannot be read */
  GBytes    *together;   /* NULL: they cannot be put together */
  GPtrArray *conflicts;
  GError    *problem;
} Look;

static void
look_free (Look *self)
{
  g_free (self->path);
  g_bytes_unref (self->saved);
  g_bytes_unref (self->mine);
  g_clear_pointer (&self->theirs, g_bytes_unref);
  g_clear_pointer (&self->together, g_bytes_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

static GBytes *
read_file (Look *self)
{
  GBytes *bytes = fr_file_read (self->path, &self->problem);

  if (bytes != NULL || !g_error_matches (self->problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return bytes;
  g_clear_error (&self->problem);
  g_usleep (GONE_DELAY * 1000);
  return fr_file_read (self->path, &self->problem);
}

/* NULL with a problem. Where nothing is unsaved, it is theirs, whatever that is, as long as it can be read. */
static GBytes *
put_together (Look *self)
{
  g_autoptr (FrDocument) document = NULL;

  if (!g_bytes_equal (self->mine, self->saved) && !g_bytes_equal (self->mine, self->theirs))
    return fr_merge (self->saved, self->mine, self->theirs, self->format, self->conflicts, &self->problem);
  document = fr_document_new (self->theirs, self->format, &self->problem);
  return document != NULL ? g_bytes_ref (self->theirs) : NULL;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *self = data;

  self->theirs = read_file (self);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_conflict_free);
  if (self->theirs != NULL && !g_bytes_equal (self->theirs, self->saved))
    self->together = put_together (self);
  g_task_return_boolean (task, TRUE);
}

/* Nothing is lost by a reload: it can be undone. */
static void
take_text (FrSession *self, Look *seen)
{
  fr_document_end_group (self->document);
  if (!fr_document_set_text (self->document, seen->together, &seen->problem))
    return;
  fr_document_end_group (self->document);
  fr_document_set_saved (self->document, seen->theirs);
  fr_draft_keep_soon (self->draft);
  fr_session_add_conflicts (self, g_steal_pointer (&seen->conflicts));
}

static char *
explain (const Look *seen)
{
  FrPlace place = fr_error_get_place (seen->problem);

  if (g_error_matches (seen->problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("The file was deleted, moved or renamed. Save to make it anew."));
  if (seen->theirs == NULL)
    return g_strdup_printf (_("The file cannot be read any more. %s"), seen->problem->message);
  if (place.line > 0)
    return g_strdup_printf (_("Another program has changed the file, which cannot be read now: line %u: %s."), place.line,
                            seen->problem->message);
  return g_strdup_printf (_("Another program has changed the file too. %s."), seen->problem->message);
}

/* A save that waits for this look writes nothing meanwhile. */
static gboolean
is_writing (FrSession *self)
{
  return self->saving && self->waiting == NULL;
}

static gboolean
is_as_when_begun (FrSession *self, const Look *seen)
{
  g_autoptr (GBytes) mine = fr_document_get_bytes (self->document), saved = fr_document_get_saved (self->document);

  return !is_writing (self) && g_bytes_equal (mine, seen->mine) && g_bytes_equal (saved, seen->saved);
}

static void
take_seen (FrSession *self, Look *seen)
{
  g_autofree char *sentence = NULL;

  if (seen->together != NULL)
    take_text (self, seen);
  if (seen->problem != NULL)
    sentence = explain (seen);
  g_clear_pointer (&self->seen, g_bytes_unref);
  self->seen = g_steal_pointer (&seen->theirs);
  fr_session_set_trouble (self, sentence);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrSession) self = data;
  Look *seen = g_task_get_task_data (G_TASK (result));
  gboolean again = self->look_again;

  self->looking = self->look_again = FALSE;
  if (is_as_when_begun (self, seen))
    take_seen (self, seen);
  else
    again = TRUE;
  if (again)
    fr_session_look_at_file (self);
  else if (self->waiting != NULL)
    fr_session_go_on_saving (self);
}

/* The session is no source of the task, which may go last, in its thread. */
static void
look (FrSession *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_looked, g_object_ref (self));
  Look *seen = g_new0 (Look, 1);

  self->looking = TRUE;
  seen->path = g_strdup (self->real_path);
  seen->format = fr_document_format_for (g_file_peek_path (self->file));
  seen->saved = fr_document_get_saved (self->document);
  seen->mine = fr_document_get_bytes (self->document);
  g_task_set_task_data (task, seen, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
on_soon (gpointer session)
{
  FrSession *self = session;

  self->look_soon = 0;
  /* What is being saved is told when it is. */
  if (self->looking || is_writing (self))
    self->look_again = TRUE;
  else
    look (self);
}

void
fr_session_look_at_file (FrSession *self)
{
  g_return_if_fail (FR_IS_SESSION (self));

  if (self->look_soon == 0 && fr_document_get_fault (self->document) == NULL)
    self->look_soon = g_timeout_add_once (LOOK_DELAY, on_soon, self);
}

void
fr_session_watch_file (FrSession *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->real_path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES | G_FILE_MONITOR_WATCH_HARD_LINKS, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, LOOK_DELAY);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (fr_session_look_at_file), self);
}

void
fr_session_unwatch_file (FrSession *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->look_soon, g_source_remove);
}

/* They may stand elsewhere by now, or be gone: that is said by an edit that fails, and what is there stays. */
void
fr_session_answer_conflicts (FrSession *self, const gboolean *mine)
{
  g_autoptr (GPtrArray) conflicts = g_steal_pointer (&self->conflicts);

  g_return_if_fail (FR_IS_SESSION (self));

  for (unsigned i = conflicts != NULL ? conflicts->len : 0; i-- > 0;)
    fr_conflict_take (conflicts->pdata[i], self->document, mine[i], NULL);
}
