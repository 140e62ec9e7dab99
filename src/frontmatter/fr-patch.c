/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Patch, RFC 6902: a list of operations, all or none. */
#include <string.h>

#include "fr-document-private.h"
#include "fr-json.h"

static const char *
get_string (const FrNode *object, const char *name)
{
  const FrNode *member = fr_node_lookup (object, name);

  return fr_node_get_type (member) == FR_TYPE_STRING ? fr_node_get_text (member) : NULL;
}

static gboolean
malformed (GError **error, const char *what)
{
  g_set_error (error, FR_ERROR, FR_ERROR_PATCH, "This is not a JSON Patch: %s", what);
  return FALSE;
}

static gboolean
run_test (FrDocument *self, const char *path, const FrNode *expected, GError **error)
{
  const FrNode *node = fr_document_get (self, path);

  if (node != NULL && fr_json_equal (node, expected))
    return TRUE;
  g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "The value at “%s” is not the one that the patch expects", path);
  return FALSE;
}

static gboolean
run (FrDocument *self, const FrNode *operation, GError **error)
{
  const char *op = get_string (operation, "op");
  const char *path = get_string (operation, "path");
  const char *from = get_string (operation, "from");
  const FrNode *value = fr_node_lookup (operation, "value");

  if (op == NULL || path == NULL)
    return malformed (error, "an operation needs “op” and “path”");
  if (strcmp (op, "remove") == 0)
    return fr_document_remove_entry (self, path, error);
  if (strcmp (op, "move") == 0 || strcmp (op, "copy") == 0)
    {
      if (from == NULL)
        return malformed (error, "“move” and “copy” need “from”");
      return strcmp (op, "move") == 0 ? fr_document_move_entry (self, from, path, error)
                                      : fr_document_copy_entry (self, from, path, error);
    }
  if (strcmp (op, "add") != 0 && strcmp (op, "replace") != 0 && strcmp (op, "test") != 0)
    return malformed (error, "“op” must be add, remove, replace, move, copy or test");
  if (value == NULL)
    return malformed (error, "“add”, “replace” and “test” need “value”");
  return strcmp (op, "test") == 0 ? run_test (self, path, value, error)
                                  : fr_document_add_value (self, path, value, *op == 'a' ? FR_ADD_NEW : FR_ADD_OVER, error);
}

static gboolean
run_all (FrDocument *self, const FrNode *operations, GError **error)
{
  for (unsigned i = 0; i < fr_node_count (operations); i++)
    {
      const FrNode *operation = fr_node_get_item (operations, i);

      if (fr_node_get_type (operation) != FR_TYPE_MAPPING)
        return malformed (error, "each operation is an object");
      if (!run (self, operation, error))
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
  g_autoptr(FrNode) root = fr_json_read (json, &problem);

  if (root == NULL)
    {
      g_set_error_literal (error, FR_ERROR, FR_ERROR_PATCH, problem->message);
      return FALSE;
    }
  if (root->kind != FR_NODE_SEQUENCE)
    return malformed (error, "it is a list of operations");
  fr_document_end_group (self);
  fr_document_begin (self, NULL);
  return fr_document_end (self, fr_document_is_sound (self, error) && run_all (self, root, error));
}
