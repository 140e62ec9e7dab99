#include "fr-json.h"

#include <stdio.h>
#include <string.h>

#include "fr-error.h"
#include "fr-node-private.h"
#include "fr-scalar-type.h"

static JsonNode *
number_to_json (FrType type, const char *text)
{
  g_autofree char *json = fr_scalar_number_to_json (type, text);
  JsonNode *node = json_node_alloc ();
  char *end;
  gint64 integer;

  if (json == NULL)
    return json_node_init_null (node);
  integer = g_ascii_strtoll (json, &end, 10);
  if (*end == '\0' && integer != G_MAXINT64 && integer != G_MININT64)
    return json_node_init_int (node, integer);
  return json_node_init_double (node, g_ascii_strtod (json, NULL));
}

static gboolean
is_true (const char *text)
{
  return g_ascii_strcasecmp (text, "yes") == 0 || g_ascii_strcasecmp (text, "true") == 0 ||
         g_ascii_strcasecmp (text, "on") == 0;
}

static void
merge_into (JsonObject *object, const FrNode *mapping)
{
  g_autoptr(JsonNode) merged = fr_json_from_node (mapping);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, json_node_get_object (merged));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (object, name, json_node_copy (value));
}

static char *
name_of_key (const FrNode *key)
{
  FrType type = fr_node_get_type (key);

  if (type >= FR_TYPE_SEQUENCE)
    return fr_json_to_text (key, FALSE);
  if (type == FR_TYPE_BOOLEAN)
    return g_strdup (is_true (fr_node_get_text (key)) ? "true" : "false");
  return g_strdup (type == FR_TYPE_NULL ? "" : fr_node_get_text (key));
}

static JsonNode *
mapping_to_json (const FrNode *mapping)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  for (unsigned i = 0; i < fr_node_count (mapping); i++)
    {
      const FrNode *value = fr_node_get_value (mapping, i);
      g_autofree char *name = name_of_key (fr_node_get_key (mapping, i));
      FrType type = fr_node_get_type (value);

      if (strcmp (name, "<<") == 0 && type == FR_TYPE_MAPPING)
        merge_into (object, value);
      else if (strcmp (name, "<<") == 0 && type == FR_TYPE_SEQUENCE)
        for (unsigned j = fr_node_count (value); j-- > 0;)
          merge_into (object, fr_node_get_item (value, j));
      else
        json_object_set_member (object, name, fr_json_from_node (value));
    }
  json_node_init_object (node, object);
  json_object_unref (object);
  return node;
}

static JsonNode *
sequence_to_json (const FrNode *sequence)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (unsigned i = 0; i < fr_node_count (sequence); i++)
    json_array_add_element (array, fr_json_from_node (fr_node_get_item (sequence, i)));
  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}

/* 2026-3-1 is a date, too. */
static JsonNode *
date_to_json (const char *text)
{
  unsigned year, month, day;
  g_autofree char *iso = NULL;

  sscanf (text, "%4u-%2u-%2u", &year, &month, &day);
  iso = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  return json_node_init_string (json_node_alloc (), iso);
}

JsonNode *
fr_json_from_node (const FrNode *node)
{
  const char *text = fr_node_get_text (node);

  switch (fr_node_get_type (node))
    {
    case FR_TYPE_NULL:
      return json_node_init_null (json_node_alloc ());
    case FR_TYPE_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), is_true (text));
    case FR_TYPE_INTEGER:
    case FR_TYPE_FLOAT:
      return number_to_json (fr_node_get_type (node), text);
    case FR_TYPE_SEQUENCE:
      return sequence_to_json (node);
    case FR_TYPE_MAPPING:
      return mapping_to_json (node);
    case FR_TYPE_DATE:
      return date_to_json (text);
    case FR_TYPE_SYMBOL:
      return json_node_init_string (json_node_alloc (), text + 1);
    default:
      return json_node_init_string (json_node_alloc (), text);
    }
}

char *
fr_json_to_text (const FrNode *node, gboolean pretty)
{
  g_autoptr(JsonNode) json = fr_json_from_node (node);

  return json_to_string (json, pretty);
}

static FrNode *
scalar_of_json (JsonNode *json)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;
  GType type = json_node_get_value_type (json);

  if (type == G_TYPE_STRING)
    return fr_node_new_scalar (FR_TYPE_STRING, json_node_get_string (json), -1);
  if (type == G_TYPE_BOOLEAN)
    return fr_node_new_scalar (FR_TYPE_BOOLEAN, json_node_get_boolean (json) ? "true" : "false", -1);
  if (type == G_TYPE_INT64)
    {
      text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (json));
      return fr_node_new_scalar (FR_TYPE_INTEGER, text, -1);
    }
  g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (json));
  /* Psych knows a float by its point. */
  if (strchr (buffer, '.') != NULL)
    text = g_strdup (buffer);
  else
    {
      gsize digits = strcspn (buffer, "e");

      text = g_strdup_printf ("%.*s.0%s", (int) digits, buffer, buffer + digits);
    }
  return fr_node_new_scalar (FR_TYPE_FLOAT, text, -1);
}

FrNode *
fr_json_to_node (JsonNode *json)
{
  FrNode *node;

  if (JSON_NODE_HOLDS_NULL (json))
    return fr_node_new_scalar (FR_TYPE_NULL, "", 0);
  if (JSON_NODE_HOLDS_VALUE (json))
    return scalar_of_json (json);
  if (JSON_NODE_HOLDS_ARRAY (json))
    {
      JsonArray *array = json_node_get_array (json);

      node = fr_node_new (FR_NODE_SEQUENCE, FR_STYLE_BLOCK);
      for (unsigned i = 0; i < json_array_get_length (array); i++)
        fr_node_append (node, fr_json_to_node (json_array_get_element (array, i)));
    }
  else
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      node = fr_node_new (FR_NODE_MAPPING, FR_STYLE_BLOCK);
      json_object_iter_init_ordered (&iter, json_node_get_object (json));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          fr_node_append (node, fr_node_new_scalar (FR_TYPE_STRING, name, -1));
          fr_node_append (node, fr_json_to_node (value));
        }
    }
  return node;
}

FrNode *
fr_json_read (const char *json, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(JsonNode) root = json_from_string (json, &problem);

  if (root == NULL)
    {
      g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "The value is not JSON: %s",
                   problem != NULL ? problem->message : "it is empty");
      return NULL;
    }
  return fr_json_to_node (root);
}
