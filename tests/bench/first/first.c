/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first: a GIO module that any program can be made to load (GIO_EXTRA_MODULES). When the first page of the program's
 * web view was drawn, with its sections in it, it prints the monotonic time in µs and the memory of this process in KB,
 * and ends the program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <webkit/webkit.h>

#include "../../tools/find-widget.h"

void   g_io_module_load   (GIOModule *module);
void   g_io_module_unload (GIOModule *module);
char **g_io_module_query  (void);

static const char script[] =
  "while (!document.querySelector('main > .block'))"
  "  await new Promise(requestAnimationFrame);"
  "await Promise.all([...document.images].map(i => i.decode().catch(() => 0)));"
  "for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);"
  "return 0;";

/* What is in memory of this process: private, and its part of what is shared. KB */
static unsigned long
memory (void)
{
  g_autofree char *text = NULL;
  const char *pss = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    pss = strstr (text, "\nPss:");
  return pss != NULL ? strtoul (pss + strlen ("\nPss:"), NULL, 10) : 0;
}

static gboolean look (gpointer data);

static void
drawn (GObject *view, GAsyncResult *result, gpointer data)
{
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (view), result, NULL);

  /* It was a page before the first one. */
  if (value == NULL)
    {
      g_timeout_add (2, look, NULL);
      return;
    }
  printf ("%" G_GINT64_FORMAT " %lu\n", g_get_monotonic_time (), memory ());
  fflush (stdout);
  _exit (0);
}

static gboolean
look (gpointer data)
{
  GtkWidget *widget = find_widget_anywhere (WEBKIT_TYPE_WEB_VIEW);
  WebKitWebView *view = widget != NULL ? WEBKIT_WEB_VIEW (widget) : NULL;

  /* A script that is sent while a page is loaded delays it by seconds. */
  if (view == NULL || webkit_web_view_get_uri (view) == NULL || webkit_web_view_is_loading (view))
    return G_SOURCE_CONTINUE;
  webkit_web_view_call_async_javascript_function (view, script, -1, NULL, NULL, NULL, NULL, drawn, NULL);
  return G_SOURCE_REMOVE;
}

/* GIO loads modules in WebKit's own processes, too. */
void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  if (g_str_equal (g_get_prgname () ? g_get_prgname () : "", g_getenv ("BENCH_PROGRAM")))
    g_timeout_add (2, look, NULL);
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return g_new0 (char *, 1);
}
