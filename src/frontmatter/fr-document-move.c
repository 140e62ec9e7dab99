/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves that leave an entry in its collection: the bytes around it stay, too. */
#include <string.h>

#include "fr-document-private.h"
#include "fr-pointer.h"

/* So many entries change places in one splice; of more, one is removed and inserted, if that comes to the same. */
#define FEW 8

static gboolean
is_merged (const FrNode *mapping, const char *key)
{
  for (unsigned i = 0; i < mapping->n_children; i += 2)
    if (mapping->children[i]->is_merge && fr_node_lookup_merged (mapping->children[i + 1], key) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_there_twice (const FrNode *mapping, const char *key)
{
  unsigned found = 0;

  for (unsigned i = 0; i < mapping->n_children; i += 2)
    found += mapping->children[i]->kind == FR_NODE_SCALAR && strcmp (mapping->children[i]->text, key) == 0;
  return found > 1;
}

static void
note (FrDocument *self, char *from, char *pointer, gboolean in_list)
{
  const char *key = fr_node_get_first_key (fr_document_get (self, pointer));

  fr_changes_add (self->step->changes, FR_CHANGE_MOVED, pointer, in_list, from, in_list, key);
  g_free (from);
  g_free (pointer);
}

/* Not where a merge key brings one of the names, too: which of the two counts is a matter of the place. */
static gboolean
rename_key (FrDocument *self, FrNode *mapping, const char *above, const char *from, const char *to)
{
  g_autoptr(FrNode) key = fr_node_new_scalar (FR_TYPE_STRING, to, -1);
  FrOperation operation = { FR_OPERATION_REPLACE, .value = key };
  unsigned index;

  if (fr_document_find_key (mapping, from, &index) == NULL || fr_document_find_key (mapping, to, &(unsigned) { 0 }) != NULL ||
      is_there_twice (mapping, from) || is_merged (mapping, from) || is_merged (mapping, to) ||
      !fr_document_may_name (self, mapping, to, NULL))
    return FALSE;
  operation.node = mapping->children[2 * index];
  operation.style = operation.node->style;
  if (!fr_document_may_change (self, operation.node, NULL) || !fr_document_apply (self, &operation, NULL))
    return FALSE;
  note (self, fr_pointer_join (above, from), fr_pointer_join (above, to), FALSE);
  return TRUE;
}

/* Blank lines only, and everywhere the same ones. */
static gboolean
are_parted_alike (FrDocument *self, const FrNode *sequence, unsigned first, unsigned last)
{
  FrSource source = fr_document_get_source (self, fr_node_get_start (sequence));
  gsize from = fr_entry_text_end (&source, sequence, first), to = fr_entry_comments_start (&source, sequence, first + 1);

  if (!fr_is_first_on_line (&source, fr_entry_start (&source, sequence, first)) ||
      strspn (source.text + from, " \t\r\n") < to - from)
    return FALSE;
  for (unsigned i = first + 1; i < last; i++)
    {
      gsize start = fr_entry_text_end (&source, sequence, i);
      gsize end = fr_entry_comments_start (&source, sequence, i + 1);

      if (end - start != to - from || memcmp (source.text + start, source.text + from, to - from) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
reorder (FrDocument *self, FrNode *sequence, const char *above, const char *from, const char *to)
{
  FrOperation operation = { FR_OPERATION_MOVE, .node = sequence };
  unsigned count = fr_node_count (sequence), first, last;

  if (!fr_pointer_parse_index (from, &operation.index) || operation.index >= count)
    return FALSE;
  if (strcmp (to, "-") == 0)
    operation.to = count - 1;
  else if (!fr_pointer_parse_index (to, &operation.to) || operation.to >= count)
    return FALSE;
  first = MIN (operation.index, operation.to);
  last = MAX (operation.index, operation.to);
  if (first == last)
    return TRUE;
  if (last - first > FEW && fr_node_is_block (sequence) && are_parted_alike (self, sequence, first, last))
    return FALSE;
  if (!fr_document_apply (self, &operation, NULL))
    return FALSE;
  note (self, fr_pointer_join_index (above, operation.index), fr_pointer_join_index (above, operation.to), TRUE);
  return TRUE;
}

gboolean
fr_document_move_in_place (FrDocument *self, const char *from, const char *pointer)
{
  g_autofree char *token = NULL, *target_token = NULL;
  g_autofree char *above = fr_pointer_split_last (from, &token);
  g_autofree char *target = fr_pointer_split_last (pointer, &target_token);
  FrNode *parent;

  if (above == NULL || g_strcmp0 (above, target) != 0)
    return FALSE;
  parent = fr_document_find (self, above, NULL);
  if (parent == NULL)
    return FALSE;
  return (parent->kind == FR_NODE_MAPPING ? rename_key : reorder) (self, parent, above, token, target_token);
}
