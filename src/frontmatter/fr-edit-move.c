/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-edit.h"

/* A comment behind the dash of the item that the list is, right above the list's own first one. */
static gsize
comment_on_dash (const FrSource *source, const FrNode *sequence, gsize first)
{
  gsize slot;

  if (sequence->parent == NULL || sequence->parent->kind != FR_NODE_SEQUENCE || !fr_value_slot (source, sequence, &slot))
    return first;
  slot += strspn (source->text + slot, " \t");
  return source->text[slot] == '#' && fr_line_end (source, slot) == fr_line_start (source, first) &&
         fr_column_of (source, slot) == fr_column_of (source, first) ? slot : first;
}

/* Its own bytes begin at its first comment, or its dash; white space before that stays. */
static gsize
start_of (const FrSource *source, const FrNode *sequence, unsigned index)
{
  gsize start = fr_entry_start (source, sequence, index);

  if (!fr_node_is_block (sequence) || !fr_is_first_on_line (source, start))
    return start;
  start = fr_entry_comments_start (source, sequence, index);
  start += strspn (source->text + start, " ");
  return index == 0 ? comment_on_dash (source, sequence, start) : start;
}

static gsize
end_of (const FrSource *source, const FrNode *sequence, unsigned index)
{
  return fr_node_is_block (sequence) ? fr_entry_text_end (source, sequence, index) : fr_entry_end (sequence, index);
}

/* Behind any of the entries between brackets: nobody knows which of its neighbours a comment is about. */
static gboolean
has_comments (const FrSource *source, const FrNode *sequence, unsigned first, unsigned last)
{
  for (unsigned i = first; i <= last; i++)
    {
      gsize gap = fr_entry_end (sequence, i);
      gsize end = i + 1 < fr_node_count (sequence) ? fr_entry_start (source, sequence, i + 1) : fr_node_get_end (sequence);

      if (memchr (source->text + gap, '#', end - gap) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
fr_edit_move (const FrSource *source, const FrNode *sequence, unsigned from, unsigned to, FrSplice *splice, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  unsigned first = MIN (from, to), last = MAX (from, to);
  gsize start = start_of (source, sequence, first);

  if (!fr_node_is_block (sequence) && has_comments (source, sequence, first, last))
    {
      g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
                   "A comment stands between entries of this list; move them in a text editor");
      return FALSE;
    }
  for (unsigned i = first; i <= last; i++)
    {
      unsigned entry = i == to ? from : from < to ? i + 1 : i - 1;
      gsize text = start_of (source, sequence, entry), gap = end_of (source, sequence, i);
      gsize gap_end = i < last ? start_of (source, sequence, i + 1) : gap;

      g_string_append_len (out, source->text + text, end_of (source, sequence, entry) - text);
      g_string_append_len (out, source->text + gap, gap_end - gap);
    }
  *splice = (FrSplice) { start, end_of (source, sequence, last) - start, g_strdup (out->str) };
  return TRUE;
}
