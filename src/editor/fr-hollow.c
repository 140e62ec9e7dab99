/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-hollow.h"

gboolean
fr_node_is_hollow (const FrNode *node)
{
  FrType type = fr_node_get_type (node);
  unsigned count = fr_node_count (node);

  if (type != FR_TYPE_SEQUENCE && type != FR_TYPE_MAPPING)
    return type == FR_TYPE_NULL || (type == FR_TYPE_STRING && fr_node_get_length (node) == 0);
  for (unsigned i = 0; i < count; i++)
    if (!fr_node_is_hollow (type == FR_TYPE_SEQUENCE ? fr_node_get_item (node, i) : fr_node_get_value (node, i)))
      return FALSE;
  return TRUE;
}
