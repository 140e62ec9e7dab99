/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page is laid out for the width that was chosen, whatever room there is. */
#include <adwaita.h>

#include "shown.h"

static char *folder;

#define YAML "---\nsections:\n  - hero:\n      title: A\n---\n"

static void
wait_for_width (Shown *shown, int width)
{
  g_autofree char *script = g_strdup_printf ("innerWidth === %d && document.documentElement.clientWidth === %d", width,
                                             width);

  shown_wait (shown, script);
}

static int
view_width (Shown *shown)
{
  return gtk_widget_get_width (GTK_WIDGET (shown->view));
}

static void
test_widths (void)
{
  static const int widths[] = { 375, 800, 1440, 375 };
  static const int shown_as[] = { 375, 800, 900, 375 };
  Shown *shown = shown_new (folder, YAML);

  wait_for_width (shown, 900);
  for (unsigned i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.page-width", "i", widths[i]);
      wait_for_width (shown, widths[i]);
      g_assert_cmpint (view_width (shown), ==, shown_as[i]);
    }
  g_object_set (shown->preview, "page-width", 0, NULL);
  wait_for_width (shown, 900);
  g_assert_cmpint (view_width (shown), ==, 900);
  shown_free (shown);
}

/* A zoom changes the width of a page that is as wide as the pane, but not that of one with a width of its own. */
static void
test_zoom (void)
{
  Shown *shown = shown_new (folder, YAML);
  GtkWidget *preview = GTK_WIDGET (shown->preview);

  g_object_set (preview, "zoom", 1.5, NULL);
  wait_for_width (shown, 600);
  g_object_set (preview, "page-width", 375, NULL);
  wait_for_width (shown, 375);
  g_assert_cmpint (view_width (shown), ==, 562);
  wait_until (shown_find_label (shown, "150 %") != NULL);
  gtk_widget_activate_action (preview, "preview.zoom-reset", NULL);
  wait_until (view_width (shown) == 375);
  wait_for_width (shown, 375);
  gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  wait_until (view_width (shown) == 450);
  wait_for_width (shown, 375);
  gtk_widget_activate_action (preview, "preview.zoom-out", NULL);
  gtk_widget_activate_action (preview, "preview.zoom-out", NULL);
  wait_until (view_width (shown) == 312);
  wait_for_width (shown, 375);
  g_object_set (preview, "page-width", 1440, "zoom", 5.0, NULL);
  wait_for_width (shown, 1440);
  g_assert_cmpint (view_width (shown), ==, 900);
  wait_until (shown_find_label (shown, "62 %") != NULL);
  g_assert_nonnull (shown_find_label (shown, "Phone"));
  shown_free (shown);
}

/* However small a page is shown, its texts have the room that they have in it. */
static void
test_small (void)
{
  static const char lines[] = "document.querySelector('h1').getBoundingClientRect().height";
  static const char yaml[] = "---\nsections:\n  - hero:\n      title: >-\n        <i style='display: block; width: 300px; font-size: 12px'>"
                             "many words that fit into one line of their box</i>\n---\n";
  Shown *shown = shown_new (folder, yaml);
  g_autofree char *height = NULL, *small = NULL;

  g_object_set (shown->preview, "page-width", 1440, NULL);
  wait_for_width (shown, 1440);
  height = shown_ask (shown, lines, NULL);
  g_object_set (shown->preview, "zoom", 0.3, NULL);
  wait_until (shown_find_label (shown, "30 %") != NULL);
  wait_for_width (shown, 1440);
  small = shown_ask (shown, lines, NULL);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (small, NULL), g_ascii_strtod (height, NULL), 1);
  shown_free (shown);
}

/* The page is what visitors see, not a part of the program. */
static void
test_dark (void)
{
  static const char yaml[] = "---\nsections:\n  - hero:\n      title: >-\n        A<style>.bp-hero { color: black }"
                             "@media (prefers-color-scheme:dark) { .bp-hero, body { color: white; background: black } }"
                             "@media (prefers-color-scheme: light) { .bp-hero { color: green } }</style>\n---\n";
  static const char colors[] = "['body', '.bp-hero'].map(s => getComputedStyle(document.querySelector(s)))"
                               ".map(s => s.color + ' on ' + s.backgroundColor + ' ' + s.colorScheme).join()";
  Shown *shown = shown_new (folder, yaml);
  g_autofree char *light = shown_ask (shown, colors, NULL);
  g_autofree char *dark = NULL;
  GdkRGBA ground;

  g_assert_nonnull (strstr (light, "rgb(0, 128, 0)"));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  shown_wait (shown, "matchMedia('(prefers-color-scheme: dark)').matches");
  shown_settle (shown);
  dark = shown_ask (shown, colors, NULL);
  g_assert_cmpstr (dark, ==, light);
  webkit_web_view_get_background_color (shown->view, &ground);
  g_assert_true (gdk_rgba_equal (&ground, &(GdkRGBA) { 1, 1, 1, 1 }));
  shown_free (shown);
}

/* The colour in the middle of what is seen. */
static GdkRGBA
ask_color (Shown *shown)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) picture = NULL;
  g_autofree guint32 *pixels = NULL;
  g_autoptr (GError) error = NULL;
  int width, height;
  guint32 middle;

  webkit_web_view_get_snapshot (shown->view, WEBKIT_SNAPSHOT_REGION_VISIBLE, WEBKIT_SNAPSHOT_OPTIONS_NONE, NULL,
                                keep_result, &result);
  wait_until (result != NULL);
  picture = webkit_web_view_get_snapshot_finish (shown->view, result, &error);
  g_assert_no_error (error);
  width = gdk_texture_get_width (picture);
  height = gdk_texture_get_height (picture);
  pixels = g_new (guint32, width * height);
  gdk_texture_download (picture, (guchar *) pixels, width * 4);
  middle = pixels[(height / 2) * width + width / 2];
  return (GdkRGBA) { ((middle >> 16) & 255) / 255., ((middle >> 8) & 255) / 255., (middle & 255) / 255., 1 };
}

/* Pictures ask the same question. */
static void
test_dark_picture (void)
{
  static const char yaml[] = "---\nsections:\n  - infopic:\n      image: /both.svg\n      alt: A\n      title: >-\n"
                             "        <style>main img { position: fixed; inset: 0; width: 100%; height: 100% }</style>\n---\n";
  Shown *shown;
  GdkRGBA color;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  write_file (folder, "both.svg",
              "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><style>rect { fill: #00f }"
              "@media (prefers-color-scheme:dark) { rect { fill: #f00 } }"
              "@media (Prefers-Color-Scheme: light) { rect { fill: #0f0 } }</style><rect width='9' height='9'/></svg>");
  shown = shown_new (folder, yaml);
  shown_wait (shown, "matchMedia('(prefers-color-scheme: dark)').matches");
  shown_settle (shown);
  color = ask_color (shown);
  g_assert_true (gdk_rgba_equal (&color, &(GdkRGBA) { 0, 1, 0, 1 }));
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  write_file (folder, "_config.yml", "title: Harbour\n");
  g_test_add_func ("/widths/choices", test_widths);
  g_test_add_func ("/widths/zoom", test_zoom);
  g_test_add_func ("/widths/small", test_small);
  g_test_add_func ("/widths/dark", test_dark);
  g_test_add_func ("/widths/dark-picture", test_dark_picture);
  return g_test_run ();
}
