/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thumbnails where all programs keep them: what is kept and how, what is taken from there and what not. */
#include <glib/gstdio.h>
#include <utime.h>

#include "../tools/folder.h"
#include "../tools/wait.h"
#include "drawn.h"
#include "fr-thumbnails.h"

static char *cache;

/* It was written then, not now. */
static void
date (const char *path, gint64 seconds)
{
  const struct utimbuf times = { seconds, seconds };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static char *
find_kept (const char *path, const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, uri, -1);
  g_autofree char *name = g_strconcat (digest, ".png", NULL);

  return g_build_filename (cache, "thumbnails", folder, name, NULL);
}

static void
assert_is (GdkPixbuf *pixbuf, int width, int height)
{
  g_assert_nonnull (pixbuf);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, height);
}

static void
test_kept (void)
{
  g_autofree char *folder = make_folder (), *path = save_picture (folder, "a b.png", "png", 600, 300);
  g_autofree char *kept = find_kept (path, "normal"), *large = find_kept (path, "large"), *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GdkPixbuf) one = NULL, other = NULL, file = NULL;
  GStatBuf status;

  date (path, 1000000000);
  one = fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, NULL);
  assert_is (one, 128, 64);
  g_assert_false (g_file_test (large, G_FILE_TEST_EXISTS));
  other = fr_thumbnail_get (path, FR_THUMBNAIL_LARGE, NULL);
  assert_is (other, 256, 128);
  g_assert_true (g_file_test (large, G_FILE_TEST_EXISTS));
  file = gdk_pixbuf_new_from_file (kept, NULL);
  assert_is (file, 128, 64);
  g_assert_cmpstr (gdk_pixbuf_get_option (file, "tEXt::Thumb::URI"), ==, uri);
  g_assert_cmpstr (gdk_pixbuf_get_option (file, "tEXt::Thumb::MTime"), ==, "1000000000");
  g_assert_cmpint (g_stat (kept, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* What another program may have left in its place. */
static void
put (const char *place, const char *path, const char *modified, int size)
{
  g_autoptr (GdkPixbuf) pixbuf = draw_picture (size, size, FALSE, FALSE);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL), *parent = g_path_get_dirname (place);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (gdk_pixbuf_save (pixbuf, place, "png", NULL, "tEXt::Thumb::URI", uri, "tEXt::Thumb::MTime", modified, NULL));
}

static void
test_taken (void)
{
  static const struct { const char *modified; int size, shown; } cases[] = {
    { "1000000000", 77, 77 },     /* as another program has drawn it */
    { "1000000001", 77, 128 },    /* of the file as it was */
    { "1000000000", 129, 128 },   /* no thumbnail */
  };
  g_autofree char *folder = make_folder (), *path = save_picture (folder, "a.png", "png", 600, 600);
  g_autofree char *kept = find_kept (path, "normal");
  g_autoptr (GdkPixbuf) own = NULL;

  date (path, 1000000000);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkPixbuf) shown = NULL;

      put (kept, path, cases[i].modified, cases[i].size);
      shown = fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, NULL);
      assert_is (shown, cases[i].shown, cases[i].shown);
    }
  put (kept, "/another/file.png", "1000000000", 77);
  own = fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, NULL);
  assert_is (own, 128, 128);
}

static void
test_failure (void)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "a.png", NULL), *mended = NULL;
  g_autofree char *failure = find_kept (path, "fail/frontage");
  g_autoptr (GError) error = NULL, again = NULL;
  g_autoptr (GdkPixbuf) shown = NULL;

  write_file (folder, "a.png", "A picture");
  date (path, 1000000000);
  g_assert_null (fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_file_test (failure, G_FILE_TEST_EXISTS));
  /* Nobody tries again as long as the file is said to be the same … */
  mended = save_picture (folder, "a.png", "png", 300, 300);
  date (path, 1000000000);
  g_assert_null (fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  /* … and somebody does when it is not. */
  date (path, 1000000009);
  shown = fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, NULL);
  assert_is (shown, 128, 128);
}

/* One that may be written once more within the same second would be taken for the newer one. */
static void
test_written_now (void)
{
  g_autofree char *folder = make_folder (), *path = save_picture (folder, "a.png", "png", 600, 300);
  g_autofree char *kept = find_kept (path, "normal");
  g_autoptr (GdkPixbuf) shown = fr_thumbnail_get (path, FR_THUMBNAIL_NORMAL, NULL);

  assert_is (shown, 128, 64);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* Many at once, of which most are not wanted any more: each is answered, one way or the other. */
static void
test_many (void)
{
  enum { MANY = 40 };
  g_autofree char *folder = make_folder (), *path = save_picture (folder, "a.png", "png", 300, 300);
  g_autoptr (GCancellable) gone = g_cancellable_new ();
  GAsyncResult *results[MANY] = { NULL };

  for (unsigned i = 0; i < MANY; i++)
    fr_thumbnails_get_async (path, FR_THUMBNAIL_NORMAL, i % 4 != 0 ? gone : NULL, keep_result, &results[i]);
  g_cancellable_cancel (gone);
  for (unsigned i = 0; i < MANY; i++)
    {
      g_autoptr (GdkPixbuf) shown = NULL;
      g_autoptr (GError) error = NULL;

      wait_until (results[i] != NULL);
      shown = fr_thumbnails_get_finish (results[i], &error);
      g_object_unref (results[i]);
      if (i % 4 != 0)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        assert_is (shown, 128, 128);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cache = make_folder ();
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_add_func ("/thumbnail/kept", test_kept);
  g_test_add_func ("/thumbnail/taken", test_taken);
  g_test_add_func ("/thumbnail/failure", test_failure);
  g_test_add_func ("/thumbnail/written-now", test_written_now);
  g_test_add_func ("/thumbnail/many", test_many);
  return g_test_run ();
}
