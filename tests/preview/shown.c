/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shown.h"

#include "../tools/find-widget.h"

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child, text);

      if (label != NULL)
        return label;
    }
  return NULL;
}

GtkWidget *
shown_find_label (Shown *shown, const char *text)
{
  return find_label (shown->window, text);
}

static char *
finish (Shown *shown, GAsyncResult *result, const char *script)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_evaluate_javascript_finish (shown->view, result, &error);

  if (value == NULL)
    g_error ("%s: %s", script, error->message);
  return jsc_value_to_json (value, 0);
}

char *
shown_ask (Shown *shown, const char *script, const char *world)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *text;

  webkit_web_view_evaluate_javascript (shown->view, script, -1, world, NULL, NULL, keep_result, &result);
  wait_until (result != NULL);
  text = finish (shown, result, script);
  return text ? text : g_strdup ("undefined");
}

void
shown_wait (Shown *shown, const char *script)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;

  for (;;)
    {
      g_autofree char *answer = shown_ask (shown, script, NULL);

      if (g_str_equal (answer, "true"))
        return;
      if (g_get_monotonic_time () > end)
        g_error ("not within %d s: %s", PATIENCE, script);
    }
}

void
shown_settle (Shown *shown)
{
  static const char script[] =
    "await Promise.all([...document.images].map(i => i.complete || i.loading === 'lazy' || new Promise(r => i.onload = i.onerror = r)));"
    "for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);";
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JSCValue) value = NULL;
  g_autoptr (GError) error = NULL;

  webkit_web_view_call_async_javascript_function (shown->view, script, -1, NULL, NULL, NULL, NULL, keep_result,
                                                  &result);
  wait_until (result != NULL);
  value = webkit_web_view_call_async_javascript_function_finish (shown->view, result, &error);
  g_assert_no_error (error);
}

static void
on_changed (Shown *shown, GPtrArray *changes)
{
  fr_page_update (shown->page, fr_document_get_root (shown->document), changes);
  fr_preview_update (shown->preview, changes);
}

void
shown_set (Shown *shown, const char *pointer, const char *text)
{
  g_autoptr (GError) error = NULL;

  fr_document_set_string (shown->document, pointer, text, &error);
  g_assert_no_error (error);
}

void
shown_read_site_again (Shown *shown)
{
  g_autoptr (FrSite) site = fr_site_read_again (shown->site);

  g_set_object (&shown->site, site);
  fr_page_set_site (shown->page, site, fr_document_get_root (shown->document));
  fr_preview_set_site (shown->preview, site);
}

static void
on_load_changed (WebKitWebView *view, WebKitLoadEvent event, Shown *shown)
{
  if (event == WEBKIT_LOAD_STARTED)
    shown->loads++;
}

Shown *
shown_new (const char *folder, const char *yaml)
{
  Shown *shown = g_new0 (Shown, 1);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GBytes) bytes = g_bytes_new (yaml, strlen (yaml));
  g_autoptr (GError) error = NULL;
  g_autofree char *script = NULL;
  unsigned n_blocks;

  shown->site = fr_site_new (file);
  shown->document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (shown->document, "changed", G_CALLBACK (on_changed), shown);
  shown->page = fr_page_new (shown->site, FR_IMAGES_AS_ADDRESSES);
  fr_page_update (shown->page, fr_document_get_root (shown->document), NULL);

  shown->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 900, 700);
  shown->preview = FR_PREVIEW (fr_preview_new ());
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->preview));
  shown->view = WEBKIT_WEB_VIEW (find_widget (GTK_WIDGET (shown->preview), WEBKIT_TYPE_WEB_VIEW));
  g_signal_connect (shown->view, "load-changed", G_CALLBACK (on_load_changed), shown);
  fr_preview_set_page (shown->preview, shown->page, shown->site);
  gtk_window_present (GTK_WINDOW (shown->window));

  fr_page_get_blocks (shown->page, &n_blocks);
  script = g_strdup_printf ("document.querySelectorAll('main > .block').length === %u", n_blocks);
  shown_wait (shown, script);
  return shown;
}

void
shown_free (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_object_unref (shown->page);
  g_object_unref (shown->document);
  g_object_unref (shown->site);
  g_free (shown);
}
