/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is unsaved when a program comes to no good end. A session that is let go without a word leaves what a crash leaves. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "../tools/contains.h"
#include "fr-draft.h"
#include "opened.h"

typedef struct
{
  char      *folder, *path;
  FrSession *session;
} Fixture;

static char *drafts;

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
  fr_session_forget_unsaved (it->session);
  fr_session_discard_draft (it->session);
  g_object_unref (it->session);
  fr_sessions_keep_drafts ();
  g_free (it->folder);
  g_free (it->path);
}

static unsigned
count_drafts (char **last)
{
  g_autoptr (GDir) dir = g_dir_open (drafts, 0, NULL);
  const char *name;
  unsigned n = 0;

  for (; dir != NULL && (name = g_dir_read_name (dir)) != NULL; n++)
    if (last != NULL)
      {
        g_free (*last);
        *last = g_build_filename (drafts, name, NULL);
      }
  return n;
}

/* As after a crash. */
static void
start_again (Fixture *it)
{
  fr_sessions_keep_drafts ();
  g_object_unref (it->session);
  fr_sessions_keep_drafts ();
  it->session = open_in (it->folder, "index.md");
}

static const char *
get_text (Fixture *it)
{
  return fr_document_get_text (fr_session_get_document (it->session));
}

static const char *
get_title (Fixture *it)
{
  return fr_node_get_text (fr_document_get (fr_session_get_document (it->session), "/sections/0/hero/title"));
}

static void
assert_nothing_left (Fixture *it)
{
  fr_sessions_keep_drafts ();
  g_assert_cmpuint (count_drafts (NULL), ==, 0);
  start_again (it);
  g_assert_null (fr_session_list_draft (it->session));
}

static void
test_restored (Fixture *it, gconstpointer data)
{
  FrDocument *document;
  g_auto (GStrv) lines = NULL;

  set_title (it->session, "One");
  fr_document_end_group (fr_session_get_document (it->session));
  set_title (it->session, "Two");
  g_assert_true (fr_document_remove (fr_session_get_document (it->session), "/layout", NULL));
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  start_again (it);
  g_assert_cmpstr (get_text (it), ==, PAGE);
  lines = fr_session_list_draft (it->session);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  assert_has (lines[0], "“Two”");
  g_assert_cmpint (ABS (fr_session_get_draft_time (it->session) - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  fr_session_restore_draft (it->session);
  g_assert_null (fr_session_list_draft (it->session));
  g_assert_cmpstr (get_title (it), ==, "Two");
  g_assert_true (fr_session_is_modified (it->session));
  document = fr_session_get_document (it->session);
  g_assert_true (fr_document_redo (document));
  g_assert_null (fr_document_get (document, "/layout"));
  g_assert_true (fr_document_undo (document) && fr_document_undo (document));
  g_assert_cmpstr (get_title (it), ==, "One");
  g_assert_true (fr_document_undo (document));
  g_assert_false (fr_document_undo (document));
  g_assert_cmpstr (get_text (it), ==, PAGE);
  g_assert_false (fr_session_is_modified (it->session));
}

/* What was restored is a draft, too, until it is saved. */
static void
test_restored_twice (Fixture *it, gconstpointer data)
{
  set_title (it->session, "One");
  start_again (it);
  fr_session_restore_draft (it->session);
  g_assert_cmpuint (count_drafts (NULL), ==, 1);
  set_title (it->session, "Two");
  start_again (it);
  fr_session_restore_draft (it->session);
  g_assert_cmpstr (get_title (it), ==, "Two");
  g_assert_true (save (it->session, FALSE, NULL));
  assert_on_disk (it->folder, "index.md", "Two");
  assert_nothing_left (it);
}

static void
test_gone_when_saved (Fixture *it, gconstpointer data)
{
  set_title (it->session, "One");
  fr_sessions_keep_drafts ();
  g_assert_cmpuint (count_drafts (NULL), ==, 1);
  g_assert_true (save (it->session, FALSE, NULL));
  assert_nothing_left (it);
}

static void
test_gone_when_undone (Fixture *it, gconstpointer data)
{
  set_title (it->session, "One");
  fr_sessions_keep_drafts ();
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  assert_nothing_left (it);
}

static void
test_gone_when_unwanted (Fixture *it, gconstpointer data)
{
  set_title (it->session, "One");
  fr_sessions_keep_drafts ();
  fr_session_forget_unsaved (it->session);
  g_object_unref (it->session);
  it->session = open_in (it->folder, "index.md");
  assert_nothing_left (it);
}

static void
test_discarded (Fixture *it, gconstpointer data)
{
  set_title (it->session, "One");
  start_again (it);
  fr_session_discard_draft (it->session);
  g_assert_cmpstr (get_text (it), ==, PAGE);
  assert_nothing_left (it);
}

/* Undone to before a save, and edited after it: the way back is there, and the file has what was saved. */
static void
test_edited_after_saving (Fixture *it, gconstpointer data)
{
  set_title (it->session, "Saved");
  g_assert_true (save (it->session, FALSE, NULL));
  set_title (it->session, "Unsaved");
  start_again (it);
  fr_session_restore_draft (it->session);
  g_assert_cmpstr (get_title (it), ==, "Unsaved");
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  g_assert_cmpstr (get_title (it), ==, "Saved");
  g_assert_false (fr_session_is_modified (it->session));
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  g_assert_cmpstr (get_text (it), ==, PAGE);
}

static void
write_page (Fixture *it, const char *title, const char *hero)
{
  g_autofree char *text = g_strdup_printf ("---\nlayout: homepage\ntitle: %s\nsections:\n- hero:\n    title: %s\n"
                                           "    background: /images/a.svg\n---\nBody\n", title, hero);

  write_file (it->folder, "index.md", text);
}

static void
leave_before_others_write (Fixture *it, const char *title, const char *hero)
{
  set_title (it->session, "Mine");
  fr_sessions_keep_drafts ();
  g_clear_object (&it->session);
  write_page (it, title, hero);
  it->session = open_in (it->folder, "index.md");
}

/* Others have written the file since. */
static void
test_put_together (Fixture *it, gconstpointer data)
{
  FrDocument *document;

  leave_before_others_write (it, "Theirs", "Hello");
  fr_session_restore_draft (it->session);
  document = fr_session_get_document (it->session);
  g_assert_cmpstr (get_title (it), ==, "Mine");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/title")), ==, "Theirs");
  g_assert_null (fr_session_get_conflicts (it->session));
  g_assert_true (save (it->session, FALSE, NULL));
}

static void
test_both_changed_it (Fixture *it, gconstpointer data)
{
  const GPtrArray *conflicts;
  gboolean mine[] = { FALSE };

  leave_before_others_write (it, "T", "Theirs");
  fr_session_restore_draft (it->session);
  conflicts = fr_session_get_conflicts (it->session);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (get_title (it), ==, "Mine");
  fr_session_answer_conflicts (it->session, mine);
  g_assert_cmpstr (get_title (it), ==, "Theirs");
  g_assert_false (fr_session_is_modified (it->session));
}

/* Others have saved the same: there is nothing to offer. */
static void
test_nothing_new (Fixture *it, gconstpointer data)
{
  leave_before_others_write (it, "T", "Mine");
  g_assert_null (fr_session_list_draft (it->session));
  g_assert_cmpuint (count_drafts (NULL), ==, 0);
}

static void
test_edited_before_the_answer (Fixture *it, gconstpointer data)
{
  FrDocument *document;

  set_title (it->session, "Mine");
  start_again (it);
  document = fr_session_get_document (it->session);
  g_assert_true (fr_document_set_string (document, "/title", "New", NULL));
  fr_session_restore_draft (it->session);
  g_assert_cmpstr (get_title (it), ==, "Mine");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/title")), ==, "New");
}

/* It comes by itself, in time, and for its owner alone. */
static void
test_in_time (Fixture *it, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *path = NULL;
  struct stat status;

  set_title (it->session, "One");
  wait_until (count_drafts (&path) == 1);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, FR_DRAFT_DELAY * 1000);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (drafts, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0700);
}

static char *
make_many_edits (Fixture *it)
{
  g_autofree char *path = NULL;

  for (unsigned i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Edit %u", i);

      set_title (it->session, title);
      fr_document_end_group (fr_session_get_document (it->session));
      fr_sessions_keep_drafts ();
    }
  g_assert_cmpuint (count_drafts (&path), ==, 1);
  return g_steal_pointer (&path);
}

/* Whatever of it is on the disk, and whatever stands there instead: it is as it was after one of the edits, or nothing. */
static void
test_in_part (Fixture *it, gconstpointer data)
{
  g_autofree char *path = make_many_edits (it), *whole = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  gsize size;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  g_clear_object (&it->session);
  fr_sessions_keep_drafts ();
  for (unsigned i = 0; i < 60; i++)
    {
      gsize length = g_rand_int_range (rand, 0, size + 1);
      g_autofree char *part = g_memdup2 (whole, size + 1);

      if (i % 2 == 1 && length < size)
        part[length] ^= 0x55;
      g_assert_true (g_file_set_contents (path, part, i % 2 == 1 ? size : length, NULL));
      it->session = open_in (it->folder, "index.md");
      g_assert_cmpstr (get_text (it), ==, PAGE);
      fr_session_restore_draft (it->session);
      g_assert_true (g_str_has_prefix (get_title (it), "Edit ") || strcmp (get_text (it), PAGE) == 0);
      fr_session_forget_unsaved (it->session);
      g_clear_object (&it->session);
      fr_sessions_keep_drafts ();
    }
  it->session = open_in (it->folder, "index.md");
}

/* What another program writes at the moment is nobody's to be offered. */
static void
test_of_one_who_lives (Fixture *it, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autofree char *real = g_canonicalize_filename (it->path, NULL);

  set_title (it->session, "One");
  fr_sessions_keep_drafts ();
  g_assert_null (fr_draft_find (real, bytes, FR_FORMAT_FRONT_MATTER));
}

int
main (int argc, char **argv)
{
  g_autofree char *state = make_folder ();

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  drafts = g_build_filename (state, "frontage", "drafts", NULL);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/drafts/restored", test_restored);
  ADD ("/drafts/restored-twice", test_restored_twice);
  ADD ("/drafts/gone-when-saved", test_gone_when_saved);
  ADD ("/drafts/gone-when-undone", test_gone_when_undone);
  ADD ("/drafts/gone-when-unwanted", test_gone_when_unwanted);
  ADD ("/drafts/discarded", test_discarded);
  ADD ("/drafts/edited-after-saving", test_edited_after_saving);
  ADD ("/drafts/put-together", test_put_together);
  ADD ("/drafts/both-changed-it", test_both_changed_it);
  ADD ("/drafts/nothing-new", test_nothing_new);
  ADD ("/drafts/edited-before-the-answer", test_edited_before_the_answer);
  ADD ("/drafts/in-time", test_in_time);
  ADD ("/drafts/in-part", test_in_part);
  ADD ("/drafts/of-one-who-lives", test_of_one_who_lives);
  return g_test_run ();
}
