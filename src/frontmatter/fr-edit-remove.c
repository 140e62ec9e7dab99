/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-edit.h"
#include "fr-text.h"

static gboolean
holds_comment (const FrSource *source, gsize start, gsize end)
{
  return memchr (source->text + start, '#', end - start) != NULL && memchr (source->text + start, '\n', end - start) != NULL;
}

/* It has a line for itself, and comments stand above: they stay, and so does the comma that was the last one. */
static gboolean
remove_last_flow_line (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice)
{
  gsize comma = fr_skip_to_content (source->text, source->end, fr_entry_end (collection, index - 1));
  gsize start = fr_entry_start (source, collection, index), end = fr_entry_end (collection, index);
  gsize last_comma = end + strspn (source->text + end, " \t");
  gsize above = fr_line_start (source, start);

  if (!fr_is_first_on_line (source, start) || comma >= above || source->text[comma] != ',')
    return FALSE;
  above = fr_line_text_end (source, fr_line_start (source, above - 1));
  if (source->text[last_comma] == ',')
    *splice = (FrSplice) { above, last_comma + 1 - above, g_strdup ("") };
  else
    *splice = (FrSplice) { comma, end - comma, g_strndup (source->text + comma + 1, above - comma - 1) };
  return TRUE;
}

static gboolean
remove_from_flow (const FrSource *source, const FrNode *collection, unsigned index, gboolean moves, FrSplice *splice,
                  GError **error)
{
  gboolean last = index + 1 == fr_node_count (collection);
  gsize inside = fr_node_get_start (collection) + 1;
  gsize start = fr_entry_start (source, collection, index), end = fr_entry_end (collection, index);
  gsize before = index > 0 ? fr_entry_end (collection, index - 1) : inside;
  gsize behind = last ? inside + collection->length - 2 : fr_entry_start (source, collection, index + 1);
  gboolean commented = last && index > 0 ? holds_comment (source, before, start) : holds_comment (source, end, behind);

  /* Nobody knows which of its neighbours the comment is about, so it cannot go with it. */
  if (commented && !moves && last && index > 0 && remove_last_flow_line (source, collection, index, splice))
    return TRUE;
  if (commented || (last && index == 0 && holds_comment (source, inside, start)))
    {
      g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
                   "A comment may stand between this entry of the list and the next; remove it in a text editor");
      return FALSE;
    }
  if (last)
    start = before;
  end = last && index > 0 ? end : behind;
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
  return TRUE;
}

/* A block scalar whose value ends with a newline: the one behind its last line. */
static gboolean
ends_with_newline (const FrNode *node)
{
  while (node->kind != FR_NODE_SCALAR && node->kind != FR_NODE_ALIAS && node->n_children > 0)
    node = node->children[node->n_children - 1];
  return (node->style == FR_STYLE_LITERAL || node->style == FR_STYLE_FOLDED) && node->text_length > 0 &&
         node->text[node->text_length - 1] == '\n';
}

/* From the end of the line above: the last line of the text keeps its own newline, or has none. */
static void
remove_last_lines (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice)
{
  gsize start, end = fr_entry_text_end (source, collection, index);

  fr_entry_gap (source, collection, index, &start);
  if (end == source->end && ends_with_newline (fr_entry_value (collection, index - 1)))
    start = fr_entry_blank_lines_above (source, collection, index);
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
}

/* Blank lines that parted it from its neighbours go with it, so that those are parted as before; all of them if it
 * is to stand elsewhere. */
static void
remove_lines (const FrSource *source, const FrNode *collection, unsigned index, gboolean moves, FrSplice *splice)
{
  gsize start = fr_entry_comments_start (source, collection, index), gap;
  gsize end = fr_entry_gap (source, collection, index, &gap);

  if (!moves && index > 0 && fr_entry_blank_lines_above (source, collection, index) == start)
    end = fr_entry_lines_end (source, collection, index);
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
}

/* The entry stands behind its list's dash: the next one, or its comment, takes its place there. */
static void
remove_first_on_dash (const FrSource *source, const FrNode *collection, FrSplice *splice)
{
  gsize start = fr_entry_start (source, collection, 0);
  gsize end = fr_entry_lines_end (source, collection, 0);

  end += strspn (source->text + end, " \t\r\n");
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
}

/* The last one leaves an empty collection, and the comments that were not its own. */
static gboolean
remove_only_entry (const FrSource *source, const FrNode *collection, FrSplice *splice, GError **error)
{
  const char *empty = collection->kind == FR_NODE_MAPPING ? "{}" : "[]";
  gsize end = fr_entry_text_end (source, collection, 0);
  g_autofree char *kept = NULL;
  gsize slot, kept_end;

  if (collection->parent == NULL)
    {
      slot = fr_node_get_start (collection);
      *splice = (FrSplice) { slot, end - slot, g_strdup (empty) };
      return TRUE;
    }
  if (!fr_value_slot (source, collection, &slot))
    {
      g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
                   "The name of this list is written with a question mark (? name); change it in a text editor");
      return FALSE;
    }
  fr_entry_gap (source, collection, 0, &kept_end);
  kept = g_strndup (source->text + slot, MAX (kept_end, slot) - slot);
  *splice = (FrSplice) { slot, end - slot, g_strconcat (" ", empty, kept, NULL) };
  return TRUE;
}

gboolean
fr_edit_remove (const FrSource *source, const FrNode *collection, unsigned index, gboolean moves, FrSplice *splice,
                GError **error)
{
  if (!fr_node_is_block (collection))
    return remove_from_flow (source, collection, index, moves, splice, error);
  if (fr_node_count (collection) == 1)
    return remove_only_entry (source, collection, splice, error);
  if (!fr_is_first_on_line (source, fr_entry_start (source, collection, index)))
    remove_first_on_dash (source, collection, splice);
  else if (index + 1 == fr_node_count (collection))
    remove_last_lines (source, collection, index, splice);
  else
    remove_lines (source, collection, index, moves, splice);
  return TRUE;
}
