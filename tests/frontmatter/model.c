/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model.h"

#include <string.h>

#include "fr-pointer.h"

/* json_node_copy() shares what is below. */
JsonNode *
model_copy (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return json_from_string (text, NULL);
}

static gboolean
find_index (const char *token, JsonArray *array, gboolean end, unsigned *index)
{
  unsigned count = json_array_get_length (array);

  if (end && strcmp (token, "-") == 0)
    {
      *index = count;
      return TRUE;
    }
  return fr_pointer_parse_index (token, index) && *index < count + end;
}

static JsonNode *
child_of (JsonNode *node, const char *token)
{
  unsigned index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), token);
  if (JSON_NODE_HOLDS_ARRAY (node) && find_index (token, json_node_get_array (node), FALSE, &index))
    return json_array_get_element (json_node_get_array (node), index);
  return NULL;
}

static JsonNode *
find (JsonNode *root, const char *pointer)
{
  g_auto(GStrv) tokens = fr_pointer_split (pointer, NULL);
  JsonNode *node = tokens != NULL ? root : NULL;

  for (char **token = tokens; node != NULL && *token != NULL; token++)
    node = child_of (node, *token);
  return node;
}

/* The array with `value` put in before `index`, or with the item at `index` left out (NULL). */
static JsonArray *
change_array (JsonArray *array, unsigned index, JsonNode *value)
{
  JsonArray *changed = json_array_new ();
  unsigned count = json_array_get_length (array);

  for (unsigned i = 0; i <= count; i++)
    {
      if (i == index && value != NULL)
        json_array_add_element (changed, model_copy (value));
      if (i < count && (i != index || value != NULL))
        json_array_add_element (changed, model_copy (json_array_get_element (array, i)));
    }
  return changed;
}

static gboolean
add (JsonNode **root, const char *pointer, JsonNode *value)
{
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);
  JsonNode *parent;
  unsigned index;

  if (above == NULL)
    {
      json_node_unref (*root);
      *root = model_copy (value);
      return TRUE;
    }
  parent = find (*root, above);
  if (parent == NULL)
    return FALSE;
  /* Frontage's own: what is null becomes the collection that the value needs. */
  if (json_node_is_null (parent))
    {
      gboolean item = strcmp (token, "-") == 0 || strcmp (token, "0") == 0;

      if (item)
        {
          json_node_init_array (parent, NULL);
          json_node_take_array (parent, json_array_new ());
        }
      else
        {
          json_node_init_object (parent, NULL);
          json_node_take_object (parent, json_object_new ());
        }
    }
  if (JSON_NODE_HOLDS_OBJECT (parent))
    {
      json_object_set_member (json_node_get_object (parent), token, model_copy (value));
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_ARRAY (parent) || !find_index (token, json_node_get_array (parent), TRUE, &index))
    return FALSE;
  json_node_take_array (parent, change_array (json_node_get_array (parent), index, value));
  return TRUE;
}

static gboolean
take_out (JsonNode *root, const char *pointer)
{
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);
  JsonNode *parent = above != NULL ? find (root, above) : NULL;
  unsigned index;

  if (parent == NULL || child_of (parent, token) == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (parent))
    json_object_remove_member (json_node_get_object (parent), token);
  else if (find_index (token, json_node_get_array (parent), FALSE, &index))
    json_node_take_array (parent, change_array (json_node_get_array (parent), index, NULL));
  return TRUE;
}

static gboolean
replace (JsonNode **root, const char *pointer, JsonNode *value)
{
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (pointer, &token);
  JsonNode *parent;
  unsigned index;

  if (find (*root, pointer) == NULL)
    return FALSE;
  parent = above != NULL ? find (*root, above) : NULL;
  if (parent == NULL || JSON_NODE_HOLDS_OBJECT (parent))
    return add (root, pointer, value);
  find_index (token, json_node_get_array (parent), FALSE, &index);
  json_node_take_array (parent, change_array (json_node_get_array (parent), index, NULL));
  json_node_take_array (parent, change_array (json_node_get_array (parent), index, value));
  return TRUE;
}

static gboolean
move (JsonNode **root, const char *from, const char *pointer, gboolean keep)
{
  JsonNode *found = find (*root, from);
  g_autoptr(JsonNode) value = found != NULL ? model_copy (found) : NULL;

  if (value == NULL)
    return FALSE;
  if (!keep && strcmp (from, pointer) == 0)
    return TRUE;
  if (!keep && (fr_pointer_is_within (pointer, from) || !take_out (*root, from)))
    return FALSE;
  return add (root, pointer, value);
}

gboolean
model_patch (JsonNode **root, JsonObject *operation)
{
  const char *op = json_object_get_string_member (operation, "op");
  const char *path = json_object_get_string_member (operation, "path");
  const char *from = json_object_get_string_member_with_default (operation, "from", NULL);
  JsonNode *value = json_object_get_member (operation, "value");

  switch (*op)
    {
    case 'a':
      return add (root, path, value);
    case 't':
      return find (*root, path) != NULL && json_node_equal (find (*root, path), value);
    case 'm':
      return move (root, from, path, FALSE);
    case 'c':
      return move (root, from, path, TRUE);
    default:
      return strcmp (op, "remove") == 0 ? take_out (*root, path) : replace (root, path, value);
    }
}
