/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-scalar-lines.h"

#include <string.h>

#include "fr-scalar-escapes.h"

typedef struct
{
  FrStyle     style;
  unsigned    indent;
  const char *start, *end;  /* of the scalar's text in the file */
} Source;

static void
clear_line (gpointer data)
{
  FrLine *line = data;

  g_string_free (line->text, TRUE);
  g_string_free (line->gap, TRUE);
  g_free (line->raw);
  g_free (line->raw_gap);
}

static gboolean
is_block (FrStyle style)
{
  return style == FR_STYLE_LITERAL || style == FR_STYLE_FOLDED;
}

gboolean
fr_is_spaced (FrStyle style, const char *line)
{
  return style == FR_STYLE_FOLDED && (*line == ' ' || *line == '\t');
}

/* A backslash that is not itself escaped. */
static gboolean
ends_with_backslash (const char *from, const char *to)
{
  unsigned n = 0;

  while (to > from && to[-1] == '\\')
    to--, n++;
  return n % 2 == 1;
}

/* Moves `from` and `to`, the ends of a line of the file, to the ends of what it says. */
static void
trim (const Source *source, const char **from, const char **to)
{
  gboolean first = *from == source->start, last = *to == source->end;

  if (!last && *to > *from && (*to)[-1] == '\r')
    --*to;
  if (is_block (source->style))
    {
      for (unsigned i = 0; i < source->indent && *from < *to && **from == ' '; i++)
        ++*from;
      return;
    }
  while (!first && *from < *to && strchr (" \t", **from) != NULL)
    ++*from;
  while (!last && *to > *from && strchr (" \t", (*to)[-1]) != NULL &&
         !(source->style == FR_STYLE_DOUBLE_QUOTED && ends_with_backslash (*from, *to - 1)))
    --*to;
}

static gboolean
say (FrStyle style, const char *raw, gsize length, GString *text)
{
  if (style == FR_STYLE_DOUBLE_QUOTED)
    return fr_unescape (raw, length, text);
  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (text, raw[i]);
      i += style == FR_STYLE_SINGLE_QUOTED && raw[i] == '\'';
    }
  return TRUE;
}

/* The break behind `line` is written with `breaks` newlines; `next` is the line that follows. */
static void
say_gap (const Source *source, FrLine *line, unsigned breaks, const char *next, gboolean escaped)
{
  gboolean folds = source->style != FR_STYLE_LITERAL &&
                   !fr_is_spaced (source->style, line->raw) && !fr_is_spaced (source->style, next);

  if (folds && breaks == 1 && !escaped)
    g_string_append_c (line->gap, ' ');
  for (unsigned i = folds; i < breaks; i++)
    g_string_append_c (line->gap, '\n');
}

static gboolean
add_line (GArray *lines, const Source *source, const char *from, const char *to)
{
  gboolean escaped = source->style == FR_STYLE_DOUBLE_QUOTED && ends_with_backslash (from, to);
  FrLine line = { g_string_new (NULL), g_string_new (NULL), g_strndup (from, to - escaped - from), NULL };

  g_array_append_val (lines, line);
  return say (source->style, from, to - escaped - from, line.text);
}

/* What lies between the last line, which ended at `gap`, and the one that begins at `from`. */
static void
close_gap (GArray *lines, const Source *source, const char *gap, const char *from)
{
  FrLine *line = &g_array_index (lines, FrLine, lines->len - 1);
  unsigned breaks = 0;

  for (const char *p = gap; p < from; p++)
    breaks += *p == '\n';
  line->raw_gap = g_strndup (gap, from - gap);
  say_gap (source, line, breaks, from, *gap == '\\');
}

static GArray *
split (const Source *source)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (FrLine));
  const char *gap = NULL;

  g_array_set_clear_func (lines, clear_line);
  for (const char *from = source->start, *newline = from; newline < source->end; from = newline + 1)
    {
      const char *to;

      newline = memchr (from, '\n', source->end - from);
      newline = to = newline != NULL ? newline : source->end;
      trim (source, &from, &to);
      /* A blank line is part of a gap; quotes may stand alone on the first line and on the last. */
      if (from == to && (is_block (source->style) || (from != source->start && to != source->end)))
        continue;
      if (gap != NULL)
        close_gap (lines, source, gap, from);
      if (!add_line (lines, source, from, to))
        return NULL;
      gap = from + strlen (g_array_index (lines, FrLine, lines->len - 1).raw);
    }
  return g_steal_pointer (&lines);
}

static gboolean
takes (const char **text, gsize *length, const GString *part)
{
  if (part->len > *length || memcmp (*text, part->str, part->len) != 0)
    return FALSE;
  *text += part->len;
  *length -= part->len;
  return TRUE;
}

GArray *
fr_lines_read (FrStyle style, unsigned indent, const char *raw, gsize raw_length, const char *text, gsize length)
{
  Source source = { style, indent, raw, raw + raw_length };
  g_autoptr(GArray) lines = split (&source);

  for (unsigned i = 0; lines != NULL && i < lines->len; i++)
    {
      const FrLine *line = &g_array_index (lines, FrLine, i);

      if (!takes (&text, &length, line->text) || !takes (&text, &length, line->gap))
        return NULL;
    }
  return length == 0 ? g_steal_pointer (&lines) : NULL;
}
