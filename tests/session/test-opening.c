/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be opened, what is said of what cannot, and that one file is one session. */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fr-error.h"
#include "opened.h"

static void
test_page (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr(FrSession) session = NULL;
  g_autofree char *opened = NULL;
  unsigned n_blocks;

  write_file (folder, "_config.yml", "title: The site\n");
  write_file (folder, "index.md", PAGE);
  session = open_in (folder, "index.md");
  opened = g_file_get_basename (fr_session_get_file (session));
  g_assert_cmpstr (opened, ==, "index.md");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (fr_session_get_document (session), "/title")), ==, "T");
  g_assert_cmpstr (fr_node_get_text (fr_site_get_config (fr_session_get_site (session), "/title")), ==, "The site");
  fr_page_get_blocks (fr_session_get_page (session), &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 1);
  g_assert_nonnull (fr_session_get_findings (session));
  g_assert_false (fr_session_is_modified (session));
  g_assert_false (fr_session_is_saving (session));
  g_assert_null (fr_session_get_fault (session));
}

static void
make_missing (const char *path)
{
}

static void
make_a_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* Whoever waits for its other end waits for ever. */
static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

/* Of which root can make nothing, either. */
static void
make_loop (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("nowhere.md", path), ==, 0);
}

static void
make_latin1 (const char *path)
{
  g_assert_true (g_file_set_contents (path, "---\ntitle: caf\xe9\n---\n", -1, NULL));
}

static void
make_picture (const char *path)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

  g_assert_true (g_file_set_contents (path, png, sizeof png - 1, NULL));
}

/* As some editors write it who call it "Unicode". */
static void
make_utf16 (const char *path)
{
  static const char text[] = "\xff\xfe-\0-\0-\0\n\0";

  g_assert_true (g_file_set_contents (path, text, sizeof text - 1, NULL));
}

static void
make_broken (const char *path)
{
  g_assert_true (g_file_set_contents (path, "---\ntitle: a\nsections:\n  - hero: [\n---\n", -1, NULL));
}

static void
make_plain (const char *path)
{
  g_assert_true (g_file_set_contents (path, "# Hello\n", -1, NULL));
}

typedef struct
{
  const char *name;
  void      (*make) (const char *path);
  GQuark    (*domain) (void);
  int         code;
  const char *words;
  gboolean    has_place;
} Refused;

static const Refused refused[] = {
  { "missing", make_missing, g_io_error_quark, G_IO_ERROR_NOT_FOUND, "no file of this name" },
  { "dangling-link", make_dangling, g_io_error_quark, G_IO_ERROR_NOT_FOUND, "no file of this name" },
  { "folder", make_a_folder, g_io_error_quark, G_IO_ERROR_IS_DIRECTORY, "This is a folder." },
  { "pipe", make_pipe, g_io_error_quark, G_IO_ERROR_INVALID_ARGUMENT, "not a regular file" },
  { "loop", make_loop, g_io_error_quark, G_IO_ERROR_FAILED, "cannot be read" },
  { "not-utf8", make_latin1, fr_error_quark, FR_ERROR_ENCODING, "not in UTF-8", TRUE },
  { "utf16", make_utf16, fr_error_quark, FR_ERROR_ENCODING, "not in UTF-8" },
  { "picture", make_picture, fr_error_quark, FR_ERROR_NOT_TEXT, "not a text file" },
  { "broken", make_broken, fr_error_quark, FR_ERROR_SYNTAX, "", TRUE },
  { "no-front-matter", make_plain, fr_error_quark, FR_ERROR_FENCES, "" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *it = data;
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "index.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  it->make (path);
  g_assert_null (open_file (file, &error));
  assert_says (error, it->domain (), it->code, it->words);
  g_assert_cmpint (fr_error_get_place (error).line > 1, ==, it->has_place);
}

static void
test_elsewhere (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("https://harbour.example/index.md");
  g_autoptr(GError) error = NULL;

  g_assert_null (open_file (file, &error));
  assert_says (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not on this computer");
}

static void
test_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr(GFile) file = g_file_new_build_filename (folder, "index.md", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  write_file (folder, "index.md", PAGE);
  fr_session_open_async (file, cancellable, keep_result, &result);
  g_cancellable_cancel (cancellable);
  wait_until (result != NULL);
  g_assert_null (fr_session_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A site with its page, open. */
typedef struct
{
  char      *folder, *path;
  FrSession *session;
} Fixture;

static void
set_up (Fixture *it, gconstpointer data)
{
  it->folder = make_folder ();
  it->path = g_build_filename (it->folder, "index.md", NULL);
  write_file (it->folder, "index.md", PAGE);
  it->session = open_in (it->folder, "index.md");
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  if (it->session != NULL)
    g_assert_finalize_object (it->session);
  g_free (it->folder);
  g_free (it->path);
}

static void
assert_same (Fixture *it, const char *folder, const char *name)
{
  g_autoptr(FrSession) again = open_in (folder, name);

  g_assert_true (again == it->session);
}

static void
assert_other (Fixture *it, const char *folder, const char *name)
{
  g_autoptr(FrSession) other = open_in (folder, name);

  g_assert_true (other != it->session);
}

static void
test_same_path (Fixture *it, gconstpointer data)
{
  g_autofree char *name = g_path_get_basename (it->folder), *other = g_build_filename ("..", name, "index.md", NULL);

  assert_same (it, it->folder, "index.md");
  assert_same (it, it->folder, other);
}

static void
test_relative_path (Fixture *it, gconstpointer data)
{
  g_autofree char *here = g_get_current_dir ();
  g_autoptr(FrSession) again = NULL;

  g_assert_cmpint (g_chdir (it->folder), ==, 0);
  again = open_in (".", "index.md");
  g_assert_cmpint (g_chdir (here), ==, 0);
  g_assert_true (again == it->session);
}

static void
test_symbolic_link (Fixture *it, gconstpointer data)
{
  g_autofree char *elsewhere = make_folder (), *to_file = g_build_filename (elsewhere, "link.md", NULL);
  g_autofree char *to_folder = g_build_filename (elsewhere, "site", NULL);

  g_assert_cmpint (symlink (it->path, to_file), ==, 0);
  g_assert_cmpint (symlink (it->folder, to_folder), ==, 0);
  assert_same (it, elsewhere, "link.md");
  assert_same (it, to_folder, "index.md");
}

static void
add_hard_link (Fixture *it, const char *name)
{
  g_autofree char *path = g_build_filename (it->folder, name, NULL);

  g_assert_cmpint (link (it->path, path), ==, 0);
}

static void
test_hard_link (Fixture *it, gconstpointer data)
{
  add_hard_link (it, "hard.md");
  assert_same (it, it->folder, "hard.md");
}

/* Saving keeps both names for one file. */
static void
test_after_saving (Fixture *it, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  add_hard_link (it, "old.md");
  set_title (it->session, "Saved");
  g_assert_true (save (it->session, FALSE, &error));
  assert_same (it, it->folder, "index.md");
  assert_same (it, it->folder, "old.md");
}

/* As git does: a new file is renamed over the old one. */
static void
test_replaced_by_others (Fixture *it, gconstpointer data)
{
  add_hard_link (it, "old.md");
  write_file (it->folder, "index.md", "---\ntitle: Theirs\n---\n");
  assert_same (it, it->folder, "index.md");
  assert_other (it, it->folder, "old.md");
  add_hard_link (it, "new.md");
  assert_same (it, it->folder, "new.md");
}

/* What was open went elsewhere, and another file is where it was: its name says which one it is. */
static void
test_moved_away (Fixture *it, gconstpointer data)
{
  g_autofree char *away = g_build_filename (it->folder, "away.md", NULL);

  g_assert_cmpint (g_rename (it->path, away), ==, 0);
  write_file (it->folder, "index.md", "---\ntitle: Theirs\n---\n");
  assert_other (it, it->folder, "away.md");
  assert_same (it, it->folder, "index.md");
}

static void
test_two_files (Fixture *it, gconstpointer data)
{
  write_file (it->folder, "other.md", PAGE);
  assert_other (it, it->folder, "other.md");
}

/* The same bytes as two names at once, before either is open. */
static void
test_two_at_once (void)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "index.md", NULL);
  g_autofree char *other = g_build_filename (folder, "hard.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path), hard = g_file_new_for_path (other);
  g_autoptr(GAsyncResult) first = NULL, second = NULL;
  g_autoptr(FrSession) one = NULL, two = NULL;

  write_file (folder, "index.md", PAGE);
  g_assert_cmpint (link (path, other), ==, 0);
  fr_session_open_async (file, NULL, keep_result, &first);
  fr_session_open_async (hard, NULL, keep_result, &second);
  wait_until (first != NULL && second != NULL);
  one = fr_session_open_finish (first, NULL);
  two = fr_session_open_finish (second, NULL);
  g_assert_nonnull (one);
  g_assert_true (one == two);
}

/* Each is read in a thread, and drawn there by the same templates, while the main thread draws, too. */
static void
test_many_at_once (Fixture *it, gconstpointer data)
{
  static const char long_page[] = "---\nsections:\n- infopic: {title: a}\n- textcards: {title: b, cards: [{title: c}]}\n"
    "- infobar: {title: d}\n- infocols: {title: e, infoboxes: [{title: f}]}\n- hero: {key_highlights: [{title: g}]}\n---\n";
  GAsyncResult *results[16] = { NULL };

  for (unsigned i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.md", i);
      g_autoptr(GFile) file = g_file_new_build_filename (it->folder, name, NULL);

      write_file (it->folder, name, long_page);
      fr_session_open_async (file, NULL, keep_result, &results[i]);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(FrSession) session = NULL;
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      unsigned n_blocks;

      set_title (it->session, title);
      wait_until (results[i] != NULL);
      session = fr_session_open_finish (results[i], NULL);
      g_clear_object (&results[i]);
      fr_page_get_blocks (fr_session_get_page (session), &n_blocks);
      g_assert_cmpuint (n_blocks, ==, 5);
    }
}

static void
test_closed (Fixture *it, gconstpointer data)
{
  g_autoptr(FrSession) next = NULL;

  set_title (it->session, "Lost");
  g_assert_finalize_object (g_steal_pointer (&it->session));
  next = open_in (it->folder, "index.md");
  g_assert_false (fr_session_is_modified (next));
  g_assert_cmpstr (fr_node_get_text (fr_document_get (fr_session_get_document (next), "/sections/0/hero/title")), ==, "Hello");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening/page", test_page);
  for (unsigned i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/opening/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/opening/refused/elsewhere", test_elsewhere);
  g_test_add_func ("/opening/cancelled", test_cancelled);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/opening/one-session/path", test_same_path);
  ADD ("/opening/one-session/relative-path", test_relative_path);
  ADD ("/opening/one-session/symbolic-link", test_symbolic_link);
  ADD ("/opening/one-session/hard-link", test_hard_link);
  ADD ("/opening/one-session/after-saving", test_after_saving);
  ADD ("/opening/one-session/replaced-by-others", test_replaced_by_others);
  ADD ("/opening/one-session/moved-away", test_moved_away);
  ADD ("/opening/one-session/two-files", test_two_files);
  g_test_add_func ("/opening/one-session/two-at-once", test_two_at_once);
  ADD ("/opening/one-session/closed", test_closed);
  ADD ("/opening/many-at-once", test_many_at_once);
  return g_test_run ();
}
