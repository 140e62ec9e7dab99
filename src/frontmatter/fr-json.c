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
    return g_strdup (fr_node_is_true (key) ? "true" : "false");
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
      return json_node_init_boolean (json_node_alloc (), fr_node_is_true (node));
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

static gboolean
rewrite_float (const GMatchInfo *match, GString *out, gpointer data)
{
  g_autofree char *token = g_match_info_fetch (match, 0);
  g_autofree char *number = *token == '"' ? NULL : fr_scalar_from_float (g_ascii_strtod (token, NULL));

  g_string_append (out, number != NULL ? number : token);
  return FALSE;
}

/* Floats are written anew: json-glib makes 1e+20.0 of some, which is no JSON. */
char *
fr_json_to_text (const FrNode *node, gboolean pretty)
{
  g_autoptr(JsonNode) json = fr_json_from_node (node);
  g_autofree char *text = json_to_string (json, pretty);
  g_autoptr(GRegex) tokens = g_regex_new ("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+[.e][-+.e\\d]*+", 0, 0, NULL);

  return g_regex_replace_eval (tokens, text, -1, 0, 0, rewrite_float, NULL, NULL);
}

void
fr_json_append_string (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  g_string_append_c (out, '"');
  for (; text < end; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (out, "\\u%04x", *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
}

static FrNode *
scalar_of_json (JsonNode *json)
{
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
  text = fr_scalar_from_float (json_node_get_double (json));
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

static gboolean
is_kept (const char *token, GError **error)
{
  if (*token == '"' && g_regex_match_simple ("(?<!\\\\)(?:\\\\\\\\)*+\\\\u0000", token, 0, 0))
    g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "A text with the character U+0000 cannot be written");
  else if (*token != '"' && strpbrk (token, ".eE") == NULL && !g_ascii_string_to_signed (token, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "The number %s is too large to be written", token);
  else
    return TRUE;
  return FALSE;
}

/* json-glib takes more than JSON (comments, 'quotes', 012) and cuts what it cannot hold. */
static gboolean
is_strict (const char *json, GError **error)
{
  g_autoptr(GRegex) tokens = g_regex_new (
    "\\G(?:[\\s\\[\\]{}:,]++|true\\b|false\\b|null\\b|"
    "(\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"|"
    "-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?(?![\\w.])))", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *rest = NULL;
  int end = 0;

  for (g_regex_match (tokens, json, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *token = g_match_info_fetch (match, 1);

      if (*token != '\0' && !is_kept (token, error))
        return FALSE;
      g_match_info_fetch_pos (match, 0, NULL, &end);
    }
  if (json[end] == '\0')
    return TRUE;
  rest = g_utf8_substring (json + end, 0, MIN (20, g_utf8_strlen (json + end, -1)));
  g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "This is not JSON: “%.*s”", (int) strcspn (rest, "\n"), rest);
  return FALSE;
}

JsonNode *
fr_json_parse (const char *json, GError **error)
{
  g_autoptr(GError) problem = NULL;
  JsonNode *root;
  const char *what;

  if (!g_utf8_validate (json, -1, NULL))
    {
      g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "This is not JSON: it is not UTF-8");
      return NULL;
    }
  if (!is_strict (json, error))
    return NULL;
  root = json_from_string (json, &problem);
  what = problem != NULL ? problem->message : NULL;
  if (root != NULL)
    return root;
  /* "<data>:1:4: Parse error: …" */
  for (unsigned i = 0; i < 4 && what != NULL; i++)
    what = strchr (what + 1, ':');
  g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "This is not JSON: %s", what != NULL ? what + 2 : "it is empty");
  return NULL;
}

FrNode *
fr_json_read (const char *json, GError **error)
{
  g_autoptr(JsonNode) root = fr_json_parse (json, error);

  if (root == NULL)
    return NULL;
  return fr_json_to_node (root);
}
