/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a picture that is brought into a site: where it is then, and that nothing else of the site changes. */
#include <glib/gstdio.h>
#include <string.h>

#include "../tools/folder.h"
#include "fr-site-import.h"

typedef struct
{
  char *folder;  /* the site's */
  char *others;  /* where the picture is */
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
import (Fixture *it, const char *folder, const char *name)
{
  g_autoptr (GFile) root = g_file_new_for_path (it->folder);
  g_autoptr (FrSite) site = fr_site_new (root);
  g_autoptr (GFile) image = g_file_new_build_filename (folder, name, NULL);

  g_clear_error (&it->error);
  return fr_site_import_image (site, image, &it->copied, &it->error);
}

static void
assert_holds (const char *folder, const char *path, const char *text)
{
  g_autofree char *whole = g_build_filename (folder, path, NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (whole, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

static unsigned
count_files (const char *folder, const char *below)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  unsigned n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_name (Fixture *it, gconstpointer data)
{
  static const struct { const char *name, *address; } cases[] = {
    { "quay.png", "/images/quay.png" },
    { "Quay at Night.JPG", "/images/quay-at-night.jpg" },
    { "a  -  b.webp", "/images/a-b.webp" },
    { "2026-03-01_roof.jpeg", "/images/2026-03-01_roof.jpeg" },
    { "50% off? yes!.gif", "/images/50-off-yes.gif" },
    { "site.plan.v2.svg", "/images/site-plan-v2.svg" },
    { "Café.png", "/images/cafe.png" },
    { "港.png", "/images/image.png" },
    { ".png", "/images/image-2.png" },
    { "_draft.png", "/images/draft.png" },
    { "~#.hidden.png", "/images/hidden.png" },
    { "(1).png", "/images/1.png" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = NULL;

      write_file (it->others, cases[i].name, cases[i].name);
      address = import (it, it->others, cases[i].name);
      g_assert_no_error (it->error);
      g_assert_cmpstr (address, ==, cases[i].address);
      assert_holds (it->folder, address + 1, cases[i].name);
    }
}

static void
test_long_name (Fixture *it, gconstpointer data)
{
  g_autofree char *many = g_strnfill (240, 'a');
  g_autofree char *name = g_strconcat (many, ".png", NULL);
  g_autofree char *address = NULL;

  write_file (it->others, name, "long");
  address = import (it, it->others, name);
  g_assert_no_error (it->error);
  g_assert_cmpuint (strlen (address), <, 100);
  g_assert_true (g_str_has_suffix (address, ".png"));
  assert_holds (it->folder, address + 1, "long");
}

static void
test_never_over_another (Fixture *it, gconstpointer data)
{
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  write_file (it->folder, "images/quay.png", "the site's");
  write_file (it->others, "quay.png", "other");
  second = import (it, it->others, "quay.png");
  g_assert_cmpstr (second, ==, "/images/quay-2.png");
  write_file (it->others, "Quay.png", "yet another");
  third = import (it, it->others, "Quay.png");
  g_assert_cmpstr (third, ==, "/images/quay-3.png");
  g_assert_cmpint (it->copied.bytes, ==, strlen ("yet another"));
  assert_holds (it->folder, "images/quay.png", "the site's");
  assert_holds (it->folder, "images/quay-2.png", "other");
  assert_holds (it->folder, "images/quay-3.png", "yet another");
}

/* As a portal hands it over, which does not say where it was. */
static void
test_one_that_the_site_has (Fixture *it, gconstpointer data)
{
  g_autofree char *address = NULL;

  write_file (it->folder, "pictures/old/Quay 1.png", "a quay");
  write_file (it->folder, "images/berth.png", "berth!");
  write_file (it->others, "Quay 1.png", "a quay");
  address = import (it, it->others, "Quay 1.png");
  g_assert_cmpstr (address, ==, "/pictures/old/Quay 1.png");
  g_assert_cmpuint (it->copied.inode, ==, 0);
  g_assert_cmpuint (count_files (it->folder, "images"), ==, 1);
}

static void
test_one_of_the_folder (Fixture *it, gconstpointer data)
{
  g_autofree char *address = NULL;

  write_file (it->folder, "images/a/quay.png", "a quay");
  write_file (it->folder, "images/b/quay.png", "a quay");
  address = import (it, it->folder, "images/b/quay.png");
  g_assert_cmpstr (address, ==, "/images/b/quay.png");
  g_assert_cmpuint (count_files (it->folder, "images"), ==, 2);
}

static void
assert_refused (Fixture *it, const char *name, int code)
{
  g_autofree char *address = import (it, it->others, name);

  g_assert_null (address);
  g_assert_error (it->error, G_IO_ERROR, code);
  g_assert_cmpuint (count_files (it->folder, "images"), ==, 0);
}

static void
test_what_is_refused (Fixture *it, gconstpointer data)
{
  write_file (it->others, "letter.pdf", "%PDF");
  write_file (it->others, "png", "no ending");
  write_file (it->others, "folder.png/file", "");
  assert_refused (it, "letter.pdf", G_IO_ERROR_NOT_SUPPORTED);
  assert_refused (it, "png", G_IO_ERROR_NOT_SUPPORTED);
  assert_refused (it, "folder.png", G_IO_ERROR_IS_DIRECTORY);
  assert_refused (it, "gone.png", G_IO_ERROR_NOT_FOUND);
}

static void
test_no_place_for_it (Fixture *it, gconstpointer data)
{
  g_autofree char *address = NULL;

  write_file (it->folder, "images", "a file");
  write_file (it->others, "quay.png", "a quay");
  address = import (it, it->others, "quay.png");
  g_assert_null (address);
  g_assert_error (it->error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (it->error->message, "images"));
  assert_holds (it->folder, "images", "a file");
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/import/name", test_name },
    { "/import/long-name", test_long_name },
    { "/import/never-over-another", test_never_over_another },
    { "/import/one-that-the-site-has", test_one_that_the_site_has },
    { "/import/one-of-the-folder", test_one_of_the_folder },
    { "/import/what-is-refused", test_what_is_refused },
    { "/import/no-place-for-it", test_no_place_for_it },
  };

  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
