/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What saving writes, what it refuses, and that what was not saved is still unsaved. */
#include <glib/gstdio.h>

#include "fr-document-private.h"
#include "fr-error.h"
#include "opened.h"

/* A page in a folder of a folder, which can be taken away. */
typedef struct
{
  char      *above, *folder, *path;
  FrSession *session;
  unsigned   n_saving;  /* so often "saving" was notified */
} Fixture;

static void
count (unsigned *n)
{
  ++*n;
}

static void
set_up (Fixture *it, gconstpointer data)
{
  it->above = make_folder ();
  it->folder = g_build_filename (it->above, "site", NULL);
  it->path = g_build_filename (it->folder, "index.md", NULL);
  write_file (it->folder, "index.md", PAGE);
  it->session = open_in (it->folder, "index.md");
  g_signal_connect_swapped (it->session, "notify::saving", G_CALLBACK (count), &it->n_saving);
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  g_assert_finalize_object (it->session);
  g_free (it->above);
  g_free (it->folder);
  g_free (it->path);
}

static void
assert_saves (Fixture *it, const char *title)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (save (it->session, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (fr_session_is_modified (it->session));
  assert_on_disk (it->folder, "index.md", title);
}

static void
test_saved (Fixture *it, gconstpointer data)
{
  set_title (it->session, "One");
  g_assert_true (fr_session_is_modified (it->session));
  assert_on_disk (it->folder, "index.md", "Hello");
  assert_saves (it, "One");
  g_assert_cmpuint (it->n_saving, ==, 2);
  set_title (it->session, "Two");
  assert_saves (it, "Two");
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  g_assert_true (fr_session_is_modified (it->session));
}

static void
test_edited_meanwhile (Fixture *it, gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  set_title (it->session, "First");
  fr_session_save_async (it->session, FALSE, keep_result, &result);
  set_title (it->session, "Second");
  wait_until (result != NULL);
  g_assert_true (fr_session_save_finish (it->session, result, &error));
  assert_on_disk (it->folder, "index.md", "First");
  g_assert_true (fr_session_is_modified (it->session));
  assert_saves (it, "Second");
}

static void
test_twice_at_once (Fixture *it, gconstpointer data)
{
  g_autoptr(GAsyncResult) first = NULL, second = NULL;
  g_autoptr(GError) error = NULL;

  set_title (it->session, "First");
  fr_session_save_async (it->session, FALSE, keep_result, &first);
  g_assert_true (fr_session_is_saving (it->session));
  fr_session_save_async (it->session, FALSE, keep_result, &second);
  wait_until (second != NULL);
  g_assert_false (fr_session_save_finish (it->session, second, &error));
  assert_says (error, G_IO_ERROR, G_IO_ERROR_PENDING, "being saved already");
  wait_until (first != NULL);
  g_assert_true (fr_session_save_finish (it->session, first, NULL));
  g_assert_false (fr_session_is_saving (it->session));
  assert_on_disk (it->folder, "index.md", "First");
}

/* Nobody asks what came of it, nor keeps the session: it is saved all the same. */
static void
test_nobody_waits (Fixture *it, gconstpointer data)
{
  set_title (it->session, "Saved");
  fr_session_save_async (it->session, FALSE, NULL, NULL);
  wait_until (!fr_session_is_saving (it->session));
  assert_on_disk (it->folder, "index.md", "Saved");
  g_assert_false (fr_session_is_modified (it->session));
}

static void
test_let_go_while_saving (Fixture *it, gconstpointer data)
{
  gpointer watched = it->session;

  set_title (it->session, "Saved");
  g_object_add_weak_pointer (watched, &watched);
  fr_session_save_async (it->session, FALSE, NULL, NULL);
  g_clear_object (&it->session);
  g_assert_nonnull (watched);
  wait_until (watched == NULL);
  assert_on_disk (it->folder, "index.md", "Saved");
  it->session = open_in (it->folder, "index.md");
}

/* What both have changed is asked about first; saved again, the file has what is shown by then. */
static void
test_changed_by_others (Fixture *it, gconstpointer data)
{
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;

  set_title (it->session, "Mine");
  write_file (it->folder, "index.md", "---\ntitle: Theirs\n---\n");
  g_assert_false (save (it->session, FALSE, &error));
  assert_says (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "changed by another program");
  g_assert_true (fr_session_is_modified (it->session));
  g_assert_false (fr_session_is_saving (it->session));
  g_assert_true (g_file_get_contents (it->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "---\ntitle: Theirs\n---\n");
  g_assert_cmpuint (fr_session_get_conflicts (it->session)->len, ==, 1);  /* the sections: gone there, changed here */
  g_assert_true (save (it->session, TRUE, NULL));
  g_assert_false (fr_session_is_modified (it->session));
}

/* Different values go together while it is saved. */
static void
test_put_together (Fixture *it, gconstpointer data)
{
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;

  set_title (it->session, "Mine");
  write_file (it->folder, "index.md", "---\nlayout: homepage\ntitle: Theirs\nsections:\n- hero:\n    title: Hello\n"
              "    background: /images/a.svg\n---\nBody\n");
  g_assert_true (save (it->session, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (fr_session_is_modified (it->session));
  g_assert_true (g_file_get_contents (it->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "---\nlayout: homepage\ntitle: Theirs\nsections:\n- hero:\n    title: Mine\n"
                   "    background: /images/a.svg\n---\nBody\n");
}

static void
put_a_folder_there (Fixture *it)
{
  g_assert_cmpint (g_unlink (it->path), ==, 0);
  g_assert_cmpint (g_mkdir (it->path, 0700), ==, 0);
}

static void
take_the_folder_away (Fixture *it)
{
  g_unlink (it->path);
  g_rmdir (it->path);
  g_assert_cmpint (g_rmdir (it->folder), ==, 0);
}

/* Where nobody may write: not even root. */
static void
put_a_file_in_the_folders_place (Fixture *it)
{
  take_the_folder_away (it);
  write_file (it->above, "site", "no folder");
}

static void
mend (Fixture *it)
{
  g_remove (it->path);
  g_unlink (it->folder);
  write_file (it->folder, "index.md", PAGE);
}

typedef struct
{
  const char *name;
  void      (*spoil) (Fixture *it);
  int         code;
  const char *words;
} Spoilt;

static const Spoilt spoilt[] = {
  { "folder-there", put_a_folder_there, G_IO_ERROR_IS_DIRECTORY, "is a folder" },
  { "no-folder", take_the_folder_away, G_IO_ERROR_NOT_FOUND, "cannot be found, so it was not saved" },
  { "file-for-folder", put_a_file_in_the_folders_place, G_IO_ERROR_NOT_DIRECTORY, "cannot be found, so it was not saved" },
};

static void
test_spoilt (Fixture *it, gconstpointer data)
{
  const Spoilt *how = data;
  g_autoptr(GError) error = NULL;

  set_title (it->session, "Kept");
  how->spoil (it);
  g_assert_false (save (it->session, FALSE, &error));
  assert_says (error, G_IO_ERROR, how->code, how->words);
  g_assert_true (fr_session_is_modified (it->session));
  g_assert_false (fr_session_is_saving (it->session));
  mend (it);
  assert_saves (it, "Kept");
}

/* It is made anew for those who want it to be. */
static void
test_file_gone (Fixture *it, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  set_title (it->session, "Kept");
  g_assert_cmpint (g_unlink (it->path), ==, 0);
  g_assert_false (save (it->session, FALSE, &error));
  assert_says (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "cannot be found, so it was not saved");
  g_assert_true (fr_session_is_modified (it->session));
  g_assert_false (g_file_test (it->path, G_FILE_TEST_EXISTS));
  g_assert_true (save (it->session, TRUE, NULL));
  assert_on_disk (it->folder, "index.md", "Kept");
}

static void
test_copy (Fixture *it, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (it->above, "copy.md", NULL);
  g_autoptr(GError) error = NULL;

  set_title (it->session, "Copied");
  g_assert_true (save_copy (it->session, copy, &error));
  assert_on_disk (it->above, "copy.md", "Copied");
  assert_on_disk (it->folder, "index.md", "Hello");
  g_assert_true (fr_session_is_modified (it->session));
  g_assert_cmpuint (it->n_saving, ==, 0);
  /* The session is still that of the file it was opened from. */
  assert_saves (it, "Copied");
}

static void
test_copy_fails (Fixture *it, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (it->above, "nowhere", "copy.md", NULL);
  g_autoptr(GFile) far = g_file_new_for_uri ("https://harbour.example/index.md");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL, far_error = NULL;

  set_title (it->session, "Kept");
  g_assert_false (save_copy (it->session, copy, &error));
  assert_says (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "was not saved");
  fr_session_save_copy_async (it->session, far, keep_result, &result);
  wait_until (result != NULL);
  g_assert_false (fr_session_save_copy_finish (it->session, result, &far_error));
  assert_says (far_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not on this computer");
  g_assert_true (fr_session_is_modified (it->session));
}

/* A copy over the file itself holds what is there: then nothing is unsaved. */
static void
test_copy_over_itself (Fixture *it, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  set_title (it->session, "Copied");
  g_assert_true (save_copy (it->session, it->path, &error));
  assert_on_disk (it->folder, "index.md", "Copied");
  g_assert_false (fr_session_is_modified (it->session));
  set_title (it->session, "Saved");
  assert_saves (it, "Saved");
}

/* A fault of Frontage's own: the way back from the last edit leads to what is no YAML. */
static void
spoil_way_back (FrDocument *document)
{
  const FrStep *step = document->undo->pdata[document->undo->len - 1];
  const FrPastSplice *splice = step->splices->pdata[0];

  g_string_assign (splice->removed, "\"no end");
}

static void
on_fault (FrSession *session, GPtrArray *changes, unsigned *n)
{
  unsigned n_blocks;

  ++*n;
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((const FrChange *) changes->pdata[0])->pointer, ==, "");
  g_assert_nonnull (fr_session_get_fault (session));
  fr_page_get_blocks (fr_session_get_page (session), &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 0);
}

static void
break_promise (Fixture *it)
{
  unsigned n_told = 0;

  set_title (it->session, "Changed");
  spoil_way_back (fr_session_get_document (it->session));
  g_signal_connect (it->session, "changed", G_CALLBACK (on_fault), &n_told);
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  g_assert_cmpuint (n_told, ==, 1);
  g_signal_handlers_disconnect_by_data (it->session, &n_told);
}

static void
assert_refuses_to_save (Fixture *it, gboolean over_changes)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (save (it->session, over_changes, &error));
  assert_says (error, FR_ERROR, FR_ERROR_FAULT, "lost track of this text");
  assert_on_disk (it->folder, "index.md", "Hello");
  g_assert_true (fr_session_is_modified (it->session));
  g_assert_false (fr_session_is_saving (it->session));
}

static void
test_fault (Fixture *it, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (it->above, "copy.md", NULL);
  g_autoptr(GError) error = NULL;

  break_promise (it);
  g_assert_cmpstr (fr_session_get_fault (it->session), !=, "");
  g_assert_false (fr_document_set_string (fr_session_get_document (it->session), "/title", "x", &error));
  g_assert_error (error, FR_ERROR, FR_ERROR_FAULT);
  assert_refuses_to_save (it, FALSE);
  assert_refuses_to_save (it, TRUE);
  g_assert_true (save_copy (it->session, copy, NULL));
  assert_on_disk (it->above, "copy.md", "\"no end");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/saving/saved", test_saved);
  ADD ("/saving/edited-meanwhile", test_edited_meanwhile);
  ADD ("/saving/twice-at-once", test_twice_at_once);
  ADD ("/saving/nobody-waits", test_nobody_waits);
  ADD ("/saving/let-go-while-saving", test_let_go_while_saving);
  ADD ("/saving/changed-by-others", test_changed_by_others);
  ADD ("/saving/put-together", test_put_together);
  for (unsigned i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *path = g_strconcat ("/saving/spoilt/", spoilt[i].name, NULL);

      g_test_add (path, Fixture, &spoilt[i], set_up, test_spoilt, tear_down);
    }
  ADD ("/saving/file-gone", test_file_gone);
  ADD ("/saving/copy", test_copy);
  ADD ("/saving/copy-fails", test_copy_fails);
  ADD ("/saving/copy-over-itself", test_copy_over_itself);
  ADD ("/saving/fault", test_fault);
  return g_test_run ();
}
