/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-turn.h"

#include "fr-image-bytes.h"

#define ORIENTATION 0x0112  /* the tag */

/* A TIFF file in the photo: its first directory has entries of 12 bytes. Its numbers are of either order. */
static unsigned
read_directory (const FrImageBytes *bytes, gsize tiff)
{
  gboolean is_big = HAS (bytes, tiff, "MM");
  unsigned (* const read_16) (const FrImageBytes *, gsize) = is_big ? big_16 : little_16;
  gsize at = tiff + (is_big ? big_32 : little_32) (bytes, tiff + 4);
  unsigned n_entries = read_16 (bytes, at);

  for (gsize entry = at + 2; n_entries > 0 && entry + 12 <= bytes->length; entry += 12, n_entries--)
    if (read_16 (bytes, entry) == ORIENTATION)
      {
        unsigned turn = read_16 (bytes, entry + 8);

        return turn >= 1 && turn <= 8 ? turn : 1;
      }
  return 1;
}

unsigned
fr_image_read_turn (const guchar *data, gsize length)
{
  const FrImageBytes bytes = { data, length };

  if (!HAS (&bytes, 0, "\xff\xd8"))
    return 1;
  for (gsize at = 2; at + 4 <= length && data[at] == 0xff;)
    if (data[at + 1] == 0xff)
      at++;
    else if (data[at + 1] == 0xda)
      return 1;
    else if (data[at + 1] == 0xe1 && HAS (&bytes, at + 4, "Exif\0\0"))
      return read_directory (&bytes, at + 10);
    else
      at += 2 + big_16 (&bytes, at + 2);
  return 1;
}
