/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-operation.h"

#include <string.h>

/* Psych merges the value of a key “<<”, even in quotes. */
static gboolean
would_be_merged (const FrNode *value)
{
  gboolean mapping = value->kind == FR_NODE_MAPPING;

  for (unsigned i = 0; (mapping || value->kind == FR_NODE_SEQUENCE) && i < value->n_children; i++)
    {
      const FrNode *child = value->children[i];
      gboolean key = mapping && i % 2 == 0 && child->kind == FR_NODE_SCALAR;

      if (key && !child->is_merge && strcmp (child->text, "<<") == 0 && fr_node_may_be_merged (value->children[i + 1]))
        return TRUE;
      if (would_be_merged (child))
        return TRUE;
    }
  return FALSE;
}

gboolean
fr_operation_get_splice (const FrOperation *operation, const FrSource *source, FrSplice *splice, GError **error)
{
  if (operation->value != NULL && would_be_merged (operation->value))
    {
      g_set_error (error, FR_ERROR, FR_ERROR_VALUE,
                   "A mapping cannot be named “<<”: it would be merged into the one around it");
      return FALSE;
    }
  switch (operation->kind)
    {
    case FR_OPERATION_REPLACE:
      return fr_edit_replace (source, operation->node, operation->value, operation->style, operation->lines, splice, error);
    case FR_OPERATION_REMOVE:
      return fr_edit_remove (source, operation->node, operation->index, operation->lines != NULL, splice, error);
    case FR_OPERATION_MOVE:
      return fr_edit_move (source, operation->node, operation->index, operation->to, splice, error);
    default:
      fr_edit_insert (source, operation->node, operation->index, operation->key, operation->value, operation->lines, splice);
      return TRUE;
    }
}

/* The run of one entry that holds `node`. */
static FrPiece
piece_around (const FrNode *node)
{
  while (node->parent != NULL && !fr_node_is_block (node->parent))
    node = node->parent;
  if (node->parent == NULL)
    return (FrPiece) { NULL, 0, 0, 0 };
  return (FrPiece) { node->parent, fr_node_index (node), 1, 1 };
}

FrPiece
fr_operation_get_piece (const FrOperation *operation)
{
  FrNode *node = (FrNode *) operation->node;
  unsigned neighbour = operation->index > 0 ? operation->index - 1 : 0;

  if (operation->kind == FR_OPERATION_REPLACE || !fr_node_is_block (node))
    return piece_around (node);
  if (operation->kind == FR_OPERATION_MOVE)
    {
      unsigned first = MIN (operation->index, operation->to), count = MAX (operation->index, operation->to) - first + 1;

      return (FrPiece) { node, first, count, count };
    }
  if (operation->kind == FR_OPERATION_INSERT)
    return (FrPiece) { node, neighbour, 1, 2 };
  if (fr_node_count (node) == 1)
    return piece_around (node);
  return (FrPiece) { node, neighbour, 2, 1 };
}

static FrNode *copy_after (const FrNode *node, const FrOperation *operation);

static void
append_entry (FrNode *to, const FrNode *key, const FrNode *value, const FrOperation *operation)
{
  if (to->kind == FR_NODE_MAPPING)
    fr_node_append (to, copy_after (key, operation));
  fr_node_append (to, copy_after (value, operation));
}

/* Which entry a MOVE puts there. */
static unsigned
entry_at (const FrOperation *operation, unsigned index)
{
  unsigned from = operation->index, to = operation->to;

  if (index < MIN (from, to) || index > MAX (from, to))
    return index;
  return index == to ? from : from < to ? index + 1 : index - 1;
}

/* Copies the entries from `first` on, changed as the operation says if it is this collection's. */
static void
append_entries (FrNode *to, const FrNode *from, unsigned first, unsigned count, const FrOperation *operation)
{
  unsigned stride = fr_node_stride (from);
  gboolean here = operation->kind != FR_OPERATION_REPLACE && operation->node == from;

  for (unsigned i = first; i < first + count; i++)
    {
      unsigned entry = here && operation->kind == FR_OPERATION_MOVE ? entry_at (operation, i) : i;

      if (here && operation->kind == FR_OPERATION_INSERT && operation->index == i)
        append_entry (to, operation->key, operation->value, operation);
      if (!here || operation->kind != FR_OPERATION_REMOVE || operation->index != i)
        append_entry (to, from->children[entry * stride], from->children[entry * stride + stride - 1], operation);
    }
  if (here && operation->kind == FR_OPERATION_INSERT && operation->index == first + count)
    append_entry (to, operation->key, operation->value, operation);
}

static FrNode *
copy_after (const FrNode *node, const FrOperation *operation)
{
  FrNode *copy;

  if (operation->kind == FR_OPERATION_REPLACE && operation->node == node)
    return fr_node_copy (operation->value);
  if (node->kind != FR_NODE_MAPPING && node->kind != FR_NODE_SEQUENCE)
    return fr_node_copy (node);
  copy = fr_node_new (node->kind, node->style);
  append_entries (copy, node, 0, fr_node_count (node), operation);
  return copy;
}

FrNode *
fr_operation_get_expected (const FrOperation *operation, const FrPiece *piece, const FrNode *root)
{
  FrNode *run;

  if (piece->collection == NULL)
    return copy_after (root, operation);
  run = fr_node_new (piece->collection->kind, FR_STYLE_BLOCK);
  append_entries (run, piece->collection, piece->first, piece->n_old, operation);
  return run;
}
