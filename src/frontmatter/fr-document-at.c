/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a place in the text to the value that is written there. */
#include <string.h>

#include "fr-document-private.h"
#include "fr-json.h"
#include "fr-pointer.h"

/* The last entry that begins at or before the offset; -1: none does. */
static int
find_entry_at (const FrNode *collection, gsize offset)
{
  unsigned stride = fr_node_stride (collection);
  int low = 0, high = collection->n_children / stride;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (fr_node_get_start (collection->children[middle * stride]) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

/* Of a place in a line's indentation or before an item's dash, the first thing that the line says; else the place itself. */
static gsize
find_content (const char *text, gsize offset)
{
  const char *line = text + offset, *content;

  while (line > text && line[-1] != '\n')
    line--;
  content = line + strspn (line, " ");
  while (*content == '-' && content[1] == ' ')
    content += 1 + strspn (content + 1, " ");
  return MAX (offset, (gsize) (content - text));
}

char *
fr_document_get_pointer (FrDocument *self, gsize offset)
{
  gsize content = find_content (self->text->str, offset);
  const FrNode *node = self->root;
  char *pointer = g_strdup ("");

  while (node->kind == FR_NODE_SEQUENCE || node->kind == FR_NODE_MAPPING)
    {
      int entry = find_entry_at (node, content);
      g_autofree char *above = pointer, *name = NULL;

      if (entry < 0)
        return g_steal_pointer (&above);
      if (node->kind == FR_NODE_MAPPING)
        name = fr_json_name_of_key (node->children[2 * entry]);
      pointer = name != NULL ? fr_pointer_join (above, name) : fr_pointer_join_index (above, entry);
      node = node->children[name != NULL ? 2 * entry + 1 : entry];
    }
  return pointer;
}
