/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size of a picture, from the first bytes of its file. */
#include <string.h>

#include "fr-image-size.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       length;
  unsigned    width, height;  /* 0: not known */
} Case;

#define BYTES(text) text, sizeof text - 1
/* 22 bytes of TIFF */
#define EXIF(tiff) "\xff\xe1\0\x1e" "Exif\0\0" tiff
#define FRAME "\xff\xc0\0\x11\10\0\xc8\1\x2c\3"
#define SVG(attributes) BYTES ("<?xml version='1.0'?>\n<!-- a --><svg " attributes "><path d='M0 0'/></svg>")

static const Case cases[] = {
  { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\xc8\10\6"), 300, 200 },
  { "png cut short", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1"), 0, 0 },
  { "gif", BYTES ("GIF89a\x2c\1\xc8\0\xf7"), 300, 200 },
  { "bmp", BYTES ("BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x2c\1\0\0\xc8\0\0\0\1\0"), 300, 200 },
  { "bmp from top to bottom", BYTES ("BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x2c\1\0\0\x38\xff\xff\xff\1\0"), 300, 200 },
  { "ico", BYTES ("\0\0\1\0\1\0\x20\x10\0\0\1\0"), 32, 16 },
  { "ico of 256", BYTES ("\0\0\1\0\1\0\0\0\0\0\1\0"), 256, 256 },
  { "webp", BYTES ("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\1\x2a\x2c\1\xc8\0"), 300, 200 },
  { "webp without loss", BYTES ("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x2b\xc1\x31\0"), 300, 200 },
  { "webp with more", BYTES ("RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\x2b\1\0\xc7\0\0"), 300, 200 },
  { "avif", BYTES ("\0\0\0\x1c" "ftypavif\0\0\0\0\0\0\0\x14ispe\0\0\0\0\0\0\1\x2c\0\0\0\xc8"), 300, 200 },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\4xx\xff\xc0\0\x11\10\0\xc8\1\x2c\3"), 300, 200 },
  { "jpeg, progressive, with a table and filling before", BYTES ("\xff\xd8\xff\xc4\0\4xx\xff\xff\xff\xc2\0\x11\10\0\xc8\1\x2c\3"), 300, 200 },
  { "jpeg, on its side", BYTES ("\xff\xd8" EXIF ("MM\0\x2a\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0") FRAME), 200, 300 },
  { "jpeg, on its side, of another order", BYTES ("\xff\xd8" EXIF ("II\x2a\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\x08\0\0\0") FRAME), 200, 300 },
  { "jpeg, upside down", BYTES ("\xff\xd8" EXIF ("MM\0\x2a\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\3\0\0") FRAME), 300, 200 },
  { "jpeg with a turn that is none", BYTES ("\xff\xd8" EXIF ("MM\0\x2a\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x09\0\0") FRAME), 300, 200 },
  { "jpeg with a directory that is elsewhere", BYTES ("\xff\xd8" EXIF ("MM\0\x2a\xff\xff\xff\xff\0\1\1\x12\0\3\0\0\0\1\0\6\0\0") FRAME), 300, 200 },
  { "jpeg cut short", BYTES ("\xff\xd8\xff\xe0\xff\xfexx"), 0, 0 },
  { "svg", SVG ("width='300' height=\"200px\""), 300, 200 },
  { "svg in points", SVG ("width='30pt' height='20pt'"), 40, 27 },
  { "svg with a view box", SVG ("viewBox='0 0 300 200'"), 300, 200 },
  { "svg with a view box and a width", SVG ("width='600' viewBox='0,0,300,200'"), 600, 400 },
  { "svg with a view box and percents", SVG ("width='100%' height='100%' viewBox='0 0 300 200'"), 300, 200 },
  { "svg with the width of its line", SVG ("stroke-width='2' width='300' height = '200'"), 300, 200 },
  { "svg without a size", SVG ("xmlns='http://www.w3.org/2000/svg'"), 0, 0 },
  { "svg with an open quote", BYTES ("<svg width='300>"), 0, 0 },
  { "svg with numbers that are none", SVG ("width='nan' height='inf'"), 0, 0 },
  { "text", BYTES ("A picture"), 0, 0 },
  { "nothing", BYTES (""), 0, 0 },
};

/* In memory of its own length, so that the sanitizers see what reads further. */
static void
test_size (gconstpointer data)
{
  const Case *one = data;
  g_autofree guchar *bytes = g_memdup2 (one->bytes, one->length);
  unsigned width, height;
  gboolean known = fr_image_measure (bytes, one->length, &width, &height);

  g_assert_cmpint (known, ==, one->width > 0);
  g_assert_cmpuint (width, ==, one->width);
  g_assert_cmpuint (height, ==, one->height);
}

/* Wherever the file ends, or what it says is nonsense. */
static void
test_cut_and_spoiled (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 0; length <= cases[i].length; length++)
      {
        g_autofree guchar *bytes = g_memdup2 (cases[i].bytes, length);
        unsigned width, height;

        fr_image_measure (bytes, length, &width, &height);
        for (gsize at = 0; at < length; at++)
          bytes[at] ^= 0xff;
        g_assert_cmpint (fr_image_measure (bytes, length, &width, &height), ==, width > 0 && height > 0);
      }
}

static void
test_names (void)
{
  g_assert_true (fr_image_is_name ("images/A.PNG"));
  g_assert_true (fr_image_is_name ("a.b.jpeg"));
  g_assert_false (fr_image_is_name ("png"));
  g_assert_false (fr_image_is_name ("a.png/b"));
  g_assert_false (fr_image_is_name ("a.pdf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/images/size/", cases[i].name, NULL), " ", '-');

      g_test_add_data_func (path, &cases[i], test_size);
    }
  g_test_add_func ("/images/cut-and-spoiled", test_cut_and_spoiled);
  g_test_add_func ("/images/names", test_names);
  return g_test_run ();
}
