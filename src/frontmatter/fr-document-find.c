/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be changed, and where it is; all else is refused with a reason. */
#include <string.h>

#include "fr-document-private.h"
#include "fr-json.h"
#include "fr-pointer.h"

gboolean
fr_document_nothing_at (const char *pointer, GError **error)
{
  g_set_error (error, FR_ERROR, FR_ERROR_POINTER, "There is nothing at “%s”", pointer);
  return FALSE;
}

gboolean
fr_document_refuse (FrDocument *self, const FrNode *node, const char *why, GError **error)
{
  g_propagate_error (error, fr_error_new_at (FR_ERROR_NOT_EDITABLE,
                                             fr_document_get_place (self, fr_node_get_start (node)),
                                             "%s; change it in a text editor", why));
  return FALSE;
}

/* Writing below an anchor would change every place that refers to it. */
gboolean
fr_document_may_change (FrDocument *self, const FrNode *node, GError **error)
{
  if (node->kind == FR_NODE_ALIAS)
    return fr_document_refuse (self, node, "This value is written elsewhere and only referred to here (*)", error);
  if (node->has_anchor)
    return fr_document_refuse (self, node, "Other places in the file may refer to this value (&)", error);
  if (node->has_tag)
    return fr_document_refuse (self, node, "This value has a YAML tag (!)", error);
  return TRUE;
}

/* A key that is shown by that name, but written as something else: a list, an alias, “yes” for true. */
static const FrNode *
find_odd_key (const FrNode *mapping, const char *token)
{
  for (unsigned i = 0; i < mapping->n_children; i += 2)
    {
      const FrNode *key = mapping->children[i];
      g_autofree char *name = NULL;

      if (key->is_merge || (key->kind == FR_NODE_SCALAR && key->type != FR_TYPE_BOOLEAN && key->type != FR_TYPE_NULL))
        continue;
      name = fr_json_name_of_key (key);
      if (strcmp (name, token) == 0)
        return key;
    }
  return NULL;
}

gboolean
fr_document_may_name (FrDocument *self, const FrNode *parent, const char *token, GError **error)
{
  const FrNode *odd = NULL;
  unsigned index;

  if (parent->kind != FR_NODE_MAPPING)
    return TRUE;
  if (strcmp (token, "<<") == 0)
    return fr_document_refuse (self, parent, "“<<” merges another mapping into this one and cannot be edited by itself", error);
  if (fr_document_find_key (parent, token, &index) == NULL)
    odd = find_odd_key (parent, token);
  return odd == NULL || fr_document_refuse (self, odd, "The name of this value is not written as a text", error);
}

FrNode *
fr_document_find_key (const FrNode *mapping, const char *key, unsigned *index)
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

FrNode *
fr_document_find_child (const FrNode *node, const char *token, unsigned *index)
{
  if (node->kind == FR_NODE_MAPPING)
    return fr_document_find_key (node, token, index);
  if (node->kind == FR_NODE_SEQUENCE && fr_pointer_parse_index (token, index) && *index < node->n_children)
    return node->children[*index];
  return NULL;
}

gboolean
fr_document_refuse_merged (FrDocument *self, const FrNode *mapping, GError **error)
{
  return fr_document_refuse (self, mapping, "This value is written elsewhere and merged in here (<<)", error);
}

/* What is not there may be reached through a merge key all the same. */
static gboolean
no_such_child (FrDocument *self, const FrNode *node, const char *token, const char *pointer, GError **error)
{
  if (node->kind == FR_NODE_MAPPING && fr_node_lookup (node, token) != NULL)
    return fr_document_refuse_merged (self, node, error);
  return fr_document_nothing_at (pointer, error);
}

gboolean
fr_document_is_sound (FrDocument *self, GError **error)
{
  if (self->fault == NULL)
    return TRUE;
  g_set_error (error, FR_ERROR, FR_ERROR_FAULT, "Frontage has lost track of this text, so it can neither be changed nor saved "
               "here any more. Save it as another file and open that one (%s)", self->fault);
  return FALSE;
}

FrNode *
fr_document_find (FrDocument *self, const char *pointer, GError **error)
{
  g_auto(GStrv) tokens = fr_pointer_split (pointer, error);
  FrNode *node = self->root, *child;
  unsigned index;

  if (tokens == NULL || !fr_document_is_sound (self, error))
    return NULL;
  for (char **token = tokens; *token != NULL; token++)
    {
      if (!fr_document_may_change (self, node, error) || !fr_document_may_name (self, node, *token, error))
        return NULL;
      child = fr_document_find_child (node, *token, &index);
      if (child == NULL)
        {
          no_such_child (self, node, *token, pointer, error);
          return NULL;
        }
      node = child;
    }
  return fr_document_may_change (self, node, error) ? node : NULL;
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

gboolean
fr_document_may_go (FrDocument *self, const FrNode *node, GError **error)
{
  return !self->read_whole || !refers_into (self->root, node) ||
         fr_document_refuse (self, node, "Other places in the file refer to a value in here (&)", error);
}
