/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that were damaged by a wrong encoding, and those that only look so. */
#include "fr-mend-letters.h"

static void
test_repaired (void)
{
  static const struct { const char *damaged, *meant; } cases[] = {
    { "Singaporeâ€™s", "Singapore’s" },
    { "â€œHelloâ€\xc2\x9d", "“Hello”" },
    { "â€œHelloâ€", "“Hello”" },          /* the third byte was dropped */
    { "2020â€“2021 â€” now â€¦", "2020–2021 — now …" },
    { "cafÃ© crÃ¨me", "café crème" },
    { "Ã\u00a0 la carte", "à la carte" },
    { "Â© 2024", "© 2024" },
    { "a Â\u00a0 b", "a \u00a0 b" },
    { "costs â‚¬5", "costs €5" },
    { "SingaporeÃ¢â‚¬â„¢s", "Singapore’s" },  /* twice */
    { "ÃƒÂ©", "é" },
    { "à®¤à®®à®¿à®´à¯\xc2\x8d", "தமிழ்" },
    { "ä¸\u00adæ–‡", "中文" },
    { "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет" },
    { "ðŸ˜€", "😀" },
    { "Singapore‚Äôs", "Singapore’s" },      /* Mac OS Roman */
    { "Singapore&acirc;&euro;&trade;s", "Singapore’s" },
    { "It鈥檚", "It’s" },                     /* GBK */
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *repaired = fr_letters_repair (cases[i].damaged);

      g_test_message ("%s", cases[i].damaged);
      g_assert_cmpstr (repaired, ==, cases[i].meant);
    }
}

static void
test_left_alone (void)
{
  static const char * const texts[] = {
    "", "plain", "Singapore’s “best” – café…", "«CAFÉ»", "PROIBIÇÃO", "voilà”", "São Tomé & Príncipe", "naïve à la carte", "Nestlé®",
    "5 € ± 3 °C", "தமிழ்", "中文 “引号”", "Привет", "😀", "âme âgée", "À € 5", "‚quoted‘", "R&D", "&acute; &euro;", NULL
  };

  for (unsigned i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *repaired = fr_letters_repair (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_null (repaired);
    }
}

static void
test_invisible (void)
{
  static const struct { const char *text, *visible; } cases[] = {
    { "a\u200bb", "ab" }, { "\ufeffa", "a" }, { "a\u2060", "a" }, { "a\u200d b", "a b" }, { "a\u202db\u202c", "ab" }, { "a\x01 b\x7f", "a b" },
    { "plain\ttext\n", NULL }, { "a\u00a0b", NULL }, { "co\u00adoperate", NULL }, { "👩\u200d👧", NULL }, { "க்\u200dஷ", NULL },
    { "\u200fمرحبا\u200f", NULL },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *visible = fr_letters_without_invisible (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (visible, ==, cases[i].visible);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/repaired", test_repaired);
  g_test_add_func ("/letters/left-alone", test_left_alone);
  g_test_add_func ("/letters/invisible", test_invisible);
  return g_test_run ();
}
