/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of a site of 10,000 to choose from: until they are seen, and a frame while they scroll by, none of them drawn yet. */
#include <adwaita.h>
#include <unistd.h>

#include "../pictures/drawn.h"
#include "../tools/find-widget.h"
#include "../tools/folder.h"
#include "../tools/wait.h"
#include "fr-image-grid.h"
#include "frame.h"
#include "page.h"

#define PICTURES 10000
#define FRAMES 60
#define STEP 100  /* px: 6,000 in a second */

static FrSite *
make_site (void)
{
  g_autofree char *folder = make_folder (), *images = g_build_filename (folder, "images", NULL), *first = NULL;
  g_autoptr (GFile) root = g_file_new_for_path (folder);

  write_file (folder, "_config.yml", "title: T\n");
  g_mkdir_with_parents (images, 0700);
  first = save_picture (images, "0.jpg", "jpeg", 1600, 1200);
  for (unsigned i = 1; i < PICTURES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.jpg", i), *path = g_build_filename (images, name, NULL);

      g_assert_cmpint (link (first, path), ==, 0);
    }
  return fr_site_new (root);
}

static double
scroll_through (GtkWidget *window)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_widget (window, GTK_TYPE_SCROLLED_WINDOW)));
  double taken[FRAMES];

  for (unsigned i = 0; i < FRAMES; i++)
    {
      double start = bench_now ();

      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + STEP);
      bench_draw_frame (window);
      taken[i] = bench_now () - start;
    }
  return bench_median (taken, FRAMES);
}

int
main (void)
{
  g_autoptr (FrSite) site = make_site ();
  g_autofree char *cache = make_folder ();
  GtkWidget *window, *grid;
  double start;
  gboolean good;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  adw_init ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 560);
  gtk_window_present (GTK_WINDOW (window));
  bench_draw_frame (window);
  start = bench_now ();
  grid = fr_image_grid_new ();
  fr_image_grid_set_site (FR_IMAGE_GRID (grid), site);
  gtk_window_set_child (GTK_WINDOW (window), grid);
  bench_draw_frame (window);
  good = bench_report ("10,000 pictures to choose from, until they are seen", bench_now () - start, "ms", 500);
  good = bench_report ("a frame while 10,000 pictures scroll", scroll_through (window), "ms", 1000.0 / 60) && good;
  gtk_window_destroy (GTK_WINDOW (window));
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
