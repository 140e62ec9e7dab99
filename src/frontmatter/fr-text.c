/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-text.h"

#include <string.h>

#define ALL_BYTES(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

static inline gboolean
has_zero_byte (guint64 bytes)
{
  return ((bytes - ALL_BYTES (1)) & ~bytes & ALL_BYTES (0x80)) != 0;
}

gboolean
fr_is_utf8 (const char *text, gsize length, const char **end)
{
  guint64 bytes;

  for (*end = text; *end < text + length;)
    {
      gsize rest = text + length - *end;

      if (rest >= sizeof bytes && (memcpy (&bytes, *end, sizeof bytes), (bytes & ALL_BYTES (0x80)) == 0 && !has_zero_byte (bytes)))
        *end += sizeof bytes;
      else if (**end == '\0' || (**end < 0 && g_utf8_get_char_validated (*end, rest) >= (gunichar) -2))
        return FALSE;
      else
        *end = g_utf8_next_char (*end);
    }
  return TRUE;
}

gsize
fr_ascii_run (const char *p, gsize most, const char *end)
{
  gsize run = 0;
  guint64 bytes;

  for (; run < most && end - (p + run) >= (gssize) sizeof bytes; run += sizeof bytes)
    {
      memcpy (&bytes, p + run, sizeof bytes);
      if ((bytes & ALL_BYTES (0x80)) != 0)
        return run;
    }
  return MIN (run, most);
}

/* The bytes of a line break of YAML 1.1: newline, carriage return, U+0085, U+2028 or U+2029; 0 if there is none. */
static gsize
break_at (const char *p)
{
  if (*p == '\n' || *p == '\r')
    return 1;
  if (p[0] == '\xc2' && p[1] == '\x85')
    return 2;
  return p[0] == '\xe2' && p[1] == '\x80' && (p[2] == '\xa8' || p[2] == '\xa9') ? 3 : 0;
}

gsize
fr_skip_to_content (const char *text, gsize length, gsize offset)
{
  while (offset < length)
    if (text[offset] == ' ' || text[offset] == '\t')
      offset++;
    else if (break_at (text + offset) > 0)
      offset += break_at (text + offset);
    else if (text[offset] == '#')
      while (offset < length && break_at (text + offset) == 0)
        offset++;
    else
      break;
  return MIN (offset, length);
}

gboolean
fr_has_odd_breaks (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint64 bytes;

      if (i + sizeof bytes <= length)
        {
          memcpy (&bytes, text + i, sizeof bytes);
          if ((bytes & ALL_BYTES (0x80)) == 0 && !has_zero_byte (bytes ^ ALL_BYTES ('\r')))
            {
              i += sizeof bytes - 1;
              continue;
            }
        }
      if (g_ascii_isprint (text[i]) || text[i] == '\n')
        continue;
      if (text[i] == '\r' ? text[i + 1] != '\n' : break_at (text + i) > 0 || strncmp (text + i, "\xef\xbb\xbf", 3) == 0)
        return TRUE;
    }
  return FALSE;
}
