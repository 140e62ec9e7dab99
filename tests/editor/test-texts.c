/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-document.h"
#include "fr-text-change.h"
#include "fr-titles.h"

static void
assert_change (const char *old_text, const char *new_text)
{
  FrTextChange change = { 0 };
  gboolean differs = fr_text_change_find (old_text, new_text, &change);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *result = NULL;

  g_assert_cmpint (differs, ==, strcmp (old_text, new_text) != 0);
  if (!differs)
    return;
  before = g_utf8_substring (old_text, 0, change.start);
  middle = g_strndup (change.text, change.length);
  after = g_utf8_substring (old_text, change.old_end, g_utf8_strlen (old_text, -1));
  result = g_strconcat (before, middle, after, NULL);
  g_assert_true (g_utf8_validate (middle, -1, NULL));
  g_assert_cmpstr (result, ==, new_text);
}

/* Texts that share bytes of characters, or repeat what stands beside the change. */
static void
test_change (void)
{
  static const char * const texts[] = {
    "", "a", "aa", "aaa", "aba", "é", "è", "éé", "aé", "éa", "aéa", "€", "₭", "a€b", "a₭b", "😀", "😁", "x😀y", "x😁y",
    "Welcome to SCRI", "Welcome SCRI", "Welcome to to SCRI",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (texts); i++)
    for (unsigned j = 0; j < G_N_ELEMENTS (texts); j++)
      assert_change (texts[i], texts[j]);
}

static void
test_plain (void)
{
  static const char * const cases[][2] = {
    { "Welcome", "Welcome" },
    { "  two\n lines ", "two lines" },
    { "<b>Bold</b> move", "Bold move" },
    { "a < b > c", "a < b > c" },
    { "a<br>b", "ab" },
    { "unfinished <b", "unfinished <b" },
    { "<!-- note -->x", "x" },
    { "", "" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = fr_title_plain (cases[i][0]);

      g_assert_cmpstr (plain, ==, cases[i][1]);
    }
}

static void
test_title (void)
{
  static const char yaml[] = "named: {title: Welcome <b>all</b>}\nempty: {title: ''}\nbare: {}\nlist: []\nyes: {title: yes}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (yaml, strlen (yaml));
  g_autoptr (FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  static const char * const cases[][2] = {
    { "/named", "Hero: Welcome all" }, { "/empty", "Hero" }, { "/bare", "Hero" }, { "/list", "Hero" },
    { "/none", "Hero" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = fr_title_for ("Hero", fr_document_get (document, cases[i][0]));

      g_assert_cmpstr (title, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/change", test_change);
  g_test_add_func ("/editor/plain", test_plain);
  g_test_add_func ("/editor/title", test_title);
  return g_test_run ();
}
