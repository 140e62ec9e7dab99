#include <string.h>

#include "fr-edit.h"

static gboolean
remove_from_flow (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice, GError **error)
{
  gboolean last = index + 1 == fr_node_count (collection);
  gsize inside = fr_node_get_start (collection) + 1;
  gsize start = !last ? fr_entry_start (source, collection, index) : index > 0 ? fr_entry_end (collection, index - 1) : inside;
  gsize end = !last ? fr_entry_start (source, collection, index + 1)
              : index > 0 ? fr_entry_end (collection, index) : inside + collection->length - 2;

  if (memchr (source->text + start, '#', end - start) != NULL && memchr (source->text + start, '\n', end - start) != NULL)
    {
      g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
                   "A comment may stand between this entry of the list and the next; remove it in a text editor");
      return FALSE;
    }
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
  return TRUE;
}

/* Where the blank lines above `line` begin; not above `floor`. */
static gsize
blank_lines_start (const FrSource *source, gsize line, gsize floor)
{
  while (line > floor && fr_is_blank_line (source, fr_line_start (source, line - 1)))
    line = fr_line_start (source, line - 1);
  return line;
}

/* Blank lines that parted it from its neighbours go with it, so that those are parted as before. */
static void
remove_lines (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice)
{
  gsize start = fr_entry_comments_start (source, collection, index);
  gsize end = fr_entry_lines_end (source, collection, index);
  gsize floor = index > 0 ? fr_line_end (source, fr_entry_end (collection, index - 1)) : start;
  gsize above = blank_lines_start (source, start, floor);
  gsize below = end;

  while (below < source->end && fr_is_blank_line (source, below))
    below = fr_line_end (source, below);
  if (index == 0 || above < start)
    {
      if (index > 0 && below == end)
        start = above;
      end = below;
    }
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

static gsize
without_newline (const FrSource *source, gsize end)
{
  if (end > source->start && source->text[end - 1] == '\n')
    end--;
  return end > source->start && source->text[end - 1] == '\r' ? end - 1 : end;
}

/* The last one leaves an empty collection, and the comments that were not its own. */
static gboolean
remove_only_entry (const FrSource *source, const FrNode *collection, FrSplice *splice, GError **error)
{
  const char *empty = collection->kind == FR_NODE_MAPPING ? "{}" : "[]";
  gsize comments = fr_entry_comments_start (source, collection, 0);
  gsize end = without_newline (source, fr_entry_lines_end (source, collection, 0));
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
  kept_end = MAX (comments, slot);
  while (kept_end > slot && strchr (" \t\r\n", source->text[kept_end - 1]) != NULL)
    kept_end--;
  kept = g_strndup (source->text + slot, kept_end - slot);
  *splice = (FrSplice) { slot, end - slot, g_strconcat (" ", empty, kept, NULL) };
  return TRUE;
}

gboolean
fr_edit_remove (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice, GError **error)
{
  if (!fr_node_is_block (collection))
    return remove_from_flow (source, collection, index, splice, error);
  if (fr_node_count (collection) == 1)
    return remove_only_entry (source, collection, splice, error);
  if (fr_is_first_on_line (source, fr_entry_start (source, collection, index)))
    remove_lines (source, collection, index, splice);
  else
    remove_first_on_dash (source, collection, splice);
  return TRUE;
}
