/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be saved: named, and put back one by one. */
#include <string.h>

#include "../tools/contains.h"
#include "../tools/patches.h"
#include "fr-document-private.h"
#include "fr-review.h"
#include "fr-snapshot.h"

#define PAGE \
  "---\nlayout: homepage\ntitle: T   # the name\nsections:\n" \
  "  # The banner\n" \
  "  - hero:\n      title: Hello\n      subtitle: 'Old words here'\n      background: /images/a.svg\n" \
  "  - infobar:\n      title: One\n      url: /one/\n" \
  "  - infopic:\n      title: Two\n      alt: A quay\n" \
  "  - infobar:\n      title: Three\n" \
  "---\nBody\n"

static FrDocument *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, &error);

  g_assert_no_error (error);
  return document;
}

static void
edit (FrDocument *document, const char *patch)
{
  g_autofree char *json = g_strdelimit (g_strdup (patch), "'", '"');
  g_autoptr (GError) error = NULL;

  fr_document_patch (document, json, &error);
  g_assert_no_error (error);
}

static void
retype (FrDocument *document, const char *old, const char *new)
{
  g_auto (GStrv) around = g_strsplit (fr_document_get_text (document), old, 2);
  g_autofree char *text = g_strjoinv (new, around);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (fr_document_set_text (document, bytes, NULL));
}

static char *
describe (FrReview *review)
{
  static const char * const signs[] = { "~", "+", "-", ">", "body", "writing" };
  const GPtrArray *entries = fr_review_get_entries (review);
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < entries->len; i++)
    {
      const FrReviewEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%s %s: %s → %s\n", signs[entry->kind], entry->name, entry->before, entry->after);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *path, *patch;
  const char *old, *new;  /* in the text, after the patch; NULL: nothing */
  const char *expected;
} lists[] = {
  { "/review/list/nothing", "[]", NULL, NULL, "" },
  { "/review/list/field", "[{'op': 'replace', 'path': '/sections/0/hero/title', 'value': 'Hi'}]", NULL, NULL,
    "~ Hero title: Hello → Hi\n" },
  { "/review/list/in-section", "[{'op': 'replace', 'path': '/sections/0/hero/subtitle', 'value': 'New words'}]", NULL, NULL,
    "~ Hero subtitle in “Hello”: Old words here → New words\n" },
  { "/review/list/field-added", "[{'op': 'add', 'path': '/sections/1/infobar/subtitle', 'value': 'S'}]", NULL, NULL,
    "+ Infobar subtitle in “One”: (null) → S\n" },
  { "/review/list/field-removed", "[{'op': 'remove', 'path': '/sections/2/infopic/alt'}]", NULL, NULL,
    "- Infopic alternative text in “Two”: A quay → (null)\n" },
  { "/review/list/section-added", "[{'op': 'add', 'path': '/sections/1', 'value': {'infopic': {'title': 'New'}}}]", NULL, NULL,
    "+ Infopic: (null) → New\n" },
  { "/review/list/section-removed", "[{'op': 'remove', 'path': '/sections/1'}]", NULL, NULL, "- Infobar: One → (null)\n" },
  { "/review/list/section-moved", "[{'op': 'move', 'from': '/sections/3', 'path': '/sections/1'}]", NULL, NULL,
    "> Infobar: Three → Three\n" },
  /* What follows a section that came or went is at another place, and the same. */
  { "/review/list/behind-others",
    "[{'op': 'remove', 'path': '/sections/1'}, {'op': 'replace', 'path': '/sections/2/infobar/title', 'value': 'III'}]", NULL, NULL,
    "- Infobar: One → (null)\n~ Infobar title: Three → III\n" },
  { "/review/list/comment", "[]", "# the name", "# its name", "writing Comments, quotes or spaces: (null) → (null)\n" },
  { "/review/list/comment-and-field", "[{'op': 'replace', 'path': '/sections/0/hero/title', 'value': 'Hi'}]", "# The banner", "# B",
    "~ Hero title: Hello → Hi\nwriting Comments, quotes or spaces: (null) → (null)\n" },
  /* Quotes that are no longer needed belong to the value. */
  { "/review/list/quotes", "[{'op': 'replace', 'path': '/title', 'value': 'a: b'}, {'op': 'replace', 'path': '/title', 'value': 'ab'}]",
    NULL, NULL, "~ Page title: T → ab\n" },
  { "/review/list/body", "[]", "Body\n", "Another body\n", "body The text below the front matter: (null) → (null)\n" },
  { "/review/list/anchors", "[]", "title: T ", "title: &a T ", "writing The file: (null) → (null)\n" },
};

static void
test_list (gconstpointer index)
{
  unsigned i = GPOINTER_TO_UINT (index);
  g_autoptr (FrDocument) document = open_text (PAGE);
  g_autoptr (FrReview) review = NULL;
  g_autofree char *text = NULL;

  edit (document, lists[i].patch);
  if (lists[i].old != NULL)
    retype (document, lists[i].old, lists[i].new);
  review = fr_review_new (document);
  text = describe (review);
  g_assert_cmpstr (text, ==, lists[i].expected);
}

/* One entry is put back, the first or the last one each time, until there is none. */
static void
revert_all (FrDocument *document, gboolean from_end, const char *when)
{
  unsigned most = 1000;

  for (;;)
    {
      g_autoptr (FrReview) review = fr_review_new (document);
      const GPtrArray *entries = fr_review_get_entries (review);
      g_autoptr (GError) error = NULL;

      if (entries->len == 0)
        return;
      if (!fr_review_revert (review, entries->pdata[from_end ? entries->len - 1 : 0], &error) || most-- == 0)
        {
          g_autofree char *text = describe (review);

          g_error ("%s: %s is not put back in\n%s", when, error != NULL ? error->message : "something", text);
        }
    }
}

/* To the byte, whichever comes first; and undo brings all back. */
static void
test_revert (gconstpointer index)
{
  unsigned i = GPOINTER_TO_UINT (index);

  for (unsigned from_end = 0; from_end < 2; from_end++)
    {
      g_autoptr (FrDocument) document = open_text (PAGE);
      g_autofree char *changed = NULL;

      edit (document, lists[i].patch);
      if (lists[i].old != NULL)
        retype (document, lists[i].old, lists[i].new);
      changed = g_strdup (fr_document_get_text (document));
      revert_all (document, from_end, lists[i].path);
      g_assert_cmpstr (fr_document_get_text (document), ==, PAGE);
      g_assert_false (fr_document_is_modified (document));
      while (strcmp (fr_document_get_text (document), changed) != 0)
        g_assert_true (fr_document_undo (document));
    }
}

/* One of three goes, the others stay as they are. */
static void
test_one_of_three (void)
{
  g_autoptr (FrDocument) document = open_text (PAGE);
  g_autoptr (FrReview) review = NULL;
  g_autofree char *expected = NULL;

  edit (document, "[{'op': 'replace', 'path': '/sections/0/hero/title', 'value': 'Hi'}]");
  edit (document, "[{'op': 'remove', 'path': '/sections/1'}]");
  expected = g_strdup (fr_document_get_text (document));
  edit (document, "[{'op': 'replace', 'path': '/sections/1/infopic/title', 'value': 'Second'}]");
  review = fr_review_new (document);
  g_assert_cmpuint (fr_review_get_entries (review)->len, ==, 3);
  g_assert_true (fr_review_revert (review, fr_review_get_entries (review)->pdata[2], NULL));
  g_assert_cmpstr (fr_document_get_text (document), ==, expected);
}

static void
test_hunks (void)
{
  g_autoptr (FrDocument) document = open_text (PAGE);
  g_autofree char *changed = NULL;

  edit (document, "[{'op': 'replace', 'path': '/sections/0/hero/title', 'value': 'Hi'},"
                  " {'op': 'remove', 'path': '/sections/2'}]");
  for (unsigned left = 2; left > 0; left--)
    {
      g_autoptr (FrReview) review = fr_review_new (document);

      g_assert_cmpuint (fr_review_get_hunks (review)->len, ==, left);
      g_assert_true (fr_review_revert_hunk (review, left - 1, NULL));
    }
  g_assert_cmpstr (fr_document_get_text (document), ==, PAGE);
}

/* Lines that belong to others are not put back alone, and nothing is changed. */
static void
test_hunk_alone (void)
{
  g_autoptr (FrDocument) document = open_text ("---\na: [1,\n  x,\n  2]\n---\n");
  g_autoptr (GBytes) text = g_bytes_new_static ("---\na: {k: 1,\n  x,\n  l: 2}\n---\n", 31);
  g_autoptr (FrReview) review = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fr_document_set_text (document, text, NULL));
  review = fr_review_new (document);
  g_assert_cmpuint (fr_review_get_hunks (review)->len, ==, 2);
  g_assert_false (fr_review_revert_hunk (review, 0, &error));
  g_assert_error (error, FR_ERROR, FR_ERROR_SYNTAX);
  g_assert_cmpstr (fr_document_get_text (document), ==, g_bytes_get_data (text, NULL));
}

static char *
show_difference (const char *before, const char *after, GPtrArray *(*cut) (const char *))
{
  g_autoptr (GPtrArray) old = cut (before), new = cut (after);
  g_autoptr (GArray) hunks = fr_text_compare (old, new);
  GString *text = g_string_new (NULL);
  unsigned at = 0;

  for (unsigned i = 0; i < hunks->len; i++)
    {
      const FrHunk *hunk = &g_array_index (hunks, FrHunk, i);

      for (; at < hunk->before; at++)
        g_string_append (text, old->pdata[at]);
      g_string_append_c (text, '{');
      for (; at < hunk->before + hunk->n_before; at++)
        g_string_append (text, old->pdata[at]);
      g_string_append_c (text, '|');
      for (unsigned j = hunk->after; j < hunk->after + hunk->n_after; j++)
        g_string_append (text, new->pdata[j]);
      g_string_append_c (text, '}');
    }
  for (; at < old->len; at++)
    g_string_append (text, old->pdata[at]);
  return g_string_free (text, FALSE);
}

static const struct { const char *before, *after, *expected; } words[] = {
  { "", "", "" },
  { "", "a", "{|a}" },
  { "a b c", "a b c", "a b c" },
  { "one two three", "one 2 three", "one {two|2} three" },
  { "one two three", "two three four", "{one |}two three{| four}" },
  { "Grüße an alle", "Grüße an viele", "Grüße an {alle|viele}" },
  { "a b", "c d", "{a|c} {b|d}" },
};

static void
test_words (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *shown = show_difference (words[i].before, words[i].after, fr_text_cut_words);

      g_assert_cmpstr (shown, ==, words[i].expected);
    }
}

/* What has nothing in common is another text, and does not take for ever. */
static void
test_far_apart (void)
{
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
  g_autoptr (GPtrArray) old = NULL, new = NULL;
  g_autoptr (GArray) hunks = NULL;

  for (unsigned i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "old %u\n", i);
      g_string_append_printf (after, "new %u\n", i);
    }
  old = fr_text_cut_lines (before->str);
  new = fr_text_cut_lines (after->str);
  hunks = fr_text_compare (old, new);
  g_assert_cmpuint (hunks->len, ==, 1);
  g_assert_cmpuint (g_array_index (hunks, FrHunk, 0).n_after, ==, 20000);
}

static void
test_random (void)
{
  for (unsigned seed = 1; seed <= 500; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FrDocument) document = open_text (PAGE);
      g_autofree char *when = g_strdup_printf ("seed %u", seed);

      for (unsigned i = 0; i < 1 + seed % 6; i++)
        {
          g_autofree char *what = NULL;

          any_step (rand, document, &what);
        }
      revert_all (document, seed % 2, when);
      g_assert_cmpstr (fr_document_get_text (document), ==, PAGE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *revert = g_strconcat ("/review/revert", lists[i].path + strlen ("/review/list"), NULL);

      g_test_add_data_func (lists[i].path, GUINT_TO_POINTER (i), test_list);
      g_test_add_data_func (revert, GUINT_TO_POINTER (i), test_revert);
    }
  g_test_add_func ("/review/one-of-three", test_one_of_three);
  g_test_add_func ("/review/hunks", test_hunks);
  g_test_add_func ("/review/hunk-alone", test_hunk_alone);
  g_test_add_func ("/review/words", test_words);
  g_test_add_func ("/review/far-apart", test_far_apart);
  g_test_add_func ("/review/random", test_random);
  return g_test_run ();
}
