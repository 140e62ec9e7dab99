/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Patch's operations, as changes of the tree. */
#include <string.h>

#include "fr-document-private.h"
#include "fr-emitter.h"
#include "fr-json.h"
#include "fr-pointer.h"

static void
note (FrDocument *self, FrChangeKind kind, const char *pointer, gboolean in_list, const char *key)
{
  fr_changes_add (self->step->changes, kind, pointer, in_list, NULL, FALSE, key);
}

static gboolean
replace (FrDocument *self, const FrNode *node, const FrNode *value, const FrEntryLines *lines, const FrChange *meaning,
         GError **error)
{
  FrOperation operation = { FR_OPERATION_REPLACE, node, .value = value, .style = node->style, .lines = lines };

  /* A field that is emptied and filled again while it is typed in does not keep the quotes of "". */
  if (fr_document_may_join (self) && self->group_style >= 0)
    operation.style = self->group_style;
  self->group_style = operation.style;

  if (fr_node_equal (node, value))
    return TRUE;
  if (!fr_document_may_go (self, node, error) || !fr_document_apply (self, &operation, error))
    return FALSE;
  note (self, meaning->kind, meaning->pointer, meaning->in_list, meaning->key);
  return TRUE;
}

/* Of a value that is there. */
static gboolean
replace_at (FrDocument *self, const char *pointer, const FrNode *node, const FrNode *value, GError **error)
{
  const FrChange meaning = { FR_CHANGE_EDITED, (char *) pointer };

  return replace (self, node, value, NULL, &meaning, error);
}

static FrNode *
pair (const char *key, const FrNode *value)
{
  FrNode *mapping = fr_node_new (FR_NODE_MAPPING, FR_STYLE_BLOCK);

  fr_node_append (mapping, fr_node_new_scalar (FR_TYPE_STRING, key, -1));
  fr_node_append (mapping, fr_node_copy (value));
  return mapping;
}

static FrNode *
only_item (const FrNode *value)
{
  FrNode *sequence = fr_node_new (FR_NODE_SEQUENCE, FR_STYLE_BLOCK);

  fr_node_append (sequence, fr_node_copy (value));
  return sequence;
}

static gboolean
is_null (const FrNode *node)
{
  return node->kind == FR_NODE_SCALAR && node->type == FR_TYPE_NULL;
}

/* Where an item with that token goes; RFC 6902: "-" or an index up to the length. */
static gboolean
parse_slot (const char *token, unsigned count, unsigned *index)
{
  if (strcmp (token, "-") == 0)
    {
      *index = count;
      return TRUE;
    }
  return fr_pointer_parse_index (token, index) && *index <= count;
}

/* The entry becomes part of the collection at `above`, which may be empty or null. */
static gboolean
insert (FrDocument *self, FrNode *parent, const char *above, const char *token, const FrNode *value,
        const FrEntryLines *lines, GError **error)
{
  g_autoptr(FrNode) key = fr_node_new_scalar (FR_TYPE_STRING, token, -1);
  g_autoptr(FrNode) whole = NULL;
  unsigned count = fr_node_count (parent), index = 0;
  gboolean numbered = parse_slot (token, count, &index);
  gboolean in_list = parent->kind == FR_NODE_SEQUENCE || (is_null (parent) && numbered);
  g_autofree char *pointer = in_list && numbered ? fr_pointer_join_index (above, index) : fr_pointer_join (above, token);
  FrOperation operation;
  FrChange meaning = { FR_CHANGE_INSERTED, pointer, .in_list = in_list, .key = (char *) fr_node_get_first_key (value) };

  if (parent->kind == FR_NODE_SEQUENCE ? !numbered : parent->kind == FR_NODE_SCALAR && !is_null (parent))
    return fr_document_nothing_at (pointer, error);
  if (count == 0)
    {
      whole = in_list ? only_item (value) : pair (token, value);
      return replace (self, parent, whole, lines, &meaning, error);
    }
  if (parent->kind == FR_NODE_MAPPING)
    index = count;
  self->group_style = -1;
  operation = (FrOperation) { FR_OPERATION_INSERT, parent, index, key, value, .lines = lines };
  if (!fr_document_apply (self, &operation, error))
    return FALSE;
  note (self, meaning.kind, pointer, in_list, meaning.key);
  return TRUE;
}

/* `lines` is how the new entry is written, or NULL. */
static gboolean
add (FrDocument *self, const char *pointer, const FrNode *value, const FrEntryLines *lines, FrAdd how, GError **error)
{
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);
  g_auto(GStrv) tokens = fr_pointer_split (pointer, error);
  g_autoptr(GError) problem = NULL;
  g_autoptr(FrNode) nested = NULL;
  FrNode *parent;
  FrNode *child;
  unsigned index;

  if (tokens == NULL)
    return FALSE;
  if (how == FR_ADD_OVER || above == NULL)
    {
      FrNode *node = fr_document_find (self, pointer, error);

      return node != NULL && replace_at (self, pointer, node, value, error);
    }
  parent = fr_document_find (self, above, &problem);
  if (parent == NULL && how >= FR_ADD_DEEP && *above != '\0' &&
      g_error_matches (problem, FR_ERROR, FR_ERROR_POINTER))
    {
      nested = g_strcmp0 (token, "-") == 0 || g_strcmp0 (token, "0") == 0 ? only_item (value) : pair (token, value);
      return add (self, above, nested, NULL, FR_ADD_DEEP, error);
    }
  if (parent == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!fr_document_may_name (self, parent, token, error))
    return FALSE;
  child = parent->kind == FR_NODE_MAPPING || how == FR_ADD_SET ? fr_document_find_child (parent, token, &index) : NULL;
  if (child == NULL)
    return insert (self, parent, above, token, value, lines, error);
  return fr_document_may_change (self, child, error) && replace_at (self, pointer, child, value, error);
}

gboolean
fr_document_add_value (FrDocument *self, const char *pointer, const FrNode *value, FrAdd how, GError **error)
{
  return add (self, pointer, value, NULL, how, error);
}

static gboolean
find_entry (FrDocument *self, const char *pointer, FrNode **parent, unsigned *index, GError **error)
{
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);

  if (fr_document_find (self, pointer, error) == NULL)
    return FALSE;
  if (above == NULL)
    {
      g_set_error (error, FR_ERROR, FR_ERROR_POINTER, "The whole front matter cannot be taken out");
      return FALSE;
    }
  *parent = fr_document_find (self, above, error);
  return *parent != NULL && fr_document_find_child (*parent, token, index) != NULL;
}

/* `lines`: the entry is to be inserted elsewhere as they say; else NULL. */
static gboolean
remove_entry (FrDocument *self, const char *pointer, const FrEntryLines *lines, GError **error)
{
  FrOperation operation = { FR_OPERATION_REMOVE, .lines = lines };
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);
  g_autofree char *key = NULL;
  FrNode *parent;

  if (!find_entry (self, pointer, &parent, &operation.index, error))
    return FALSE;
  key = g_strdup (fr_node_get_first_key (fr_entry_value (parent, operation.index)));
  /* Where a key is there twice, the other value would come to light. */
  do
    {
      operation.node = parent;
      if (!fr_document_may_go (self, fr_entry_value (parent, operation.index), error) || !fr_document_apply (self, &operation, error))
        return FALSE;
      parent = fr_document_find (self, above, NULL);
    }
  while (parent->kind == FR_NODE_MAPPING && fr_document_find_key (parent, token, &operation.index) != NULL);
  note (self, FR_CHANGE_REMOVED, pointer, parent->kind == FR_NODE_SEQUENCE, key);
  return fr_node_lookup (parent, token) == NULL || fr_document_refuse_merged (self, parent, error);
}

gboolean
fr_document_remove_entry (FrDocument *self, const char *pointer, GError **error)
{
  return remove_entry (self, pointer, NULL, error);
}

/* The entry at `from` as it is written, for the place `pointer`: with that key, if it is one. */
static FrEntryLines
copy_lines (FrDocument *self, const char *from, const char *pointer, gboolean with_comments)
{
  g_autofree char *token = NULL;
  g_autofree char *target = fr_pointer_split_last (pointer, &token);
  g_autoptr(FrNode) key = fr_node_new_scalar (FR_TYPE_STRING, token != NULL ? token : "", -1);
  g_autoptr(GString) written = g_string_new (NULL);
  FrHabits habits = { 0 };
  FrSource source;
  FrNode *parent, *holder = target != NULL ? fr_document_find (self, target, NULL) : NULL;
  gboolean new_key;
  unsigned index;

  if (holder == NULL || !find_entry (self, from, &parent, &index, NULL))
    return (FrEntryLines) { NULL, 0, NULL };
  if (holder->kind != parent->kind && fr_node_count (holder) > 0)
    return (FrEntryLines) { NULL, 0, NULL };
  source = fr_document_get_source (self, fr_node_get_start (parent));
  fr_emit_key (written, key, &habits, FALSE);
  new_key = parent->kind == FR_NODE_MAPPING && strcmp (parent->children[2 * index]->text, token) != 0;
  return fr_entry_copy_lines (&source, parent, index, with_comments, new_key ? written->str : NULL);
}

/* TRUE: what it says depends on other places, or there is no way to write it (names that are lists). */
static gboolean
cannot_be_written_anew (const FrNode *node)
{
  gboolean mapping = node->kind == FR_NODE_MAPPING;

  if (node->kind == FR_NODE_ALIAS || node->has_anchor || node->has_tag)
    return TRUE;
  for (unsigned i = 0; node->kind != FR_NODE_SCALAR && i < node->n_children; i++)
    if (cannot_be_written_anew (node->children[i]) || (mapping && i % 2 == 0 && node->children[i]->kind != FR_NODE_SCALAR))
      return TRUE;
  return FALSE;
}

static FrNode *
copy_value_at (FrDocument *self, const char *from, GError **error)
{
  FrNode *node = fr_document_find (self, from, error);

  if (node == NULL)
    return NULL;
  if (cannot_be_written_anew (node))
    {
      fr_document_refuse (self, node, "Values in here refer to other places, have YAML tags, or lists as their names", error);
      return NULL;
    }
  return fr_node_copy (node);
}

/* By its lines, where they can stand there, else written anew. */
static gboolean
add_copy (FrDocument *self, const char *pointer, const FrNode *value, const FrEntryLines *lines, GError **error)
{
  return (lines->text != NULL && add (self, pointer, value, lines, FR_ADD_NEW, NULL)) ||
         add (self, pointer, value, NULL, FR_ADD_NEW, error);
}

/* What was taken out and put in again without writing over anything was moved. */
static void
note_move (GPtrArray *changes)
{
  const FrChange *inserted = changes->pdata[changes->len - 1], *removed;

  if (inserted->kind != FR_CHANGE_INSERTED)
    return;
  removed = changes->pdata[changes->len - 2];
  fr_changes_add (changes, FR_CHANGE_MOVED, inserted->pointer, inserted->in_list, removed->pointer, removed->in_list,
                  removed->key);
  g_ptr_array_remove_range (changes, changes->len - 3, 2);
}

gboolean
fr_document_move_entry (FrDocument *self, const char *from, const char *pointer, GError **error)
{
  g_autoptr(FrNode) value = NULL;
  FrEntryLines lines;
  gboolean good;

  if (strcmp (from, pointer) == 0)
    return fr_document_find (self, from, error) != NULL;
  if (fr_pointer_is_within (pointer, from))
    {
      g_set_error (error, FR_ERROR, FR_ERROR_POINTER, "“%s” cannot be moved into itself", from);
      return FALSE;
    }
  value = copy_value_at (self, from, error);
  if (value == NULL)
    return FALSE;
  if (fr_document_move_in_place (self, from, pointer))
    return TRUE;
  lines = copy_lines (self, from, pointer, TRUE);
  good = remove_entry (self, from, &lines, error) && add_copy (self, pointer, value, &lines, error);
  fr_entry_lines_clear (&lines);
  if (good)
    note_move (self->step->changes);
  return good;
}

gboolean
fr_document_copy_entry (FrDocument *self, const char *from, const char *pointer, GError **error)
{
  g_autoptr(FrNode) value = copy_value_at (self, from, error);
  FrEntryLines lines;
  gboolean good;

  if (value == NULL)
    return FALSE;
  lines = copy_lines (self, from, pointer, FALSE);
  good = add_copy (self, pointer, value, &lines, error);
  fr_entry_lines_clear (&lines);
  return good;
}
