/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "fr-file.h"

typedef struct
{
  char *folder;
  char *file;
  GBytes *old;
  GBytes *new;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("frontage-save-XXXXXX", NULL);
  f->file = g_build_filename (f->folder, "index.md", NULL);
  f->old = g_bytes_new_static ("old\n", 4);
  f->new = g_bytes_new_static ("new\0\xff\n", 6);
  g_assert_true (g_file_set_contents (f->file, "old\n", -1, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GDir *dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      /* Nothing of the saving itself is left behind. */
      g_assert_false (g_str_has_prefix (name, ".frontage-"));
      if (g_unlink (path) != 0)
        g_rmdir (path);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->file);
  g_bytes_unref (f->old);
  g_bytes_unref (f->new);
}

static void
assert_holds (const char *path, GBytes *bytes)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_replaces (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fr_file_write (f->file, f->new, f->old, &error));
  g_assert_no_error (error);
  assert_holds (f->file, f->new);
}

static void
test_keeps_mode (Fixture *f, gconstpointer data)
{
  struct stat before, after;

  g_assert_cmpint (chmod (f->file, 0604), ==, 0);
  g_assert_cmpint (stat (f->file, &before), ==, 0);
  g_assert_true (fr_file_write (f->file, f->new, NULL, NULL));
  g_assert_cmpint (stat (f->file, &after), ==, 0);
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
  g_assert_cmpint (after.st_uid, ==, before.st_uid);
  g_assert_cmpint (after.st_gid, ==, before.st_gid);
}

static void
test_follows_links (Fixture *f, gconstpointer data)
{
  g_autofree char *link = g_build_filename (f->folder, "link.md", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "nowhere.md", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("index.md", link), ==, 0);
  g_assert_true (fr_file_write (link, f->new, f->old, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (f->file, f->new);

  g_assert_cmpint (symlink ("gone.md", nowhere), ==, 0);
  g_assert_false (fr_file_write (nowhere, f->new, f->old, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_asks_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) theirs = g_bytes_new_static ("theirs", 6);

  g_assert_true (g_file_set_contents (f->file, "theirs", -1, NULL));
  g_assert_false (fr_file_write (f->file, f->new, f->old, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_holds (f->file, theirs);
  g_assert_true (fr_file_write (f->file, f->new, NULL, NULL));
  assert_holds (f->file, f->new);
}

/* What was deleted is not made anew without a word. */
static void
test_moved_away (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (f->file);
  g_assert_false (fr_file_write (f->file, f->new, f->old, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
  g_assert_true (fr_file_write (f->file, f->new, NULL, NULL));
  assert_holds (f->file, f->new);
}

/* What cannot be read again before it is replaced is not taken for unchanged. */
static void
test_not_readable_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (f->file, FR_FILE_MOST_BYTES + 1), ==, 0);
  g_assert_false (fr_file_write (f->file, f->new, f->old, &error));
  g_assert_nonnull (strstr (error->message, "too large"));
}

static void
test_keeps_attributes (Fixture *f, gconstpointer data)
{
  char found[20] = "";

  g_assert_cmpint (setxattr (f->file, "user.frontage.test", "kept", 4, 0), ==, 0);
  g_assert_true (fr_file_write (f->file, f->new, f->old, NULL));
  g_assert_cmpint (getxattr (f->file, "user.frontage.test", found, sizeof found), ==, 4);
  g_assert_cmpstr (found, ==, "kept");
}

static void
test_keeps_names (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "other.md", NULL);
  g_autoptr (GBytes) longer = g_bytes_new_static ("a longer text\n", 14);

  g_assert_cmpint (link (f->file, other), ==, 0);
  g_assert_true (fr_file_write (f->file, longer, f->old, NULL));
  assert_holds (other, longer);
  g_assert_true (fr_file_write (other, f->new, longer, NULL));
  assert_holds (f->file, f->new);
}

/* Somebody who does not know of locks writes it between reading and replacing. */
static void
test_written_while_held (Fixture *f, gconstpointer data)
{
  g_autoptr (FrHeldFile) held = fr_file_hold (f->file, NULL);
  g_autoptr (GBytes) bytes = fr_held_file_read (held, NULL), theirs = g_bytes_new_static ("theirs", 6);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (bytes, f->old));
  g_assert_true (g_file_set_contents (f->file, "theirs", -1, NULL));
  g_assert_false (fr_held_file_write (held, f->new, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_holds (f->file, theirs);
}

typedef struct
{
  Fixture *f;
  int first, second;  /* in which order they were done; 0: not yet */
} Turns;

static int turn;

static gpointer
write_second (gpointer data)
{
  Turns *turns = data;
  g_autoptr (FrHeldFile) held = fr_file_hold (turns->f->file, NULL);
  g_autoptr (GBytes) bytes = fr_held_file_read (held, NULL);

  turns->second = g_atomic_int_add (&turn, 1) + 1;
  g_assert_true (g_bytes_equal (bytes, turns->f->new));
  return NULL;
}

/* The second one waits, and reads what the first one wrote. */
static void
test_one_after_the_other (Fixture *f, gconstpointer data)
{
  g_autoptr (FrHeldFile) held = fr_file_hold (f->file, NULL);
  Turns turns = { f };
  GThread *thread = g_thread_new ("second", write_second, &turns);

  turns.first = g_atomic_int_add (&turn, 1) + 1;
  g_assert_true (fr_held_file_write (held, f->new, NULL));
  g_clear_pointer (&held, fr_held_file_free);
  g_thread_join (thread);
  g_assert_cmpint (turns.first, <, turns.second);
}

/* A name that is as long as names can be. */
static void
test_long_name (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (fr_file_write (path, f->old, NULL, NULL));
  g_assert_true (fr_file_write (path, f->new, f->old, NULL));
  assert_holds (path, f->new);
}

static void
test_no_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->folder, "gone", "index.md", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (fr_file_write (file, f->new, f->old, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_not_a_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (f->file);
  g_assert_cmpint (g_mkdir (f->file, 0700), ==, 0);
  g_assert_false (fr_file_write (f->file, f->new, f->old, &error));
  g_assert_true (g_file_test (f->file, G_FILE_TEST_IS_DIR));
}

static void
test_reads (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) whole = fr_file_read (f->file, NULL), start = NULL, beyond = NULL;
  struct stat status;

  g_assert_true (g_bytes_equal (whole, f->old));
  start = fr_file_read_start (f->file, 2, &status, NULL);
  g_assert_cmpmem (g_bytes_get_data (start, NULL), g_bytes_get_size (start), "ol", 2);
  g_assert_cmpint (status.st_size, ==, 4);
  beyond = fr_file_read_start (f->file, 1000, NULL, NULL);
  g_assert_true (g_bytes_equal (beyond, f->old));
}

/* Nothing of this ends in waiting, and each says what is wrong. */
static void
test_reads_regular_files_only (Fixture *f, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (f->folder, "pipe", NULL);
  g_autofree char *large = g_build_filename (f->folder, "large", NULL);
  const struct { const char *path; int code; } cases[] = {
    { pipe_path, G_IO_ERROR_INVALID_ARGUMENT },
    { "/dev/zero", G_IO_ERROR_INVALID_ARGUMENT },
    { f->folder, G_IO_ERROR_IS_DIRECTORY },
    { large, -1 },
    { "/no/such/file", G_IO_ERROR_NOT_FOUND },
  };
  g_autoptr (GBytes) start = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, FR_FILE_MOST_BYTES + 1), ==, 0);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fr_file_read (cases[i].path, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_IO_ERROR && (cases[i].code < 0 || error->code == cases[i].code));
      g_assert_nonnull (strstr (error->message, cases[i].path));
    }
  start = fr_file_read_start (large, 10, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (start), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/file/reads", test_reads);
  ADD ("/file/reads-regular-files-only", test_reads_regular_files_only);
  ADD ("/file/replaces", test_replaces);
  ADD ("/file/keeps-mode", test_keeps_mode);
  ADD ("/file/follows-links", test_follows_links);
  ADD ("/file/asks-first", test_asks_first);
  ADD ("/file/moved-away", test_moved_away);
  ADD ("/file/not-readable-again", test_not_readable_again);
  ADD ("/file/keeps-attributes", test_keeps_attributes);
  ADD ("/file/keeps-names", test_keeps_names);
  ADD ("/file/written-while-held", test_written_while_held);
  ADD ("/file/one-after-the-other", test_one_after_the_other);
  ADD ("/file/long-name", test_long_name);
  ADD ("/file/no-folder", test_no_folder);
  ADD ("/file/not-a-file", test_not_a_file);
  return g_test_run ();
}
