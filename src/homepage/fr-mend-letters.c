/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-mend-letters.h"

#include <string.h>

/* How often a text can have been damaged. */
#define MOST_TIMES 3

/* Windows-1252 from 0x80 on; where it has nothing, programs take the byte for a control character. */
static const gunichar windows[32] = {
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178
};

/* What is left of some characters where it is no longer their bytes: a byte that Windows-1252 does not have was dropped, Mac OS
 * Roman was meant, or the letters were escaped. Longer ones first. */
static const struct { const char *damaged, *meant; } others[] = {
  { "&acirc;&euro;&trade;", "’" }, { "&acirc;&euro;&oelig;", "“" }, { "&acirc;&euro;&ldquo;", "–" }, { "&acirc;&euro;&rdquo;", "—" },
  { "&#226;&#8364;&#8482;", "’" }, { "&Acirc;&nbsp;", "\u00a0" },
  { "‚Äô", "’" }, { "‚Äò", "‘" }, { "‚Äú", "“" }, { "‚Äù", "”" }, { "‚Äì", "–" }, { "‚Äî", "—" }, { "‚Ä¶", "…" }, { "‚Ä¢", "•" },
  { "鈥檚", "’s" }, { "鈥檛", "’t" },
};

/* -1: none is this character. */
static int
to_byte (gunichar c)
{
  if (c < 0x80 || (c >= 0xa0 && c <= 0xff))
    return c;
  for (int i = 0; i < 32; i++)
    if (windows[i] == c || c == 0x80u + i)
      return 0x80 + i;
  return -1;
}

/* The bytes of one character of UTF-8 that the text has as letters; 0: it has none here. `behind` is what follows. */
static unsigned
gather (const char *text, char *bytes, const char **behind)
{
  int first = to_byte (g_utf8_get_char (text));
  unsigned length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;

  for (unsigned i = 0; i < length; i++, text = g_utf8_next_char (text))
    {
      int byte = *text != '\0' ? to_byte (g_utf8_get_char (text)) : -1;

      if (byte < 0 || (i > 0 && (byte & 0xc0) != 0x80))
        return 0;
      bytes[i] = byte;
    }
  *behind = text;
  return length > 0 && g_utf8_validate_len (bytes, length, NULL) ? length : 0;
}

/* How many characters in a row are written so. */
static unsigned
count_row (const char *text)
{
  char bytes[4];
  unsigned count = 0;

  while (gather (text, bytes, &text) > 0)
    count++;
  return count;
}

/* Â and Ã before a sign, â€ and ðŸ are no words; of other letters it takes a few in a row. */
static gboolean
is_surely_damaged (const char *text, const char *bytes)
{
  guint8 first = bytes[0], second = bytes[1];

  if (first == 0xc3 || (first == 0xc2 && second >= 0xa0))
    return TRUE;
  if (first == 0xe2 || first == 0xef)
    return second == 0x80 || second == 0x82 || second == 0x84 || second == 0x86 || second == 0x96 || second == 0x9c || second == 0xbb;
  if (first == 0xf0)
    return second == 0x9f;
  return count_row (text) >= (first >= 0xe0 ? 2 : 3);
}

/* “â€” at the end of a word, whose third letter is gone, was the sign that ends a quotation. */
static gboolean
is_cut_quote (const char *text)
{
  const char *behind = text + strlen ("â€");

  return g_str_has_prefix (text, "â€") && to_byte (g_utf8_get_char (behind)) < 0x80;
}

static unsigned
find_other (const char *text)
{
  unsigned i = 0;

  while (i < G_N_ELEMENTS (others) && !g_str_has_prefix (text, others[i].damaged))
    i++;
  return i;
}

/* Behind what was read. */
static const char *
repair_one (const char *text, GString *out)
{
  char bytes[4];
  const char *behind;
  unsigned length, other;

  if (*text == '&' || (*text & 0x80) != 0)
    {
      length = gather (text, bytes, &behind);
      if (length > 0 && is_surely_damaged (text, bytes))
        {
          /* All of the row, as the rest of it would be too short to be sure. */
          do
            g_string_append_len (out, bytes, length);
          while ((length = gather (behind, bytes, &behind)) > 0);
          return behind;
        }
      if (is_cut_quote (text))
        {
          g_string_append (out, "”");
          return text + strlen ("â€");
        }
      other = find_other (text);
      if (other < G_N_ELEMENTS (others))
        {
          g_string_append (out, others[other].meant);
          return text + strlen (others[other].damaged);
        }
    }
  g_string_append_len (out, text, g_utf8_next_char (text) - text);
  return g_utf8_next_char (text);
}

/* Nothing else begins with these: most texts beyond ASCII have none of them. */
static gboolean
may_be_damaged (const char *text)
{
  for (; (text = strpbrk (text, "\xc3\xe2\xe9&")) != NULL; text++)
    if (*text == '&' ? g_ascii_strncasecmp (text, "&acirc;", 7) == 0 || g_str_has_prefix (text, "&#226;")
                     : *text != '\xe2' || g_str_has_prefix (text, "‚Ä"))
      return TRUE;
  return FALSE;
}

char *
fr_letters_repair (const char *text)
{
  g_autofree char *now = NULL;

  if (!may_be_damaged (text))
    return NULL;
  now = g_strdup (text);
  for (unsigned i = 0; i < MOST_TIMES; i++)
    {
      GString *out = g_string_sized_new (strlen (now));

      for (const char *at = now; *at != '\0';)
        at = repair_one (at, out);
      g_free (now);
      now = g_string_free (out, FALSE);
    }
  return strcmp (now, text) != 0 ? g_steal_pointer (&now) : NULL;
}

gboolean
fr_letters_are_lost (const char *text)
{
  return strstr (text, "\xef\xbf\xbd") != NULL;
}

static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0 && c != 0x85);
}

static gboolean
is_direction (gunichar c)
{
  return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* They are there for Arabic and Hebrew. */
static gboolean
is_written_from_right (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) >= 0x590 && g_utf8_get_char (text) < 0x900)
      return TRUE;
  return FALSE;
}

/* Joiners join letters of Indian scripts and pictures; between Latin letters they came with what was pasted. */
static gboolean
is_stray_joiner (const char *text, const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar after = g_utf8_get_char (g_utf8_next_char (at));

  return (g_utf8_get_char (at) == 0x200c || g_utf8_get_char (at) == 0x200d) && before < 0x250 && after < 0x250;
}

static gboolean
is_invisible (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == 0x200b || c == 0x2060 || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0001 && c <= 0xe001f) || is_control (c))
    return TRUE;
  return is_stray_joiner (text, at) || (is_direction (c) && !is_written_from_right (text));
}

char *
fr_letters_without_invisible (const char *text)
{
  GString *out = NULL;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean invisible = (*at & 0x80 || *at < 0x20 || *at == 0x7f) && is_invisible (text, at);

      if (invisible && out == NULL)
        out = g_string_new_len (text, at - text);
      else if (!invisible && out != NULL)
        g_string_append_len (out, at, g_utf8_next_char (at) - at);
    }
  return out != NULL ? g_string_free (out, FALSE) : NULL;
}
