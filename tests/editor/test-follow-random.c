/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is done to a page: list and form that followed it show what those show that are made anew. */
#include <adwaita.h>

#include "../tools/patches.h"
#include "followed.h"

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
      while (!any_step (rand, it->document, &what))
        g_clear_pointer (&what, g_free);
      changed++;
      assert_as_made_anew (it, what);
    }
  while (fr_document_undo (it->document))
    assert_as_made_anew (it, "undoing all");
  followed_free (it);
}

/* Its text is taken for that of the same page after other hands had it. */
static void
test_other_text (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + GPOINTER_TO_UINT (data));
  Followed *it = followed_new (page);
  g_autoptr (GBytes) start = fr_document_get_bytes (it->document);
  g_autoptr (FrDocument) other = fr_document_new (start, FR_FORMAT_FRONT_MATTER, NULL);

  for (unsigned done = 0; done < STEPS; done++)
    {
      g_autofree char *what = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      if (g_rand_int_range (rand, 0, 4) == 0)
        choose_any (rand, it);
      while (!any_step (rand, other, &what))
        g_clear_pointer (&what, g_free);
      bytes = fr_document_get_bytes (other);
      fr_document_set_text (it->document, bytes, &error);
      g_assert_no_error (error);
      fr_document_end_group (it->document);
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
      g_autofree char *text = g_strdup_printf ("/follow/other-text/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
      g_test_add_data_func (text, GUINT_TO_POINTER (i), test_other_text);
    }
  return g_test_run ();
}
