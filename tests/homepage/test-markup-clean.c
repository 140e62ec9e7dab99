/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted from pages and letters comes in as people would have written it. */
#include "fr-markup-clean.h"

static const struct { const char *html, *with_links, *without; } pastes[] = {
  { "words", "words", NULL },
  { "<p>One</p><p>Two</p>", "One<br>Two", NULL },
  { "<div><p>One</p></div>\n<div>Two<br>Three</div>", "One<br>Two<br>Three", NULL },
  { "<span style='color: red'>red</span> and <font size=7>large</font>", "red and large", NULL },
  { "<b>bold</b> <strong>too</strong> <i>slanted</i>", "<b>bold</b> <b>too</b> <i>slanted</i>", NULL },
  { "<b style='font-weight:normal'><span style='font-weight:700'>Docs</span> writes so</b>", "<b>Docs</b> writes so", NULL },
  { "<b></b>empty", "empty", NULL },
  { "<a href='https://a.b/?x=1&amp;y'>link</a>", "<a href=\"https://a.b/?x=1&amp;y\">link</a>", "link" },
  { "<a href='/page/'><b>in</b> it</a>", "<a href=\"/page/\"><b>in</b> it</a>", "<b>in</b> it" },
  { "<a href='javascript:alert(1)'>no</a>", "no", NULL },
  { "a<script>alert(1)</script><style>p{}</style>b<img src=x onerror=alert(1)>", "ab", NULL },
  { "1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3", NULL },
  { "  much \n\n space  ", "much space", NULL },
  { "<ul><li>One</li><li>Two</li></ul>", "One<br>Two", NULL },
  { "<html><head><title>T</title></head><body><!--StartFragment-->x<!--EndFragment--></body></html>", "x", NULL },
  { "", "", NULL },
};

static void
test_pastes (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *with_links = fr_markup_clean (pastes[i].html, TRUE);
      g_autofree char *without = fr_markup_clean (pastes[i].html, FALSE);

      g_assert_cmpstr (with_links, ==, pastes[i].with_links);
      g_assert_cmpstr (without, ==, pastes[i].without != NULL ? pastes[i].without : pastes[i].with_links);
    }
}

/* Deeper than any letter: what is too deep is left out, and nothing breaks. */
static void
test_deep (void)
{
  GString *html = g_string_new ("top");
  g_autofree char *clean = NULL;

  for (unsigned i = 0; i < 1000; i++)
    g_string_append (html, "<b>");
  g_string_append (html, "bottom");
  clean = fr_markup_clean (html->str, TRUE);
  g_assert_true (g_str_has_prefix (clean, "top"));
  g_string_free (html, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup-clean/pastes", test_pastes);
  g_test_add_func ("/markup-clean/deep", test_deep);
  return g_test_run ();
}
