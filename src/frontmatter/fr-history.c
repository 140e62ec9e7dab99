/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-history.h"

#include <string.h>

void
fr_change_free (FrChange *change)
{
  g_string_free (change->removed, TRUE);
  g_string_free (change->inserted, TRUE);
  g_clear_pointer (&change->path, g_array_unref);
  g_free (change);
}

FrChange *
fr_change_copy_splice (const FrChange *change, gboolean forwards)
{
  const GString *removed = forwards ? change->removed : change->inserted;
  const GString *inserted = forwards ? change->inserted : change->removed;
  FrChange *copy = g_new0 (FrChange, 1);

  copy->start = change->start;
  copy->removed = g_string_new_len (removed->str, removed->len);
  copy->inserted = g_string_new_len (inserted->str, inserted->len);
  return copy;
}

FrStep *
fr_step_new (const char *pointer)
{
  static guint64 last_id;
  FrStep *step = g_new0 (FrStep, 1);

  step->id = ++last_id;
  step->pointer = g_strdup (pointer);
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_change_free);
  return step;
}

void
fr_step_free (FrStep *step)
{
  g_ptr_array_unref (step->changes);
  g_free (step->pointer);
  g_free (step);
}

void
fr_step_add (FrStep *step, FrChange *change)
{
  FrChange *last = step->changes->len > 0 ? g_ptr_array_index (step->changes, step->changes->len - 1) : NULL;

  if (last != NULL && change->n_old == change->n_new && change->whole == last->whole && change->start >= last->start &&
      change->start + change->removed->len <= last->start + last->inserted->len)
    {
      gsize offset = change->start - last->start;

      g_string_erase (last->inserted, offset, change->removed->len);
      g_string_insert_len (last->inserted, offset, change->inserted->str, change->inserted->len);
      fr_change_free (change);
      return;
    }
  g_ptr_array_add (step->changes, change);
}
