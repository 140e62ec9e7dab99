/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-step-data.h"

static GVariant *
bytes_to_data (const GString *bytes)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes->str, bytes->len, 1);
}

static GString *
bytes_from_data (GVariant *data)
{
  gsize size;
  const char *bytes = g_variant_get_fixed_array (data, &size, 1);

  g_variant_unref (data);
  return g_string_new_len (bytes, size);
}

static GVariant *
splice_to_data (const FrPastSplice *splice)
{
  const GArray *path = splice->path;
  GVariant *indices = g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, path != NULL ? path->data : NULL,
                                                 path != NULL ? path->len : 0, sizeof (guint32));

  return g_variant_new ("(t@ay@aybb@auuuu)", (guint64) splice->start, bytes_to_data (splice->removed),
                        bytes_to_data (splice->inserted), splice->whole, splice->whole_file, indices,
                        splice->first, splice->n_old, splice->n_new);
}

static FrPastSplice *
splice_from_data (GVariant *data)
{
  FrPastSplice *splice = g_new0 (FrPastSplice, 1);
  GVariant *removed, *inserted;
  g_autoptr (GVariant) path = NULL;
  guint64 start;
  gsize depth;
  const guint32 *indices;

  g_variant_get (data, "(t@ay@aybb@auuuu)", &start, &removed, &inserted, &splice->whole, &splice->whole_file, &path,
                 &splice->first, &splice->n_old, &splice->n_new);
  splice->start = start;
  splice->removed = bytes_from_data (removed);
  splice->inserted = bytes_from_data (inserted);
  indices = g_variant_get_fixed_array (path, &depth, sizeof (guint32));
  if (!splice->whole)
    splice->path = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (unsigned)), indices, depth);
  return splice;
}

GVariant *
fr_step_to_data (const FrStep *step)
{
  g_auto (GVariantBuilder) changes = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(usmsbbms)"));
  g_auto (GVariantBuilder) splices = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(tayaybbauuuu)"));

  for (unsigned i = 0; i < step->changes->len; i++)
    {
      const FrChange *change = g_ptr_array_index (step->changes, i);

      g_variant_builder_add (&changes, "(usmsbbms)", change->kind, change->pointer, change->from, change->in_list,
                             change->from_list, change->key);
    }
  for (unsigned i = 0; i < step->splices->len; i++)
    g_variant_builder_add_value (&splices, splice_to_data (g_ptr_array_index (step->splices, i)));
  return g_variant_new (FR_STEP_DATA, step->pointer, &changes, &splices);
}

FrStep *
fr_step_from_data (GVariant *data)
{
  g_autoptr (GVariantIter) changes = NULL, splices = NULL;
  const char *pointer, *typed, *from, *key;
  gboolean in_list, from_list;
  GVariant *splice;
  unsigned kind;
  FrStep *step;

  g_variant_get (data, "(m&sa(usmsbbms)a(tayaybbauuuu))", &typed, &changes, &splices);
  step = fr_step_new (typed);
  while (g_variant_iter_next (changes, "(u&sm&sbbm&s)", &kind, &pointer, &from, &in_list, &from_list, &key))
    fr_changes_add (step->changes, kind, pointer, in_list, from, from_list, key);
  while ((splice = g_variant_iter_next_value (splices)) != NULL)
    {
      g_ptr_array_add (step->splices, splice_from_data (splice));
      g_variant_unref (splice);
    }
  return step;
}
