/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane: the list of sections of a page of 1,000: the memory beside that of a page of ten, of this process alone; what a frame
 * costs while it scrolls, and what it costs to open the form of a section, until the frame that shows it, both in the processor's
 * time of the main thread.
 *
 * pane SECTIONS: opens a page of so many, scrolls through all of it, and prints its memory.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../tools/find-widget.h"
#include "fr-application.h"
#include "fr-section-list.h"
#include "fr-window.h"
#include "frame.h"
#include "page.h"
#include "shown.h"

#define SECTIONS 1000
#define FRAMES 200
#define ROUNDS 21

/* MB */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  unsigned long pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*u %lu", &pages), ==, 1);
  return pages * sysconf (_SC_PAGESIZE) / 1e6;
}

static void
write_page (const char *folder, unsigned sections)
{
  g_autoptr (GString) text = g_string_new ("---\nlayout: homepage\ntitle: A page\nsections:\n  - hero:\n      title: Banner title\n"
                                           "      key_highlights:\n        - title: One\n        - title: Two\n");

  for (unsigned i = 1; i < sections; i++)
    g_string_append_printf (text, "  - infopic:\n      title: Section number %u\n      description: Some words\n"
                            "      image: /none.png\n", i);
  g_string_append (text, "---\n");
  write_file (folder, "index.md", text->str);
}

static void
open_page (GApplication *application, Shown *shown, unsigned sections)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "index.md", NULL);
  g_autofree char *there = g_strdup_printf ("document.querySelectorAll('main > .block').length === %u", sections);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  write_page (folder, sections);
  g_application_open (application, &file, 1, "");
  wait_until (gtk_application_get_active_window (GTK_APPLICATION (application)) != NULL);
  shown->window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  shown->view = WEBKIT_WEB_VIEW (find_widget (shown->window, WEBKIT_TYPE_WEB_VIEW));
  shown_wait (shown, there);
  shown_settle (shown);
}

static GtkWidget *
find_list (Shown *shown)
{
  return find_widget (shown->window, FR_TYPE_SECTION_LIST);
}

/* 0 is the top, 1 the bottom. */
static void
scroll_to (Shown *shown, double part)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (find_widget (find_list (shown), GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  gtk_adjustment_set_value (adjustment, part * (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)));
}

/* From one end to the other. */
static double
scroll_through (Shown *shown)
{
  double taken[FRAMES];

  for (unsigned i = 0; i < FRAMES; i++)
    {
      double start = bench_now ();

      scroll_to (shown, (i + 1.0) / FRAMES);
      bench_draw_frame (shown->window);
      taken[i] = bench_now () - start;
    }
  return bench_median (taken, FRAMES);
}

/* Of a row in sight, until the frame that shows it; the slide that follows is no part of it. */
static double
open_forms (Shown *shown)
{
  GtkListBox *box = GTK_LIST_BOX (find_widget (find_list (shown), GTK_TYPE_LIST_BOX));
  double taken[ROUNDS];

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (box, 1 + i * (SECTIONS - 1) / (ROUNDS - 1)));
      double start;

      scroll_to (shown, i / (ROUNDS - 1.0));
      bench_draw_frame (shown->window);
      shown_settle (shown);
      start = bench_now ();

      gtk_widget_activate (row);
      bench_draw_frame (shown->window);
      taken[i] = bench_now () - start;
      gtk_widget_activate_action (find_list (shown), "pane.back", NULL);
      shown_settle (shown);
    }
  return bench_median (taken, ROUNDS);
}

/* MB, of a process of its own. */
static double
ask_memory (const char *program, const char *sections)
{
  g_autofree char *out = NULL;
  const char *arguments[] = { program, sections, NULL };
  int status;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_ascii_strtod (out, NULL);
}

static gboolean
report (const char *program, Shown *shown, GApplication *application)
{
  double more = ask_memory (program, G_STRINGIFY (SECTIONS)) - ask_memory (program, "10");
  gboolean good = bench_report ("memory for 1,000 sections beyond that for ten", more, "MB", 40);

  open_page (application, shown, SECTIONS);
  good = bench_report ("a frame while the list of 1,000 sections scrolls", scroll_through (shown), "ms", 1000.0 / 60) && good;
  return bench_report ("opening a section of 1,000", open_forms (shown), "ms", 50) && good;
}

int
main (int argc, char **argv)
{
  g_autoptr (FrApplication) application = fr_application_new ();
  g_autoptr (GError) error = NULL;
  Shown shown = { 0 };
  gboolean good = TRUE;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_hold (G_APPLICATION (application));
  if (argc > 1)
    {
      open_page (G_APPLICATION (application), &shown, strtoul (argv[1], NULL, 10));
      scroll_through (&shown);
      g_print ("%f\n", get_memory ());
    }
  else
    good = report (argv[0], &shown, G_APPLICATION (application));
  gtk_window_destroy (GTK_WINDOW (shown.window));
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
