/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo steps: what makes them, and the way back and forth. */
#include "fr-document-private.h"
#include "fr-json.h"

void
fr_document_begin (FrDocument *self, const char *pointer)
{
  g_assert (self->step == NULL);
  self->step = fr_step_new (pointer);
}

static void
take_back (FrDocument *self, FrStep *step)
{
  for (unsigned i = step->splices->len; i-- > 0;)
    fr_document_revert (self, g_ptr_array_index (step->splices, i), FALSE);
}

/* Someone goes on typing in the same field. */
gboolean
fr_document_may_join (FrDocument *self)
{
  const FrStep *last = self->undo->len > 0 ? g_ptr_array_index (self->undo, self->undo->len - 1) : NULL;

  return self->group_open && last != NULL && self->redo->len == 0 && self->step->pointer != NULL &&
         g_strcmp0 (last->pointer, self->step->pointer) == 0;
}

static void
join_last_step (FrDocument *self)
{
  FrStep *last = g_ptr_array_index (self->undo, self->undo->len - 1);

  while (self->step->splices->len > 0)
    fr_step_add (last, g_ptr_array_steal_index (self->step->splices, 0));
  fr_changes_append (last->changes, self->step->changes);
  last->id = self->step->id;
  g_clear_pointer (&self->step, fr_step_free);
}

/* The tree is gone. */
static void
tell_fault (FrDocument *self)
{
  g_autoptr(GPtrArray) changes = fr_changes_new ();

  fr_changes_add (changes, FR_CHANGE_EDITED, "", FALSE, NULL, FALSE, NULL);
  fr_document_changed (self, changes);
}

/* Ends the step that was begun: kept if `good`, else taken back. Returns `good`. */
gboolean
fr_document_end (FrDocument *self, gboolean good)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_ref (self->step->changes);
  gboolean changed = self->step->splices->len > 0, was_faulty = self->fault != NULL;

  if (!good)
    take_back (self, self->step);
  if (!good || !changed)
    {
      g_clear_pointer (&self->step, fr_step_free);
      if (self->fault != NULL && !was_faulty)
        tell_fault (self);
      return good;
    }
  if (fr_document_may_join (self))
    join_last_step (self);
  else
    g_ptr_array_add (self->undo, g_steal_pointer (&self->step));
  g_ptr_array_set_size (self->redo, 0);
  fr_document_end_group (self);
  fr_document_changed (self, changes);
  return TRUE;
}

void
fr_document_end_group (FrDocument *self)
{
  self->group_open = FALSE;
}

static gboolean
step_over (FrDocument *self, GPtrArray *from, GPtrArray *to, gboolean forwards)
{
  g_autoptr(GPtrArray) changes = NULL;
  FrStep *step;

  fr_document_end_group (self);
  if (from->len == 0 || self->fault != NULL)
    return FALSE;
  step = g_ptr_array_steal_index (from, from->len - 1);
  if (!forwards)
    take_back (self, step);
  for (unsigned i = 0; forwards && i < step->splices->len; i++)
    fr_document_revert (self, g_ptr_array_index (step->splices, i), TRUE);
  g_ptr_array_add (to, step);
  changes = forwards ? g_ptr_array_ref (step->changes) : fr_changes_invert (step->changes);
  if (self->fault != NULL)
    tell_fault (self);
  else
    fr_document_changed (self, changes);
  return TRUE;
}

gboolean
fr_document_undo (FrDocument *self)
{
  return step_over (self, self->undo, self->redo, FALSE);
}

gboolean
fr_document_redo (FrDocument *self)
{
  return step_over (self, self->redo, self->undo, TRUE);
}

static const GPtrArray *
last_changes (GPtrArray *steps)
{
  return steps->len > 0 ? ((const FrStep *) g_ptr_array_index (steps, steps->len - 1))->changes : NULL;
}

const GPtrArray *
fr_document_get_undo (FrDocument *self)
{
  return last_changes (self->undo);
}

const GPtrArray *
fr_document_get_redo (FrDocument *self)
{
  return last_changes (self->redo);
}

/* Whatever its type: 012 in the file is shown as this text. */
static gboolean
says_already (FrDocument *self, const char *pointer, const char *text)
{
  const FrNode *node = fr_document_find (self, pointer, NULL);

  return node != NULL && node->kind == FR_NODE_SCALAR && node->text_length == strlen (text) && strcmp (node->text, text) == 0;
}

gboolean
fr_document_set_string (FrDocument *self, const char *pointer, const char *text, GError **error)
{
  g_autoptr(FrNode) value = fr_node_new_scalar (FR_TYPE_STRING, text, -1);
  gboolean good;

  fr_document_begin (self, pointer);
  good = fr_document_end (self, says_already (self, pointer, text) ||
                                fr_document_add_value (self, pointer, value, FR_ADD_SET, error));
  self->group_open = good;
  return good;
}

static gboolean
add_json (FrDocument *self, const char *pointer, const char *json, FrAdd how, GError **error)
{
  g_autoptr(FrNode) value = fr_json_read (json, error);

  if (value == NULL)
    return FALSE;
  fr_document_end_group (self);
  fr_document_begin (self, NULL);
  return fr_document_end (self, fr_document_add_value (self, pointer, value, how, error));
}

gboolean
fr_document_set_json (FrDocument *self, const char *pointer, const char *json, GError **error)
{
  return add_json (self, pointer, json, FR_ADD_SET, error);
}

gboolean
fr_document_add (FrDocument *self, const char *pointer, const char *json, GError **error)
{
  return add_json (self, pointer, json, FR_ADD_DEEP, error);
}

gboolean
fr_document_remove (FrDocument *self, const char *pointer, GError **error)
{
  fr_document_end_group (self);
  fr_document_begin (self, NULL);
  return fr_document_end (self, fr_document_remove_entry (self, pointer, error));
}

gboolean
fr_document_move (FrDocument *self, const char *from, const char *pointer, GError **error)
{
  fr_document_end_group (self);
  fr_document_begin (self, NULL);
  return fr_document_end (self, fr_document_move_entry (self, from, pointer, error));
}

gboolean
fr_document_copy (FrDocument *self, const char *from, const char *pointer, GError **error)
{
  fr_document_end_group (self);
  fr_document_begin (self, NULL);
  return fr_document_end (self, fr_document_copy_entry (self, from, pointer, error));
}
