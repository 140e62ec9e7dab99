/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-emitter.h"

#include <string.h>

#include "fr-scalar-writer.h"

static void
append_line_start (GString *out, const FrHabits *habits, unsigned column)
{
  g_string_append (out, habits->newline);
  for (unsigned i = 0; i < column; i++)
    g_string_append_c (out, ' ');
}

/* Only strings need a style; anything else is its own plain text. */
static void
emit_scalar (GString *out, const FrNode *scalar, const FrHabits *habits, FrScalarFormat format)
{
  g_autofree char *written = NULL;

  format.newline = habits->newline;
  if (scalar->type == FR_TYPE_NULL)
    g_string_append (out, "null");
  else if (scalar->type != FR_TYPE_STRING)
    g_string_append_len (out, scalar->text, scalar->text_length);
  else
    g_string_append (out, written = fr_scalar_write (scalar->text, scalar->text_length, &format));
}

void
fr_emit_key (GString *out, const FrNode *key, const FrHabits *habits, gboolean in_flow)
{
  emit_scalar (out, key, habits, (FrScalarFormat) { .style = FR_STYLE_PLAIN, .one_line = TRUE, .in_flow = in_flow });
}

void
fr_emit_flow (GString *out, const FrNode *value, const FrHabits *habits)
{
  unsigned stride = fr_node_stride (value);

  if (value->kind == FR_NODE_SCALAR)
    {
      emit_scalar (out, value, habits, (FrScalarFormat) { .style = habits->style, .in_flow = TRUE });
      return;
    }
  g_string_append_c (out, value->kind == FR_NODE_MAPPING ? '{' : '[');
  for (unsigned i = 0; i < value->n_children; i += stride)
    {
      if (i > 0)
        g_string_append (out, ", ");
      if (value->kind == FR_NODE_MAPPING)
        {
          fr_emit_key (out, value->children[i], habits, TRUE);
          g_string_append (out, ": ");
        }
      fr_emit_flow (out, value->children[i + stride - 1], habits);
    }
  g_string_append_c (out, value->kind == FR_NODE_MAPPING ? '}' : ']');
}

void
fr_emit_entries (GString *out, const FrNode *collection, const FrHabits *habits, unsigned column)
{
  unsigned stride = fr_node_stride (collection);

  for (unsigned i = 0; i < collection->n_children; i += stride)
    {
      const FrNode *value = collection->children[i + stride - 1];

      if (i > 0)
        append_line_start (out, habits, column);
      if (collection->kind == FR_NODE_MAPPING)
        {
          fr_emit_key (out, collection->children[i], habits, FALSE);
          g_string_append_c (out, ':');
          fr_emit_behind_key (out, value, habits, column);
        }
      else
        {
          g_string_append_c (out, '-');
          fr_emit_behind_dash (out, value, habits, column);
        }
    }
}

static gboolean
emit_without_entries (GString *out, const FrNode *value, const FrHabits *habits, unsigned column)
{
  FrScalarFormat format = { .style = habits->style, .indent = column + habits->mapping_step, .parent_indent = column };

  if (value->kind == FR_NODE_SCALAR && memchr (value->text, '\n', value->text_length) != NULL)
    format.style = habits->block_style;

  if (value->kind == FR_NODE_SCALAR)
    {
      g_string_append_c (out, ' ');
      emit_scalar (out, value, habits, format);
    }
  else if (value->n_children == 0)
    g_string_append (out, value->kind == FR_NODE_MAPPING ? " {}" : " []");
  else
    return FALSE;
  return TRUE;
}

void
fr_emit_behind_key (GString *out, const FrNode *value, const FrHabits *habits, unsigned column)
{
  unsigned inner = column + (value->kind == FR_NODE_MAPPING ? habits->mapping_step : habits->sequence_step);

  if (emit_without_entries (out, value, habits, column))
    return;
  append_line_start (out, habits, inner);
  fr_emit_entries (out, value, habits, inner);
}

void
fr_emit_behind_dash (GString *out, const FrNode *value, const FrHabits *habits, unsigned column)
{
  if (emit_without_entries (out, value, habits, column))
    return;
  if (habits->bare_dash)
    append_line_start (out, habits, column + habits->dash_width);
  for (unsigned i = 1; i < habits->dash_width && !habits->bare_dash; i++)
    g_string_append_c (out, ' ');
  fr_emit_entries (out, value, habits, column + habits->dash_width);
}
