/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a new section goes, what it begins with, which may be added, and that taking it back leaves the file as it was. */
#include <string.h>

#include "fr-new-section.h"

static FrDocument *
open_page (const char *yaml)
{
  g_autofree char *text = g_strdup_printf ("---\n%s---\nThe body.\n", yaml);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);

  g_assert_nonnull (document);
  return document;
}

#define TWO "title: Page\nsections:\n  - hero:\n      title: A\n  # about B\n  - infobar:\n      title: B\n"

static const struct
{
  const char *name, *yaml, *kind, *after, *pointer;
} placed[] = {
  { "end", TWO, "infopic", "", "/sections/2/infopic" },
  { "settings", TWO, "infopic", "/title", "/sections/2/infopic" },
  { "behind-first", TWO, "infopic", "/sections/0/hero", "/sections/1/infopic" },
  { "behind-field", TWO, "infopic", "/sections/0/hero/title", "/sections/1/infopic" },
  { "behind-last", TWO, "infopic", "/sections/1/infobar", "/sections/2/infopic" },
  { "behind-none", TWO, "infopic", "/sections/7", "/sections/2/infopic" },
  { "of-the-list", TWO, "infopic", "/sections", "/sections/2/infopic" },
  { "first", "sections:\n  - infobar:\n      title: B\n", "hero", "/sections/0/infobar", "/sections/0/hero" },
  { "no-key", "title: Page\n", "infobar", "", "/sections/0/infobar" },
  { "no-value", "sections:\ntitle: Page\n", "infobar", "", "/sections/0/infobar" },
  { "empty-list", "sections: []\n", "infobar", "", "/sections/0/infobar" },
  { "nothing", "", "hero", "", "/sections/0/hero" },
  { "carousel", TWO, "carousel", "/sections/0", "/sections/1/carousel" },
};

static void
test_placed (gconstpointer data)
{
  unsigned i = GPOINTER_TO_UINT (data);
  g_autoptr(FrDocument) document = open_page (placed[i].yaml);
  g_autofree char *before = g_strdup (fr_document_get_text (document)), *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *pointer = fr_new_section_add (document, fr_kind_find (placed[i].kind), placed[i].after, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pointer, ==, placed[i].pointer);
  g_assert_nonnull (fr_document_get (document, pointer));
  after = g_strdup (fr_document_get_text (document));
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, before);
  g_assert_true (fr_document_redo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, after);
}

static void
test_no_list (void)
{
  static const char * const cases[] = { "sections: words\n", "sections:\n  hero:\n    title: A\n", "sections: 12\n" };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FrDocument) document = open_page (cases[i]);
      g_autofree char *before = g_strdup (fr_document_get_text (document));
      g_autoptr(GError) error = NULL;

      g_assert_null (fr_new_section_add (document, fr_kind_find ("infobar"), "", &error));
      g_assert_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE);
      g_assert_cmpstr (fr_document_get_text (document), ==, before);
    }
}

/* Each kind is offered as often as the page draws it. */
static void
test_once (void)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    {
      g_autoptr(FrDocument) document = open_page ("title: Page\n");
      g_autofree char *first = fr_new_section_why_not (document, &kinds[i]), *second = NULL, *pointer = NULL;

      g_test_message ("%s", kinds[i].name);
      g_assert_null (first);
      pointer = fr_new_section_add (document, &kinds[i], "", NULL);
      g_assert_nonnull (pointer);
      second = fr_new_section_why_not (document, &kinds[i]);
      g_assert_cmpint (second != NULL, ==, kinds[i].only_one != NULL || kinds[i].must_be_first != NULL);
    }
}

/* A null draws nothing, so that there is none. */
static void
test_null_is_none (void)
{
  g_autoptr(FrDocument) document = open_page ("sections:\n  - resources:\n");

  g_assert_null (fr_new_section_why_not (document, fr_kind_find ("resources")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (placed); i++)
    {
      g_autofree char *path = g_strconcat ("/new-section/placed/", placed[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_placed);
    }
  g_test_add_func ("/new-section/no-list", test_no_list);
  g_test_add_func ("/new-section/once", test_once);
  g_test_add_func ("/new-section/null-is-none", test_null_is_none);
  return g_test_run ();
}
