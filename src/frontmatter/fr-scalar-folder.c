/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Someone who changes a word of a long text wants a diff of that word's line. So the lines at the beginning
 * and at the end that are still right are kept, byte for byte, and only what lies between is written anew:
 * broken where a line would get too long, and where the text itself has newlines.
 */
#include "fr-scalar-folder.h"

#include <string.h>

#include "fr-scalar-escapes.h"
#include "fr-scalar-lines.h"

static gboolean
is_blank (char c)
{
  return c != '\0' && strchr (" \t\n", c) != NULL;
}

static gboolean
takes (const char *text, gsize length, const GString *part, const GString *next)
{
  return length > part->len + next->len && memcmp (text, part->str, part->len) == 0 &&
         memcmp (text + part->len, next->str, next->len) == 0;
}

/* How much of `text` the line and the break behind it are; 0 if they are not there, or if what follows them
 * cannot begin a line. */
static gsize
match_front (const char *text, gsize length, const FrLine *line)
{
  gsize whole = line->text->len + line->gap->len;

  if (line->text->len == 0 || !takes (text, length, line->text, line->gap))
    return 0;
  return is_blank (text[whole]) ? 0 : whole;
}

/* The same from the end: the break before the line, and the line. */
static gsize
match_back (const char *text, gsize length, const FrLine *before, const FrLine *line)
{
  gsize whole = before->gap->len + line->text->len;

  if (line->text->len == 0 || length <= whole || !takes (text + length - whole, whole + 1, before->gap, line->text))
    return 0;
  return is_blank (text[length - whole - 1]) ? 0 : whole;
}

static void
append_break (GString *out, const FrFolding *folding, unsigned breaks)
{
  for (unsigned i = 0; i < breaks; i++)
    g_string_append (out, folding->newline);
  for (unsigned i = 0; i < folding->indent; i++)
    g_string_append_c (out, ' ');
}

/* Where a line may be broken for a space: between two characters that are no spaces, and that no backslash
 * makes part of an escape. */
static gboolean
is_foldable (const char *text, const char *p)
{
  return *p == ' ' && p > text && !is_blank (p[-1]) && p[-1] != '\\' && p[1] != '\0' && !is_blank (p[1]);
}

/* One line of the text, broken where it would get longer than folding->width. */
static void
append_folded (GString *out, const char *line, gsize length, unsigned column, const FrFolding *folding)
{
  gboolean folds = folding->style != FR_STYLE_LITERAL && !fr_is_spaced (folding->style, line);
  const char *start = line, *candidate = NULL;
  unsigned used = column;

  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      if (folds && is_foldable (line, p))
        candidate = p;
      if (++used <= folding->width || candidate == NULL)
        continue;
      g_string_append_len (out, start, candidate - start);
      append_break (out, folding, 1);
      start = candidate + 1;
      used = folding->indent + g_utf8_strlen (start, p - start + 1);
      candidate = NULL;
    }
  g_string_append_len (out, start, line + length - start);
}

static void
append_text (GString *out, const char *text, unsigned column, const FrFolding *folding)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");
      unsigned newlines = strspn (text + length, "\n");
      const char *next = text + length + newlines;
      gboolean one_more = folding->style != FR_STYLE_LITERAL && !fr_is_spaced (folding->style, text) &&
                          !fr_is_spaced (folding->style, next);

      append_folded (out, text, length, column, folding);
      if (newlines > 0)
        append_break (out, folding, newlines + one_more);
      column = folding->indent;
      text = next;
    }
}

/* What the style needs between two line breaks. `like` is how the line was written that this stands for. */
static char *
write_in_style (const char *text, gsize length, FrStyle style, const char *like)
{
  g_autofree char *plain = NULL;
  g_auto(GStrv) parts = NULL;

  if (style == FR_STYLE_DOUBLE_QUOTED)
    return like != NULL ? fr_escape_like (like, text, length) : fr_escape (text, length);
  plain = g_strndup (text, length);
  if (style != FR_STYLE_SINGLE_QUOTED)
    return g_steal_pointer (&plain);
  parts = g_strsplit (plain, "'", -1);
  return g_strjoinv ("''", parts);
}

static const FrLine *
line_at (GArray *lines, unsigned i)
{
  return &g_array_index (lines, FrLine, i);
}

/* `old` may be empty. */
static char *
fold (const char *text, gsize length, const FrFolding *folding, GArray *old)
{
  GString *out = g_string_sized_new (length + 16);
  unsigned front = 0, back = 0;
  gsize size;
  g_autofree char *middle = NULL;

  for (; front + 1 < old->len && (size = match_front (text, length, line_at (old, front))) > 0; front++)
    {
      g_string_append (out, line_at (old, front)->raw);
      g_string_append (out, line_at (old, front)->raw_gap);
      text += size;
      length -= size;
    }
  for (; front + back + 1 < old->len; back++, length -= size)
    if ((size = match_back (text, length, line_at (old, old->len - back - 2), line_at (old, old->len - back - 1))) == 0)
      break;
  middle = write_in_style (text, length, folding->style,
                           front + back + 1 == old->len ? line_at (old, front)->raw : NULL);
  append_text (out, middle, front == 0 ? folding->column : folding->indent, folding);
  for (; back > 0; back--)
    {
      g_string_append (out, line_at (old, old->len - back - 1)->raw_gap);
      g_string_append (out, line_at (old, old->len - back)->raw);
    }
  return g_string_free (out, FALSE);
}

char *
fr_fold (const char *text, gsize length, const FrFolding *folding,
         const char *old_raw, gsize old_raw_length, const char *old_text, gsize old_length)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (FrLine));
  g_autoptr(GArray) old = old_raw == NULL ? NULL
                          : fr_lines_read (folding->style, folding->indent, old_raw, old_raw_length, old_text, old_length);

  if (old != NULL)
    {
      g_autofree char *kept = fold (text, length, folding, old);
      g_autoptr(GArray) again = fr_lines_read (folding->style, folding->indent, kept, strlen (kept), text, length);

      /* A line that begins with a space changes what the breaks around it say. */
      if (again != NULL)
        return g_steal_pointer (&kept);
    }
  return fold (text, length, folding, none);
}
