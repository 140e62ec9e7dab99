/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drag PATH: a small window “Drag from here”, from which the file can be dragged; it ends with the drag. */
#include <gtk/gtk.h>

static void
on_ended (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *uri = g_filename_to_uri (argv[1], NULL, NULL), *list = g_strconcat (uri, "\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source;
  GtkWidget *window, *label;

  gtk_init ();
  source = gtk_drag_source_new ();
  window = gtk_window_new ();
  label = gtk_label_new ("Drag me");
  /* Not a GFile, which would be offered by way of a portal where there is one, too, and that may be gone with this program
   * before it is asked. */
  content = gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
  gtk_drag_source_set_content (source, content);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (on_ended), loop);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Drag from here");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 60);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
