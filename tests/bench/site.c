/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site: the first snapshot of a large site, the next one, and the memory that a snapshot keeps. */
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "../tools/folder.h"
#include "fr-posts.h"
#include "fr-site-watch.h"
#include "page.h"

#define PAGES 10000
#define POSTS 2000
#define IMAGES 10000
#define ROUNDS 5

/* Of this thread: other programs do not count. ms */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
memory_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1e6;
}

static void
write_page (const char *folder, unsigned i)
{
  g_autofree char *name = g_strdup_printf ("pages/part-%u/page-%u.md", i / 100, i);
  g_autofree char *body = g_strnfill (2000, 'x');
  g_autofree char *text = g_strdup_printf ("---\nlayout: simple-page\ntitle: Page number %u\npermalink: /part-%u/page-%u/\n"
                                           "third_nav_title: Part %u\nbreadcrumb: Page number %u\n---\n## A heading\n%s\n",
                                           i, i / 100, i, i / 100, i, body);

  write_file (folder, name, text);
}

static void
write_post (const char *folder, unsigned i)
{
  g_autofree char *name = g_strdup_printf ("news/kind-%u/_posts/20%02u-%02u-%02u-post-%u.md", i % 8, i % 26, i % 12 + 1, i % 28 + 1, i);
  g_autofree char *text = g_strdup_printf ("---\nlayout: post\ntitle: Post number %u\npermalink: /news/post-%u/\n---\nText.\n", i, i);

  write_file (folder, name, text);
}

/* No picture, but as much of one as is read. */
static void
write_image (const char *folder, unsigned i)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\xc8\10\6\0\0\0";
  g_autofree char *name = g_strdup_printf ("images/part-%u/image-%u.png", i / 200, i);
  g_autofree char *path = NULL, *contents = g_malloc0 (3000);

  memcpy (contents, png, sizeof png);
  if (i % 200 == 0)
    write_file (folder, name, "");
  path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents_full (path, contents, 3000, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

static GFile *
make_site (void)
{
  g_autofree char *folder = make_folder ();

  write_file (folder, "_config.yml", "title: A large site\nresources_name: news\n");
  write_file (folder, "_data/navigation.yml", "links: [{title: News, resource_room: true}]\n");
  for (unsigned i = 0; i < PAGES; i++)
    write_page (folder, i);
  for (unsigned i = 0; i < POSTS; i++)
    write_post (folder, i);
  for (unsigned i = 0; i < IMAGES; i++)
    write_image (folder, i);
  return g_file_new_for_path (folder);
}

static gboolean
measure_first (GFile *folder, FrSite **site)
{
  double times[ROUNDS], memory = 0;
  gboolean good;

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      double start;

      g_clear_object (site);
      memory = memory_in_use ();
      start = now ();
      *site = fr_site_new (folder);
      times[i] = now () - start;
      memory = memory_in_use () - memory;
    }
  good = bench_report ("site: first snapshot of 22,000 files", bench_median (times, ROUNDS), "ms", 2000);
  return bench_report ("site: memory kept", memory, "MB", 30) && good;
}

static gboolean
measure_next (FrSite *site)
{
  double times[ROUNDS];

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      double start = now ();
      g_autoptr(FrSite) next = fr_site_read_again (site);

      times[i] = now () - start;
      g_assert_true (next == site);
    }
  return bench_report ("site: reading again what is as it was", bench_median (times, ROUNDS), "ms", 200);
}

/* What the main thread does. */
static gboolean
measure_quick (GFile *folder, FrSite *site)
{
  double quick[ROUNDS], posts[ROUNDS], changed[ROUNDS];
  gboolean good;

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      double start = now ();
      g_autoptr(FrSite) first = fr_site_new_quick (folder);
      g_autoptr(GPtrArray) newest = NULL;
      g_auto(GStrv) images = NULL;

      quick[i] = now () - start;
      start = now ();
      newest = fr_posts_newest (site, 3);
      posts[i] = now () - start;
      g_assert_cmpuint (newest->len, ==, 3);
      start = now ();
      images = fr_site_changed_images (site, site);
      changed[i] = now () - start;
    }
  good = bench_report ("site: quick snapshot", bench_median (quick, ROUNDS), "ms", 5);
  good = bench_report ("site: the newest posts", bench_median (posts, ROUNDS), "ms", 0.1) && good;
  return bench_report ("site: which pictures have changed", bench_median (changed, ROUNDS), "ms", 1) && good;
}

/* From the moment at which a picture is written until all who show it know. */
static gboolean
measure_live (GFile *folder, FrSite *site)
{
  g_autoptr(FrSiteWatch) watch = fr_site_watch_get (site);
  double times[ROUNDS];

  /* What is new in it tells that folders are watched. */
  for (unsigned i = 0; i <= ROUNDS; i++)
    {
      FrSite *before = fr_site_watch_get_site (watch);
      gint64 start = g_get_monotonic_time ();

      write_file (g_file_peek_path (folder), "images/part-7/image-1400.png", i % 2 == 0 ? "one" : "two");
      while (fr_site_watch_get_site (watch) == before)
        g_main_context_iteration (NULL, TRUE);
      times[MAX (i, 1) - 1] = (g_get_monotonic_time () - start) / 1e3;
    }
  return bench_report ("site: a change until it is known", bench_median (times, ROUNDS), "ms", 800);
}

int
main (void)
{
  g_autoptr(GFile) folder = make_site ();
  g_autoptr(FrSite) site = NULL;
  gboolean good = measure_first (folder, &site);

  g_assert_true (fr_site_is_complete (site));
  good = measure_next (site) && good;
  good = measure_quick (folder, site) && good;
  good = measure_live (folder, site) && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
