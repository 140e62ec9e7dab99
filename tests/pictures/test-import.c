/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures from outside of the site: how they come in, and that they stay as they were where they were. */
#include <glib/gstdio.h>

#include "../tools/folder.h"
#include "../tools/wait.h"
#include "drawn.h"
#include "fr-picture-import.h"

typedef struct
{
  char *folder;  /* the site's */
  char *others;
  FrFileState copied;
  GError *error;
} Fixture;

static void
set_up (Fixture *it, gconstpointer data)
{
  it->folder = make_folder ();
  it->others = make_folder ();
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  g_clear_error (&it->error);
  g_free (it->folder);
  g_free (it->others);
}

/* transfer full */
static char *
import (Fixture *it, const char *path, unsigned width, unsigned height)
{
  g_autoptr (GFile) root = g_file_new_for_path (it->folder), file = g_file_new_for_path (path);
  g_autoptr (FrSite) site = fr_site_new (root);
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&it->error);
  fr_picture_import_async (site, file, width, height, keep_result, &result);
  wait_until (result != NULL);
  return fr_picture_import_finish (result, &it->copied, &it->error);
}

static void
assert_measures (Fixture *it, const char *address, unsigned width, unsigned height, gboolean is_turned)
{
  g_autofree char *path = g_build_filename (it->folder, address, NULL);
  g_autoptr (FrPicture) picture = fr_picture_inspect (path, NULL);

  g_assert_nonnull (picture);
  g_assert_cmpuint (picture->width, ==, width);
  g_assert_cmpuint (picture->height, ==, height);
  g_assert_cmpint (picture->is_turned, ==, is_turned);
}

static char *
digest_of (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static void
test_as_it_is (Fixture *it, gconstpointer data)
{
  g_autofree char *path = save_picture (it->others, "Quay.jpg", "jpeg", 300, 200);
  g_autofree char *address = import (it, path, 0, 0), *before = digest_of (it->others, "Quay.jpg"), *after = NULL;

  g_assert_cmpstr (address, ==, "/images/quay.jpg");
  after = digest_of (it->folder, address);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (it->copied.inode, !=, 0);
}

static void
test_turned (Fixture *it, gconstpointer data)
{
  g_autofree char *path = save_picture (it->others, "Quay.jpg", "jpeg", 300, 200), *before = NULL, *after = NULL, *address = NULL;

  turn_picture (path, 6);
  before = digest_of (it->others, "Quay.jpg");
  address = import (it, path, 0, 0);
  g_assert_cmpstr (address, ==, "/images/quay.jpg");
  assert_measures (it, address, 200, 300, FALSE);
  after = digest_of (it->others, "Quay.jpg");
  g_assert_cmpstr (after, ==, before);
}

static void
test_smaller (Fixture *it, gconstpointer data)
{
  g_autofree char *path = save_picture (it->others, "Quay.png", "png", 300, 200), *before = digest_of (it->others, "Quay.png");
  g_autofree char *address = import (it, path, 150, 100), *again = import (it, path, 150, 100), *after = digest_of (it->others, "Quay.png");

  g_assert_cmpstr (address, ==, "/images/quay.png");
  assert_measures (it, address, 150, 100, FALSE);
  g_assert_cmpstr (after, ==, before);
  /* The same one a second time is not a second one. */
  g_assert_cmpstr (again, ==, address);
  g_assert_cmpuint (it->copied.inode, ==, 0);
}

/* A photo as a PNG, which becomes a JPEG. */
static void
test_renamed (Fixture *it, gconstpointer data)
{
  g_autoptr (GdkPixbuf) pixbuf = draw_picture (900, 900, FALSE, TRUE);
  g_autofree char *path = g_build_filename (it->others, "Quay.v2.PNG", NULL), *address = NULL;

  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  address = import (it, path, 800, 800);
  g_assert_cmpstr (address, ==, "/images/quay-v2.jpg");
  assert_measures (it, address, 800, 800, FALSE);
}

/* The site's own are taken as they are, and turned ones, too: who has put them there has seen them. */
static void
test_own (Fixture *it, gconstpointer data)
{
  g_autofree char *path = save_picture (it->folder, "Quay.jpg", "jpeg", 300, 200), *before = NULL, *address = NULL, *after = NULL;

  turn_picture (path, 6);
  before = digest_of (it->folder, "Quay.jpg");
  address = import (it, path, 100, 100);
  g_assert_cmpstr (address, ==, "/Quay.jpg");
  after = digest_of (it->folder, "Quay.jpg");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (it->copied.inode, ==, 0);
}

static void
test_refused (Fixture *it, gconstpointer data)
{
  g_autofree char *text = g_build_filename (it->others, "a.txt", NULL), *broken = g_build_filename (it->others, "b.png", NULL);
  g_autofree char *images = g_build_filename (it->folder, "images", NULL), *none = NULL, *neither = NULL;

  write_file (it->others, "a.txt", "A text");
  write_file (it->others, "b.png", "A text");
  none = import (it, text, 0, 0);
  g_assert_null (none);
  g_assert_error (it->error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  neither = import (it, broken, 100, 100);
  g_assert_null (neither);
  g_assert_error (it->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_false (g_file_test (images, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/import/as-it-is", test_as_it_is }, { "/import/turned", test_turned }, { "/import/smaller", test_smaller },
    { "/import/renamed", test_renamed }, { "/import/own", test_own }, { "/import/refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
