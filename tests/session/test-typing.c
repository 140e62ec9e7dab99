/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two texts, and which key presses one undo takes back. */
#include <string.h>

#include "fr-text-change.h"
#include "fr-typing.h"

#define MS 1000

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

/* One text after the other, each so many ms after the one before; "|" stands where another step of undo begins. */
typedef struct
{
  const char *name;
  struct { const char *text; int after; const char *pointer; } presses[8];
  const char *steps;
} Typed;

static const Typed typed[] = {
  { "letters of a word", { { "a", 100 }, { "ab", 100 }, { "abc", 100 } }, "|.." },
  { "a second word", { { "a", 100 }, { "a ", 100 }, { "a b", 100 }, { "a bc", 100 } }, "|.|." },
  { "two spaces belong to the word before", { { "a", 9 }, { "a ", 9 }, { "a  ", 9 }, { "a  b", 9 } }, "|..|" },
  { "a new line begins a word, too", { { "a", 9 }, { "a\n", 9 }, { "a\nb", 9 } }, "|.|" },
  { "a pause", { { "a", 100 }, { "ab", 1001 }, { "abc", 1000 } }, "||." },
  { "removing, and typing again", { { "ab", 9 }, { "a", 9 }, { "", 9 }, { "x", 9 }, { "xy", 9 } }, "||.|." },
  { "a word put over another one", { { "old", 9 }, { "new", 9 } }, "|." },
  { "letters of more than a byte", { { "é", 9 }, { "éè", 9 }, { "éè ", 9 }, { "éè 學", 9 }, { "éè 學校", 9 } }, "|..|." },
  { "inside of a text", { { "one two", 9 }, { "one xtwo", 9 }, { "one xytwo", 9 } }, "||." },
  { "another field", { { "a", 9 }, { "ab", 9, "/b" }, { "abc", 9, "/b" }, { "abcd", 9 } }, "||.|" },
  { "nothing new", { { "a", 9 }, { "a", 9000 } }, "|." },
};

static void
test_typed (gconstpointer data)
{
  const Typed *it = data;
  g_autoptr (GString) steps = g_string_new (NULL);
  FrTyping typing = { 0 };
  const char *old = "";
  gint64 time = 0;

  for (unsigned i = 0; it->presses[i].text != NULL; i++)
    {
      const char *pointer = it->presses[i].pointer ? it->presses[i].pointer : "/a";

      time += it->presses[i].after * MS;
      g_string_append_c (steps, fr_typing_goes_on (&typing, pointer, old, it->presses[i].text, time) ? '.' : '|');
      old = it->presses[i].text;
    }
  g_assert_cmpstr (steps->str, ==, it->steps);
  fr_typing_clear (&typing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typing/change", test_change);
  for (unsigned i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strconcat ("/typing/", typed[i].name, NULL);

      g_test_add_data_func (path, &typed[i], test_typed);
    }
  return g_test_run ();
}
