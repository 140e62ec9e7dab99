/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pointers.h: every place of a tree. */
#pragma once

#include "fr-node-private.h"
#include "fr-pointer.h"

/* The pointers of the node and of all below it whose keys are scalars, in document order. */
static inline void
collect_pointers (const FrNode *node, const char *pointer, GPtrArray *pointers)
{
  gboolean mapping = node->kind == FR_NODE_MAPPING;

  g_ptr_array_add (pointers, g_strdup (pointer));
  for (unsigned i = 0; (mapping || node->kind == FR_NODE_SEQUENCE) && i < fr_node_count (node); i++)
    {
      const FrNode *key = node->children[i * fr_node_stride (node)];
      g_autofree char *below = NULL;

      if (mapping && key->kind != FR_NODE_SCALAR)
        continue;
      below = mapping ? fr_pointer_join (pointer, key->text) : fr_pointer_join_index (pointer, i);
      collect_pointers (node->children[i * fr_node_stride (node) + mapping], below, pointers);
    }
}
