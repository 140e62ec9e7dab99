/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole text in the place of another one: what is told of it, what is refused, and the way back. */
#include <string.h>

#include "fr-document.h"
#include "fr-snapshot.h"

typedef struct
{
  const char *before, *after;
  const char *changes;  /* "e" edited, "+" inserted, "-" removed, each with its pointer; "m" moved, from and to */
} Case;

static const Case cases[] = {
  { "a: 1\nb: 2\n", "a: 1\nb: 3\n", "e/b " },
  { "a: 1\nb: 2\n", "a: 1\n", "-/b " },
  { "a: 1\n", "a: 1\nb: 2\n", "+/b " },
  { "a: 1\nb: 2\n", "c: 1\nb: 2\n", "-/a +/c " },
  { "a: {b: {c: 1}}\n", "a:\n  b:\n    c: 2\n", "e/a/b/c " },
  { "a: 1\nb: 2\n", "b: 2\na: 1\n", "e " },
  { "a: 1\na: 2\n", "a: 1\na: 3\n", "e " },
  { "a: '1'\n", "a: 1\n", "e/a " },
  { "a: 'x'\n", "a: x # said\n", "e " },
  { "a: &x 1\nb: *x\n", "a: &x 2\nb: *x\n", "e " },
  { "l: [1, 2, 3]\n", "l: [1, 2, 4, 3]\n", "+/l/2 " },
  { "l: [1, 2, 3]\n", "l: [1, 3]\n", "-/l/1 " },
  { "l: [1, 2, 3, 4]\n", "l: [0, 1, 3, 4]\n", "+/l/0 -/l/2 " },
  { "l: []\n", "l: [1]\n", "+/l/0 " },
  { "l:\n", "l: [1]\n", "e/l " },
  { "l:\n- a: {t: 1}\n- b: {t: 2}\n", "l:\n- c: {t: 3}\n- a: {t: 1}\n- b: {t: 4}\n", "+/l/0 e/l/2/b/t " },
  { "l:\n- a: {t: 1}\n- a: {t: 2}\n- b: {t: 3}\n", "l:\n- a: {t: 2}\n- b: {t: 9}\n", "-/l/0 e/l/1/b/t " },
  { "l: [1, 2, 3, 4]\n", "l: [4, 1, 2, 3]\n", "m/l/3/l/0 " },
  { "l: [1, 2, 3, 4]\n", "l: [2, 3, 4, 1]\n", "m/l/0/l/3 " },
  { "l: [1, 2, 3, 4]\n", "l: [1, 4, 5, 3]\n", "m/l/3/l/1 e/l/2 " },
  { "l: [{a: 1}, {b: 1}, {c: 1}]\n", "l: [{c: 1}, {b: 1}, {a: 1}]\n", "m/l/0/l/2 m/l/0/l/1 " },
  { "l: [1, 2]\nm: [3]\n", "l: [1]\nm: [3, 2]\n", "-/l/1 +/m/1 " },
  { "", "a: 1\n", "e " },
};

static FrDocument *
open_text (const char *text, FrFormat format)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FrDocument *document = fr_document_new (bytes, format, &error);

  g_assert_no_error (error);
  return document;
}

static gboolean
set_text (FrDocument *document, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fr_document_set_text (document, bytes, error);
}

static void
on_changed (GString *told, const GPtrArray *changes)
{
  for (unsigned i = 0; i < changes->len; i++)
    {
      const FrChange *change = changes->pdata[i];

      g_string_append_printf (told, "%c%s%s ", "e+-m"[change->kind], change->from != NULL ? change->from : "", change->pointer);
    }
}

static void
test_told (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (FrDocument) document = open_text (it->before, FR_FORMAT_YAML);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_changed), told);
  g_assert_true (set_text (document, it->after, &error));
  g_assert_cmpstr (told->str, ==, it->changes);
  g_assert_cmpstr (fr_document_get_text (document), ==, it->after);
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, it->before);
  g_assert_false (fr_document_is_modified (document));
  g_assert_true (fr_document_redo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, it->after);
}

/* Where "|" stands in the text, which is not part of it. */
static void
test_pointers (void)
{
  static const struct { const char *text, *pointer; } places[] = {
    { "|a: 1\n", "/a" },
    { "a: 1|\n", "/a" },
    { "|# said\na: 1\n", "" },
    { "a: 1\nb:\n  - c: 2\n|  - d: 3\n", "/b/1/d" },
    { "a: 1\nb:\n|  - c: 2\n  - d: 3\n", "/b/0/c" },
    { "b:\n- - x\n  - |y\n", "/b/0/1" },
    { "a: {b: 1, c|: [2, 3]}\n", "/a/c" },
    { "a: {b: 1, c: [2, |3]}\n", "/a/c/1" },
    { "a: >-\n  one\n  t|wo\nb: 1\n", "/a" },
    { "a/b~: 1|\n", "/a~1b~0" },
    { "-|\n", "/0" },
    { "text|\n", "" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto(GStrv) parts = g_strsplit (places[i].text, "|", 2);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autoptr (FrDocument) document = open_text (text, FR_FORMAT_YAML);
      g_autofree char *pointer = fr_document_get_pointer (document, strlen (parts[0]));

      g_test_message ("%s", places[i].text);
      g_assert_cmpstr (pointer, ==, places[i].pointer);
    }
}

static void
test_equal (void)
{
  g_autoptr (FrDocument) document = open_text ("a: 1\n", FR_FORMAT_YAML);

  g_assert_true (set_text (document, "a: 1\n", NULL));
  g_assert_false (fr_document_undo (document));
}

/* The fences may go elsewhere, and the body may be another one; what is edited after that is edited there. */
static void
test_front_matter (void)
{
  static const char before[] = "---\na: 1\n---\nBody\n", after[] = "---  \n# said\nb: 2\na: 1\n...\nBoda\n";
  g_autoptr (FrDocument) document = open_text (before, FR_FORMAT_FRONT_MATTER);
  g_autoptr (FrSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_text (document, after, &error));
  g_assert_true (fr_document_set_string (document, "/a", "new", &error));
  g_assert_cmpstr (fr_document_get_text (document), ==, "---  \n# said\nb: 2\na: new\n...\nBoda\n");
  snapshot = fr_snapshot_new (document);
  g_assert_true (fr_snapshot_check (snapshot, &error));
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, after);
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, before);
  g_assert_true (fr_document_set_string (document, "/a", "x", &error));
  g_assert_cmpstr (fr_document_get_text (document), ==, "---\na: x\n---\nBody\n");
}

static void
test_refused (void)
{
  static const char * const refused[] = { "a: 1\n", "---\na: [1\n---\n", "---\na: 1\n", "---\na: \xff\n---\n", "" };
  g_autoptr (FrDocument) document = open_text ("---\na: 1\n---\n", FR_FORMAT_FRONT_MATTER);

  for (unsigned i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (set_text (document, refused[i], &error));
      g_assert_cmpuint (fr_error_get_place (error).line, >, 0);
      g_assert_cmpstr (fr_document_get_text (document), ==, "---\na: 1\n---\n");
      g_assert_false (fr_document_undo (document));
    }
}

/* As somebody types. */
static void
test_joined (void)
{
  g_autoptr (FrDocument) document = open_text ("a: 1\n", FR_FORMAT_YAML);

  g_assert_true (set_text (document, "a: 12\n", NULL));
  g_assert_true (set_text (document, "a: 123\n", NULL));
  fr_document_end_group (document);
  g_assert_true (set_text (document, "a: 1234\n", NULL));
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, "a: 123\n");
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, "a: 1\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/whole-text/told/%u", i);

      g_test_add_data_func (path, &cases[i], test_told);
    }
  g_test_add_func ("/whole-text/equal", test_equal);
  g_test_add_func ("/whole-text/pointers", test_pointers);
  g_test_add_func ("/whole-text/front-matter", test_front_matter);
  g_test_add_func ("/whole-text/refused", test_refused);
  g_test_add_func ("/whole-text/joined", test_joined);
  return g_test_run ();
}
