/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-history.h"

#include <string.h>

void
fr_past_splice_free (FrPastSplice *splice)
{
  g_string_free (splice->removed, TRUE);
  g_string_free (splice->inserted, TRUE);
  g_clear_pointer (&splice->path, g_array_unref);
  g_free (splice);
}

FrPastSplice *
fr_past_splice_copy (const FrPastSplice *splice, gboolean forwards)
{
  const GString *removed = forwards ? splice->removed : splice->inserted;
  const GString *inserted = forwards ? splice->inserted : splice->removed;
  FrPastSplice *copy = g_new0 (FrPastSplice, 1);

  copy->start = splice->start;
  copy->removed = g_string_new_len (removed->str, removed->len);
  copy->inserted = g_string_new_len (inserted->str, inserted->len);
  return copy;
}

FrStep *
fr_step_new (const char *pointer)
{
  static _Atomic guint64 last_id;
  FrStep *step = g_new0 (FrStep, 1);

  step->id = ++last_id;
  step->pointer = g_strdup (pointer);
  step->splices = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_past_splice_free);
  step->changes = fr_changes_new ();
  return step;
}

void
fr_step_free (FrStep *step)
{
  g_ptr_array_unref (step->splices);
  g_ptr_array_unref (step->changes);
  g_free (step->pointer);
  g_free (step);
}

void
fr_step_add (FrStep *step, FrPastSplice *splice)
{
  FrPastSplice *last = step->splices->len > 0 ? g_ptr_array_index (step->splices, step->splices->len - 1) : NULL;

  if (last != NULL && splice->n_old == splice->n_new && splice->whole == last->whole &&
      splice->whole_file == last->whole_file && splice->start >= last->start &&
      splice->start + splice->removed->len <= last->start + last->inserted->len)
    {
      gsize offset = splice->start - last->start;

      g_string_erase (last->inserted, offset, splice->removed->len);
      g_string_insert_len (last->inserted, offset, splice->inserted->str, splice->inserted->len);
      fr_past_splice_free (splice);
      return;
    }
  g_ptr_array_add (step->splices, splice);
}
