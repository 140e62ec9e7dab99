/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-edit.h"
#include "fr-habits.h"

static void
emit_entry (GString *out, const FrNode *collection, const FrNode *key, const FrNode *value, const FrHabits *habits,
            unsigned column)
{
  for (unsigned i = 0; i < column; i++)
    g_string_append_c (out, ' ');
  if (collection->kind == FR_NODE_MAPPING)
    {
      fr_emit_key (out, key, habits, FALSE);
      g_string_append_c (out, ':');
      fr_emit_behind_key (out, value, habits, column);
    }
  else
    {
      g_string_append_c (out, '-');
      fr_emit_behind_dash (out, value, habits, column);
    }
}

/* Its lines, without the last newline. */
static char *
write_entry (const FrNode *collection, const FrNode *key, const FrNode *value, const FrEntryLines *lines,
             const FrHabits *habits, unsigned column)
{
  char *text = lines != NULL && lines->text != NULL ? fr_entry_lines_at (lines, column) : NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  if (text != NULL)
    return text;
  emit_entry (out, collection, key, value, habits, column);
  return g_strdup (out->str);
}

/* The newline and blank lines between the new entry and a neighbour: its own, or like those between its neighbours. */
static char *
gap_of (const FrSource *source, const FrNode *collection, unsigned index, const FrEntryLines *lines)
{
  unsigned count = fr_node_count (collection), neighbour = CLAMP (index, 1, MAX (count, 2) - 1);
  gboolean apart = count > 1 && fr_entry_blank_lines_above (source, collection, neighbour) <
                                fr_entry_comments_start (source, collection, neighbour);

  if (lines != NULL && lines->gap != NULL)
    return g_strdup (lines->gap);
  return g_strconcat (source->newline, apart ? source->newline : "", NULL);
}

static void
insert_in_block (const FrSource *source, const FrNode *collection, unsigned index,
                 const FrNode *key, const FrNode *value, const FrEntryLines *lines, FrSplice *splice)
{
  unsigned count = fr_node_count (collection);
  unsigned column = fr_column_of (source, fr_node_get_start (collection));
  FrHabits habits = fr_habits_of_entries (source, collection, MIN (index, count - 1));
  g_autofree char *gap = gap_of (source, collection, index, lines);
  g_autofree char *entry = write_entry (collection, key, value, lines, &habits, column);
  gsize first = fr_entry_start (source, collection, MIN (index, count - 1));

  splice->removed = 0;
  if (index < count && !fr_is_first_on_line (source, first))
    {
      g_autofree char *indent = g_strnfill (column, ' ');

      splice->start = first;
      splice->inserted = g_strconcat (entry + strspn (entry, " "), gap, indent, NULL);
      return;
    }
  splice->start = index < count ? fr_entry_comments_start (source, collection, index)
                                : fr_entry_text_end (source, collection, count - 1);
  splice->inserted = index < count ? g_strconcat (entry, gap, NULL) : g_strconcat (gap, entry, NULL);
}

static char *
write_in_flow (const FrNode *collection, const FrNode *key, const FrNode *value, const FrHabits *habits)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (collection->kind == FR_NODE_MAPPING)
    {
      fr_emit_key (out, key, habits, TRUE);
      g_string_append (out, ": ");
    }
  fr_emit_flow (out, value, habits);
  return g_strdup (out->str);
}

/* Behind the last entry, which has a line for itself: its comma goes where it ends, the new one below. */
static char *
append_flow_line (const FrSource *source, gsize end, const char *entry, const char *break_, gsize *removed)
{
  gsize line_end = fr_line_text_end (source, end);
  gsize comma = end + strspn (source->text + end, " \t");
  g_autofree char *rest = g_strndup (source->text + end, line_end - end);

  if (source->text[comma] == ',')
    {
      *removed = line_end - end;
      return g_strconcat (rest, break_, entry, ",", NULL);
    }
  /* A comment stays on its line. */
  if (comma < line_end && source->text[comma] != '#')
    return g_strconcat (",", break_, entry, NULL);
  *removed = line_end - end;
  return g_strconcat (",", rest, break_, entry, NULL);
}

static void
insert_in_flow (const FrSource *source, const FrNode *collection, unsigned index,
                const FrNode *key, const FrNode *value, FrSplice *splice)
{
  unsigned count = fr_node_count (collection);
  FrHabits habits = count > 0 ? fr_habits_of_entries (source, collection, MIN (index, count - 1))
                              : fr_habits_around (source, collection);
  g_autofree char *entry = write_in_flow (collection, key, value, &habits);
  gsize neighbour = count > 0 ? fr_entry_start (source, collection, MIN (index, count - 1)) : 0;
  g_autofree char *indent = count > 0 ? g_strnfill (fr_column_of (source, neighbour), ' ') : NULL;
  g_autofree char *break_ = g_strconcat (source->newline, indent, NULL);
  gboolean on_lines = count > 0 && fr_is_first_on_line (source, neighbour);

  splice->removed = 0;
  splice->start = index < count ? neighbour
                  : count > 0   ? fr_entry_end (collection, count - 1)
                                : fr_node_get_start (collection) + 1;
  if (count == 0)
    splice->inserted = g_steal_pointer (&entry);
  else if (index < count)
    splice->inserted = g_strconcat (entry, on_lines ? "," : ", ", on_lines ? break_ : NULL, NULL);
  else if (on_lines)
    splice->inserted = append_flow_line (source, splice->start, entry, break_, &splice->removed);
  else
    splice->inserted = g_strconcat (", ", entry, NULL);
}

void
fr_edit_insert (const FrSource *source, const FrNode *collection, unsigned index,
                const FrNode *key, const FrNode *value, const FrEntryLines *lines, FrSplice *splice)
{
  if (fr_node_is_block (collection))
    insert_in_block (source, collection, index, key, value, lines, splice);
  else
    insert_in_flow (source, collection, index, key, value, splice);
}
