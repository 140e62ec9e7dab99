/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-icons NAME…: each can be drawn here. One that has no file, or one that nothing here can read, is drawn as the sign for
 * that, without a word. */
#include <gtk/gtk.h>

#define SIZE 32

static char *
draw (const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, name, NULL, SIZE, 1, GTK_TEXT_DIR_LTR, 0);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  char *digest;

  gdk_paintable_snapshot (GDK_PAINTABLE (icon), snapshot, SIZE, SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                        SIZE * cairo_image_surface_get_stride (surface));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return digest;
}

static void
test_icon (gconstpointer name)
{
  g_autofree char *missing = draw ("no-such-icon-symbolic");
  g_autofree char *drawn = draw (name);

  g_assert_cmpstr (drawn, !=, missing);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  /* The program's own, as GtkApplication has them. */
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/frontage/Frontage/icons");
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *path = g_strconcat ("/icons/", argv[i], NULL);

      g_test_add_data_func (path, argv[i], test_icon);
    }
  return g_test_run ();
}
