/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's text as somebody types it. What can be read is the document's at once, or, where the text is large, when it was
 * read in a thread. What cannot stays beside the document, which goes on as it was.
 */
#include "fr-history.h"
#include "fr-session-private.h"
#include "fr-snapshot.h"

/* bytes; what is read within a part of a frame */
#define READ_AT_ONCE (64 << 10)

/* For FrTyping: no value has this pointer. */
#define SOURCE "source"

static gboolean
holds (FrSession *self, GBytes *text)
{
  g_autoptr (GBytes) now = fr_document_get_bytes (self->document);

  return g_bytes_equal (now, text);
}

/* Whoever shows the source, and what depends on whether it can be read. */
static void
tell (FrSession *self)
{
  gboolean differs = self->typed != NULL && fr_typed_can_undo (self->typed);

  fr_draft_set_typed (self->draft, differs ? fr_typed_get_text (self->typed) : NULL);
  fr_session_notify_typed (self);
  g_signal_emit_by_name (self, "source-changed");
}

void
fr_session_drop_typed (FrSession *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_error (&self->unreadable);
  g_clear_pointer (&self->typed, fr_typed_free);
}

/* The document is not what it was when somebody began to type: an edit in a form, or what others have written. */
static gboolean
put_together (FrSession *self, FrTyped *typed, GPtrArray *conflicts)
{
  g_autoptr (GBytes) now = fr_document_get_bytes (self->document), both = NULL;
  FrFormat format = fr_document_format_for (g_file_peek_path (self->file));

  both = fr_merge (fr_typed_get_base (typed), fr_typed_get_text (typed), now, format, conflicts, NULL);
  return both != NULL && fr_document_set_text (self->document, both, NULL);
}

static void
take_read (FrSession *self, FrDocument *read)
{
  g_autoptr (FrTyped) typed = g_steal_pointer (&self->typed);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_conflict_free);

  fr_session_drop_typed (self);
  if (holds (self, fr_typed_get_base (typed)) || !put_together (self, typed, conflicts))
    fr_document_set_read (self->document, read, NULL);
  tell (self);
  fr_session_add_conflicts (self, g_steal_pointer (&conflicts));
}

/* Takes the error. */
static void
take_unreadable (FrSession *self, GError *error)
{
  g_clear_object (&self->reading);
  g_clear_error (&self->unreadable);
  self->unreadable = error;
  tell (self);
}

static FrDocument *
read_text (FrSession *self, GBytes *text, GError **error)
{
  return fr_document_new (text, fr_document_format_for (g_file_peek_path (self->file)), error);
}

static void
read_now (FrSession *self)
{
  g_autoptr (FrDocument) read = NULL;
  GError *error = NULL;

  g_cancellable_cancel (self->reading);
  read = read_text (self, fr_typed_get_text (self->typed), &error);
  if (read != NULL)
    take_read (self, read);
  else
    take_unreadable (self, error);
}

typedef struct
{
  GBytes  *text;
  FrFormat format;
} Reading;

static void
reading_free (Reading *reading)
{
  g_bytes_unref (reading->text);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  FrDocument *read = g_cancellable_is_cancelled (cancellable) ? NULL
                     : fr_document_new (reading->text, reading->format, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, g_object_unref);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_error_if_cancelled (task);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrSession) self = data;
  GError *error = NULL;
  g_autoptr (FrDocument) read = g_task_propagate_pointer (G_TASK (result), &error);

  /* Something else has been typed since. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading || g_cancellable_is_cancelled (self->reading))
    g_clear_error (&error);
  else if (read != NULL)
    take_read (self, read);
  else
    take_unreadable (self, error);
}

/* The session is no source of the task, which may go last, in its thread. */
static void
read_soon (FrSession *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new (Reading, 1);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, on_read, g_object_ref (self));
  *reading = (Reading) { g_bytes_ref (fr_typed_get_text (self->typed)), fr_document_format_for (g_file_peek_path (self->file)) };
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, read_in_thread);
  fr_session_notify_typed (self);
}

static void
read_typed (FrSession *self)
{
  if (g_bytes_get_size (fr_typed_get_text (self->typed)) <= READ_AT_ONCE)
    read_now (self);
  else
    read_soon (self);
}

GBytes *
fr_session_get_source (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->typed != NULL ? g_bytes_ref (fr_typed_get_text (self->typed)) : fr_document_get_bytes (self->document);
}

/* The line, or lines, from before `start` to behind `end`. transfer full */
static char *
cut_lines (GBytes *text, gsize start, gsize end)
{
  gsize size;
  const char *all = g_bytes_get_data (text, &size);

  while (start > 0 && all[start - 1] != '\n')
    start--;
  while (end < size && all[end] != '\n')
    end++;
  return g_strndup (all + start, end - start);
}

/* What is told by the lines that differ, however many others there are. */
static gboolean
goes_on (FrSession *self, GBytes *before, GBytes *after)
{
  gsize n_before, n_after;
  const char *old = g_bytes_get_data (before, &n_before), *new = g_bytes_get_data (after, &n_after);
  FrPastSplice *splice = fr_past_splice_find (old, n_before, new, n_after);
  g_autofree char *old_lines = cut_lines (before, splice->start, splice->start + splice->removed->len);
  g_autofree char *new_lines = cut_lines (after, splice->start, splice->start + splice->inserted->len);

  fr_past_splice_free (splice);
  return fr_typing_goes_on (&self->typing, SOURCE, old_lines, new_lines, g_get_monotonic_time ());
}

void
fr_session_type_source (FrSession *self, GBytes *text)
{
  g_autoptr (GBytes) before = NULL;
  gboolean joins;

  g_return_if_fail (FR_IS_SESSION (self));

  before = fr_session_get_source (self);
  if (fr_document_get_fault (self->document) != NULL || g_bytes_equal (before, text))
    return;
  joins = goes_on (self, before, text);
  if (!joins)
    fr_document_end_group (self->document);
  if (self->typed == NULL)
    self->typed = fr_typed_new (before);
  fr_typed_set_text (self->typed, text, joins);
  read_typed (self);
}

void
fr_session_bring_typed (FrSession *self, GBytes *base, GBytes *text)
{
  fr_session_drop_typed (self);
  self->typed = fr_typed_new (base);
  fr_typed_set_text (self->typed, text, FALSE);
  read_typed (self);
}

const GError *
fr_session_get_unreadable (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->unreadable;
}

void
fr_session_settle (FrSession *self)
{
  g_return_if_fail (FR_IS_SESSION (self));

  if (self->reading != NULL)
    read_now (self);
}

gboolean
fr_session_steps_in_source (FrSession *self, gboolean forwards)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return self->typed != NULL && (forwards || fr_typed_can_undo (self->typed));
}

/* The way back ends where the document is, and leads forth again as long as that stays as it is. */
static void
end_where_it_began (FrSession *self)
{
  g_clear_error (&self->unreadable);
  if (!holds (self, fr_typed_get_base (self->typed)))
    fr_session_drop_typed (self);
  tell (self);
}

static void
step_in_source (FrSession *self, gboolean forwards)
{
  (forwards ? fr_typed_redo : fr_typed_undo) (self->typed);
  fr_typing_clear (&self->typing);
  if (fr_typed_can_undo (self->typed))
    read_typed (self);
  else
    end_where_it_began (self);
}

void
fr_session_take_back_source (FrSession *self)
{
  g_return_if_fail (FR_IS_SESSION (self));

  fr_session_settle (self);
  if (!fr_session_steps_in_source (self, FALSE))
    return;
  while (fr_typed_can_undo (self->typed))
    fr_typed_undo (self->typed);
  fr_typing_clear (&self->typing);
  end_where_it_began (self);
}

gboolean
fr_session_undo (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  fr_session_settle (self);
  if (fr_session_steps_in_source (self, FALSE))
    {
      step_in_source (self, FALSE);
      return TRUE;
    }
  if (fr_document_get_undo (self->document) != NULL)
    fr_session_drop_typed (self);
  return fr_document_undo (self->document);
}

gboolean
fr_session_redo (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  fr_session_settle (self);
  if (!fr_session_steps_in_source (self, TRUE))
    return fr_document_redo (self->document);
  if (fr_typed_can_redo (self->typed))
    step_in_source (self, TRUE);
  return TRUE;
}
