/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture PAGE WIDTHS PNG: a picture of the whole page as a browser shows it that is so many CSS pixels wide; of several
 * widths, "375,800" and from narrow to wide, one each, with "WIDTH" in its name for the width.
 * picture PAGE WIDTHS JSON SCRIPT: instead, what the script (the body of an async function) returns in the page. */
#include <gtk/gtk.h>
#include <stdlib.h>
#include <webkit/webkit.h>

#define HEIGHT 900        /* CSS px */
#define PATIENCE 60       /* s */

static const char *output;
static char *script;
static GStrv widths;       /* those that are left */
static GtkWidget *shown;     /* the web view */
static GMainLoop *loop;
static int status = 1;

static void go_on (void);

static char *
name_output (void)
{
  g_auto(GStrv) parts = g_strsplit (output, "WIDTH", 2);

  return g_strjoinv (*widths, parts);
}

static void
on_snapshot (GObject *view, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (view), result, &error);
  g_autofree char *name = name_output ();

  if (texture == NULL)
    g_printerr ("picture: %s\n", error->message);
  else if (gdk_texture_save_to_png (texture, name))
    {
      go_on ();
      return;
    }
  g_main_loop_quit (loop);
}

/* A script whose page ends is told by WebKit to be "Unsupported result type", and one that is not loaded says nothing. */
static void
on_terminated (WebKitWebView *view, WebKitWebProcessTerminationReason reason, gpointer data)
{
  g_printerr ("picture: the web process ended (reason %d)\n", reason);
  g_main_loop_quit (loop);
}

static void
on_answered (GObject *view, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JSCValue) value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (view), result, &error);
  g_autofree char *text = value != NULL ? jsc_value_to_string (value) : NULL;
  g_autofree char *name = name_output ();

  if (text != NULL && script == NULL)
    {
      webkit_web_view_get_snapshot (WEBKIT_WEB_VIEW (view), WEBKIT_SNAPSHOT_REGION_FULL_DOCUMENT,
                                    WEBKIT_SNAPSHOT_OPTIONS_NONE, NULL, on_snapshot, NULL);
      return;
    }
  if (text != NULL && g_file_set_contents (name, text, -1, &error))
    {
      go_on ();
      return;
    }
  g_printerr ("picture: %s\n", error->message);
  g_main_loop_quit (loop);
}

/* The view has its width, fonts and images are there, and two frames were drawn with them. */
static void
look (void)
{
  static const char settle[] =
    "while (innerWidth !== %s) await new Promise(requestAnimationFrame);"
    "await document.fonts.ready;"
    "await Promise.all([...document.images].map(i => i.complete || new Promise(r => i.onload = i.onerror = r)));"
    "for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);"
    "%s";
  g_autofree char *body = g_strdup_printf (settle, *widths, script != NULL ? script : "return true;");

  gtk_widget_set_size_request (shown, atoi (*widths), HEIGHT);
  webkit_web_view_call_async_javascript_function (WEBKIT_WEB_VIEW (shown), body, -1, NULL, NULL, NULL, NULL, on_answered, NULL);
}

static void
go_on (void)
{
  widths++;
  if (*widths != NULL)
    {
      look ();
      return;
    }
  status = 0;
  g_main_loop_quit (loop);
}

static void
on_load_changed (WebKitWebView *loaded, WebKitLoadEvent event, gpointer data)
{
  if (event == WEBKIT_LOAD_FINISHED)
    look ();
}

static gboolean
on_timeout (gpointer data)
{
  g_printerr ("picture: the page was not drawn within %d s\n", PATIENCE);
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autofree char *uri = NULL;
  GtkWidget *window;
  g_auto(GStrv) all = argc > 2 ? g_strsplit (argv[2], ",", -1) : NULL;

  if (argc < 4 || argc > 5 || *all == NULL || (argc == 5 && !g_file_get_contents (argv[4], &script, NULL, NULL)))
    {
      g_printerr ("usage: picture PAGE WIDTHS OUTPUT [SCRIPT]\n");
      return 2;
    }
  widths = all;
  uri = g_strdup_printf ("file://%s", argv[1]);
  output = argv[3];
  gtk_init ();
  loop = g_main_loop_new (NULL, FALSE);
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  shown = webkit_web_view_new ();
  gtk_widget_set_size_request (shown, atoi (*widths), HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), shown);
  g_signal_connect (shown, "load-changed", G_CALLBACK (on_load_changed), NULL);
  g_signal_connect (shown, "web-process-terminated", G_CALLBACK (on_terminated), NULL);
  webkit_web_view_load_uri (WEBKIT_WEB_VIEW (shown), uri);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add_seconds (PATIENCE, on_timeout, NULL);
  g_main_loop_run (loop);
  return status;
}
