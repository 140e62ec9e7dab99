/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two texts that came from the same one: what becomes of both, and where people have to choose. */
#include <string.h>

#include "../tools/patches.h"
#include "fr-document-private.h"
#include "fr-json.h"
#include "fr-merge.h"

#define HERO(title) "- hero:\n    title: " title "\n"
#define TEXT(title) "- text:\n    title: " title "\n"

typedef struct
{
  const char *name, *original, *mine, *theirs, *merged;
  const char *conflicts;  /* of each: its pointer, original, mine and theirs; "-": not there */
} Case;

static const Case cases[] = {
  { "nothing", "a: 1\n", "a: 1\n", "a: 1\n", "a: 1\n", "" },
  { "mine alone", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "" },
  { "theirs alone", "a: 1\nb: 2\n", "a: 1\nb: 2\n", "a: 1 # said\nb: 4\n", "a: 1 # said\nb: 4\n", "" },
  { "different values", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 1\nb: 4\n", "a: 3\nb: 4\n", "" },
  { "the same", "a: 1\n", "a: 2\n", "a: 2 # said\n", "a: 2 # said\n", "" },
  { "their comments and quotes stay", "a: 1\nb: 'x'\n", "a: 3\nb: 'x'\n", "# new\na: 1\nb: \"x\"\n", "# new\na: 3\nb: \"x\"\n", "" },
  { "one value", "a: 1\n", "a: 2\n", "a: 3\n", "a: 2\n", "/a 1 2 3; " },
  { "keys of both", "a: 1\n", "a: 1\nb: 2\n", "a: 1\nc: 3\n", "a: 1\nc: 3\nb: 2\n", "" },
  { "one key of both", "a: 1\n", "a: 1\nb: 2\n", "a: 1\nb: 3\n", "a: 1\nb: 2\n", "/b - 2 3; " },
  { "key removed by me", "a: 1\nb: 2\n", "b: 2\n", "a: 1\nb: 3\n", "b: 3\n", "" },
  { "key removed by them", "a: 1\nb: 2\n", "a: 1\nb: 3\n", "b: 2\n", "b: 3\n", "" },
  { "key removed by both", "a: 1\nb: 2\n", "b: 2\n", "b: 2\n", "b: 2\n", "" },
  { "removed by me, changed by them", "a: 1\nb: 2\n", "b: 2\n", "a: 3\nb: 2\n", "a: 3\nb: 2\n", "/a 1 - 3; " },
  { "changed by me, removed by them", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "b: 2\n", "b: 2\na: 3\n", "/a 1 3 -; " },
  { "deep", "a: {b: {c: 1, d: 2}}\n", "a: {b: {c: 3, d: 2}}\n", "a: {b: {c: 1, d: 4}}\n", "a: {b: {c: 3, d: 4}}\n", "" },
  { "another kind of value", "a: 1\n", "a: text\n", "a: {b: 1}\n", "a: text\n", "/a 1 \"text\" { \"b\" : 1 }; " },

  { "items of both", "l: [1, 2]\n", "l: [0, 1, 2]\n", "l: [1, 2, 3]\n", "l: [0, 1, 2, 3]\n", "" },
  { "items at one place: both stay", "l: [1, 2]\n", "l: [1, 8, 2]\n", "l: [1, 9, 2]\n", "l: [1, 8, 9, 2]\n", "" },
  { "the same item of both", "l: [1, 2]\n", "l: [1, 9, 2]\n", "l: [1, 9, 2]\n", "l: [1, 9, 2]\n", "" },
  { "item removed by me", "l: [1, 2, 3]\n", "l: [1, 3]\n", "l: [1, 2, 3, 4]\n", "l: [1, 3, 4]\n", "" },
  { "item removed by them", "l: [1, 2, 3]\n", "l: [1, 2, 3, 4]\n", "l: [1, 3]\n", "l: [1, 3, 4]\n", "" },
  { "different items removed", "l: [1, 2, 3, 4]\n", "l: [1, 3, 4]\n", "l: [1, 2, 4]\n", "l: [1, 4]\n", "" },
  { "all removed by them", "l: [1, 2]\n", "l: [1, 2, 3]\n", "l: []\n", "l:\n  - 3\n", "" },
  { "moved by me, changed by them", "l:\n" HERO ("A") TEXT ("B"), "l:\n" TEXT ("B") HERO ("A"), "l:\n" HERO ("A") TEXT ("C"),
    "l:\n" TEXT ("C") HERO ("A"), "" },
  { "changed by me, moved by them", "l:\n" HERO ("A") TEXT ("B"), "l:\n" HERO ("A") TEXT ("C"), "l:\n" TEXT ("B") HERO ("A"),
    "l:\n" TEXT ("C") HERO ("A"), "" },
  { "sections of both, and a value in each", "l:\n" HERO ("A") TEXT ("B"), "l:\n" HERO ("A1") TEXT ("B") "- new: 1\n",
    "l:\n- old: 1\n" HERO ("A") TEXT ("B1"), "l:\n- old: 1\n" HERO ("A1") TEXT ("B1") "- new: 1\n", "" },
  { "section removed by me, changed by them", "l:\n" HERO ("A") TEXT ("B"), "l:\n" TEXT ("B"), "l:\n" HERO ("A1") TEXT ("B"),
    "l:\n" HERO ("A1") TEXT ("B"), "/l/0 { \"hero\" : { \"title\" : \"A\" } } - { \"hero\" : { \"title\" : \"A1\" } }; " },
  { "section changed by me, removed by them", "l:\n" HERO ("A") TEXT ("B"), "l:\n" HERO ("A1") TEXT ("B"), "l:\n" TEXT ("B"),
    "l:\n" HERO ("A1") TEXT ("B"), "/l/0 { \"hero\" : { \"title\" : \"A\" } } { \"hero\" : { \"title\" : \"A1\" } } -; " },
  { "one title of both in a section", "l:\n" HERO ("A") TEXT ("B"), "l:\n" HERO ("A") TEXT ("B1"), "l:\n- x: 1\n" HERO ("A") TEXT ("B2"),
    "l:\n- x: 1\n" HERO ("A") TEXT ("B1"), "/l/2/text/title \"B\" \"B1\" \"B2\"; " },
};

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GPtrArray *
new_conflicts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fr_conflict_free);
}

static char *
one_line (const char *json)
{
  g_auto (GStrv) words = g_strsplit_set (json != NULL ? json : "-", " \n", -1);
  GString *line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return g_string_free (line, FALSE);
}

static char *
describe (const GPtrArray *conflicts)
{
  GString *said = g_string_new (NULL);

  for (unsigned i = 0; i < conflicts->len; i++)
    {
      const FrConflict *it = conflicts->pdata[i];
      g_autofree char *original = one_line (it->original), *mine = one_line (it->mine), *theirs = one_line (it->theirs);

      g_string_append_printf (said, "%s %s %s %s; ", it->pointer, original, mine, theirs);
    }
  return g_string_free (said, FALSE);
}

static GBytes *
merge (const char *original, const char *mine, const char *theirs, FrFormat format, GPtrArray *conflicts, GError **error)
{
  g_autoptr (GBytes) a = bytes_of (original), b = bytes_of (mine), c = bytes_of (theirs);

  return fr_merge (a, b, c, format, conflicts, error);
}

static void
assert_text (GBytes *bytes, const char *text)
{
  g_autofree char *found = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (found, ==, text);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (GPtrArray) conflicts = new_conflicts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) merged = merge (it->original, it->mine, it->theirs, FR_FORMAT_YAML, conflicts, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  assert_text (merged, it->merged);
  said = describe (conflicts);
  g_assert_cmpstr (said, ==, it->conflicts);
}

static void
assert_takes (const Case *it, gboolean mine, const char *pointer, const char *wanted)
{
  g_autoptr (GPtrArray) conflicts = new_conflicts ();
  g_autoptr (GBytes) merged = merge (it->original, it->mine, it->theirs, FR_FORMAT_YAML, conflicts, NULL);
  g_autoptr (FrDocument) document = fr_document_new (merged, FR_FORMAT_YAML, NULL);
  const FrNode *node;

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_true (fr_conflict_take (conflicts->pdata[0], document, mine, NULL));
  node = fr_document_get (document, pointer);
  g_assert_cmpstr (fr_node_get_text (node), ==, wanted);
}

/* Whichever is chosen is there then. */
static void
test_choice (void)
{
  static const Case changed = { "", "a: 1\nb: 0\n", "a: 2\nb: 0\n", "a: 3\nb: 0\n" }, removed = { "", "a: 1\nb: 0\n", "b: 0\n", "a: 3\nb: 0\n" };
  static const Case gone = { "", "a: 1\nb: 0\n", "a: 2\nb: 0\n", "b: 0\n" };

  assert_takes (&changed, TRUE, "/a", "2");
  assert_takes (&changed, FALSE, "/a", "3");
  assert_takes (&removed, TRUE, "/a", NULL);
  assert_takes (&removed, FALSE, "/a", "3");
  assert_takes (&gone, TRUE, "/a", "2");
  assert_takes (&gone, FALSE, "/a", NULL);
}

#define PAGE(title, body) "---\ntitle: " title "\n---\n" body

static void
test_body (void)
{
  static const char * const bodies[][4] = {
    { "old\n", "old\n", "old\n", "old\n" }, { "old\n", "mine\n", "old\n", "mine\n" }, { "old\n", "old\n", "theirs\n", "theirs\n" },
    { "old\n", "new\n", "new\n", "new\n" }, { "old\n", "mine\n", "theirs\n", NULL },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *original = g_strconcat (PAGE ("a", ""), bodies[i][0], NULL);
      g_autofree char *mine = g_strconcat (PAGE ("b", ""), bodies[i][1], NULL);
      g_autofree char *theirs = g_strconcat (PAGE ("a", ""), bodies[i][2], NULL);
      g_autofree char *wanted = bodies[i][3] != NULL ? g_strconcat (PAGE ("b", ""), bodies[i][3], NULL) : NULL;
      g_autoptr (GPtrArray) conflicts = new_conflicts ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) merged = merge (original, mine, theirs, FR_FORMAT_FRONT_MATTER, conflicts, &error);

      if (wanted == NULL)
        g_assert_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE);
      else
        assert_text (merged, wanted);
    }
}

static void
test_refused (void)
{
  g_autoptr (GPtrArray) conflicts = new_conflicts ();
  g_autoptr (GError) error = NULL, broken = NULL;

  g_assert_null (merge ("a: 1\n", "a: 2\n", "a: &x 1\nb: *x\n", FR_FORMAT_YAML, conflicts, &error));
  g_assert_error (error, FR_ERROR, FR_ERROR_NOT_EDITABLE);
  g_assert_null (merge ("a: 1\n", "a: 2\n", "a: [\n", FR_FORMAT_YAML, conflicts, &broken));
  g_assert_error (broken, FR_ERROR, FR_ERROR_SYNTAX);
}

#define ANY "---\ntitle: T\nsections:\n- hero:\n    title: H\n    key_highlights:\n    - title: One\n    - title: Two\n- infobar:\n    title: B\n- infopic:\n    title: P\n- infopic:\n    title: Q\n---\nBody\n"

static FrDocument *
any_document (GRand *rand, const char *text, unsigned n)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);

  for (unsigned i = 0; i < n; i++)
    {
      g_autofree char *what = NULL;

      any_step (rand, document, &what);
    }
  return document;
}

/* The order of keys is nobody's edit. */
static void
assert_values (GBytes *merged, FrDocument *wanted, unsigned number)
{
  g_autoptr (FrDocument) document = fr_document_new (merged, FR_FORMAT_FRONT_MATTER, NULL);

  if (!fr_json_equal (document->root, wanted->root))
    g_error ("%u: merged\n%s\nwanted\n%s", number, document->text->str, wanted->text->str);
}

/* Against nothing, and against the same, anything wins; and against anything else nothing is refused or lost without a word. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GBytes) original = bytes_of (ANY);

  for (unsigned i = 0; i < 1000; i++)
    {
      g_autoptr (FrDocument) a = any_document (rand, ANY, g_rand_int_range (rand, 1, 5));
      g_autoptr (FrDocument) b = any_document (rand, ANY, g_rand_int_range (rand, 1, 5));
      g_autoptr (GBytes) mine = fr_document_get_bytes (a), theirs = fr_document_get_bytes (b);
      g_autoptr (GPtrArray) conflicts = new_conflicts (), none = new_conflicts ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) over = fr_merge (original, mine, original, FR_FORMAT_FRONT_MATTER, none, &error);
      g_autoptr (GBytes) under = fr_merge (original, original, theirs, FR_FORMAT_FRONT_MATTER, none, NULL);
      g_autoptr (GBytes) same = fr_merge (original, mine, mine, FR_FORMAT_FRONT_MATTER, none, NULL);
      g_autoptr (GBytes) both = NULL;

      g_assert_no_error (error);
      assert_values (over, a, i);
      g_assert_true (g_bytes_equal (under, theirs));
      g_assert_true (g_bytes_equal (same, mine));
      g_assert_cmpuint (none->len, ==, 0);
      both = fr_merge (original, mine, theirs, FR_FORMAT_FRONT_MATTER, conflicts, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/merge/choice", test_choice);
  g_test_add_func ("/merge/body", test_body);
  g_test_add_func ("/merge/refused", test_refused);
  g_test_add_func ("/merge/random", test_random);
  return g_test_run ();
}
