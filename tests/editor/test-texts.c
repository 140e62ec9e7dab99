/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-document.h"
#include "fr-titles.h"

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
  g_test_add_func ("/editor/plain", test_plain);
  g_test_add_func ("/editor/title", test_title);
  return g_test_run ();
}
