/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-preview-patch.h"

#include <json-glib/json-glib.h>

/* Blocks by name: "a" is the first block's id, "b" the second's; "a2" is the same block with other HTML, and "a!" with other
 * classes. */
typedef struct
{
  FrBlock blocks[8];
  unsigned count;
} Page;

static GHashTable *texts;

static GRefString *
html (const char *name)
{
  GRefString *text = g_hash_table_lookup (texts, name);

  if (text == NULL)
    {
      text = g_ref_string_new (name);
      g_hash_table_insert (texts, g_strdup (name), text);
    }
  return text;
}

static Page
page (const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);
  Page result = { .count = 0 };

  for (char **part = parts; *part != NULL && **part != '\0'; part++)
    result.blocks[result.count++] = (FrBlock) {
      .id = (*part)[0] - 'a' + 1,
      .pointer = (char *) "/sections/0",
      .classes = strchr (*part, '!') != NULL ? "block grey" : "block",
      .html = html (g_strdelimit (*part, "!", '\0')),
    };
  return result;
}

/* What is told, in short: "1:html" for a block with its HTML, "1!" for one with its classes, then the order. */
static char *
told (FrPreviewPatch *patch, Page *now)
{
  g_autofree char *json = fr_preview_patch_next (patch, now->blocks, now->count);
  g_autoptr (JsonNode) root = json ? json_from_string (json, NULL) : NULL;
  GString *text = g_string_new (NULL);
  JsonArray *blocks, *order;

  if (root == NULL)
    return g_string_free (text, FALSE);
  blocks = json_object_get_array_member (json_node_get_object (root), "blocks");
  for (unsigned i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);

      g_string_append_printf (text, "%d", (int) json_object_get_int_member (block, "id"));
      if (json_object_has_member (block, "classes"))
        g_string_append_c (text, '!');
      if (json_object_has_member (block, "html"))
        g_string_append_printf (text, ":%s", json_object_get_string_member (block, "html"));
      g_string_append_c (text, ' ');
    }
  if (json_object_has_member (json_node_get_object (root), "order"))
    {
      order = json_object_get_array_member (json_node_get_object (root), "order");
      g_string_append_c (text, '=');
      for (unsigned i = 0; i < json_array_get_length (order); i++)
        g_string_append_printf (text, " %d", (int) json_array_get_int_element (order, i));
    }
  return g_strchomp (g_string_free (text, FALSE));
}

static void
test_patch (gconstpointer data)
{
  const char * const *steps = data;
  g_autoptr (FrPreviewPatch) patch = fr_preview_patch_new ();
  Page first = page (steps[0]);
  g_autofree char *before = fr_preview_patch_next (patch, first.blocks, first.count);

  for (unsigned i = 1; steps[i] != NULL; i += 2)
    {
      Page next = page (steps[i]);
      g_autofree char *text = told (patch, &next);

      g_assert_cmpstr (text, ==, steps[i + 1]);
    }
}

static const char * const same[] = { "a b c", "a b c", "", NULL };
static const char * const edited[] = { "a b c", "a b2 c", "2:b2", "a b3 c", "2:b3", "a b3 c", "", NULL };
static const char * const painted[] = { "a b c", "a b! c", "2!", "a b c", "2!", NULL };
static const char * const added[] = { "a b", "a c b", "3!:c = 1 3 2", NULL };
static const char * const removed[] = { "a b c", "a c", "= 1 3", "", "=", "a", "1!:a = 1", NULL };
static const char * const moved[] = { "a b c", "c a b", "= 3 1 2", NULL };
static const char * const moved_and_edited[] = { "a b c", "c a2 b!", "1:a2 2! = 3 1 2", NULL };
static const char * const replaced[] = { "a b", "a c", "3!:c = 1 3", NULL };
static const char * const from_nothing[] = { "", "a b", "1!:a 2!:b = 1 2", NULL };

static void
test_reset (void)
{
  g_autoptr (FrPreviewPatch) patch = fr_preview_patch_new ();
  Page now = page ("a b");
  g_autofree char *before = told (patch, &now);
  g_autofree char *after = NULL;

  fr_preview_patch_reset (patch);
  after = told (patch, &now);
  g_assert_cmpstr (before, ==, "1!:a 2!:b = 1 2");
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ref_string_release);
  g_test_add_data_func ("/patch/same", same, test_patch);
  g_test_add_data_func ("/patch/edited", edited, test_patch);
  g_test_add_data_func ("/patch/added", added, test_patch);
  g_test_add_data_func ("/patch/removed", removed, test_patch);
  g_test_add_data_func ("/patch/moved", moved, test_patch);
  g_test_add_data_func ("/patch/moved-and-edited", moved_and_edited, test_patch);
  g_test_add_data_func ("/patch/painted", painted, test_patch);
  g_test_add_data_func ("/patch/replaced", replaced, test_patch);
  g_test_add_data_func ("/patch/from-nothing", from_nothing, test_patch);
  g_test_add_func ("/patch/reset", test_reset);
  result = g_test_run ();
  g_hash_table_unref (texts);
  return result;
}
