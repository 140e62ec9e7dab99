/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that followed an edit is the one that would be drawn anew, and a block keeps its number wherever it goes. */
#include "../tools/folder.h"
#include "../tools/patches.h"
#include "fr-page.h"
#include "fr-pointer.h"

#define SEED 20260302
#define PAGES 30
#define STEPS 60

static const char page[] =
  "title: t\n"
  "notification: n\n"
  "sections:\n"
  "- hero: {title: a}\n"
  "- infopic: {title: b}\n"
  "- infopic: {title: c}\n"
  "  infobar: {title: d}\n"
  "- resources: {title: e}\n"
  "- resources: {title: f}\n"
  "- infobar: {title: g}\n";

typedef struct
{
  FrDocument *document;
  FrSite     *site;
  FrPage     *page;
  GPtrArray  *changes;  /* the last ones */
} Fixture;

static void
on_changed (Fixture *it, GPtrArray *changes)
{
  g_clear_pointer (&it->changes, g_ptr_array_unref);
  it->changes = g_ptr_array_ref (changes);
  fr_page_update (it->page, fr_document_get_root (it->document), changes);
}

static Fixture *
draw (const char *yaml)
{
  Fixture *it = g_new0 (Fixture, 1);
  g_autofree char *path = make_folder ();
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = g_bytes_new (yaml, strlen (yaml));
  g_autoptr(GError) error = NULL;

  it->document = fr_document_new (bytes, FR_FORMAT_YAML, &error);
  g_assert_no_error (error);
  it->site = fr_site_new (folder);
  it->page = fr_page_new (it->site, FR_IMAGES_AS_ADDRESSES);
  fr_page_update (it->page, fr_document_get_root (it->document), NULL);
  g_signal_connect_swapped (it->document, "changed", G_CALLBACK (on_changed), it);
  return it;
}

static void
clear (Fixture *it)
{
  g_clear_pointer (&it->changes, g_ptr_array_unref);
  g_object_unref (it->page);
  g_object_unref (it->site);
  g_object_unref (it->document);
  g_free (it);
}

/* Each block's number by its pointer. */
static GHashTable *
numbers_of (FrPage *of)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  unsigned n;
  const FrBlock *blocks = fr_page_get_blocks (of, &n);

  for (unsigned i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (seen, GSIZE_TO_POINTER (blocks[i].id)));
      g_assert_true (fr_page_find_block (of, blocks[i].id) == &blocks[i]);
      g_hash_table_insert (numbers, g_strdup (blocks[i].pointer), GSIZE_TO_POINTER (blocks[i].id));
    }
  return numbers;
}

/* All that a block is but for its number. */
static char *
content (FrPage *of)
{
  unsigned n;
  const FrBlock *blocks = fr_page_get_blocks (of, &n);
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    g_string_append_printf (out, "%s %s %s\n", blocks[i].pointer, blocks[i].classes, blocks[i].html);
  return g_string_free (out, FALSE);
}

static void
assert_as_if_drawn_anew (Fixture *it, const char *when)
{
  g_autoptr(FrPage) anew = fr_page_new (it->site, FR_IMAGES_AS_ADDRESSES);
  g_autofree char *expected = NULL, *found = content (it->page);

  fr_page_update (anew, fr_document_get_root (it->document), NULL);
  expected = content (anew);
  if (g_strcmp0 (found, expected) != 0)
    g_error ("%s: the page is\n%snot\n%s", when, found, expected);
}

/* The block of each section that is there before and after is the same one. Sections alone: an error stands for an item or
 * for one of its kinds, which is not the same thing. */
static unsigned
assert_numbers_kept (GHashTable *before, GHashTable *after, const GPtrArray *changes)
{
  GHashTableIter each;
  gpointer pointer, number;
  unsigned n_kept = 0;

  g_hash_table_iter_init (&each, before);
  while (g_hash_table_iter_next (&each, &pointer, &number))
    {
      g_autofree char *now = fr_pointer_rebase (pointer, changes);
      gpointer there = now != NULL ? g_hash_table_lookup (after, now) : NULL;
      g_autofree char *kind = g_path_get_basename (pointer), *kind_now = now != NULL ? g_path_get_basename (now) : NULL;

      if (there == NULL || g_ascii_isdigit (*kind) || g_strcmp0 (kind, kind_now) != 0)
        continue;
      g_assert_true (there == number);
      n_kept++;
    }
  return n_kept;
}

#define NEW "'value': {'infobar': {'title': 'new'}}"

static const struct { const char *name, *patch; unsigned n_kept; } edits[] = {
  { "insert", "[{'op': 'add', 'path': '/sections/1', " NEW "}]", 7 },
  { "insert-first", "[{'op': 'add', 'path': '/sections/0', " NEW "}]", 6 },
  { "insert-last", "[{'op': 'add', 'path': '/sections/-', " NEW "}]", 7 },
  { "remove", "[{'op': 'remove', 'path': '/sections/1'}]", 6 },
  { "remove-two-kinds", "[{'op': 'remove', 'path': '/sections/2'}]", 5 },
  { "move-down", "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/5'}]", 7 },
  { "move-up", "[{'op': 'move', 'from': '/sections/5', 'path': '/sections/1'}]", 7 },
  { "move-behind-its-like", "[{'op': 'move', 'from': '/sections/3', 'path': '/sections/4'}]", 6 },
  { "edit", "[{'op': 'replace', 'path': '/sections/1/infopic/title', 'value': 'new'}]", 7 },
  { "replace-by-its-like", "[{'op': 'replace', 'path': '/sections/1', 'value': {'infopic': {}}}]", 7 },
  { "add-a-kind", "[{'op': 'add', 'path': '/sections/1/infobar', 'value': {}}]", 7 },
  { "settings", "[{'op': 'replace', 'path': '/title', 'value': 'new'}, {'op': 'remove', 'path': '/notification'}]", 6 },
  { "several", "[{'op': 'remove', 'path': '/sections/1'}, {'op': 'add', 'path': '/sections/1', " NEW "},"
               " {'op': 'move', 'from': '/sections/5', 'path': '/sections/1'}]", 6 },
};

/* Two of the same kind that may stand only once change places: what was an error is drawn, and the other way round. */
static void
test_numbers (gconstpointer data)
{
  unsigned i = GPOINTER_TO_UINT (data);
  Fixture *it = draw (page);
  g_autoptr(GHashTable) before = numbers_of (it->page), after = NULL, again = NULL;
  g_autofree char *json = g_strdelimit (g_strdup (edits[i].patch), "'", '"');

  g_assert_true (fr_document_patch (it->document, json, NULL));
  after = numbers_of (it->page);
  g_assert_cmpuint (assert_numbers_kept (before, after, it->changes), ==, edits[i].n_kept);
  assert_as_if_drawn_anew (it, "done");
  g_assert_true (fr_document_undo (it->document));
  again = numbers_of (it->page);
  g_assert_cmpuint (assert_numbers_kept (after, again, it->changes), ==, edits[i].n_kept);
  g_assert_cmpuint (g_hash_table_size (again), ==, g_hash_table_size (before));
  assert_as_if_drawn_anew (it, "undone");
  clear (it);
}

static void
test_random (void)
{
  for (unsigned i = 0; i < PAGES; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + i);
      Fixture *it = draw (page);

      for (unsigned done = 0; done < STEPS; done++)
        {
          g_autoptr(GHashTable) numbers = NULL;
          g_autofree char *what = NULL;

          if (!any_step (rand, it->document, &what))
            continue;
          assert_as_if_drawn_anew (it, what);
          numbers = numbers_of (it->page);
        }
      clear (it);
    }
}

/* A text that came from this one by other hands takes its place, and goes again. */
static void
test_other_text (void)
{
  for (unsigned i = 0; i < PAGES; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + i);
      Fixture *it = draw (page), *other = draw (page);

      for (unsigned done = 0; done < STEPS / 4; done++)
        {
          g_autofree char *before = g_strdup (fr_document_get_text (it->document));
          g_autoptr(GBytes) bytes = NULL;
          g_autoptr(GError) error = NULL;

          for (unsigned step = 0; step < 4; step++)
            {
              g_autofree char *what = NULL;

              any_step (rand, other->document, &what);
            }
          bytes = fr_document_get_bytes (other->document);
          fr_document_set_text (it->document, bytes, &error);
          g_assert_no_error (error);
          fr_document_end_group (it->document);
          assert_as_if_drawn_anew (it, "another text");
          if (!g_str_equal (before, fr_document_get_text (other->document)) && g_rand_boolean (rand))
            {
              g_assert_true (fr_document_undo (it->document));
              g_assert_cmpstr (fr_document_get_text (it->document), ==, before);
              assert_as_if_drawn_anew (it, "the text before");
              g_assert_true (fr_document_redo (it->document));
              assert_as_if_drawn_anew (it, "the text again");
            }
        }
      clear (other);
      clear (it);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/page-edits/numbers/", edits[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_numbers);
    }
  g_test_add_func ("/page-edits/random", test_random);
  g_test_add_func ("/page-edits/other-text", test_other_text);
  return g_test_run ();
}
