/* random SEED COUNT FILE…: sequences of random edits to each file. After every edit the text, read anew, must be
 * the tree that the document keeps; after as many undos the bytes must be the first ones, and after as many
 * redos the last ones. Of a failing sequence the edits are printed, as JSON Patch operations.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fr-document-private.h"
#include "fr-file.h"
#include "nasty.h"
#include "pointers.h"

#define EDITS 25

static GString *story;
static unsigned done, refused;

static const char *
pick (GRand *rand, GPtrArray *pointers)
{
  return g_ptr_array_index (pointers, g_rand_int_range (rand, 0, pointers->len));
}

static char *
random_target (GRand *rand, GPtrArray *pointers)
{
  static const char * const names[] = { "-", "0", "1", "title", "new key", "a/b", "yes" };

  return fr_pointer_join (pick (rand, pointers), names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
}

static const char * const values[] = {
  "null", "true", "12", "1.5", "[]", "{}", "[\"x\", [\"y\"], {\"k\": \"yes\"}]",
  "{\"title\": \"A: b\", \"list\": [], \"deep\": {\"text\": \"line\\nline\\n\"}}", "\"\"", "\"a #b\"",
};

static gboolean
edit (GRand *rand, FrDocument *document, GPtrArray *pointers, GError **error)
{
  g_autofree char *target = random_target (rand, pointers);
  const char *there = pick (rand, pointers);
  const char *text = nasty[g_rand_int_range (rand, 0, G_N_ELEMENTS (nasty))];
  const char *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
  unsigned kind = g_rand_int_range (rand, 0, 8);

  g_string_append_printf (story, "%u %s %s “%s” %s\n", kind, there, target, text, value);
  switch (kind)
    {
    case 0:
    case 1:
      return fr_document_set_string (document, there, text, error);
    case 2:
      return fr_document_set_json (document, there, value, error);
    case 3:
      return fr_document_add (document, target, value, error);
    case 4:
      return fr_document_remove (document, there, error);
    case 5:
      return fr_document_move (document, there, target, error);
    case 6:
      return fr_document_copy (document, there, target, error);
    default:
      return fr_document_move (document, there, pick (rand, pointers), error);
    }
}

static void
fail (const char *file, unsigned seed, const char *what)
{
  fprintf (stderr, "%s, sequence %u: %s\n%s", file, seed, what, story->str);
  exit (1);
}

static GBytes *
checked_bytes (FrDocument *document, const char *file, unsigned seed)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = fr_document_prepare_save (document, &error);

  if (bytes == NULL)
    fail (file, seed, error->message);
  return bytes;
}

static void
run_sequence (const char *file, GBytes *bytes, unsigned seed)
{
  g_autoptr(FrDocument) document = fr_document_new (bytes, fr_document_format_for (file), NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GBytes) last = NULL, undone = NULL, redone = NULL;

  if (document == NULL)
    return;
  g_string_truncate (story, 0);
  for (unsigned i = 0; i < EDITS; i++)
    {
      g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GBytes) before = fr_document_get_bytes (document), after = NULL;
      g_autoptr(GError) error = NULL;

      collect_pointers (fr_document_get_root (document), "", pointers);
      fr_document_end_group (document);
      done++;
      if (edit (rand, document, pointers, &error))
        {
          after = checked_bytes (document, file, seed);
          continue;
        }
      refused++;
      after = checked_bytes (document, file, seed);
      if (!g_bytes_equal (before, after))
        fail (file, seed, "an edit that failed left a trace");
    }
  last = fr_document_get_bytes (document);
  while (fr_document_undo (document))
    ;
  undone = checked_bytes (document, file, seed);
  if (!g_bytes_equal (undone, bytes))
    fail (file, seed, "undo did not bring the bytes back");
  while (fr_document_redo (document))
    ;
  redone = checked_bytes (document, file, seed);
  if (!g_bytes_equal (redone, last))
    fail (file, seed, "redo did not bring the bytes back");
}

int
main (int argc, char **argv)
{
  if (argc < 4)
    return 2;
  story = g_string_new (NULL);
  for (int i = 3; i < argc; i++)
    {
      g_autoptr(GBytes) bytes = fr_file_read (argv[i], NULL);

      for (unsigned n = 0; bytes != NULL && n < (unsigned) atoi (argv[2]); n++)
        run_sequence (argv[i], bytes, atoi (argv[1]) + n);
    }
  printf ("%u edits, %u of them refused\n", done, refused);
  g_string_free (story, TRUE);
  return done == 0;
}
