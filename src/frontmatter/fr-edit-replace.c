/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-edit.h"
#include "fr-habits.h"
#include "fr-scalar-writer.h"

void
fr_splice_clear (FrSplice *splice)
{
  g_clear_pointer (&splice->inserted, g_free);
}

static gboolean
is_block_scalar (const FrNode *node)
{
  return node->style == FR_STYLE_LITERAL || node->style == FR_STYLE_FOLDED;
}

static unsigned
indent_of_lines (const FrSource *source, const FrNode *node, unsigned parent_indent)
{
  gsize end = fr_node_get_end (node);
  gsize start = fr_node_get_start (node);
  gsize line = fr_line_end (source, start);

  for (gsize i = start + 1; is_block_scalar (node) && i < end && strchr ("+-123456789", source->text[i]) != NULL; i++)
    if (g_ascii_isdigit (source->text[i]))
      return parent_indent + source->text[i] - '0';
  while (line < end && fr_is_blank_line (source, line))
    line = fr_line_end (source, line);
  if (line < end)
    return strspn (source->text + line, " ");
  return parent_indent + 2;
}

static gboolean
is_key (const FrNode *node)
{
  return node->parent != NULL && node->parent->kind == FR_NODE_MAPPING &&
         node->parent->children[2 * fr_node_index (node)] == node;
}

static char *
write_over (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style)
{
  gsize start = fr_node_get_start (node);
  unsigned around = fr_column_around (source, node);
  FrScalarFormat format = {
    .style = style,
    .in_flow = node->parent != NULL && !fr_node_is_block (node->parent),
    .one_line = is_key (node),
    .column = fr_column_of (source, start),
    .indent = indent_of_lines (source, node, around),
    .parent_indent = around,
    .newline = source->newline,
    .old = node,
    .old_raw = source->text + start,
    .ends_file = start + node->length == source->end,
  };

  if (value->type != FR_TYPE_STRING)
    {
      g_autofree char *comment = fr_scalar_header_comment (&format);

      return g_strconcat (value->type == FR_TYPE_NULL ? "null" : value->text, comment, NULL);
    }
  return fr_scalar_write (value->text, value->text_length, &format);
}

/* Leaves out what is the same at both ends, without cutting a character. */
static void
trim_splice (const FrSource *source, FrSplice *splice)
{
  const char *old = source->text + splice->start;
  gsize length = strlen (splice->inserted);
  gsize front = 0, back = 0, most = MIN (length, splice->removed);

  while (front < most && old[front] == splice->inserted[front])
    front++;
  while (front > 0 && ((old[front] & 0xc0) == 0x80 || (splice->inserted[front] & 0xc0) == 0x80))
    front--;
  while (back < most - front && old[splice->removed - 1 - back] == splice->inserted[length - 1 - back])
    back++;
  while (back > 0 && (splice->inserted[length - back] & 0xc0) == 0x80)
    back--;
  splice->inserted[length - back] = '\0';
  memmove (splice->inserted, splice->inserted + front, length - back - front + 1);
  splice->start += front;
  splice->removed -= front + back;
}

static gboolean
refuse_explicit_key (GError **error)
{
  g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
               "The name of this value is written with a question mark (? name); change it in a text editor");
  return FALSE;
}

static gboolean
has_entries (const FrNode *value)
{
  return value->kind != FR_NODE_SCALAR && value->n_children > 0;
}

/* The comment that stands on the line of the key or dash whose value is replaced: it stays there. Moves `end`,
 * the end of what is replaced, behind it where it is part of that. */
static char *
find_comment (const FrSource *source, gsize slot, const FrNode *node, gboolean with_entries, gsize *end)
{
  gsize from = slot, to = fr_line_text_end (source, slot);

  if (is_block_scalar (node))
    {
      from = fr_node_get_start (node);
      to = fr_line_text_end (source, from);
      from += strcspn (source->text + from, " \t\r\n");
    }
  else if (fr_node_get_start (node) <= to)
    {
      from = *end;
      to = with_entries ? fr_line_text_end (source, from) : from;
    }
  *end = MAX (*end, to);
  return g_strndup (source->text + from, to - from);
}

static void
append_entries_on_lines (GString *out, const FrNode *value, const FrHabits *habits, unsigned column,
                         const FrEntryLines *lines)
{
  g_autofree char *text = lines != NULL && lines->text != NULL ? fr_entry_lines_at (lines, column) : NULL;

  g_string_append (out, lines != NULL && lines->gap != NULL ? lines->gap : habits->newline);
  if (text != NULL)
    {
      g_string_append (out, text);
      return;
    }
  for (unsigned i = 0; i < column; i++)
    g_string_append_c (out, ' ');
  fr_emit_entries (out, value, habits, column);
}

static void
append_value (GString *out, const FrNode *node, const FrNode *value, FrHabits *habits, unsigned column,
              const char *comment, const FrEntryLines *lines)
{
  gboolean item = node->parent->kind == FR_NODE_SEQUENCE;
  unsigned step = item ? habits->dash_width : value->kind == FR_NODE_MAPPING ? habits->mapping_step : habits->sequence_step;

  if (has_entries (value) && (*comment != '\0' || lines != NULL))
    {
      g_string_append (out, comment);
      append_entries_on_lines (out, value, habits, column + step, lines);
      return;
    }
  if (item)
    fr_emit_behind_dash (out, value, habits, column);
  else
    fr_emit_behind_key (out, value, habits, column);
  g_string_append (out, comment);
}

static gboolean
replace_in_block (const FrSource *source, const FrNode *node, const FrNode *value, const FrEntryLines *lines,
                  FrSplice *splice, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  FrHabits habits = fr_habits_around (source, node);
  gsize end = fr_node_get_end (node);
  g_autofree char *comment = NULL;

  if (!fr_value_slot (source, node, &splice->start))
    return refuse_explicit_key (error);
  comment = find_comment (source, splice->start, node, has_entries (value), &end);
  append_value (out, node, value, &habits, fr_column_around (source, node), comment, lines);
  splice->removed = end - splice->start;
  splice->inserted = g_strdup (out->str);
  return TRUE;
}

/* There is no value yet: comments at most, or a line of dashes. */
static void
replace_nothing (const FrSource *source, const FrNode *root, const FrNode *value, FrSplice *splice)
{
  g_autoptr(GString) out = g_string_new (NULL);
  FrHabits habits = fr_habits_around (source, root);
  gsize start = fr_node_get_start (root);

  splice->start = start == source->start ? source->end : fr_column_of (source, start) > 0 ? fr_line_end (source, start) : start;
  splice->removed = 0;
  if (splice->start > source->start && source->text[splice->start - 1] != '\n')
    g_string_append (out, source->newline);
  if (has_entries (value))
    fr_emit_entries (out, value, &habits, 0);
  else
    fr_emit_flow (out, value, &habits);
  g_string_append (out, source->newline);
  splice->inserted = g_strdup (out->str);
}

static void
replace_root_or_in_flow (const FrSource *source, const FrNode *node, const FrNode *value, FrSplice *splice)
{
  g_autoptr(GString) out = g_string_new (NULL);
  FrHabits habits = fr_habits_around (source, node);

  splice->start = fr_node_get_start (node);
  splice->removed = node->length;
  if (node->parent == NULL && has_entries (value))
    fr_emit_entries (out, value, &habits, fr_column_of (source, splice->start));
  else
    fr_emit_flow (out, value, &habits);
  splice->inserted = g_strdup (out->str);
}

static void
replace_scalar (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style, FrSplice *splice)
{
  gsize start = fr_node_get_start (node);

  *splice = (FrSplice) { start, node->length, write_over (source, node, value, style) };
  /* An empty value ends at its colon or dash. */
  if (node->length == 0 && start > source->start && strchr (":-,", source->text[start - 1]) != NULL)
    {
      g_autofree char *text = splice->inserted;

      splice->inserted = g_strconcat (" ", text, NULL);
    }
}

gboolean
fr_edit_replace (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style,
                 const FrEntryLines *lines, FrSplice *splice, GError **error)
{
  if (node->parent == NULL && node->length == 0)
    replace_nothing (source, node, value, splice);
  else if (node->kind == FR_NODE_SCALAR && value->kind == FR_NODE_SCALAR)
    replace_scalar (source, node, value, style, splice);
  else if (node->parent == NULL || !fr_node_is_block (node->parent))
    replace_root_or_in_flow (source, node, value, splice);
  else if (!replace_in_block (source, node, value, lines, splice, error))
    return FALSE;
  trim_splice (source, splice);
  return TRUE;
}
