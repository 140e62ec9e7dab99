#include "fr-edit.h"

#include <string.h>

#include "fr-reader.h"
#include "fr-scalar-writer.h"

void
fr_splice_clear (FrSplice *splice)
{
  g_clear_pointer (&splice->inserted, g_free);
}

gsize
fr_line_start (const FrSource *source, gsize offset)
{
  while (offset > source->start && source->text[offset - 1] != '\n')
    offset--;
  return offset;
}

/* Behind the newline that ends the line. */
gsize
fr_line_end (const FrSource *source, gsize offset)
{
  const char *newline = memchr (source->text + offset, '\n', source->end - offset);

  return newline == NULL ? source->end : (gsize) (newline + 1 - source->text);
}

unsigned
fr_column_of (const FrSource *source, gsize offset)
{
  gsize start = fr_line_start (source, offset);

  return g_utf8_strlen (source->text + start, offset - start);
}

static const FrNode *
entry_value (const FrNode *collection, unsigned index)
{
  unsigned stride = fr_node_stride (collection);

  return collection->children[index * stride + stride - 1];
}

static gsize
entry_end (const FrNode *collection, unsigned index)
{
  return fr_node_get_end (entry_value (collection, index));
}

gsize
fr_entry_start (const FrSource *source, const FrNode *collection, unsigned index)
{
  if (collection->kind == FR_NODE_MAPPING || !fr_node_is_block (collection))
    return fr_node_get_start (collection->children[index * fr_node_stride (collection)]);
  if (index == 0)
    return fr_node_get_start (collection);
  return fr_skip_to_content (source->text, source->end, entry_end (collection, index - 1));
}

static gboolean
is_first_on_line (const FrSource *source, gsize offset)
{
  gsize start = fr_line_start (source, offset);

  return strspn (source->text + start, " ") >= offset - start;
}

static gboolean
is_blank_line (const FrSource *source, gsize line)
{
  gsize end = fr_line_end (source, line);

  return line < end && line + strspn (source->text + line, " \t\r\n") >= end;
}

/* The first of the comment lines right above an entry that are not indented deeper: they are its own. */
static gsize
own_comments_start (const FrSource *source, const FrNode *collection, unsigned index)
{
  gsize entry = fr_entry_start (source, collection, index);
  gsize line = fr_line_start (source, entry);
  unsigned column = fr_column_of (source, entry);
  gsize floor = source->start;

  if (index > 0)
    floor = fr_line_end (source, entry_end (collection, index - 1));
  else if (collection->parent != NULL)
    floor = fr_line_end (source, fr_node_get_start (collection->parent));
  while (line > floor)
    {
      gsize above = fr_line_start (source, line - 1);
      gsize spaces = strspn (source->text + above, " ");

      if (above < floor || source->text[above + spaces] != '#' || spaces > column)
        break;
      line = above;
    }
  return line;
}

/* The end of an entry's last line, and of the deeper comments that follow it. */
static gsize
entry_lines_end (const FrSource *source, const FrNode *collection, unsigned index)
{
  gsize end = fr_line_end (source, entry_end (collection, index));
  unsigned column = fr_column_of (source, fr_entry_start (source, collection, index));

  while (end < source->end)
    {
      gsize spaces = strspn (source->text + end, " ");

      if (source->text[end + spaces] != '#' || spaces <= column)
        break;
      end = fr_line_end (source, end);
    }
  return end;
}

gboolean
fr_edit_get_lines (const FrSource *source, const FrNode *collection, unsigned index, gsize *start, gsize *end)
{
  if (!fr_node_is_block (collection) || !is_first_on_line (source, fr_entry_start (source, collection, index)))
    return FALSE;
  *start = own_comments_start (source, collection, index);
  *end = entry_lines_end (source, collection, index);
  return *end > *start && source->text[*end - 1] == '\n';
}

gsize
fr_edit_get_slot (const FrSource *source, const FrNode *collection, unsigned index)
{
  unsigned count = fr_node_count (collection);

  return index < count ? own_comments_start (source, collection, index)
                       : entry_lines_end (source, collection, count - 1);
}

static unsigned
column_of_block_around (const FrSource *source, const FrNode *node)
{
  const FrNode *around = node->parent;

  while (around != NULL && !fr_node_is_block (around))
    around = around->parent;
  return around == NULL ? 0 : fr_column_of (source, fr_node_get_start (around));
}

/* Looks upwards for a mapping in a mapping and a sequence in a mapping to learn from. */
static FrHabits
habits_around (const FrSource *source, const FrNode *node)
{
  FrHabits habits = { source->newline, 2, 2, 2, FR_STYLE_PLAIN };
  gboolean seen_mapping = FALSE, seen_sequence = FALSE;

  for (; node != NULL && node->parent != NULL; node = node->parent)
    {
      unsigned column = fr_column_of (source, fr_node_get_start (node));
      unsigned outer = fr_column_of (source, fr_node_get_start (node->parent));

      if (!fr_node_is_block (node) || !fr_node_is_block (node->parent) || column < outer)
        continue;
      if (node->parent->kind == FR_NODE_SEQUENCE && column > outer)
        habits.dash_width = column - outer;
      else if (node->kind == FR_NODE_MAPPING && !seen_mapping && column > outer)
        habits.mapping_step = column - outer, seen_mapping = TRUE;
      else if (node->kind == FR_NODE_SEQUENCE && !seen_sequence)
        habits.sequence_step = column - outer, seen_sequence = TRUE;
    }
  return habits;
}

/* Quotes, if the neighbouring strings all have the same ones. */
static FrStyle
style_of_neighbours (const FrNode *collection)
{
  FrStyle style = FR_STYLE_PLAIN;
  gboolean any = FALSE;

  for (unsigned i = 0; i < fr_node_count (collection); i++)
    {
      const FrNode *value = entry_value (collection, i);

      if (value->kind == FR_NODE_MAPPING && value->n_children > 0)
        value = value->children[1];
      if (value->kind != FR_NODE_SCALAR || value->type != FR_TYPE_STRING)
        continue;
      if (any && value->style != style)
        return FR_STYLE_PLAIN;
      style = value->style;
      any = TRUE;
    }
  return style == FR_STYLE_SINGLE_QUOTED || style == FR_STYLE_DOUBLE_QUOTED ? style : FR_STYLE_PLAIN;
}

static unsigned
indent_of_lines (const FrSource *source, const FrNode *node, unsigned parent_indent)
{
  gsize end = fr_node_get_end (node);
  gsize start = fr_node_get_start (node);
  gsize line = fr_line_end (source, start);
  gboolean block = node->style == FR_STYLE_LITERAL || node->style == FR_STYLE_FOLDED;

  for (gsize i = start + 1; block && i < end && strchr ("+-123456789", source->text[i]) != NULL; i++)
    if (g_ascii_isdigit (source->text[i]))
      return parent_indent + source->text[i] - '0';
  while (line < end && is_blank_line (source, line))
    line = fr_line_end (source, line);
  if (line < end)
    return strspn (source->text + line, " ");
  return parent_indent + 2;
}

static char *
write_over (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style)
{
  gsize start = fr_node_get_start (node);
  unsigned around = column_of_block_around (source, node);
  FrScalarFormat format = {
    .style = style,
    .in_flow = node->parent != NULL && !fr_node_is_block (node->parent),
    .column = fr_column_of (source, start),
    .indent = indent_of_lines (source, node, around),
    .parent_indent = around,
    .newline = source->newline,
    .old = node,
    .old_raw = source->text + start,
    .ends_file = start + node->length == source->end,
  };

  if (value->type == FR_TYPE_NULL)
    return g_strdup ("null");
  if (value->type != FR_TYPE_STRING)
    return g_strndup (value->text, value->text_length);
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

/* Behind the key's colon or the dash: where the value's own bytes, white space included, begin. FALSE where
 * there is no such character: "? key" needs none. */
static gboolean
find_behind_indicator (const FrSource *source, const FrNode *node, gsize *offset)
{
  const FrNode *parent = node->parent;
  unsigned index = fr_node_index (node);
  gboolean item = parent->kind == FR_NODE_SEQUENCE;
  gsize at = item ? fr_entry_start (source, parent, index)
                  : fr_skip_to_content (source->text, source->end, fr_node_get_end (parent->children[2 * index]));

  *offset = at + 1;
  return at < source->end && source->text[at] == (item ? '-' : ':') && at < fr_node_get_end (node);
}

static gboolean
refuse_explicit_key (GError **error)
{
  g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
               "The name of this value is written with a question mark (? name); change it in a text editor");
  return FALSE;
}

static gboolean
replace_with_other_kind (const FrSource *source, const FrNode *node, const FrNode *value, FrSplice *splice, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  FrHabits habits = habits_around (source, node);
  gsize end = fr_node_get_end (node);

  splice->start = fr_node_get_start (node);
  if (node->parent == NULL && value->kind != FR_NODE_SCALAR && value->n_children > 0)
    fr_emit_entries (out, value, &habits, fr_column_of (source, splice->start));
  else if (node->parent == NULL || !fr_node_is_block (node->parent))
    fr_emit_flow (out, value, &habits);
  else
    {
      unsigned column = column_of_block_around (source, node);

      if (!find_behind_indicator (source, node, &splice->start))
        return refuse_explicit_key (error);
      if (node->parent->kind == FR_NODE_MAPPING)
        fr_emit_behind_key (out, value, &habits, column);
      else
        fr_emit_behind_dash (out, value, &habits, column);
    }
  splice->removed = end - splice->start;
  splice->inserted = g_strdup (out->str);
  trim_splice (source, splice);
  return TRUE;
}

gboolean
fr_edit_replace (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style,
                 FrSplice *splice, GError **error)
{
  gsize start = fr_node_get_start (node);

  if (node->kind != FR_NODE_SCALAR || value->kind != FR_NODE_SCALAR)
    return replace_with_other_kind (source, node, value, splice, error);
  *splice = (FrSplice) { start, node->length, write_over (source, node, value, style) };
  /* An empty value ends at its colon or dash. */
  if (node->length == 0 && start > source->start && strchr (":-,", source->text[start - 1]) != NULL)
    {
      g_autofree char *text = splice->inserted;

      splice->inserted = g_strconcat (" ", text, NULL);
    }
  trim_splice (source, splice);
  return TRUE;
}

static char *
spaces (unsigned n)
{
  return g_strnfill (n, ' ');
}

static char *
emit_entry (const FrNode *collection, const FrNode *key, const FrNode *value, const FrHabits *habits, unsigned column)
{
  g_autoptr(GString) out = g_string_new (NULL);

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
  return g_strdup (out->str);
}

static gboolean
has_blank_lines_between (const FrSource *source, const FrNode *collection)
{
  gsize line, next;

  if (fr_node_count (collection) < 2)
    return FALSE;
  line = fr_line_end (source, entry_end (collection, 0));
  next = fr_line_start (source, fr_entry_start (source, collection, 1));
  return line < next && is_blank_line (source, line);
}

static void
insert_in_block (const FrSource *source, const FrNode *collection, unsigned index,
                 const FrNode *key, const FrNode *value, FrSplice *splice)
{
  unsigned count = fr_node_count (collection);
  unsigned column = fr_column_of (source, fr_node_get_start (collection));
  FrHabits habits = habits_around (source, entry_value (collection, MIN (index, count - 1)));
  const char *blank = has_blank_lines_between (source, collection) ? source->newline : "";
  g_autofree char *indent = spaces (column);
  g_autofree char *entry = NULL;
  gsize first = fr_entry_start (source, collection, MIN (index, count - 1));

  habits.style = style_of_neighbours (collection);
  entry = emit_entry (collection, key, value, &habits, column);
  splice->removed = 0;
  if (index < count && !is_first_on_line (source, first))
    {
      splice->start = first;
      splice->inserted = g_strconcat (entry, source->newline, blank, indent, NULL);
      return;
    }
  splice->start = fr_edit_get_slot (source, collection, index);
  if (index < count)
    splice->inserted = g_strconcat (indent, entry, source->newline, blank, NULL);
  else if (splice->start > source->start && source->text[splice->start - 1] != '\n')
    splice->inserted = g_strconcat (source->newline, blank, indent, entry, NULL);
  else
    splice->inserted = g_strconcat (blank, indent, entry, source->newline, NULL);
}

static void
insert_in_flow (const FrSource *source, const FrNode *collection, unsigned index,
                const FrNode *key, const FrNode *value, FrSplice *splice)
{
  unsigned count = fr_node_count (collection);
  FrHabits habits = habits_around (source, collection);
  g_autoptr(GString) out = g_string_new (count > 0 && index == count ? ", " : "");

  habits.style = style_of_neighbours (collection);
  if (collection->kind == FR_NODE_MAPPING)
    {
      fr_emit_key (out, key, &habits, TRUE);
      g_string_append (out, ": ");
    }
  fr_emit_flow (out, value, &habits);
  if (index < count)
    g_string_append (out, ", ");
  splice->removed = 0;
  splice->start = index < count ? fr_entry_start (source, collection, index)
                  : count > 0   ? entry_end (collection, count - 1)
                                : fr_node_get_start (collection) + 1;
  splice->inserted = g_strdup (out->str);
}

gboolean
fr_edit_insert (const FrSource *source, const FrNode *collection, unsigned index,
                const FrNode *key, const FrNode *value, FrSplice *splice, GError **error)
{
  if (fr_node_is_block (collection))
    insert_in_block (source, collection, index, key, value, splice);
  else
    insert_in_flow (source, collection, index, key, value, splice);
  return TRUE;
}

static gboolean
remove_from_flow (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice, GError **error)
{
  gboolean last = index + 1 == fr_node_count (collection);
  gsize start = last ? entry_end (collection, index - 1) : fr_entry_start (source, collection, index);
  gsize end = last ? entry_end (collection, index) : fr_entry_start (source, collection, index + 1);

  if (memchr (source->text + start, '#', end - start) != NULL && memchr (source->text + start, '\n', end - start) != NULL)
    {
      g_set_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
                   "A comment may stand between this entry of the list and the next; remove it in a text editor");
      return FALSE;
    }
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
  return TRUE;
}

static void
remove_lines (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice)
{
  gsize start = own_comments_start (source, collection, index);
  gsize end = entry_lines_end (source, collection, index);
  gboolean blank_above = start > source->start && is_blank_line (source, fr_line_start (source, start - 1));

  if (index == 0 || blank_above)
    while (end < source->end && is_blank_line (source, end))
      end = fr_line_end (source, end);
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
}

/* The entry stands behind its list's dash: the next one takes its place there, unless a comment is between. */
static void
remove_first_on_dash (const FrSource *source, const FrNode *collection, FrSplice *splice)
{
  gsize start = fr_entry_start (source, collection, 0);
  gsize end = entry_end (collection, 0);
  gsize next = fr_entry_start (source, collection, 1);

  if (memchr (source->text + end, '#', next - end) == NULL)
    end = next;
  *splice = (FrSplice) { start, end - start, g_strdup ("") };
}

gboolean
fr_edit_remove (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice, GError **error)
{
  if (fr_node_count (collection) == 1)
    {
      FrNode empty = { .kind = collection->kind, .type = collection->type };

      return fr_edit_replace (source, collection, &empty, FR_STYLE_FLOW, splice, error);
    }
  if (!fr_node_is_block (collection))
    return remove_from_flow (source, collection, index, splice, error);
  if (is_first_on_line (source, fr_entry_start (source, collection, index)))
    remove_lines (source, collection, index, splice);
  else
    remove_first_on_dash (source, collection, splice);
  return TRUE;
}
