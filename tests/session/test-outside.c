/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program writes the file while it is open. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "../tools/contains.h"
#include "opened.h"

typedef struct
{
  char      *folder, *path;
  FrSession *session;
  unsigned   n_changed, n_conflicts;
} Fixture;

static void
count (unsigned *n)
{
  ++*n;
}

static void
count_changed (FrSession *session, GPtrArray *changes, unsigned *n)
{
  ++*n;
}

static void
set_up (Fixture *it, gconstpointer data)
{
  it->folder = make_folder ();
  it->path = g_build_filename (it->folder, "index.md", NULL);
  write_file (it->folder, "index.md", PAGE);
  it->session = open_in (it->folder, "index.md");
  g_signal_connect (it->session, "changed", G_CALLBACK (count_changed), &it->n_changed);
  g_signal_connect_swapped (it->session, "conflicts", G_CALLBACK (count), &it->n_conflicts);
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  fr_session_forget_unsaved (it->session);
  g_object_unref (it->session);
  g_free (it->folder);
  g_free (it->path);
}

static char *
page (const char *title, const char *hero)
{
  return g_strdup_printf ("---\nlayout: homepage\ntitle: %s\nsections:\n- hero:\n    title: %s\n"
                          "    background: /images/a.svg\n---\nBody\n", title, hero);
}

static const char *
get (Fixture *it, const char *pointer)
{
  return fr_node_get_text (fr_document_get (fr_session_get_document (it->session), pointer));
}

static gboolean
has (Fixture *it, const char *pointer, const char *text)
{
  return g_strcmp0 (get (it, pointer), text) == 0;
}

static void
replace (Fixture *it, const char *text)
{
  g_assert_true (g_file_set_contents (it->path, text, -1, NULL));
}

static void
rewrite (Fixture *it, const char *text)
{
  g_assert_true (g_file_set_contents_full (it->path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

static void
remove_and_write (Fixture *it, const char *text)
{
  g_assert_cmpint (g_unlink (it->path), ==, 0);
  g_usleep (50 * 1000);
  rewrite (it, text);
}

/* As git does. */
static void
move_there (Fixture *it, const char *text)
{
  g_autofree char *other = g_build_filename (it->folder, "other", NULL);

  g_assert_true (g_file_set_contents (other, text, -1, NULL));
  g_assert_cmpint (g_rename (other, it->path), ==, 0);
}

/* To the same size, and as old as it was. */
static void
rewrite_with_old_time (Fixture *it, const char *text)
{
  struct utimbuf times = { 1000000000, 1000000000 };

  rewrite (it, text);
  g_assert_cmpint (utime (it->path, &times), ==, 0);
}

typedef struct
{
  const char *name;
  void      (*write) (Fixture *it, const char *text);
} Way;

static const Way ways[] = {
  { "replaced", replace }, { "rewritten", rewrite }, { "removed and written", remove_and_write }, { "moved there", move_there },
  { "as old as before", rewrite_with_old_time },
};

static void
test_reloaded (Fixture *it, gconstpointer data)
{
  const Way *way = data;
  g_autofree char *text = page ("T", "Olleh"), *more = page ("More", "Olleh");

  way->write (it, text);
  wait_until (has (it, "/sections/0/hero/title", "Olleh"));
  g_assert_false (fr_session_is_modified (it->session));
  g_assert_cmpuint (it->n_changed, ==, 1);
  g_assert_null (fr_session_get_trouble (it->session));
  way->write (it, more);
  wait_until (has (it, "/title", "More"));
  g_assert_true (fr_document_undo (fr_session_get_document (it->session)));
  g_assert_true (has (it, "/title", "T"));
}

static void
on_changed (FrSession *session, GPtrArray *changes, GString *told)
{
  for (unsigned i = 0; i < changes->len; i++)
    g_string_append_printf (told, "%s ", ((FrChange *) changes->pdata[i])->pointer);
}

/* Whoever keeps a place is told what differs and no more. */
static void
test_told (Fixture *it, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *text = page ("New", "Hello");

  g_signal_connect (it->session, "changed", G_CALLBACK (on_changed), told);
  replace (it, text);
  wait_until (has (it, "/title", "New"));
  g_assert_cmpstr (told->str, ==, "/title ");
  g_signal_handlers_disconnect_by_data (it->session, told);
}

static void
test_put_together (Fixture *it, gconstpointer data)
{
  g_autofree char *theirs = page ("Theirs", "Hello"), *both = page ("Theirs", "Mine"), *found = NULL;

  set_title (it->session, "Mine");
  replace (it, theirs);
  wait_until (has (it, "/title", "Theirs"));
  g_assert_true (has (it, "/sections/0/hero/title", "Mine"));
  g_assert_true (fr_session_is_modified (it->session));
  g_assert_cmpuint (it->n_conflicts, ==, 0);
  g_assert_true (save (it->session, FALSE, NULL));
  g_assert_true (g_file_get_contents (it->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, both);
}

static void
test_answered (Fixture *it, gconstpointer data)
{
  gboolean mine = GPOINTER_TO_INT (data);
  g_autofree char *theirs = page ("Theirs", "Their hero");
  const FrConflict *conflict;

  set_title (it->session, "Mine");
  replace (it, theirs);
  wait_until (it->n_conflicts == 1);
  g_assert_cmpuint (fr_session_get_conflicts (it->session)->len, ==, 1);
  conflict = fr_session_get_conflicts (it->session)->pdata[0];
  g_assert_cmpstr (conflict->pointer, ==, "/sections/0/hero/title");
  g_assert_cmpstr (conflict->original, ==, "\"Hello\"");
  g_assert_cmpstr (conflict->theirs, ==, "\"Their hero\"");
  g_assert_true (has (it, "/sections/0/hero/title", "Mine"));
  fr_session_answer_conflicts (it->session, &mine);
  g_assert_null (fr_session_get_conflicts (it->session));
  g_assert_true (has (it, "/sections/0/hero/title", mine ? "Mine" : "Their hero"));
  g_assert_cmpint (fr_session_is_modified (it->session), ==, mine);
}

/* The value has another place by the time of the answer. */
static void
test_answered_elsewhere (Fixture *it, gconstpointer data)
{
  g_autofree char *theirs = page ("T", "Their hero");
  gboolean mine = FALSE;

  set_title (it->session, "Mine");
  replace (it, theirs);
  wait_until (it->n_conflicts == 1);
  g_assert_true (fr_document_add (fr_session_get_document (it->session), "/sections/0", "{\"infobar\": {}}", NULL));
  fr_session_answer_conflicts (it->session, &mine);
  g_assert_true (has (it, "/sections/1/hero/title", "Their hero"));
}

static void
test_touched (Fixture *it, gconstpointer data)
{
  g_autofree char *theirs = page ("Told", "Hello");

  rewrite (it, PAGE);
  replace (it, PAGE);
  replace (it, theirs);
  wait_until (has (it, "/title", "Told"));
  g_assert_cmpuint (it->n_changed, ==, 1);
}

static void
test_gone (Fixture *it, gconstpointer data)
{
  g_autofree char *away = g_build_filename (it->folder, "away.md", NULL);

  g_assert_cmpint (g_rename (it->path, away), ==, 0);
  wait_until (fr_session_get_trouble (it->session) != NULL);
  assert_has (fr_session_get_trouble (it->session), "deleted, moved or renamed");
  g_assert_cmpint (g_rename (away, it->path), ==, 0);
  wait_until (fr_session_get_trouble (it->session) == NULL);
  g_assert_cmpuint (it->n_changed, ==, 0);
}

/* What cannot be read is not taken, and not written over without a word. */
static void
test_broken (Fixture *it, gconstpointer data)
{
  g_autofree char *mended = page ("Mended", "Hello"), *found = NULL;
  g_autoptr (GError) error = NULL;

  replace (it, "---\ntitle: [\n---\n");
  wait_until (fr_session_get_trouble (it->session) != NULL);
  assert_has (fr_session_get_trouble (it->session), "line 3");
  g_assert_cmpuint (it->n_changed, ==, 0);
  set_title (it->session, "Mine");
  g_assert_false (save (it->session, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (g_file_get_contents (it->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "---\ntitle: [\n---\n");
  replace (it, mended);
  wait_until (has (it, "/title", "Mended"));
  g_assert_true (has (it, "/sections/0/hero/title", "Mine"));
  g_assert_null (fr_session_get_trouble (it->session));
}

/* Over what was seen alone: what came after it is another one. */
static void
test_over_what_was_seen (Fixture *it, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_title (it->session, "Mine");
  replace (it, "---\ntitle: &a x\nother: *a\n---\n");
  g_assert_false (save (it->session, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&error);
  replace (it, "---\ntitle: &a y\nother: *a\n---\n");
  g_assert_false (save (it->session, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (save (it->session, TRUE, NULL));
  assert_on_disk (it->folder, "index.md", "Mine");
}

/* Somebody types all the time while somebody else writes: nothing of either is lost. */
static void
test_both_at_once (Fixture *it, gconstpointer data)
{
  for (unsigned i = 0; i < 20; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i), *text = page (number, "Hello");
      g_autofree char *mine = g_strdup_printf ("Mine %u", i);

      replace (it, text);
      for (unsigned j = 0; j < 30; j++)
        {
          set_title (it->session, j % 2 == 1 ? "Typed" : mine);
          g_main_context_iteration (NULL, FALSE);
          g_usleep (1000);
        }
      set_title (it->session, mine);
    }
  wait_until (has (it, "/title", "19"));
  g_assert_true (has (it, "/sections/0/hero/title", "Mine 19"));
  g_assert_true (save (it->session, FALSE, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  for (unsigned i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/outside/reloaded/", ways[i].name, NULL);

      ADD (path, &ways[i], test_reloaded);
    }
  ADD ("/outside/told", NULL, test_told);
  ADD ("/outside/put-together", NULL, test_put_together);
  ADD ("/outside/answered/mine", GINT_TO_POINTER (TRUE), test_answered);
  ADD ("/outside/answered/theirs", GINT_TO_POINTER (FALSE), test_answered);
  ADD ("/outside/answered/elsewhere", NULL, test_answered_elsewhere);
  ADD ("/outside/touched", NULL, test_touched);
  ADD ("/outside/gone", NULL, test_gone);
  ADD ("/outside/broken", NULL, test_broken);
  ADD ("/outside/over-what-was-seen", NULL, test_over_what_was_seen);
  ADD ("/outside/both-at-once", NULL, test_both_at_once);
  return g_test_run ();
}
