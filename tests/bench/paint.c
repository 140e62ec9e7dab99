/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paint: from a key press in a form's field to the frame that shows it, in the program's own window.
 *
 * The floor is what the web view needs by itself for the same texts, in the same process and in turn with the key presses: a
 * script sets a text node, and two frames are drawn. Both go through the same texts, since a title that comes to have one line
 * more costs the web view several times as much as one that does not.
 */
#include <stdlib.h>

#include "../tools/find-widget.h"
#include "fr-application.h"
#include "fr-section-list.h"
#include "fr-window.h"
#include "page.h"
#include "shown.h"

#define ROUNDS 400
#define KEYS 20  /* of which the last one deletes what the others have typed */
#define MOST_TIMES_THE_FLOOR 1.2
#define TITLE "Banner title"

static const char two_frames[] = "for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); return 0";

/* Runs the script and waits for what it returns. */
static void
run_script (WebKitWebView *view, const char *script)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JSCValue) value = NULL;
  g_autoptr (GError) error = NULL;

  webkit_web_view_call_async_javascript_function (view, script, -1, NULL, NULL, NULL, NULL, keep_result, &result);
  wait_until (result != NULL);
  value = webkit_web_view_call_async_javascript_function_finish (view, result, &error);
  g_assert_no_error (error);
}

/* The field of the form that says this. */
static GtkWidget *
find_field (GtkWidget *widget, const char *text)
{
  if (GTK_IS_TEXT (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Behind the page's settings the first one in the list. */
static void
open_hero (GtkWidget *window)
{
  GtkWidget *list = find_widget (find_widget (window, FR_TYPE_SECTION_LIST), GTK_TYPE_LIST_BOX);

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
}

/* ms */
static double
press_key (WebKitWebView *view, GtkEditable *field, unsigned key)
{
  gint64 start = g_get_monotonic_time ();
  int end = -1;

  if (key == KEYS - 1)
    gtk_editable_delete_text (field, strlen (TITLE), -1);
  else
    gtk_editable_insert_text (field, "x", 1, &end);
  run_script (view, two_frames);
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
touch_floor (WebKitWebView *view, unsigned key)
{
  g_autofree char *typed = g_strnfill (key == KEYS - 1 ? 0 : key + 1, 'x');
  g_autofree char *script = g_strdup_printf ("document.querySelector('main h1[data-field=\"title\"]').firstChild.data = '" TITLE "%s'; %s",
                                             typed, two_frames);
  gint64 start = g_get_monotonic_time ();

  run_script (view, script);
  return (g_get_monotonic_time () - start) / 1e3;
}

static gboolean
report (const char *what, double *ours, double *floor, unsigned sections)
{
  static const struct { const char *name; unsigned at; } quantiles[] = { { "p50", ROUNDS / 2 }, { "p95", ROUNDS * 95 / 100 } };
  gboolean good = TRUE;

  qsort (ours, ROUNDS, sizeof (double), bench_compare);
  qsort (floor, ROUNDS, sizeof (double), bench_compare);
  for (gsize i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      g_autofree char *title = g_strdup_printf ("%s, %u sections, %s: %.1f ms, the floor %.1f ms", what, sections,
                                                quantiles[i].name, ours[quantiles[i].at], floor[quantiles[i].at]);

      good = bench_report (title, ours[quantiles[i].at] / floor[quantiles[i].at], "times", MOST_TIMES_THE_FLOOR) && good;
    }
  return good;
}

static gboolean
measure (WebKitWebView *view, GtkWidget *window, unsigned sections)
{
  GtkEditable *field;
  double ours[ROUNDS], floor[ROUNDS];

  open_hero (window);
  wait_until (find_field (window, TITLE) != NULL);
  field = GTK_EDITABLE (find_field (window, TITLE));
  for (unsigned i = 0; i < 2 * ROUNDS; i++)
    {
      if (i / KEYS % 2 == 0)
        floor[i / KEYS / 2 * KEYS + i % KEYS] = touch_floor (view, i % KEYS);
      else
        ours[i / KEYS / 2 * KEYS + i % KEYS] = press_key (view, field, i % KEYS);
    }
  return report ("key press", ours, floor, sections);
}

static gboolean
measure_page (GApplication *application, const char *folder, unsigned sections)
{
  g_autoptr (GString) text = g_string_new ("---\nlayout: homepage\ntitle: A page\nsections:\n  - hero:\n      title: " TITLE "\n");
  g_autofree char *name = g_strdup_printf ("%u.md", sections);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *there = g_strdup_printf ("document.querySelectorAll('main > .block').length === %u", sections + 1);
  Shown shown = { 0 };
  gboolean good;

  for (unsigned i = 0; i < sections; i++)
    g_string_append_printf (text, "  - infobar:\n      title: Section number %u\n      description: Some words\n", i);
  g_string_append (text, "---\n");
  write_file (folder, name, text->str);
  g_application_open (application, &file, 1, "");
  wait_until (gtk_application_get_active_window (GTK_APPLICATION (application)) != NULL);
  shown.window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  wait_until (find_widget (shown.window, WEBKIT_TYPE_WEB_VIEW) != NULL);
  shown.view = WEBKIT_WEB_VIEW (find_widget (shown.window, WEBKIT_TYPE_WEB_VIEW));
  shown_wait (&shown, there);
  shown_settle (&shown);
  good = measure (shown.view, shown.window, sections);
  gtk_window_destroy (GTK_WINDOW (shown.window));
  return good;
}

int
main (void)
{
  g_autoptr (FrApplication) application = fr_application_new ();
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  gboolean good;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_hold (G_APPLICATION (application));
  good = measure_page (G_APPLICATION (application), folder, 10);
  good = measure_page (G_APPLICATION (application), folder, 1000) && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
