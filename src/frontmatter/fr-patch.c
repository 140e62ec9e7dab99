/* JSON Patch, RFC 6902: a list of operations, all or none. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "fr-document-private.h"
#include "fr-json.h"

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *member = json_object_get_member (object, name);

  return member != NULL && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_get_string (member) : NULL;
}

static gboolean
malformed (GError **error, const char *what)
{
  g_set_error (error, FR_ERROR, FR_ERROR_PATCH, "This is not a JSON Patch: %s", what);
  return FALSE;
}

static gboolean
run_with_value (FrDocument *self, const char *op, const char *path, JsonNode *json, GError **error)
{
  g_autoptr(FrNode) value = fr_json_to_node (json);

  return fr_document_put (self, path, value, strcmp (op, "add") == 0 ? FR_PUT_NEW : FR_PUT_OVER, error);
}

static gboolean
run_test (FrDocument *self, const char *path, JsonNode *expected, GError **error)
{
  const FrNode *node = fr_document_get (self, path);
  g_autoptr(JsonNode) found = node != NULL ? fr_json_from_node (node) : NULL;

  if (found != NULL && json_node_equal (found, expected))
    return TRUE;
  g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "The value at “%s” is not the one that the patch expects", path);
  return FALSE;
}

static gboolean
run (FrDocument *self, JsonObject *operation, GError **error)
{
  const char *op = get_string (operation, "op");
  const char *path = get_string (operation, "path");
  const char *from = get_string (operation, "from");
  JsonNode *value = json_object_get_member (operation, "value");

  if (op == NULL || path == NULL)
    return malformed (error, "an operation needs “op” and “path”");
  if (strcmp (op, "remove") == 0)
    return fr_document_take_out (self, path, error);
  if (strcmp (op, "move") == 0 || strcmp (op, "copy") == 0)
    {
      if (from == NULL)
        return malformed (error, "“move” and “copy” need “from”");
      return strcmp (op, "move") == 0 ? fr_document_relocate (self, from, path, error)
                                      : fr_document_duplicate (self, from, path, error);
    }
  if (strcmp (op, "add") != 0 && strcmp (op, "replace") != 0 && strcmp (op, "test") != 0)
    return malformed (error, "“op” must be add, remove, replace, move, copy or test");
  if (value == NULL)
    return malformed (error, "“add”, “replace” and “test” need “value”");
  return strcmp (op, "test") == 0 ? run_test (self, path, value, error) : run_with_value (self, op, path, value, error);
}

static gboolean
run_all (FrDocument *self, JsonArray *operations, GError **error)
{
  for (unsigned i = 0; i < json_array_get_length (operations); i++)
    {
      JsonNode *operation = json_array_get_element (operations, i);

      if (!JSON_NODE_HOLDS_OBJECT (operation))
        return malformed (error, "each operation is an object");
      if (!run (self, json_node_get_object (operation), error))
        {
          g_prefix_error (error, "Operation %u of the patch: ", i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
fr_document_patch (FrDocument *self, const char *json, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(JsonNode) root = fr_json_parse (json, &problem);

  if (root == NULL)
    {
      g_set_error_literal (error, FR_ERROR, FR_ERROR_PATCH, problem->message);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_ARRAY (root))
    return malformed (error, "it is a list of operations");
  fr_document_end_group (self);
  fr_document_begin (self, NULL);
  return fr_document_end (self, run_all (self, json_node_get_array (root), error));
}
