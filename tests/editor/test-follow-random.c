/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is done to a page: list and form that followed it show what those show that are made anew. */
#include <adwaita.h>

#include "followed.h"
#include "fr-pointer.h"

#define SEED 20260301
#define PAGES 10
#define STEPS 40

static const char page[] =
  "title: Page\n"
  "sections:\n"
  "  - hero:\n      title: Hero\n"
  "      dropdown:\n        title: Choose\n        options:\n          - title: O1\n          - title: O2\n"
  "      key_highlights:\n        - title: H1\n        - title: H2\n        - title: H3\n"
  "  - infobar:\n      title: Bar\n      description: Words\n"
  "  - textcards:\n      title: Cards\n      cards:\n        - title: C1\n        - title: C2\n"
  "    infopic:\n      title: Pic\n"
  "  - carousel:\n    - title: S1\n    - title: S2\n"
  "  - nothing: here\n"
  "  - only text\n";

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

/* TRUE: the document is another one. */
static gboolean
step (GRand *rand, Followed *it, char **what)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      *what = g_strdup ("undo");
      return fr_document_undo (it->document);
    case 1:
      *what = g_strdup ("redo");
      return fr_document_redo (it->document);
    default:
      *what = any_patch (rand, it->document);
      return fr_document_patch (it->document, *what, NULL);
    }
}

static void
choose_any (GRand *rand, Followed *it)
{
  GtkListBox *box = list_box_of (it->list);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, g_rand_int_range (rand, 0, 7));

  if (row != NULL)
    gtk_list_box_select_row (box, row);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + GPOINTER_TO_UINT (data));
  Followed *it = followed_new (page);
  unsigned changed = 0;

  while (changed < STEPS)
    {
      g_autofree char *what = NULL;

      if (g_rand_int_range (rand, 0, 4) == 0)
        choose_any (rand, it);
      while (!step (rand, it, &what))
        g_clear_pointer (&what, g_free);
      changed++;
      assert_as_made_anew (it, what);
    }
  while (fr_document_undo (it->document))
    assert_as_made_anew (it, "undoing all");
  followed_free (it);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < PAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/follow/random/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }
  return g_test_run ();
}
