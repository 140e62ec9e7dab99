/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are found in a homepage's texts, and replaced. */
#include <string.h>

#include "fr-document.h"
#include "fr-find.h"

#define PAGE \
  "title: Harbour Board\n" \
  "layout: harbour\n" \
  "notification: |\n" \
  "  The harbour\n" \
  "  board is closed\n" \
  "sections:\n" \
  "- hero:\n" \
  "    title: The HARBOUR, harbour\n" \
  "    variant: side\n" \
  "    url: /harbour/\n" \
  "    harbour: unknown\n" \
  "    dropdown:\n" \
  "      title: À la harbour\n" \
  "    key_highlights:\n" \
  "    - title: One\n" \
  "    - title: &t Two (a.b)\n" \
  "- infopic:\n" \
  "    title: *t\n" \
  "    alt: ½ harbour\n" \
  "- carousel:\n" \
  "  - title: Slide of 2024\n" \
  "  - alt: 2024\n" \
  "- strange:\n" \
  "    title: harbour\n" \
  "- just a harbour\n" \
  "- infobar: harbour\n" \
  "- announcements:\n" \
  "    announcement_items: none in the harbour\n"

#define HERO "/sections/0/hero/"

typedef struct
{
  const char *words;
  const char *found;  /* pointer@start-end, in order */
  gboolean    match_case;
} Case;

static const Case cases[] = {
  { "harbour", "/title@0-7 /notification@4-11 " HERO "title@4-11 " HERO "title@13-20 " HERO "url@1-8 " HERO "dropdown/title@6-13 "
               "/sections/1/infopic/alt@3-10 " },
  { "harbour", "/notification@4-11 " HERO "title@13-20 " HERO "url@1-8 " HERO "dropdown/title@6-13 /sections/1/infopic/alt@3-10 ", TRUE },
  { "harbour board", "/title@0-13 /notification@4-17 " },
  { "  board\tis ", "/notification@12-20 " },
  { "à LA", HERO "dropdown/title@0-5 " },
  { "a.b", HERO "key_highlights/1/title@5-8 /sections/1/infopic/title@5-8 " },
  { "2024", "/sections/2/carousel/0/title@9-13 /sections/2/carousel/1/alt@0-4 " },
  { "side", "" },
  { "", "" },
  { " \n", "" },
  { "\\E.*", "" },
  { "nowhere", "" },
};

static FrDocument *
open_page (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autoptr (GError) error = NULL;
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_YAML, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_found (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (FrDocument) document = open_page ();
  g_autoptr (GPtrArray) matches = fr_find (document, it->words, it->match_case);
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < matches->len; i++)
    {
      const FrMatch *match = matches->pdata[i];

      g_string_append_printf (found, "%s@%d-%d ", match->pointer, match->start, match->end);
    }
  g_assert_cmpstr (found->str, ==, it->found);
}

/* What is an alias is shown and left as it is. */
static void
test_replace_all (void)
{
  g_autoptr (FrDocument) document = open_page ();
  g_autoptr (GPtrArray) matches = fr_find (document, "two", FALSE);
  g_autofree char *patch = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (matches->len, ==, 2);
  g_assert_nonnull (((FrMatch *) matches->pdata[1])->why_read_only);
  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = fr_find (document, "harbour", FALSE);
  patch = fr_matches_replace (matches, "\"Pier\" \\0");
  fr_document_patch (document, patch, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/title")), ==, "\"Pier\" \\0 Board");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, HERO "title")), ==, "The \"Pier\" \\0, \"Pier\" \\0");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/layout")), ==, "harbour");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/sections/3/strange/title")), ==, "harbour");
  g_assert_true (fr_document_undo (document));
  g_assert_false (fr_document_is_modified (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, PAGE);
}

static void
test_nothing_to_replace (void)
{
  g_autoptr (FrDocument) document = open_page ();
  g_autoptr (GPtrArray) matches = fr_find (document, "nowhere", FALSE);

  g_assert_null (fr_matches_replace (matches, "x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/find/%u", i);

      g_test_add_data_func (path, &cases[i], test_found);
    }
  g_test_add_func ("/replace/all", test_replace_all);
  g_test_add_func ("/replace/nothing", test_nothing_to_replace);
  return g_test_run ();
}
