/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-document.h"
#include "fr-summary.h"
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

/* From the table: how many of what, then what is there or not; where nothing is, a text. */
static void
test_summary (void)
{
  static const char * const cases[][3] = {
    { "hero", "{key_highlights: [{}, {}, {}, {}], background: /a.png, dropdown: {title: Go}}", "4 highlights, picture, dropdown" },
    { "hero", "{key_highlights: [{title: One}], button: Go, url: /go/}", "1 highlight, button" },
    { "hero", "{button: Go, url: /go/, dropdown: {title: More}}", "dropdown" },
    { "hero", "{button: Go}", "Go" },
    { "hero", "{title: Welcome, subtitle: To <b>all</b>}", "To all" },
    { "hero", "{key_highlights: words}", "Nothing yet" },
    { "infopic", "{title: Pic, image: '', description: Some words}", "Some words" },
    { "infopic", "{image: /a.png, button: Go, url: /go/}", "picture, button" },
    { "carousel", "[{title: One}, {title: Two}]", "2 slides" },
    { "carousel", "[]", "Nothing yet" },
    { "listing", "{entries: [{image: /a.png}]}", "1 entry" },
    { "infocols", "{infoboxes: [{}, {}], linktext: More, url: /more/}", "2 boxes, button" },
    { "resources", "~", "Nothing yet" },
    { "what", "{title: One}", "Not drawn, and kept as it is" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i][1], strlen (cases[i][1]));
      g_autoptr (FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
      const FrKind *kind = fr_kind_find (cases[i][0]);
      g_autofree char *summary = fr_summary_for (kind != NULL ? kind->fields : NULL, fr_document_get_root (document));

      g_assert_cmpstr (summary, ==, cases[i][2]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/plain", test_plain);
  g_test_add_func ("/editor/title", test_title);
  g_test_add_func ("/editor/summary", test_summary);
  return g_test_run ();
}
