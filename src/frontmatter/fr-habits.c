/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-habits.h"

static gboolean
is_below_its_dash (const FrSource *source, const FrNode *item)
{
  gsize slot;

  return fr_value_slot (source, item, &slot) && fr_line_text_end (source, slot) < fr_node_get_start (item);
}

/* Looks upwards for a mapping in a mapping and a sequence in a mapping to learn from. */
FrHabits
fr_habits_around (const FrSource *source, const FrNode *node)
{
  FrHabits habits = { source->newline, 2, 2, 2, FALSE, FR_STYLE_PLAIN, FR_STYLE_DOUBLE_QUOTED };
  gboolean seen_mapping = FALSE, seen_sequence = FALSE, seen_item = FALSE;

  for (; node != NULL && node->parent != NULL; node = node->parent)
    {
      unsigned column = fr_column_of (source, fr_node_get_start (node));
      unsigned outer = fr_column_of (source, fr_node_get_start (node->parent));

      if (!fr_node_is_block (node) || !fr_node_is_block (node->parent) || column < outer)
        continue;
      if (node->parent->kind == FR_NODE_SEQUENCE && column > outer && !seen_item)
        {
          habits.dash_width = column - outer;
          habits.bare_dash = is_below_its_dash (source, node);
          seen_item = TRUE;
        }
      else if (node->parent->kind == FR_NODE_SEQUENCE)
        continue;
      else if (node->kind == FR_NODE_MAPPING && !seen_mapping && column > outer)
        habits.mapping_step = column - outer, seen_mapping = TRUE;
      else if (node->kind == FR_NODE_SEQUENCE && !seen_sequence)
        habits.sequence_step = column - outer, seen_sequence = TRUE;
    }
  return habits;
}

typedef struct
{
  gboolean any, mixed;
  FrStyle  style;        /* of strings on one line, if they are not mixed */
  FrStyle  block;        /* of block scalars, or FR_STYLE_DOUBLE_QUOTED */
} Seen;

static void
see (Seen *seen, const FrNode *value)
{
  if (value->kind != FR_NODE_SCALAR || value->type != FR_TYPE_STRING)
    return;
  if (value->style == FR_STYLE_LITERAL || value->style == FR_STYLE_FOLDED)
    {
      seen->block = value->style;
      return;
    }
  seen->mixed = seen->mixed || (seen->any && value->style != seen->style);
  seen->style = value->style;
  seen->any = TRUE;
}

/* Quotes, if the neighbouring strings all have the same ones; of a mapping's or a list's items, each value. */
FrHabits
fr_habits_of_entries (const FrSource *source, const FrNode *collection, unsigned index)
{
  FrHabits habits = fr_habits_around (source, fr_entry_value (collection, index));
  Seen seen = { FALSE, FALSE, FR_STYLE_PLAIN, FR_STYLE_DOUBLE_QUOTED };

  for (unsigned i = 0; i < fr_node_count (collection); i++)
    {
      const FrNode *value = fr_entry_value (collection, i);

      see (&seen, value);
      for (unsigned n = 0; n < fr_node_count (value) && value->kind != FR_NODE_ALIAS; n++)
        see (&seen, fr_entry_value (value, n));
    }
  if (!seen.mixed && (seen.style == FR_STYLE_SINGLE_QUOTED || seen.style == FR_STYLE_DOUBLE_QUOTED))
    habits.style = seen.style;
  habits.block_style = seen.block;
  return habits;
}
