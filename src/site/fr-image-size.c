/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-size.h"

#include <math.h>

#include "fr-image-bytes.h"
#include "fr-image-turn.h"

static gboolean
measure_png (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  if (!HAS (bytes, 0, "\x89PNG\r\n\x1a\n"))
    return FALSE;
  *width = big_32 (bytes, 16);
  *height = big_32 (bytes, 20);
  return TRUE;
}

static gboolean
measure_gif (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  if (!HAS (bytes, 0, "GIF8"))
    return FALSE;
  *width = little_16 (bytes, 6);
  *height = little_16 (bytes, 8);
  return TRUE;
}

static gboolean
measure_bmp (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  gboolean old = little_32 (bytes, 14) == 12;

  if (!HAS (bytes, 0, "BM"))
    return FALSE;
  *width = old ? little_16 (bytes, 18) : little_32 (bytes, 18);
  /* A negative height: the rows stand from top to bottom. */
  *height = old ? little_16 (bytes, 20) : (unsigned) ABS ((gint64) (gint32) little_32 (bytes, 22));
  return TRUE;
}

/* The first of its pictures; 0 stands for 256. */
static gboolean
measure_ico (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  if (!HAS (bytes, 0, "\0\0\1\0"))
    return FALSE;
  *width = (byte_at (bytes, 6) + 255) % 256 + 1;
  *height = (byte_at (bytes, 7) + 255) % 256 + 1;
  return TRUE;
}

static gboolean
measure_webp (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  unsigned bits = little_32 (bytes, 21);

  if (!HAS (bytes, 0, "RIFF") || !HAS (bytes, 8, "WEBP"))
    return FALSE;
  if (HAS (bytes, 12, "VP8X"))
    {
      *width = little_24 (bytes, 24) + 1;
      *height = little_24 (bytes, 27) + 1;
    }
  else if (HAS (bytes, 12, "VP8L"))
    {
      *width = (bits & 0x3fff) + 1;
      *height = (bits >> 14 & 0x3fff) + 1;
    }
  else
    {
      *width = little_16 (bytes, 26) & 0x3fff;
      *height = little_16 (bytes, 28) & 0x3fff;
    }
  return TRUE;
}

/* The box "ispe", wherever it stands in the boxes before the picture itself. */
static gboolean
measure_avif (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  if (!HAS (bytes, 4, "ftypavif") && !HAS (bytes, 4, "ftypavis"))
    return FALSE;
  for (gsize at = 8; at + 16 <= bytes->length; at++)
    if (HAS (bytes, at, "ispe"))
      {
        *width = big_32 (bytes, at + 8);
        *height = big_32 (bytes, at + 12);
        return TRUE;
      }
  return FALSE;
}

/* From marker to marker: each tells how long it is. The size is in one of 0xc0 to 0xcf, but for three of other meaning. */
static gboolean
measure_jpeg (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  gsize at = 2;

  if (!HAS (bytes, 0, "\xff\xd8"))
    return FALSE;
  while (at + 9 <= bytes->length && byte_at (bytes, at) == 0xff)
    {
      unsigned marker = byte_at (bytes, at + 1);

      if (marker == 0xff)
        at++;
      else if (marker < 0xc0 || marker > 0xcf || marker == 0xc4 || marker == 0xc8 || marker == 0xcc)
        at += 2 + big_16 (bytes, at + 2);
      else
        {
          gboolean is_lying = fr_image_read_turn (bytes->data, bytes->length) >= 5;

          *height = big_16 (bytes, at + (is_lying ? 7 : 5));
          *width = big_16 (bytes, at + (is_lying ? 5 : 7));
          return TRUE;
        }
    }
  return FALSE;
}

/* The value of an attribute in the tag that begins at `tag`. transfer full; NULL if there is none */
static char *
get_attribute (const char *tag, const char *name)
{
  const char *end = tag;

  while ((end += strcspn (end, ">'\"=")), *end == '=')
    {
      const char *word = end, *quote = end + 1 + strspn (end + 1, " \t\r\n"), *stop;

      while (word > tag && g_ascii_isspace (word[-1]))
        word--;
      stop = *quote == '\0' ? NULL : strchr (quote + 1, *quote);
      if ((*quote != '"' && *quote != '\'') || stop == NULL)
        return NULL;
      if ((gsize) (word - tag) > strlen (name) && strncmp (word - strlen (name), name, strlen (name)) == 0 &&
          g_ascii_isspace (word[-(gssize) strlen (name) - 1]))
        return g_strndup (quote + 1, stop - quote - 1);
      end = stop + 1;
    }
  return NULL;
}

/* CSS pixels; 0: not there, or of the page's size. */
static double
get_length (const char *tag, const char *name)
{
  static const struct { const char *name; double pixels; } units[] =
    { { "", 1 }, { "px", 1 }, { "pt", 4 / 3. }, { "pc", 16 }, { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 }, { "in", 96 } };
  g_autofree char *text = get_attribute (tag, name);
  char *unit;
  double length = text != NULL ? g_ascii_strtod (text, &unit) : 0;

  for (unsigned i = 0; text != NULL && i < G_N_ELEMENTS (units); i++)
    if (strcmp (g_strchomp (unit), units[i].name) == 0)
      return length * units[i].pixels;
  return 0;
}

static void
get_view_box (const char *tag, double *width, double *height)
{
  g_autofree char *text = get_attribute (tag, "viewBox");
  char *at = text;
  double numbers[4] = { 0 };

  for (unsigned i = 0; at != NULL && i < 4; i++)
    {
      numbers[i] = g_ascii_strtod (at, &at);
      at += strspn (at, ", \t\r\n");
    }
  *width = numbers[2];
  *height = numbers[3];
}

/* As a browser does: a side that is not given follows from the other one and the view box, or is the box's. */
static gboolean
measure_svg (const FrImageBytes *bytes, unsigned *width, unsigned *height)
{
  g_autofree char *text = g_strndup ((const char *) bytes->data, bytes->length);
  const char *tag = strstr (text, "<svg");
  double w, h, box_w, box_h;

  if (tag == NULL || strchr (tag, '>') == NULL)
    return FALSE;
  w = get_length (tag, "width");
  h = get_length (tag, "height");
  get_view_box (tag, &box_w, &box_h);
  if (!(w > 0))
    w = h > 0 && box_h > 0 ? h * box_w / box_h : box_w;
  if (!(h > 0))
    h = w > 0 && box_w > 0 ? w * box_h / box_w : box_h;
  if (!(w > 0 && h > 0 && w < G_MAXINT && h < G_MAXINT))
    return FALSE;
  *width = MAX (1, lround (w));
  *height = MAX (1, lround (h));
  return TRUE;
}

gboolean
fr_image_is_name (const char *path)
{
  static const char * const endings[] = { ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".ico", ".avif" };
  const char *dot = strrchr (path, '.');

  for (unsigned i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
fr_image_measure (const guchar *data, gsize length, unsigned *width, unsigned *height)
{
  static gboolean (* const formats[]) (const FrImageBytes *, unsigned *, unsigned *) =
    { measure_png, measure_jpeg, measure_gif, measure_webp, measure_bmp, measure_ico, measure_avif, measure_svg };
  const FrImageBytes bytes = { data, length };

  *width = *height = 0;
  for (unsigned i = 0; i < G_N_ELEMENTS (formats) && length > 0; i++)
    if (formats[i] (&bytes, width, height))
      break;
  if (*width > 0 && *height > 0)
    return TRUE;
  *width = *height = 0;
  return FALSE;
}
