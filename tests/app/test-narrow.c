/* SPDX-License-Identifier: GPL-3.0-or-later */
/* narrow: whatever the window shows, it needs no more than 360 px, with all the buttons that a desktop can give it. */
#include <adwaita.h>

#include "../tools/find-widget.h"
#include "../tools/folder.h"
#include "fr-application.h"
#include "fr-pane.h"
#include "fr-section-list.h"
#include "fr-window.h"
#include "../tools/wait.h"

#define NARROW 360  /* px */

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Down to the widget that needs too much by itself. */
static void
find_widest (GtkWidget *widget, GString *path)
{
  g_string_append_printf (path, " > %s %d", G_OBJECT_TYPE_NAME (widget), get_least_width (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && !GTK_IS_NATIVE (child) && get_least_width (child) > NARROW)
      {
        find_widest (child, path);
        return;
      }
}

static void
assert_fits (GtkWidget *window, const char *what)
{
  g_autoptr (GString) path = g_string_new (what);

  find_widest (window, path);
  g_test_message ("%s", path->str);
  g_assert_cmpint (get_least_width (window), <=, NARROW);
}

static GtkWidget *
show_window (GtkApplication *application, const char *text)
{
  GtkWidget *window = fr_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 500);
  if (text != NULL)
    {
      g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "index.md", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      write_file (folder, "index.md", text);
      fr_window_open (FR_WINDOW (window), file);
    }
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_width (window) > 0);
  return window;
}

#define PAGE \
  "---\ntitle: A page whose title is much longer than the window is wide, whatever is done about it\nsections:\n" \
  "  - hero:\n      title: Another of these titles that are longer than the window is wide\n      key_highlights:\n" \
  "        - title: And this one, of a highlight, is just as long as those of the page and its sections\n---\n"

static void
test_levels (gconstpointer application)
{
  GtkWidget *window = show_window ((gpointer) application, PAGE);
  FrPane *pane = FR_PANE (find_widget (window, FR_TYPE_PANE));

  wait_until (fr_pane_get_chosen (pane) != NULL);
  assert_fits (window, "page");
  fr_pane_open (pane, "/sections/0/hero/key_highlights/0/title", FALSE);
  assert_fits (window, "section");
  gtk_widget_activate_action (window, "win.source", NULL);
  assert_fits (window, "source");
  gtk_widget_activate_action (window, "win.add-section", NULL);
  assert_fits (window, "kinds");
  gtk_widget_activate_action (window, "win.take-turns", NULL);
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (pane)));
  assert_fits (window, "preview");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nothing_open (gconstpointer application)
{
  GtkWidget *window = show_window ((gpointer) application, NULL);

  assert_fits (window, "welcome");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_button (GtkWidget *widget, const char *label)
{
  gboolean has = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
                 g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !has; child = gtk_widget_get_next_sibling (child))
    has = has_button (child, label);
  return has;
}

static void
test_problem (gconstpointer application)
{
  GtkWidget *window = show_window ((gpointer) application, "---\na: [\n---\n");

  wait_until (has_button (window, "Try Again"));
  assert_fits (window, "problem");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (FrApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "icon:minimize,maximize,close", NULL);
  application = fr_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/narrow/levels", application, test_levels);
  g_test_add_data_func ("/narrow/nothing-open", application, test_nothing_open);
  g_test_add_data_func ("/narrow/problem", application, test_problem);
  return g_test_run ();
}
