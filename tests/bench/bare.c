/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bare FILE: the least program of GTK 4 and WebKitGTK that shows a page, for the benchmark to start. */
#include <webkit/webkit.h>

static void
activate (GtkApplication *application, char **argv)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *view = webkit_web_view_new ();
  g_autofree char *html = NULL;

  g_file_get_contents (argv[1], &html, NULL, NULL);
  webkit_web_view_load_html (WEBKIT_WEB_VIEW (view), html, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("io.github.frontage.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate), argv);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
