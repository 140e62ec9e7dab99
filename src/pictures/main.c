/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frontage-picture: makes a smaller copy of a picture from standard input, turned the way up that its camera says.
 * fr-picture-copy.h starts it.
 *
 * A program of its own, since pictures are other people's: one that is made to break its decoder, or to fill the memory, ends this
 * process, and whoever called it goes on.
 */
#define _GNU_SOURCE
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fr-image-turn.h"
#include "fr-limits.h"
#include "fr-picture-copy.h"

/* A photo of 100 million pixels takes two. */
#define MOST_SECONDS 15
#define MOST_SECONDS_WAITING 60
#define MOST_MEMORY ((gsize) 768 << 20)
/* Of what is decoded whole before it can be made smaller. */
#define MOST_PIXELS ((guint64) 64000000)
#define CHUNK 65536
#define QUALITY "88"  /* of a JPEG */
/* What has no transparency and is heavier than this as a PNG is a photo, and lighter as a JPEG. */
#define MOST_PNG_BYTES ((gsize) 1 << 20)

typedef struct
{
  int      width, height;  /* of the box that it is to fit into, as it stands in the file */
  GString *input;
  gboolean is_jpeg;
} Picture;

/* What fits into the box, and is no larger than it was unless it may grow. */
static void
fit (const Picture *picture, gboolean may_grow, int *width, int *height)
{
  double scale = MIN ((double) picture->width / *width, (double) picture->height / *height);

  if (scale >= 1 && !may_grow)
    return;
  *width = MAX (1, (int) (*width * scale + 0.5));
  *height = MAX (1, (int) (*height * scale + 0.5));
}

/* JPEG and SVG are decoded near the size that is wanted, all else as a whole first. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, Picture *picture)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = gdk_pixbuf_format_get_name (format);
  gboolean scales = gdk_pixbuf_format_is_scalable (format);

  picture->is_jpeg = strcmp (name, "jpeg") == 0;
  if (!scales && !picture->is_jpeg && (guint64) width * height > MOST_PIXELS)
    _exit (FR_PICTURE_TOO_LARGE);
  fit (picture, scales, &width, &height);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

/* What is cut short shows what there is of it, as in a browser. */
static GdkPixbuf *
load (Picture *picture)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean good = TRUE;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), picture);
  for (gsize at = 0; good && at < picture->input->len; at += CHUNK)
    good = gdk_pixbuf_loader_write (loader, (const guchar *) picture->input->str + at,
                                    MIN (CHUNK, picture->input->len - at), NULL);
  gdk_pixbuf_loader_close (loader, NULL);
  if (!good || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* transfer full */
static GdkPixbuf *
shrink (const Picture *picture, GdkPixbuf *loaded)
{
  int width = gdk_pixbuf_get_width (loaded), height = gdk_pixbuf_get_height (loaded);

  fit (picture, FALSE, &width, &height);
  if (width == gdk_pixbuf_get_width (loaded) && height == gdk_pixbuf_get_height (loaded))
    return g_object_ref (loaded);
  return gdk_pixbuf_scale_simple (loaded, width, height, GDK_INTERP_BILINEAR);
}

static GdkPixbuf *
turn (GdkPixbuf *pixbuf, GdkPixbuf *loaded)
{
  const char *orientation = gdk_pixbuf_get_option (loaded, "orientation");

  if (orientation != NULL)
    gdk_pixbuf_set_option (pixbuf, "orientation", orientation);
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* Without it, colours of a wide gamut look pale. One for other than three colours does not fit what was decoded. */
static const char *
get_profile (GdkPixbuf *loaded)
{
  const char *base64 = gdk_pixbuf_get_option (loaded, "icc-profile");
  gsize length;
  g_autofree guchar *profile = base64 != NULL ? g_base64_decode (base64, &length) : NULL;

  return profile != NULL && length > 20 && memcmp (profile + 16, "RGB ", 4) == 0 ? base64 : NULL;
}

/* NULL: it could not be made. transfer full */
static GBytes *
encode (GdkPixbuf *pixbuf, const char *type, char **keys, char **values)
{
  char *buffer;
  gsize length;

  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &length, type, keys, values, NULL))
    return NULL;
  return g_bytes_new_take (buffer, length);
}

static GBytes *
encode_copy (const Picture *picture, GdkPixbuf *pixbuf, const char *profile)
{
  char *jpeg_keys[] = { "quality", profile != NULL ? "icc-profile" : NULL, NULL }, *jpeg_values[] = { QUALITY, (char *) profile, NULL };
  GBytes *png;

  if (picture->is_jpeg)
    return encode (pixbuf, "jpeg", jpeg_keys, jpeg_values);
  png = encode (pixbuf, "png", jpeg_keys + 1, jpeg_values + 1);
  if (png == NULL || gdk_pixbuf_get_has_alpha (pixbuf) || g_bytes_get_size (png) <= MOST_PNG_BYTES)
    return png;
  g_bytes_unref (png);
  return encode (pixbuf, "jpeg", jpeg_keys, jpeg_values);
}

/* The texts are keys and values in turn. */
static GBytes *
encode_thumbnail (GdkPixbuf *pixbuf, char **texts)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free), values = g_ptr_array_new ();

  for (; texts[0] != NULL && texts[1] != NULL; texts += 2)
    {
      g_ptr_array_add (keys, g_strconcat ("tEXt::", texts[0], NULL));
      g_ptr_array_add (values, texts[1]);
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (values, NULL);
  return encode (pixbuf, "png", (char **) keys->pdata, (char **) values->pdata);
}

static void
read_input (Picture *picture)
{
  char buffer[CHUNK];
  gsize length;

  picture->input = g_string_new (NULL);
  while ((length = fread (buffer, 1, sizeof buffer, stdin)) > 0 && picture->input->len <= FR_PICTURE_MOST_BYTES)
    g_string_append_len (picture->input, buffer, length);
  if (picture->input->len > FR_PICTURE_MOST_BYTES)
    _exit (FR_PICTURE_TOO_LARGE);
}

static void
swap_sides (Picture *picture)
{
  int width = picture->width;

  picture->width = picture->height;
  picture->height = width;
}

static GBytes *
make (Picture *picture, gboolean is_thumbnail, char **texts)
{
  g_autoptr (GdkPixbuf) loaded = NULL, small = NULL, turned = NULL;

  read_input (picture);
  if (fr_image_read_turn ((const guchar *) picture->input->str, picture->input->len) >= 5)
    swap_sides (picture);
  loaded = load (picture);
  small = loaded != NULL ? shrink (picture, loaded) : NULL;
  turned = small != NULL ? turn (small, loaded) : NULL;
  if (turned == NULL)
    return NULL;
  return is_thumbnail ? encode_thumbnail (turned, texts) : encode_copy (picture, turned, get_profile (loaded));
}

int
main (int argc, char **argv)
{
  Picture picture = { 0 };
  g_autoptr (GBytes) made = NULL;

  if (argc < 4)
    {
      fputs ("usage: frontage-picture copy|thumbnail WIDTH HEIGHT [KEY VALUE]... < PICTURE > SMALLER\n", stderr);
      return 2;
    }
  close_range (STDERR_FILENO + 1, ~0U, 0);
  fr_limit_process (MOST_SECONDS, MOST_SECONDS_WAITING, MOST_MEMORY);
  picture.width = CLAMP (atoi (argv[2]), 1, 65535);
  picture.height = CLAMP (atoi (argv[3]), 1, 65535);
  made = make (&picture, strcmp (argv[1], "thumbnail") == 0, argv + 4);
  if (made == NULL)
    return FR_PICTURE_BROKEN;
  fwrite (g_bytes_get_data (made, NULL), 1, g_bytes_get_size (made), stdout);
  return fflush (stdout) == 0 ? 0 : 2;
}
