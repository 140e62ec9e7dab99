/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live site: changes on the disk come into its snapshots by themselves. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "../tools/folder.h"
#include "../tools/wait.h"
#include "fr-posts.h"
#include "fr-site-watch.h"

#define SVG(size) "<svg xmlns='http://www.w3.org/2000/svg' width='" size "' height='9'/>"

typedef struct
{
  char        *folder;
  FrSiteWatch *watch;
  unsigned     notified;
} Fixture;

static FrSite *
read_quick (const char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  return fr_site_new_quick (file);
}

static FrSiteWatch *
watch_folder (const char *folder)
{
  g_autoptr(FrSite) first = read_quick (folder);

  return fr_site_watch_get (first);
}

#define FILE_OF(it, path) fr_site_get_file (fr_site_watch_get_site ((it)->watch), path)

static void
on_site (Fixture *it)
{
  it->notified++;
}

static void
set_up (Fixture *it, gconstpointer data)
{
  it->folder = make_folder ();
  write_file (it->folder, "_config.yml", "title: T\n");
  write_file (it->folder, "index.md", "---\ntitle: Home\n---\n");
  write_file (it->folder, "images/a.svg", SVG ("1"));
  it->watch = watch_folder (it->folder);
  g_signal_connect_swapped (it->watch, "notify::site", G_CALLBACK (on_site), it);
  wait_until (fr_site_is_complete (fr_site_watch_get_site (it->watch)));
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  g_assert_finalize_object (it->watch);
  g_free (it->folder);
}

static void
test_first_snapshots (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr(FrSiteWatch) watch = NULL;

  write_file (folder, "_config.yml", "title: T\n");
  write_file (folder, "a.md", "---\n---\n");
  watch = watch_folder (folder);
  /* At once, without waiting. */
  g_assert_cmpstr (fr_node_get_text (fr_site_get_config (fr_site_watch_get_site (watch), "/title")), ==, "T");
  g_assert_null (fr_site_get_page (fr_site_watch_get_site (watch), "/a"));
  wait_until (fr_site_get_page (fr_site_watch_get_site (watch), "/a") != NULL);
}

static void
test_page (Fixture *it, gconstpointer data)
{
  g_autofree char *path = g_build_filename (it->folder, "a.md", NULL);

  write_file (it->folder, "a.md", "---\ntitle: One\n---\n");
  wait_until (FILE_OF (it, "a.md") != NULL);
  write_file (it->folder, "a.md", "---\ntitle: Two\n---\n");
  wait_until (g_strcmp0 (FILE_OF (it, "a.md")->title, "Two") == 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_until (FILE_OF (it, "a.md") == NULL);
}

/* In place, and not by another file that is renamed to it. */
static void
test_written_in_place (Fixture *it, gconstpointer data)
{
  g_autofree char *path = g_build_filename (it->folder, "index.md", NULL);
  FILE *file = fopen (path, "r+");

  fputs ("---\ntitle: Abcd\n", file);
  fclose (file);
  wait_until (g_strcmp0 (FILE_OF (it, "index.md")->title, "Abcd") == 0);
}

static void
test_image (Fixture *it, gconstpointer data)
{
  g_autoptr(FrSite) before = g_object_ref (fr_site_watch_get_site (it->watch));
  g_auto(GStrv) images = NULL;

  write_file (it->folder, "images/a.svg", SVG ("2"));
  wait_until (FILE_OF (it, "images/a.svg")->width == 2);
  images = fr_site_changed_images (before, fr_site_watch_get_site (it->watch));
  g_assert_cmpuint (g_strv_length (images), ==, 1);
  g_assert_cmpstr (images[0], ==, "/images/a.svg");
  g_assert_cmpuint (fr_site_get_file (before, "images/a.svg")->width, ==, 1);
}

static void
test_color (Fixture *it, gconstpointer data)
{
  write_file (it->folder, "_config.yml", "colors: {primary-color: '#123456'}\n");
  wait_until (g_str_equal (fr_site_get_primary_color (fr_site_watch_get_site (it->watch)), "#123456"));
}

/* What is in a folder is there before the folder is watched. */
static void
test_new_folders (Fixture *it, gconstpointer data)
{
  write_file (it->folder, "new/deep/a.md", "---\ntitle: One\n---\n");
  wait_until (FILE_OF (it, "new/deep/a.md") != NULL);
  write_file (it->folder, "new/deep/b.md", "---\ntitle: Two\n---\n");
  wait_until (FILE_OF (it, "new/deep/b.md") != NULL);
}

static void
test_folder_moved (Fixture *it, gconstpointer data)
{
  g_autofree char *from = g_build_filename (it->folder, "images", NULL), *to = g_build_filename (it->folder, "pictures", NULL);

  g_assert_cmpint (g_rename (from, to), ==, 0);
  wait_until (FILE_OF (it, "pictures/a.svg") != NULL && FILE_OF (it, "images/a.svg") == NULL);
  write_file (it->folder, "pictures/a.svg", SVG ("2"));
  wait_until (FILE_OF (it, "pictures/a.svg")->width == 2);
}

/* Many changes are few snapshots, and what is not of the site is none. */
static void
test_coalesced (Fixture *it, gconstpointer data)
{
  unsigned before = it->notified;

  write_file (it->folder, ".git/index", "x");
  write_file (it->folder, "_site/index.html", "x");
  for (unsigned i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%u.md", i);

      write_file (it->folder, name, "---\n---\n");
      g_main_context_iteration (NULL, FALSE);
    }
  wait_until (FILE_OF (it, "many/199.md") != NULL);
  g_assert_cmpuint (it->notified - before, <, 20);
  g_assert_null (FILE_OF (it, "_site/index.html"));
}

/* A change that comes again and again is not put off for ever. */
static void
test_restless (Fixture *it, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  unsigned before = it->notified;

  for (unsigned i = 0; it->notified < before + 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("---\ntitle: %u\n---\n", i);

      write_file (it->folder, "index.md", text);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      wait_step ("a snapshot between the changes", end);
    }
}

static void
test_shared (Fixture *it, gconstpointer data)
{
  g_autofree char *elsewhere = make_folder (), *link = g_build_filename (elsewhere, "link", NULL);
  g_autoptr(FrSiteWatch) same = watch_folder (it->folder), by_link = NULL, other = NULL;

  g_assert_cmpint (symlink (it->folder, link), ==, 0);
  by_link = watch_folder (link);
  other = watch_folder (elsewhere);
  g_assert_true (same == it->watch);
  g_assert_true (by_link == it->watch);
  g_assert_true (other != it->watch);
}

static void
test_two_sites (Fixture *it, gconstpointer data)
{
  Fixture other = { 0 };

  set_up (&other, NULL);
  write_file (it->folder, "a.md", "---\n---\n");
  wait_until (FILE_OF (it, "a.md") != NULL);
  write_file (other.folder, "b.md", "---\n---\n");
  wait_until (FILE_OF (&other, "b.md") != NULL);
  g_assert_null (FILE_OF (&other, "a.md"));
  g_assert_null (FILE_OF (it, "b.md"));
  tear_down (&other, NULL);
}

/* Nothing comes of what was under way. */
static void
test_gone_while_reading (void)
{
  g_autofree char *folder = make_folder ();
  FrSiteWatch *watch, *next;

  write_file (folder, "a.md", "---\n---\n");
  watch = watch_folder (folder);
  g_assert_finalize_object (watch);
  next = watch_folder (folder);
  wait_until (fr_site_get_page (fr_site_watch_get_site (next), "/a") != NULL);
  write_file (folder, "b.md", "---\n---\n");
  wait_until (fr_site_get_page (fr_site_watch_get_site (next), "/b") != NULL);
  g_assert_finalize_object (next);
}

static void
test_folder_gone_and_back (Fixture *it, gconstpointer data)
{
  g_autofree char *away = g_strconcat (it->folder, "-away", NULL);

  g_assert_cmpint (g_rename (it->folder, away), ==, 0);
  wait_until (FILE_OF (it, "index.md") == NULL);
  g_assert_cmpint (fr_site_look_up (fr_site_watch_get_site (it->watch), "/index.md", NULL), ==, FR_PRESENCE_UNKNOWN);
  g_assert_cmpint (g_rename (away, it->folder), ==, 0);
  wait_until (FILE_OF (it, "index.md") != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  g_test_add_func ("/watch/first-snapshots", test_first_snapshots);
  ADD ("/watch/page", test_page);
  ADD ("/watch/written-in-place", test_written_in_place);
  ADD ("/watch/image", test_image);
  ADD ("/watch/color", test_color);
  ADD ("/watch/new-folders", test_new_folders);
  ADD ("/watch/folder-moved", test_folder_moved);
  ADD ("/watch/coalesced", test_coalesced);
  ADD ("/watch/restless", test_restless);
  ADD ("/watch/shared", test_shared);
  ADD ("/watch/two-sites", test_two_sites);
  ADD ("/watch/folder-gone-and-back", test_folder_gone_and_back);
  g_test_add_func ("/watch/gone-while-reading", test_gone_while_reading);
  return g_test_run ();
}
