/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done in a document, done again in another one. */
#include <string.h>

#include "../tools/patches.h"
#include "fr-log.h"

#define PAGE "---\ntitle: T\nsections:\n- hero:\n    title: H\n    key_highlights:\n    - title: One\n    - title: Two\n- infobar:\n    title: B\n---\nBody\n"

static FrDocument *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
}

static FrDocument *
open_start (FrDocument *document)
{
  g_autoptr (GBytes) start = fr_log_get_start (document);

  return fr_document_new (start, FR_FORMAT_FRONT_MATTER, NULL);
}

/* As the program that reads it has it: other bytes, at another place. */
static GVariant *
carry_over (GVariant *done)
{
  g_autoptr (GVariant) own = done;
  g_autoptr (GBytes) bytes = g_bytes_new (g_variant_get_data (own), g_variant_get_size (own));

  return g_variant_ref_sink (g_variant_new_from_bytes (g_variant_get_type (own), bytes, FALSE));
}

static void
bring_up_to_date (FrLog *log, FrDocument *document, FrDocument *other)
{
  g_autoptr (GVariant) done = fr_log_take (log, document), carried = NULL;

  if (done == NULL)
    return;
  carried = carry_over (g_steal_pointer (&done));
  g_assert_true (fr_log_replay (other, carried));
}

static void
assert_same (FrDocument *document, FrDocument *other)
{
  g_assert_cmpstr (fr_document_get_text (other), ==, fr_document_get_text (document));
}

static void
assert_same_way (FrDocument *document, FrDocument *other, gboolean (*step) (FrDocument *))
{
  while (step (document))
    {
      g_assert_true (step (other));
      assert_same (document, other);
    }
  g_assert_false (step (other));
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (unsigned round = 0; round < 100; round++)
    {
      g_autoptr (FrDocument) document = open_text (PAGE), other = open_start (document);
      g_autoptr (FrLog) log = fr_log_new ();

      for (unsigned i = 0; i < 30; i++)
        {
          g_autofree char *what = NULL;

          any_step (rand, document, &what);
          if (g_rand_int_range (rand, 0, 3) > 0)
            continue;
          bring_up_to_date (log, document, other);
          assert_same (document, other);
        }
      bring_up_to_date (log, document, other);
      assert_same (document, other);
      assert_same_way (document, other, fr_document_undo);
      assert_same_way (document, other, fr_document_redo);
    }
}

/* A step that goes on after it was taken. */
static void
test_typing (void)
{
  g_autoptr (FrDocument) document = open_text (PAGE), other = open_start (document);
  g_autoptr (FrLog) log = fr_log_new ();
  static const char * const texts[] = { "A", "Ab", "Abc", "Abcd" };

  for (unsigned i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (fr_document_set_string (document, "/title", texts[i], NULL));
      bring_up_to_date (log, document, other);
      assert_same (document, other);
    }
  g_assert_null (fr_log_take (log, document));
  g_assert_true (fr_document_undo (other));
  g_assert_cmpstr (fr_document_get_text (other), ==, PAGE);
}

static void
count (unsigned *n)
{
  ++*n;
}

static void
test_become (void)
{
  g_autoptr (FrDocument) document = open_text (PAGE), other = open_text (PAGE);
  unsigned n = 0;

  g_assert_true (fr_document_set_string (other, "/title", "New", NULL));
  g_assert_true (fr_document_remove (other, "/sections/1", NULL));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (count), &n);
  fr_document_become (document, other);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (fr_document_is_modified (document));
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/title")), ==, "New");
  g_assert_true (fr_document_undo (document));
  g_assert_true (fr_document_undo (document));
  g_assert_false (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, PAGE);
  g_assert_false (fr_document_is_modified (document));
}

/* What does not belong to it leaves no document that says otherwise than its text. */
static void
test_refused (void)
{
  g_autoptr (FrDocument) document = open_text (PAGE), other = open_text ("---\na: b\n---\n");
  g_autoptr (FrLog) log = fr_log_new ();
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new ("(us)", 1, "x")), done = NULL;

  g_assert_false (fr_log_replay (other, odd));
  g_assert_true (fr_document_set_string (document, "/title", "New", NULL));
  done = fr_log_take (log, document);
  g_assert_false (fr_log_replay (other, done));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/random", test_random);
  g_test_add_func ("/log/typing", test_typing);
  g_test_add_func ("/log/become", test_become);
  g_test_add_func ("/log/refused", test_refused);
  return g_test_run ();
}
