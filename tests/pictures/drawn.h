/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drawn.h: pictures that tests draw themselves. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Its left half is red, its right half blue; or noise, which no format makes small. */
static inline GdkPixbuf *
draw_picture (int width, int height, gboolean has_alpha, gboolean is_noise)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf), stride = gdk_pixbuf_get_rowstride (pixbuf);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width * channels; x++)
      pixels[y * stride + x] = is_noise ? g_rand_int (rand) & 0xff : x % channels == (x / channels < width / 2 ? 0 : 2) ? 255 : 0;
  return pixbuf;
}

/* transfer full: its path */
static inline char *
save_picture (const char *folder, const char *name, const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = draw_picture (width, height, FALSE, FALSE);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (gdk_pixbuf_save (pixbuf, path, type, NULL, NULL));
  return path;
}

/* A camera's word in a JPEG of which way up it is. */
static inline void
turn_picture (const char *path, char orientation)
{
  char exif[] = "\xff\xe1\0\x22" "Exif\0\0MM\0\x2a\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\0\0\0\0\0\0\0";
  g_autofree char *content = NULL;
  g_autoptr (GString) turned = g_string_new (NULL);
  gsize length;

  exif[2 + 2 + 6 + 8 + 2 + 9] = orientation;
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_string_append_len (turned, content, 2);
  g_string_append_len (turned, exif, sizeof exif - 1);
  g_string_append_len (turned, content + 2, length - 2);
  g_assert_true (g_file_set_contents (path, turned->str, turned->len, NULL));
}
