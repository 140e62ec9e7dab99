/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-typed.h"

#include "fr-history.h"

struct _FrTyped
{
  GBytes    *base, *text;
  GPtrArray *past, *future;  /* of FrStep; the next one is the last */
};

FrTyped *
fr_typed_new (GBytes *base)
{
  FrTyped *self = g_new (FrTyped, 1);

  self->base = g_bytes_ref (base);
  self->text = g_bytes_ref (base);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_step_free);
  self->future = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_step_free);
  return self;
}

void
fr_typed_free (FrTyped *self)
{
  g_bytes_unref (self->base);
  g_bytes_unref (self->text);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_free (self);
}

GBytes *
fr_typed_get_base (FrTyped *self)
{
  return self->base;
}

GBytes *
fr_typed_get_text (FrTyped *self)
{
  return self->text;
}

static GString *
to_string (GBytes *bytes)
{
  return g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
take_text (FrTyped *self, GBytes *text)
{
  g_bytes_unref (self->text);
  self->text = text;
}

void
fr_typed_set_text (FrTyped *self, GBytes *text, gboolean goes_on)
{
  gsize n_before, n_after;
  const char *before = g_bytes_get_data (self->text, &n_before), *after = g_bytes_get_data (text, &n_after);

  if (!goes_on || self->past->len == 0 || self->future->len > 0)
    g_ptr_array_add (self->past, fr_step_new (NULL));
  fr_step_add (self->past->pdata[self->past->len - 1], fr_past_splice_find (before, n_before, after, n_after));
  g_ptr_array_set_size (self->future, 0);
  take_text (self, g_bytes_ref (text));
}

gboolean
fr_typed_can_undo (FrTyped *self)
{
  return self->past->len > 0;
}

gboolean
fr_typed_can_redo (FrTyped *self)
{
  return self->future->len > 0;
}

static void
make (GString *text, const FrPastSplice *splice, gboolean forwards)
{
  const GString *out = forwards ? splice->removed : splice->inserted, *in = forwards ? splice->inserted : splice->removed;

  g_string_erase (text, splice->start, out->len);
  g_string_insert_len (text, splice->start, in->str, in->len);
}

void
fr_typed_undo (FrTyped *self)
{
  FrStep *step = g_ptr_array_steal_index (self->past, self->past->len - 1);
  GString *text = to_string (self->text);

  for (unsigned i = step->splices->len; i-- > 0;)
    make (text, step->splices->pdata[i], FALSE);
  g_ptr_array_add (self->future, step);
  take_text (self, g_string_free_to_bytes (text));
}

void
fr_typed_redo (FrTyped *self)
{
  FrStep *step = g_ptr_array_steal_index (self->future, self->future->len - 1);
  GString *text = to_string (self->text);

  for (unsigned i = 0; i < step->splices->len; i++)
    make (text, step->splices->pdata[i], TRUE);
  g_ptr_array_add (self->past, step);
  take_text (self, g_string_free_to_bytes (text));
}
