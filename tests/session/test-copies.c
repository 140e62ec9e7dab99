/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that were copied into the site for a session: which of them are there when it has ended. */
#include <glib/gstdio.h>

#include "fr-walk.h"
#include "opened.h"

#define QUAY "/images/quay.png"

static FrFileState
look_at (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return fr_file_state_of (&status);
}

static void
use (FrSession *session)
{
  g_autoptr (GError) error = NULL;

  fr_document_set_string (fr_session_get_document (session), "/sections/0/hero/background", QUAY, &error);
  g_assert_no_error (error);
}

static void
end_unused (FrSession *session, const char *folder)
{
  use (session);
  g_assert_true (fr_document_undo (fr_session_get_document (session)));
}

static void
end_saved (FrSession *session, const char *folder)
{
  use (session);
  g_assert_true (save (session, FALSE, NULL));
}

static void
end_saved_and_undone (FrSession *session, const char *folder)
{
  end_saved (session, folder);
  g_assert_true (fr_document_undo (fr_session_get_document (session)));
  g_assert_true (save (session, FALSE, NULL));
}

/* As when the desktop ends: what is unsaved is offered the next time. */
static void
end_unsaved (FrSession *session, const char *folder)
{
  use (session);
}

static void
end_given_up (FrSession *session, const char *folder)
{
  use (session);
  fr_session_forget_unsaved (session);
}

static void
end_given_up_after_a_save (FrSession *session, const char *folder)
{
  end_saved (session, folder);
  set_title (session, "Other");
  fr_session_forget_unsaved (session);
}

static void
end_written_by_others (FrSession *session, const char *folder)
{
  write_file (folder, "images/quay.png", "a larger quay");
}

static void
end_used_elsewhere (FrSession *session, const char *folder)
{
  write_file (folder, "pages/a.md", "---\ntitle: A\n---\n![A quay](/images/quay.png)\n");
}

static void
end_gone (FrSession *session, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, QUAY, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static const struct
{
  const char *name;
  void      (*end) (FrSession *session, const char *folder);
  gboolean    stays;
} cases[] = {
  { "unused", end_unused, FALSE },
  { "saved", end_saved, TRUE },
  { "saved-and-undone", end_saved_and_undone, FALSE },
  { "unsaved", end_unsaved, TRUE },
  { "given-up", end_given_up, FALSE },
  { "given-up-after-a-save", end_given_up_after_a_save, TRUE },
  { "written-by-others", end_written_by_others, TRUE },
  { "used-elsewhere", end_used_elsewhere, TRUE },
  { "gone", end_gone, FALSE },
};

static void
remember (FrSession *session, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, QUAY, NULL);
  FrFileState state;

  write_file (folder, "images/quay.png", "a quay");
  state = look_at (path);
  fr_session_remember_copy (session, QUAY, &state);
}

static void
test_end (gconstpointer data)
{
  unsigned i = GPOINTER_TO_UINT (data);
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, QUAY, NULL);
  g_autofree char *own = g_build_filename (folder, "images/own.png", NULL);
  g_autoptr (FrSession) session = NULL;

  write_file (folder, "_config.yml", "title: T\n");
  write_file (folder, "images/own.png", "the site's");
  write_file (folder, "index.md", PAGE);
  session = open_in (folder, "index.md");
  remember (session, folder);
  cases[i].end (session, folder);
  g_clear_object (&session);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
}

/* What another window has not saved is in no file. */
static void
test_other_session (void)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, QUAY, NULL);
  g_autoptr (FrSession) session = NULL, other = NULL;

  write_file (folder, "_config.yml", "title: T\n");
  write_file (folder, "index.md", PAGE);
  write_file (folder, "other.md", PAGE);
  session = open_in (folder, "index.md");
  other = open_in (folder, "other.md");
  remember (session, folder);
  use (other);
  g_clear_object (&session);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* It meant another picture, which was missing. */
static void
test_older_page (void)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, QUAY, NULL);
  g_autofree char *page = g_build_filename (folder, "a.md", NULL);
  g_autoptr (FrSession) session = NULL;
  FrFileState state;

  write_file (folder, "_config.yml", "title: T\n");
  write_file (folder, "index.md", PAGE);
  write_file (folder, "a.md", "---\ntitle: A\n---\n![A quay](/images/quay.png)\n");
  session = open_in (folder, "index.md");
  /* Until the file system's clock has gone on. */
  do
    write_file (folder, "images/quay.png", "a quay");
  while ((state = look_at (path)).modified <= look_at (page).changed);
  fr_session_remember_copy (session, QUAY, &state);
  g_clear_object (&session);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/copies/end/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_end);
    }
  g_test_add_func ("/copies/other-session", test_other_session);
  g_test_add_func ("/copies/older-page", test_older_page);
  return g_test_run ();
}
