/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-entry.h"

#include <string.h>

#include "fr-text.h"

gsize
fr_line_start (const FrSource *source, gsize offset)
{
  while (offset > source->start && source->text[offset - 1] != '\n')
    offset--;
  return offset;
}

gsize
fr_line_end (const FrSource *source, gsize offset)
{
  const char *newline = memchr (source->text + offset, '\n', source->end - offset);

  return newline == NULL ? source->end : (gsize) (newline + 1 - source->text);
}

gsize
fr_line_text_end (const FrSource *source, gsize offset)
{
  gsize end = fr_line_end (source, offset);

  if (end > offset && source->text[end - 1] == '\n')
    end--;
  return end > offset && source->text[end - 1] == '\r' ? end - 1 : end;
}

gboolean
fr_is_blank_line (const FrSource *source, gsize line)
{
  gsize end = fr_line_end (source, line);

  return line < end && line + strspn (source->text + line, " \t\r\n") >= end;
}

gboolean
fr_is_first_on_line (const FrSource *source, gsize offset)
{
  gsize start = fr_line_start (source, offset);

  return strspn (source->text + start, " ") >= offset - start;
}

unsigned
fr_column_of (const FrSource *source, gsize offset)
{
  gsize start = fr_line_start (source, offset);

  return g_utf8_strlen (source->text + start, offset - start);
}

unsigned
fr_column_around (const FrSource *source, const FrNode *node)
{
  const FrNode *around = node->parent;

  while (around != NULL && !fr_node_is_block (around))
    around = around->parent;
  return around == NULL ? 0 : fr_column_of (source, fr_node_get_start (around));
}

const FrNode *
fr_entry_value (const FrNode *collection, unsigned index)
{
  unsigned stride = fr_node_stride (collection);

  return collection->children[index * stride + stride - 1];
}

gsize
fr_entry_start (const FrSource *source, const FrNode *collection, unsigned index)
{
  if (collection->kind == FR_NODE_MAPPING || !fr_node_is_block (collection))
    return fr_node_get_start (collection->children[index * fr_node_stride (collection)]);
  if (index == 0)
    return fr_node_get_start (collection);
  return fr_skip_to_content (source->text, source->end, fr_entry_end (collection, index - 1));
}

gsize
fr_entry_end (const FrNode *collection, unsigned index)
{
  return fr_node_get_end (fr_entry_value (collection, index));
}

gsize
fr_entry_comments_start (const FrSource *source, const FrNode *collection, unsigned index)
{
  gsize entry = fr_entry_start (source, collection, index);
  gsize line = fr_line_start (source, entry);
  unsigned column = fr_column_of (source, fr_node_get_start (collection));
  gsize floor = source->start;

  if (index > 0)
    floor = fr_line_end (source, fr_entry_end (collection, index - 1));
  else if (collection->parent != NULL)
    floor = fr_line_end (source, fr_node_get_start (collection->parent));
  while (line > floor)
    {
      gsize above = fr_line_start (source, line - 1);
      gsize spaces = strspn (source->text + above, " ");

      if (above < floor || source->text[above + spaces] != '#' || spaces != column)
        break;
      line = above;
    }
  return line;
}

gsize
fr_entry_lines_end (const FrSource *source, const FrNode *collection, unsigned index)
{
  gsize end = fr_line_end (source, fr_entry_end (collection, index));
  unsigned column = fr_column_of (source, fr_node_get_start (collection));

  while (end < source->end)
    {
      gsize spaces = strspn (source->text + end, " ");

      if (source->text[end + spaces] != '#' || spaces <= column)
        break;
      end = fr_line_end (source, end);
    }
  return end;
}

static gsize
without_newline (const FrSource *source, gsize end)
{
  if (end > source->start && source->text[end - 1] == '\n')
    end--;
  return end > source->start && source->text[end - 1] == '\r' ? end - 1 : end;
}

gsize
fr_entry_text_end (const FrSource *source, const FrNode *collection, unsigned index)
{
  return without_newline (source, fr_entry_lines_end (source, collection, index));
}

gsize
fr_entry_blank_lines_above (const FrSource *source, const FrNode *collection, unsigned index)
{
  gsize line = fr_entry_comments_start (source, collection, index);
  gsize floor = source->start;

  if (index > 0)
    floor = fr_line_end (source, fr_entry_end (collection, index - 1));
  else if (collection->parent != NULL && fr_value_slot (source, collection, &floor))
    floor = fr_line_end (source, floor);
  while (line > floor && fr_is_blank_line (source, fr_line_start (source, line - 1)))
    line = fr_line_start (source, line - 1);
  return line;
}

gsize
fr_entry_gap (const FrSource *source, const FrNode *collection, unsigned index, gsize *start)
{
  gsize end;

  if (index + 1 == fr_node_count (collection))
    {
      *start = without_newline (source, fr_entry_blank_lines_above (source, collection, index));
      return fr_entry_comments_start (source, collection, index);
    }
  *start = fr_entry_text_end (source, collection, index);
  end = fr_entry_lines_end (source, collection, index);
  while (end < source->end && fr_is_blank_line (source, end))
    end = fr_line_end (source, end);
  return end;
}

gboolean
fr_entry_has_lines (const FrSource *source, const FrNode *collection, unsigned index)
{
  return fr_node_is_block (collection) && fr_is_first_on_line (source, fr_entry_start (source, collection, index));
}

FrEntryLines
fr_entry_copy_lines (const FrSource *source, const FrNode *collection, unsigned index, gboolean with_comments,
                     const char *key)
{
  gsize entry = fr_entry_start (source, collection, index);
  gsize start = with_comments ? fr_entry_comments_start (source, collection, index) : fr_line_start (source, entry);
  gsize end = fr_entry_lines_end (source, collection, index);
  gsize rest = entry, gap, gap_end = fr_entry_gap (source, collection, index, &gap);
  FrEntryLines lines = { NULL, fr_column_of (source, entry), NULL };
  g_autoptr(GString) text = NULL;

  if (!fr_entry_has_lines (source, collection, index))
    return lines;
  text = g_string_new_len (source->text + start, entry - start);
  if (key != NULL)
    {
      g_string_append (text, key);
      rest += collection->children[2 * index]->length;
    }
  g_string_append_len (text, source->text + rest, end - rest);
  lines.text = g_strdup (text->str);
  if (with_comments)
    lines.gap = g_strndup (source->text + gap, gap_end - gap);
  return lines;
}

void
fr_entry_lines_clear (FrEntryLines *lines)
{
  g_clear_pointer (&lines->text, g_free);
  g_clear_pointer (&lines->gap, g_free);
}

char *
fr_entry_lines_at (const FrEntryLines *lines, unsigned column)
{
  g_autoptr(GString) out = g_string_new (NULL);
  gsize length;

  for (const char *line = lines->text; *line != '\0'; line += length)
    {
      gsize spaces = strspn (line, " ");
      /* Blank lines stay as they are, and comments left of the entry. */
      gboolean stays = strchr ("\t\r\n", line[spaces]) != NULL || (line[spaces] == '#' && spaces < lines->column);

      length = strcspn (line, "\n");
      length += line[length] == '\n';
      if (!stays && spaces + column < lines->column)
        return NULL;
      for (gsize i = 0; i < (stays ? spaces : spaces + column - lines->column); i++)
        g_string_append_c (out, ' ');
      g_string_append_len (out, line + spaces, length - spaces);
    }
  if (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  if (out->len > 0 && out->str[out->len - 1] == '\r')
    g_string_truncate (out, out->len - 1);
  return g_strdup (out->str);
}

gboolean
fr_value_slot (const FrSource *source, const FrNode *value, gsize *offset)
{
  const FrNode *parent = value->parent;
  unsigned index = fr_node_index (value);
  gboolean item = parent->kind == FR_NODE_SEQUENCE;
  gsize at = item ? fr_entry_start (source, parent, index)
                  : fr_skip_to_content (source->text, source->end, fr_node_get_end (parent->children[2 * index]));

  *offset = at + 1;
  return at < source->end && source->text[at] == (item ? '-' : ':') && at < fr_node_get_end (value);
}
