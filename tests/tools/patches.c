/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "patches.h"

#include "fr-pointer.h"

/* Values of all places, so that some are where they do not belong. */
static const char * const values[] = {
  "\"a text\"", "\"\"", "[]", "{}", "{\"title\":\"New\"}", "[{\"title\":\"N1\"},{\"title\":\"N2\"}]",
  "{\"infobar\":{\"title\":\"New bar\"}}", "{\"hero\":{\"title\":\"New hero\",\"key_highlights\":[{\"title\":\"N\"}]}}",
  "{\"infopic\":{\"title\":\"P\"},\"textcards\":{\"cards\":[{\"title\":\"N\"}]}}",
  "{\"title\":\"D\",\"options\":[{\"title\":\"N1\"},{\"title\":\"N2\"},{\"title\":\"N3\"}]}",
};
static const char * const keys[] = {
  "title", "subtitle", "description", "hero", "infobar", "infopic", "textcards", "carousel", "dropdown", "options",
  "key_highlights", "cards", "sections", "variant", "other",
};

static void
collect (const FrNode *node, const char *pointer, GPtrArray *all)
{
  FrType type = fr_node_get_type (node);

  g_ptr_array_add (all, g_strdup (pointer));
  for (unsigned i = 0; i < fr_node_count (node) && type >= FR_TYPE_SEQUENCE; i++)
    {
      const char *key = type == FR_TYPE_MAPPING ? fr_node_get_text (fr_node_get_key (node, i)) : NULL;
      g_autofree char *below = key != NULL ? fr_pointer_join (pointer, key) : fr_pointer_join_index (pointer, i);

      collect (type == FR_TYPE_MAPPING ? fr_node_get_value (node, i) : fr_node_get_item (node, i), below, all);
    }
}

static const char *
any (GRand *rand, const char * const *texts, unsigned n)
{
  return texts[g_rand_int_range (rand, 0, n)];
}

/* Where something is; often a section. */
static char *
any_pointer (GRand *rand, const GPtrArray *all)
{
  if (g_rand_int_range (rand, 0, 3) == 0)
    return g_strdup_printf ("/sections/%d", g_rand_int_range (rand, 0, 6));
  return g_strdup (all->pdata[g_rand_int_range (rand, 1, MAX (all->len, 2))]);
}

/* Where something is, and a new entry can come before it; or a key beside or below it. */
static char *
any_place (GRand *rand, const GPtrArray *all)
{
  g_autofree char *pointer = any_pointer (rand, all), *last = NULL, *above = NULL;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return fr_pointer_join (pointer, any (rand, keys, G_N_ELEMENTS (keys)));
    case 1:
      above = fr_pointer_split_last (pointer, &last);
      return fr_pointer_join (above, any (rand, keys, G_N_ELEMENTS (keys)));
    default:
      return g_steal_pointer (&pointer);
    }
}

static void
append_operation (GRand *rand, const GPtrArray *all, GString *patch)
{
  static const char * const with_value[] = { "add", "add", "replace" }, * const with_from[] = { "move", "move", "copy" };
  g_autofree char *pointer = any_pointer (rand, all), *place = any_place (rand, all);

  g_string_append (patch, patch->len > 1 ? "," : "");
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_string_append_printf (patch, "{\"op\":\"remove\",\"path\":\"%s\"}", pointer);
      break;
    case 1:
      g_string_append_printf (patch, "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}", any (rand, with_value, 3), place,
                              any (rand, values, G_N_ELEMENTS (values)));
      break;
    default:
      g_string_append_printf (patch, "{\"op\":\"%s\",\"from\":\"%s\",\"path\":\"%s\"}", any (rand, with_from, 3), pointer, place);
    }
}

static char *
any_patch (GRand *rand, FrDocument *document)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) patch = g_string_new ("[");
  int n = g_rand_int_range (rand, 1, 4);

  collect (fr_document_get_root (document), "", all);
  for (int i = 0; i < n && all->len > 1; i++)
    append_operation (rand, all, patch);
  return g_strconcat (patch->str, "]", NULL);
}

gboolean
any_step (GRand *rand, FrDocument *document, char **what)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      *what = g_strdup ("undo");
      return fr_document_undo (document);
    case 1:
      *what = g_strdup ("redo");
      return fr_document_redo (document);
    default:
      *what = any_patch (rand, document);
      return fr_document_patch (document, *what, NULL);
    }
}
