/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-node-private.h"

#include <string.h>

#include "fr-pointer.h"

static FrNode *
new_node (FrPool *pool, gsize text_size)
{
  FrNode *node = pool != NULL ? fr_pool_alloc (pool, sizeof (FrNode) + text_size) : g_malloc (sizeof (FrNode) + text_size);

  *node = (FrNode) { .is_pooled = pool != NULL };
  return node;
}

FrNode *
fr_node_new_in (FrPool *pool, FrNodeKind kind, FrStyle style)
{
  FrNode *node = new_node (pool, 0);

  node->kind = kind;
  node->style = style;
  node->type = kind == FR_NODE_MAPPING ? FR_TYPE_MAPPING : FR_TYPE_SEQUENCE;
  return node;
}

FrNode *
fr_node_new (FrNodeKind kind, FrStyle style)
{
  return fr_node_new_in (NULL, kind, style);
}

FrNode *
fr_node_new_with_text (FrPool *pool, FrNodeKind kind, FrStyle style, const char *text, gsize length)
{
  FrNode *node = new_node (pool, length + 1);

  node->kind = kind;
  node->style = style;
  node->type = FR_TYPE_NULL;
  node->text_length = length;
  memcpy (node->text, text, length);
  node->text[length] = '\0';
  return node;
}

FrNode *
fr_node_new_scalar (FrType type, const char *text, gssize length)
{
  FrNode *node = fr_node_new_with_text (NULL, FR_NODE_SCALAR, FR_STYLE_PLAIN, text, length < 0 ? strlen (text) : (gsize) length);

  node->type = type;
  return node;
}

static gboolean
is_collection (const FrNode *node)
{
  return node->kind == FR_NODE_MAPPING || node->kind == FR_NODE_SEQUENCE;
}

void
fr_node_free (FrNode *node)
{
  if (node == NULL)
    return;
  for (unsigned i = 0; is_collection (node) && i < node->n_children; i++)
    fr_node_free (node->children[i]);
  if (is_collection (node))
    g_free (node->children);
  if (!node->is_pooled)
    g_free (node);
}

FrNode *
fr_node_copy (const FrNode *node)
{
  FrNode *copy;

  if (!is_collection (node))
    {
      copy = g_memdup2 (node, sizeof (FrNode) + node->text_length + 1);
      copy->parent = NULL;
      copy->is_pooled = FALSE;
      return copy;
    }
  copy = fr_node_new (node->kind, node->style);
  copy->start = node->start;
  copy->length = node->length;
  copy->has_anchor = node->has_anchor;
  copy->has_tag = node->has_tag;
  for (unsigned i = 0; i < node->n_children; i++)
    fr_node_append (copy, fr_node_copy (node->children[i]));
  return copy;
}

gboolean
fr_node_equal (const FrNode *a, const FrNode *b)
{
  if (a->kind != b->kind || a->type != b->type || a->is_merge != b->is_merge)
    return FALSE;
  if (!is_collection (a))
    return a->type == FR_TYPE_NULL && a->kind == FR_NODE_SCALAR
           ? TRUE
           : a->text_length == b->text_length && memcmp (a->text, b->text, a->text_length) == 0;
  if (a->n_children != b->n_children)
    return FALSE;
  for (unsigned i = 0; i < a->n_children; i++)
    if (!fr_node_equal (a->children[i], b->children[i]))
      return FALSE;
  return TRUE;
}

#define FEWEST 4

/* Grows by doubling: the capacity is the next power of two of the count, and never less than FEWEST. */
void
fr_node_append (FrNode *collection, FrNode *child)
{
  unsigned n = collection->n_children;

  if (n == 0 || (n >= FEWEST && (n & (n - 1)) == 0))
    collection->children = g_renew (FrNode *, collection->children, MAX (2 * n, FEWEST));
  child->parent = collection;
  collection->children[collection->n_children++] = child;
}

void
fr_node_splice_children (FrNode *collection, unsigned first, unsigned n_old, FrNode **children, unsigned n_new)
{
  unsigned rest = collection->n_children - first - n_old;
  unsigned count = first + n_new + rest;
  unsigned capacity = FEWEST;

  for (unsigned i = first; i < first + n_old; i++)
    fr_node_free (collection->children[i]);
  while (capacity < count)
    capacity *= 2;
  if (count > collection->n_children)
    collection->children = g_renew (FrNode *, collection->children, capacity);
  memmove (collection->children + first + n_new, collection->children + first + n_old, rest * sizeof (FrNode *));
  for (unsigned i = 0; i < n_new; i++)
    {
      collection->children[first + i] = children[i];
      children[i]->parent = collection;
    }
  if (count < collection->n_children)
    collection->children = g_renew (FrNode *, collection->children, capacity);
  collection->n_children = count;
}

unsigned
fr_node_stride (const FrNode *collection)
{
  return collection->kind == FR_NODE_MAPPING ? 2 : 1;
}

unsigned
fr_node_index (const FrNode *node)
{
  unsigned i = 0;

  while (node->parent->children[i] != node)
    i++;
  return i / fr_node_stride (node->parent);
}

gboolean
fr_node_is_block (const FrNode *node)
{
  return node->style == FR_STYLE_BLOCK;
}

const FrNode *
fr_node_follow (const FrNode *node)
{
  while (node != NULL && node->kind == FR_NODE_ALIAS)
    node = node->target;
  return node;
}

FrType
fr_node_get_type (const FrNode *node)
{
  node = fr_node_follow (node);
  return node == NULL ? FR_TYPE_NULL : node->type;
}

const char *
fr_node_get_text (const FrNode *node)
{
  node = fr_node_follow (node);
  return node != NULL && node->kind == FR_NODE_SCALAR ? node->text : NULL;
}

gsize
fr_node_get_length (const FrNode *node)
{
  node = fr_node_follow (node);
  return node != NULL && node->kind == FR_NODE_SCALAR ? node->text_length : 0;
}

gboolean
fr_node_is_true (const FrNode *node)
{
  const char *text = fr_node_get_text (node);

  return fr_node_get_type (node) == FR_TYPE_BOOLEAN &&
         (g_ascii_strcasecmp (text, "yes") == 0 || g_ascii_strcasecmp (text, "true") == 0 ||
          g_ascii_strcasecmp (text, "on") == 0);
}

unsigned
fr_node_count (const FrNode *node)
{
  node = fr_node_follow (node);
  return node != NULL && is_collection (node) ? node->n_children / fr_node_stride (node) : 0;
}

const FrNode *
fr_node_get_item (const FrNode *sequence, unsigned index)
{
  sequence = fr_node_follow (sequence);
  if (sequence == NULL || sequence->kind != FR_NODE_SEQUENCE || index >= sequence->n_children)
    return NULL;
  return sequence->children[index];
}

static const FrNode *
get_entry (const FrNode *mapping, unsigned index, unsigned half)
{
  mapping = fr_node_follow (mapping);
  if (mapping == NULL || mapping->kind != FR_NODE_MAPPING || index >= mapping->n_children / 2)
    return NULL;
  return mapping->children[2 * index + half];
}

const FrNode *
fr_node_get_key (const FrNode *mapping, unsigned index)
{
  return get_entry (mapping, index, 0);
}

const char *
fr_node_get_first_key (const FrNode *mapping)
{
  return fr_node_get_type (mapping) == FR_TYPE_MAPPING ? fr_node_get_text (fr_node_get_key (mapping, 0)) : NULL;
}

const FrNode *
fr_node_get_value (const FrNode *mapping, unsigned index)
{
  return get_entry (mapping, index, 1);
}

gboolean
fr_node_may_be_merged (const FrNode *value)
{
  if (fr_node_get_type (value) == FR_TYPE_MAPPING)
    return TRUE;
  if (value->kind != FR_NODE_SEQUENCE)
    return FALSE;
  for (unsigned i = 0; i < value->n_children; i++)
    if (fr_node_get_type (value->children[i]) != FR_TYPE_MAPPING)
      return FALSE;
  return TRUE;
}

const FrNode *
fr_node_lookup_merged (const FrNode *value, const char *key)
{
  const FrNode *found = NULL;

  if (fr_node_get_type (value) == FR_TYPE_MAPPING)
    return fr_node_lookup (value, key);
  for (unsigned i = 0; found == NULL && i < fr_node_count (value); i++)
    found = fr_node_lookup (fr_node_get_item (value, i), key);
  return found;
}

const FrNode *
fr_node_lookup (const FrNode *mapping, const char *key)
{
  mapping = fr_node_follow (mapping);
  if (mapping == NULL || mapping->kind != FR_NODE_MAPPING)
    return NULL;
  for (unsigned i = mapping->n_children / 2; i-- > 0;)
    {
      const FrNode *name = mapping->children[2 * i];
      const FrNode *value = mapping->children[2 * i + 1];
      const FrNode *merged;

      /* Psych merges where the key stands: what comes before it is overwritten, too. */
      if (name->is_merge && (merged = fr_node_lookup_merged (value, key)) != NULL)
        return merged;
      if (!name->is_merge && fr_node_get_text (name) != NULL && strcmp (fr_node_get_text (name), key) == 0)
        return value;
    }
  return NULL;
}

static const FrNode *
step_down (const FrNode *node, const char *token)
{
  unsigned index;

  if (fr_node_get_type (node) == FR_TYPE_MAPPING)
    return fr_node_lookup (node, token);
  return fr_pointer_parse_index (token, &index) ? fr_node_get_item (node, index) : NULL;
}

/* Longer than the names that pages have. */
#define LONGEST_TOKEN 63

/* Of a pointer whose tokens are short and have no escapes, as nearly all are: without a copy of each. */
static const FrNode *
walk_down (const FrNode *node, const char *pointer)
{
  while (node != NULL && *pointer == '/')
    {
      char token[LONGEST_TOKEN + 1];
      gsize length = strcspn (pointer + 1, "/");

      memcpy (token, pointer + 1, length);
      token[length] = '\0';
      node = step_down (node, token);
      pointer += 1 + length;
    }
  return node;
}

static gboolean
is_simple (const char *pointer)
{
  gsize length = 0;

  if (*pointer != '\0' && *pointer != '/')
    return FALSE;
  for (; *pointer != '\0'; pointer++)
    {
      length = *pointer == '/' ? 0 : length + 1;
      if (*pointer == '~' || length > LONGEST_TOKEN)
        return FALSE;
    }
  return TRUE;
}

const FrNode *
fr_node_at (const FrNode *node, const char *pointer)
{
  g_auto(GStrv) tokens = NULL;

  if (is_simple (pointer))
    return walk_down (node, pointer);
  tokens = fr_pointer_split (pointer, NULL);
  if (tokens == NULL)
    return NULL;
  for (char **token = tokens; node != NULL && *token != NULL; token++)
    node = step_down (node, *token);
  return node;
}

gsize
fr_node_get_start (const FrNode *node)
{
  gsize start = 0;

  for (; node != NULL; node = node->parent)
    start += node->start;
  return start;
}

gsize
fr_node_get_end (const FrNode *node)
{
  return node == NULL ? 0 : fr_node_get_start (node) + node->length;
}
