/* Folding: a text over several lines, where a single line break stands for a space.
 *
 * Someone who changes a word of a long text wants a diff of that word's line. So the lines at the beginning
 * and at the end that are still right are kept as they are, and only what lies between is folded anew.
 */
#include <string.h>

#include "fr-scalar-writer.h"

static void
clear_line (gpointer line)
{
  g_free (((FrLine *) line)->text);
}

GArray *
fr_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (FrLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

static void
add_line (GArray *lines, const char *text, gsize length, unsigned breaks)
{
  FrLine line = { g_strndup (text, length), breaks };

  g_array_append_val (lines, line);
}

/* The lines of a scalar as it stands in the file, without indentation; blank ones count as breaks. */
GArray *
fr_lines_of (const char *raw, gsize length)
{
  GArray *lines = fr_lines_new ();
  const char *end = raw + length;

  while (raw < end)
    {
      const char *newline = memchr (raw, '\n', end - raw);
      const char *stop = newline != NULL ? newline : end;
      const char *last = stop;

      while (raw < stop && *raw == ' ')
        raw++;
      if (last > raw && last[-1] == '\r')
        last--;
      if (last > raw || lines->len == 0)
        add_line (lines, raw, last - raw, newline != NULL);
      else
        g_array_index (lines, FrLine, lines->len - 1).breaks++;
      raw = stop + 1;
    }
  return lines;
}

static char *
separator (const FrLine *line)
{
  if (line->breaks <= 1)
    return g_strdup (" ");
  return g_strnfill (line->breaks - 1, '\n');
}

/* Where folding may stand for the space at `p`: between two characters that are no spaces. */
static gboolean
is_foldable_space (const char *text, const char *p)
{
  return *p == ' ' && p > text && strchr (" \n\t", p[-1]) == NULL && p[1] != '\0' && strchr (" \n\t", p[1]) == NULL;
}

/* How much of `text` the line and the break behind it are; 0 if they are not there. */
static gsize
match_front (const char *text, const FrLine *line)
{
  g_autofree char *between = separator (line);
  gsize length = strlen (line->text);
  gsize whole = length + strlen (between);

  if (length == 0 || !g_str_has_prefix (text, line->text) || !g_str_has_prefix (text + length, between))
    return 0;
  return text[whole] == '\0' || strchr (" \n\t", text[whole]) != NULL ? 0 : whole;
}

/* The same from the end: the break before the line, and the line. */
static gsize
match_back (const char *text, gsize length, const FrLine *before, const FrLine *line)
{
  g_autofree char *between = separator (before);
  g_autofree char *wanted = g_strconcat (between, line->text, NULL);
  gsize whole = strlen (wanted);

  if (*line->text == '\0' || whole >= length || memcmp (text + length - whole, wanted, whole) != 0)
    return 0;
  return strchr (" \n\t", text[length - whole - 1]) != NULL ? 0 : whole;
}

/* Breaks `text` where a line would get longer than `width`, and at its newlines. */
static void
fold_greedily (GArray *lines, const char *text, unsigned column, unsigned indent, unsigned width)
{
  const char *start = text, *candidate = NULL;
  unsigned used = column;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        {
          unsigned n = strspn (p, "\n");

          add_line (lines, start, p - start, n + 1);
          start = p + n;
          p = start - 1;
          candidate = NULL;
          used = indent;
          continue;
        }
      if (is_foldable_space (text, p))
        candidate = p;
      if (++used > width && candidate != NULL)
        {
          add_line (lines, start, candidate - start, 1);
          start = candidate + 1;
          used = indent + g_utf8_strlen (start, p - start + 1);
          candidate = NULL;
        }
    }
  add_line (lines, start, strlen (start), 0);
}

static void
copy_lines (GArray *to, GArray *from, unsigned first, unsigned count)
{
  for (unsigned i = first; i < first + count; i++)
    {
      const FrLine *line = &g_array_index (from, FrLine, i);

      add_line (to, line->text, strlen (line->text), line->breaks);
    }
}

/* `text` neither begins nor ends with a newline, and has no space beside one. */
GArray *
fr_fold (const char *text, GArray *old, unsigned first_column, unsigned indent, unsigned width)
{
  GArray *lines = fr_lines_new ();
  gsize length = strlen (text), taken = 0, size;
  unsigned front = 0, back = 0;
  g_autofree char *middle = NULL;

  for (; old != NULL && front + 1 < old->len; front++, taken += size)
    if ((size = match_front (text + taken, &g_array_index (old, FrLine, front))) == 0)
      break;
  for (; old != NULL && front + back + 1 < old->len; back++, length -= size)
    if ((size = match_back (text + taken, length - taken, &g_array_index (old, FrLine, old->len - back - 2),
                            &g_array_index (old, FrLine, old->len - back - 1))) == 0)
      break;
  if (old != NULL)
    copy_lines (lines, old, 0, front);
  middle = g_strndup (text + taken, length - taken);
  fold_greedily (lines, middle, front == 0 ? first_column : indent, indent, width);
  if (back > 0)
    {
      g_array_index (lines, FrLine, lines->len - 1).breaks = g_array_index (old, FrLine, old->len - back - 1).breaks;
      copy_lines (lines, old, old->len - back, back);
    }
  return lines;
}
