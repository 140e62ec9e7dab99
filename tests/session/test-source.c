/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's text as somebody types it: what can be read is the document's, what cannot waits beside it and is not lost. */
#include <string.h>

#include "../tools/contains.h"
#include "fr-draft.h"
#include "opened.h"

typedef struct
{
  char       *folder;
  FrSession  *session;
  FrDocument *document;
} Fixture;

static void
open_page (Fixture *it, const char *page)
{
  write_file (it->folder, "index.md", page);
  it->session = open_in (it->folder, "index.md");
  it->document = fr_session_get_document (it->session);
}

static void
set_up (Fixture *it, gconstpointer page)
{
  it->folder = make_folder ();
  open_page (it, page);
}

static void
tear_down (Fixture *it, gconstpointer page)
{
  fr_session_forget_unsaved (it->session);
  fr_session_discard_draft (it->session);
  g_object_unref (it->session);
  fr_sessions_keep_drafts ();
  g_free (it->folder);
}

static char *
get_source (Fixture *it)
{
  g_autoptr (GBytes) source = fr_session_get_source (it->session);

  return g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source));
}

static const char *
get_title (Fixture *it)
{
  return fr_node_get_text (fr_document_get (it->document, "/sections/0/hero/title"));
}

/* One word for another in the source. */
static void
retype (Fixture *it, const char *old, const char *new)
{
  g_autofree char *source = get_source (it);
  char *at = strstr (source, old);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_nonnull (at);
  text = g_strdup_printf ("%.*s%s%s", (int) (at - source), source, new, at + strlen (old));
  bytes = g_bytes_new (text, strlen (text));
  fr_session_type_source (it->session, bytes);
}

static void
assert_source_has (Fixture *it, const char *words)
{
  g_autofree char *source = get_source (it);

  assert_has (source, words);
}

static gboolean
get (Fixture *it, const char *property)
{
  gboolean value;

  g_object_get (it->session, property, &value, NULL);
  return value;
}

static void
test_readable (Fixture *it, gconstpointer page)
{
  retype (it, "Hello", "Hi there");
  g_assert_cmpstr (get_title (it), ==, "Hi there");
  g_assert_null (fr_session_get_unreadable (it->session));
  set_title (it->session, "Third");
  assert_source_has (it, "title: Third");
  g_assert_true (fr_session_undo (it->session));
  g_assert_cmpstr (get_title (it), ==, "Hi there");
  g_assert_true (fr_session_undo (it->session));
  g_assert_cmpstr (get_title (it), ==, "Hello");
  g_assert_false (get (it, "can-undo"));
  g_assert_false (get (it, "modified"));
}

static void
test_broken (Fixture *it, gconstpointer page)
{
  FrPlace place;

  retype (it, "Hello", "\"Hello");
  g_assert_cmpstr (get_title (it), ==, "Hello");
  place = fr_error_get_place (fr_session_get_unreadable (it->session));
  g_assert_cmpuint (place.line, >=, 6);
  g_assert_true (get (it, "unreadable"));
  g_assert_true (get (it, "modified"));
  assert_source_has (it, "title: \"Hello\n");
  retype (it, "\"Hello", "\"Hello you\"");
  g_assert_cmpstr (get_title (it), ==, "Hello you");
  g_assert_false (get (it, "unreadable"));
  g_assert_true (fr_session_undo (it->session));
  g_assert_cmpstr (get_title (it), ==, "Hello");
  g_assert_false (get (it, "modified"));
}

/* By undo, word by word, to where it began, and forth again. */
static void
test_broken_undo (Fixture *it, gconstpointer page)
{
  set_title (it->session, "Hello again");
  retype (it, "title: Hello again", "title: [one");
  retype (it, "[one", "[one ");
  retype (it, "[one ", "[one two");
  g_assert_cmpstr (get_title (it), ==, "Hello again");
  g_assert_true (fr_session_steps_in_source (it->session, FALSE));
  g_assert_true (fr_session_undo (it->session));
  assert_source_has (it, "title: [one \n");
  g_assert_true (get (it, "unreadable"));
  g_assert_true (fr_session_undo (it->session));
  assert_source_has (it, "title: Hello again\n");
  g_assert_false (get (it, "unreadable"));
  g_assert_true (get (it, "can-redo"));
  g_assert_true (fr_session_redo (it->session));
  g_assert_true (fr_session_redo (it->session));
  assert_source_has (it, "title: [one two\n");
  g_assert_true (get (it, "unreadable"));
  g_assert_false (get (it, "can-redo"));
  for (unsigned i = 0; i < 3; i++)
    g_assert_true (fr_session_undo (it->session));
  g_assert_cmpstr (get_title (it), ==, "Hello");
  assert_source_has (it, "title: Hello\n");
  g_assert_false (fr_session_undo (it->session));
}

static void
test_not_saved (Fixture *it, gconstpointer page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (it->folder, "copy.md", NULL), *text = NULL, *source = NULL;

  retype (it, "title: Hello", "title: 'Hello");
  g_assert_false (save (it->session, FALSE, &error));
  assert_says (error, FR_ERROR, FR_ERROR_SYNTAX, "The source cannot be read, so nothing was saved. Line ");
  assert_on_disk (it->folder, "index.md", "Hello");
  assert_source_has (it, "title: 'Hello\n");
  g_assert_true (save_copy (it->session, copy, NULL));
  g_assert_true (g_file_get_contents (copy, &text, NULL, NULL));
  source = get_source (it);
  g_assert_cmpstr (text, ==, source);
  fr_session_take_back_source (it->session);
  g_assert_false (get (it, "modified"));
  assert_source_has (it, "title: Hello\n");
  g_assert_true (fr_session_redo (it->session));
  assert_source_has (it, "title: 'Hello\n");
}

/* What is edited elsewhere meanwhile, or written by others, is in the document when the source can be read again. */
static void
test_edited_beside (Fixture *it, gconstpointer page)
{
  retype (it, "title: T\n", "title: [T\n");
  set_title (it->session, "By a form");
  assert_source_has (it, "title: Hello\n");
  retype (it, "title: [T\n", "title: [T]\n");
  g_assert_cmpstr (get_title (it), ==, "By a form");
  assert_source_has (it, "title: By a form\n");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (it->document, "/title/0")), ==, "T");
}

static void
start_again (Fixture *it)
{
  fr_sessions_keep_drafts ();
  g_object_unref (it->session);
  fr_sessions_keep_drafts ();
  it->session = open_in (it->folder, "index.md");
  it->document = fr_session_get_document (it->session);
}

static const struct
{
  const char *path;
  const char *title;   /* by a form, before; NULL: none */
  gboolean    mended;  /* before the program ends */
} drafts[] = {
  { "/source/draft/alone", NULL },
  { "/source/draft/with-steps", "Edited" },
  { "/source/draft/mended", "Edited", TRUE },
};

/* What cannot be read survives the program, with what can. */
static void
test_draft (Fixture *it, gconstpointer data)
{
  const char *title = NULL;
  gboolean mended = FALSE;
  g_auto (GStrv) lines = NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (drafts); i++)
    if (g_str_has_suffix (g_test_get_path (), strrchr (drafts[i].path, '/')))
      title = drafts[i].title, mended = drafts[i].mended;
  if (title != NULL)
    set_title (it->session, title);
  retype (it, "title: T\n", "title: {T\n");
  fr_sessions_keep_drafts ();
  if (mended)
    retype (it, "title: {T\n", "title: TT\n");
  start_again (it);
  lines = fr_session_list_draft (it->session);
  g_assert_nonnull (lines);
  fr_session_restore_draft (it->session);
  g_assert_cmpstr (get_title (it), ==, title != NULL ? title : "Hello");
  g_assert_true (get (it, "unreadable") == !mended);
  assert_source_has (it, mended ? "title: TT\n" : "title: {T\n");
  if (!mended)
    retype (it, "title: {T\n", "title: mended\n");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (it->document, "/title")), ==, mended ? "TT" : "mended");
}

static char *
make_large_page (void)
{
  GString *page = g_string_new (PAGE);
  const char *end = strstr (page->str, "---\nBody");
  gsize at = end - page->str;

  for (unsigned i = 0; page->len < 200 << 10; i++)
    {
      g_autofree char *section = g_strdup_printf ("- infobar:\n    title: Number %u\n    description: Some words of it\n", i);

      g_string_insert (page, at, section);
    }
  return g_string_free (page, FALSE);
}

/* A large text is read in a thread; whoever needs it has it read at once. */
static void
test_large (Fixture *it, gconstpointer page)
{
  g_autofree char *large = make_large_page ();

  g_object_unref (it->session);
  open_page (it, large);
  retype (it, "Hello", "Hi");
  retype (it, "title: Hi", "title: Hi you");
  assert_source_has (it, "title: Hi you\n");
  g_assert_true (get (it, "modified"));
  wait_until (strcmp (get_title (it), "Hi you") == 0);
  retype (it, "Hi you", "'Hi");
  wait_until (fr_session_get_unreadable (it->session) != NULL);
  retype (it, "'Hi", "'Hi'");
  fr_session_settle (it->session);
  g_assert_cmpstr (get_title (it), ==, "Hi");
  retype (it, "'Hi'", "Good morning");
  g_assert_true (save (it->session, FALSE, NULL));
  g_assert_cmpstr (get_title (it), ==, "Good morning");
  g_assert_false (get (it, "modified"));
}

/* A few characters more or less, as somebody types who does not think of YAML. */
static void
type_anything (Fixture *it, GRand *rand)
{
  static const char * const pieces[] = { "a", "\"", "'", ": ", "- ", "[", "]", "\n", "    ", "# ", "{", "ü", "---\n", "&a ", "*a", "|\n" };
  g_autofree char *source = get_source (it);
  gsize length = strlen (source), at = g_rand_int_range (rand, 0, length), n = g_rand_int_range (rand, 0, 6);
  g_autoptr (GString) text = g_string_new (source);
  g_autoptr (GBytes) bytes = NULL;

  while ((text->str[at] & 0xC0) == 0x80)
    at--;
  while (at + n < length && (text->str[at + n] & 0xC0) == 0x80)
    n++;
  g_string_erase (text, at, MIN (n, length - at));
  g_string_insert (text, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  bytes = g_bytes_new (text->str, text->len);
  fr_session_type_source (it->session, bytes);
}

static void
step_anyhow (Fixture *it, GRand *rand)
{
  int what = g_rand_int_range (rand, 0, 10);

  if (what < 6)
    type_anything (it, rand);
  else if (what == 6)
    fr_document_set_string (it->document, "/sections/0/hero/title", "By a form", NULL);
  else if (what == 7)
    fr_session_take_back_source (it->session);
  else
    (what == 8 ? fr_session_undo : fr_session_redo) (it->session);
}

/* What can be read is the document's, and nothing else is; all of it can be undone. */
static void
test_random (Fixture *it, gconstpointer page)
{
  for (unsigned seed = 1; seed <= 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      for (unsigned i = 0; i < 12; i++)
        {
          g_autofree char *source = NULL;

          step_anyhow (it, rand);
          source = get_source (it);
          if (fr_session_get_unreadable (it->session) == NULL)
            g_assert_cmpstr (source, ==, fr_document_get_text (it->document));
          g_assert_true (get (it, "can-undo") || !get (it, "modified"));
          g_assert_null (fr_document_get_fault (it->document));
        }
      while (fr_session_undo (it->session));
      g_assert_cmpstr (fr_document_get_text (it->document), ==, PAGE);
      g_assert_false (get (it, "unreadable"));
      g_assert_false (get (it, "modified"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/source/readable", Fixture, PAGE, set_up, test_readable, tear_down);
  g_test_add ("/source/broken", Fixture, PAGE, set_up, test_broken, tear_down);
  g_test_add ("/source/broken/undo", Fixture, PAGE, set_up, test_broken_undo, tear_down);
  g_test_add ("/source/broken/not-saved", Fixture, PAGE, set_up, test_not_saved, tear_down);
  g_test_add ("/source/broken/edited-beside", Fixture, PAGE, set_up, test_edited_beside, tear_down);
  for (unsigned i = 0; i < G_N_ELEMENTS (drafts); i++)
    g_test_add (drafts[i].path, Fixture, PAGE, set_up, test_draft, tear_down);
  g_test_add ("/source/random", Fixture, PAGE, set_up, test_random, tear_down);
  g_test_add ("/source/large", Fixture, PAGE, set_up, test_large, tear_down);
  return g_test_run ();
}
