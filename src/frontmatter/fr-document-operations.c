/* JSON Patch's operations, as changes of the tree. */
#include <string.h>

#include "fr-document-private.h"
#include "fr-emitter.h"
#include "fr-json.h"
#include "fr-pointer.h"

#define MERGED "This value is written elsewhere and merged in here (<<)"

static gboolean
nothing_at (const char *pointer, GError **error)
{
  g_set_error (error, FR_ERROR, FR_ERROR_POINTER, "There is nothing at “%s”", pointer);
  return FALSE;
}

static gboolean
refuse (FrDocument *self, const FrNode *node, const char *why, GError **error)
{
  g_propagate_error (error, fr_error_new_at (FR_ERROR_NOT_EDITABLE,
                                             fr_document_get_place (self, fr_node_get_start (node)),
                                             "%s; change it in a text editor", why));
  return FALSE;
}

/* A node on the way to the value. Writing below an anchor would change every place that refers to it. */
static gboolean
may_be_changed (FrDocument *self, const FrNode *node, GError **error)
{
  if (node->kind == FR_NODE_ALIAS)
    return refuse (self, node, "This value is written elsewhere and only referred to here (*)", error);
  if (node->has_anchor)
    return refuse (self, node, "Other places in the file may refer to this value (&)", error);
  if (node->has_tag)
    return refuse (self, node, "This value has a YAML tag (!)", error);
  return TRUE;
}

/* The key under which another mapping's values come in, for Psych even in quotes. */
static gboolean
refuse_merge_key (FrDocument *self, const FrNode *mapping, GError **error)
{
  return refuse (self, mapping, "“<<” merges another mapping into this one and cannot be edited by itself", error);
}

static gboolean
is_merge_key (const FrNode *parent, const char *token)
{
  return parent->kind != FR_NODE_SEQUENCE && strcmp (token, "<<") == 0;
}

/* The last pair counts, as everywhere. */
static FrNode *
find_in_mapping (const FrNode *mapping, const char *key, unsigned *index)
{
  for (unsigned i = mapping->n_children / 2; i-- > 0;)
    {
      const FrNode *name = mapping->children[2 * i];

      if (name->kind != FR_NODE_SCALAR || strcmp (name->text, key) != 0)
        continue;
      *index = i;
      return mapping->children[2 * i + 1];
    }
  return NULL;
}

static FrNode *
find_child (const FrNode *node, const char *token, unsigned *index)
{
  if (node->kind == FR_NODE_MAPPING)
    return find_in_mapping (node, token, index);
  if (node->kind == FR_NODE_SEQUENCE && fr_pointer_parse_index (token, index) && *index < node->n_children)
    return node->children[*index];
  return NULL;
}

/* What is not there may be reached through a merge key all the same. */
static gboolean
no_such_child (FrDocument *self, const FrNode *node, const char *token, const char *pointer, GError **error)
{
  if (node->kind == FR_NODE_MAPPING && fr_node_lookup (node, token) != NULL)
    return refuse (self, node, MERGED, error);
  return nothing_at (pointer, error);
}

FrNode *
fr_document_find (FrDocument *self, const char *pointer, GError **error)
{
  g_auto(GStrv) tokens = fr_pointer_split (pointer, error);
  FrNode *node = self->root, *child;
  unsigned index;

  if (tokens == NULL)
    return NULL;
  for (char **token = tokens; *token != NULL; token++)
    {
      if (!may_be_changed (self, node, error))
        return NULL;
      if (is_merge_key (node, *token) && !refuse_merge_key (self, node, error))
        return NULL;
      child = find_child (node, *token, &index);
      if (child == NULL)
        {
          no_such_child (self, node, *token, pointer, error);
          return NULL;
        }
      node = child;
    }
  return may_be_changed (self, node, error) ? node : NULL;
}

static gboolean
is_within (const FrNode *node, const FrNode *ancestor)
{
  while (node != NULL && node != ancestor)
    node = node->parent;
  return node != NULL;
}

/* Whether an alias outside of `goner`, at or below `node`, stands for something in it. */
static gboolean
refers_into (const FrNode *node, const FrNode *goner)
{
  if (node == goner)
    return FALSE;
  if (node->kind == FR_NODE_ALIAS)
    return is_within (node->target, goner);
  for (unsigned i = 0; node->kind != FR_NODE_SCALAR && i < node->n_children; i++)
    if (refers_into (node->children[i], goner))
      return TRUE;
  return FALSE;
}

static gboolean
may_go (FrDocument *self, const FrNode *node, GError **error)
{
  return !self->read_whole || !refers_into (self->root, node) ||
         refuse (self, node, "Other places in the file refer to a value in here (&)", error);
}

static gboolean
replace (FrDocument *self, const FrNode *node, const FrNode *value, const FrEntryLines *lines, GError **error)
{
  FrOperation operation = { FR_OPERATION_REPLACE, node, .value = value, .style = node->style, .lines = lines };

  /* A field that is emptied and filled again while it is typed in does not keep the quotes of "". */
  if (fr_document_may_join (self) && self->group_style >= 0)
    operation.style = self->group_style;
  self->group_style = operation.style;

  if (fr_node_equal (node, value))
    return TRUE;
  return may_go (self, node, error) && fr_document_apply (self, &operation, error);
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

/* The entry becomes part of `parent`, which may be empty or null. */
static gboolean
insert (FrDocument *self, FrNode *parent, const char *token, const FrNode *value, const FrEntryLines *lines,
        const char *pointer, GError **error)
{
  g_autoptr(FrNode) key = fr_node_new_scalar (FR_TYPE_STRING, token, -1);
  g_autoptr(FrNode) whole = NULL;
  unsigned count = fr_node_count (parent), index = 0;
  gboolean numbered = parse_slot (token, count, &index);
  FrOperation operation;

  if (parent->kind == FR_NODE_SEQUENCE ? !numbered : parent->kind == FR_NODE_SCALAR && !is_null (parent))
    return nothing_at (pointer, error);
  if (count == 0)
    {
      whole = parent->kind == FR_NODE_SEQUENCE || (is_null (parent) && numbered) ? only_item (value) : pair (token, value);
      return replace (self, parent, whole, lines, error);
    }
  if (parent->kind == FR_NODE_MAPPING)
    index = count;
  self->group_style = -1;
  operation = (FrOperation) { FR_OPERATION_INSERT, parent, index, key, value, .lines = lines };
  return fr_document_apply (self, &operation, error);
}

/* `lines` is how the new entry is written, or NULL. */
static gboolean
put (FrDocument *self, const char *pointer, const FrNode *value, const FrEntryLines *lines, FrPut how, GError **error)
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
  if (how == FR_PUT_OVER || above == NULL)
    {
      FrNode *node = fr_document_find (self, pointer, error);

      return node != NULL && replace (self, node, value, NULL, error);
    }
  parent = fr_document_find (self, above, &problem);
  if (parent == NULL && how >= FR_PUT_DEEP && *above != '\0' &&
      g_error_matches (problem, FR_ERROR, FR_ERROR_POINTER))
    {
      nested = g_strcmp0 (token, "-") == 0 || g_strcmp0 (token, "0") == 0 ? only_item (value) : pair (token, value);
      return put (self, above, nested, NULL, FR_PUT_DEEP, error);
    }
  if (parent == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (is_merge_key (parent, token))
    return refuse_merge_key (self, parent, error);
  child = parent->kind == FR_NODE_MAPPING || how == FR_PUT_SET ? find_child (parent, token, &index) : NULL;
  if (child == NULL)
    return insert (self, parent, token, value, lines, pointer, error);
  return may_be_changed (self, child, error) && replace (self, child, value, NULL, error);
}

gboolean
fr_document_put (FrDocument *self, const char *pointer, const FrNode *value, FrPut how, GError **error)
{
  return put (self, pointer, value, NULL, how, error);
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
  return *parent != NULL && find_child (*parent, token, index) != NULL;
}

gboolean
fr_document_take_out (FrDocument *self, const char *pointer, GError **error)
{
  FrOperation operation = { FR_OPERATION_REMOVE };
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);
  FrNode *parent;

  if (!find_entry (self, pointer, &parent, &operation.index, error))
    return FALSE;
  /* Where a key is there twice, the other value would come to light. */
  do
    {
      operation.node = parent;
      if (!may_go (self, fr_entry_value (parent, operation.index), error) || !fr_document_apply (self, &operation, error))
        return FALSE;
      parent = fr_document_find (self, above, NULL);
    }
  while (parent->kind == FR_NODE_MAPPING && find_in_mapping (parent, token, &operation.index) != NULL);
  return fr_node_lookup (parent, token) == NULL || refuse (self, parent, MERGED, error);
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
    return (FrEntryLines) { NULL, 0 };
  if (holder->kind != parent->kind && fr_node_count (holder) > 0)
    return (FrEntryLines) { NULL, 0 };
  source = fr_document_get_source (self, fr_node_get_start (parent));
  fr_emit_key (written, key, &habits, FALSE);
  new_key = parent->kind == FR_NODE_MAPPING && strcmp (parent->children[2 * index]->text, token) != 0;
  return fr_entry_copy_lines (&source, parent, index, with_comments, new_key ? written->str : NULL);
}

/* What it says depends on other places, or the emitter has no way to write it: keys that are lists. */
static gboolean
stands_only_here (const FrNode *node)
{
  gboolean mapping = node->kind == FR_NODE_MAPPING;

  if (node->kind == FR_NODE_ALIAS || node->has_anchor || node->has_tag)
    return TRUE;
  for (unsigned i = 0; node->kind != FR_NODE_SCALAR && i < node->n_children; i++)
    if (stands_only_here (node->children[i]) || (mapping && i % 2 == 0 && node->children[i]->kind != FR_NODE_SCALAR))
      return TRUE;
  return FALSE;
}

static FrNode *
copy_value_at (FrDocument *self, const char *from, GError **error)
{
  FrNode *node = fr_document_find (self, from, error);

  if (node == NULL)
    return NULL;
  if (stands_only_here (node))
    {
      refuse (self, node, "Values in here refer to other places, have YAML tags, or lists as their names", error);
      return NULL;
    }
  return fr_node_copy (node);
}

/* By its lines, where they can stand there, else written anew. */
static gboolean
put_copy (FrDocument *self, const char *pointer, const FrNode *value, const FrEntryLines *lines, GError **error)
{
  return (lines->text != NULL && put (self, pointer, value, lines, FR_PUT_NEW, NULL)) ||
         put (self, pointer, value, NULL, FR_PUT_NEW, error);
}

gboolean
fr_document_relocate (FrDocument *self, const char *from, const char *pointer, GError **error)
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
  lines = copy_lines (self, from, pointer, TRUE);
  good = fr_document_take_out (self, from, error) && put_copy (self, pointer, value, &lines, error);
  g_free (lines.text);
  return good;
}

gboolean
fr_document_duplicate (FrDocument *self, const char *from, const char *pointer, GError **error)
{
  g_autoptr(FrNode) value = copy_value_at (self, from, error);
  FrEntryLines lines;
  gboolean good;

  if (value == NULL)
    return FALSE;
  lines = copy_lines (self, from, pointer, FALSE);
  good = put_copy (self, pointer, value, &lines, error);
  g_free (lines.text);
  return good;
}
