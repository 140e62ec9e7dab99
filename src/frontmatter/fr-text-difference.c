/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By Myers' algorithm, "An O(ND) Difference Algorithm and Its Variations": paths through the grid of old and new pieces, each
 * time with one more difference, until one is through.
 */
#include "fr-text-difference.h"

#include <string.h>

/* What differs in more is taken as another text between what both have in common at their ends: time and memory go by the square. */
#define MOST_DIFFERENCES 1500

static gsize
find_word_end (const char *text)
{
  const char *end = text;
  gboolean is_space = g_unichar_isspace (g_utf8_get_char (text));

  while (*end != '\0' && g_unichar_isspace (g_utf8_get_char (end)) == is_space)
    end = g_utf8_next_char (end);
  return end - text;
}

static gsize
find_line_end (const char *text)
{
  gsize length = strcspn (text, "\n");

  return length + (text[length] == '\n');
}

static GPtrArray *
cut (const char *text, gsize (*find_end) (const char *text))
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      gsize length = find_end (text);

      g_ptr_array_add (pieces, g_strndup (text, length));
      text += length;
    }
  return pieces;
}

GPtrArray *
fr_text_cut_words (const char *text)
{
  return cut (text, find_word_end);
}

GPtrArray *
fr_text_cut_lines (const char *text)
{
  return cut (text, find_line_end);
}

/* What is between the ends that both have in common, and which of it differs. */
typedef struct
{
  char   **before, **after;
  int      n_before, n_after;
  guint8  *removed, *added;
} Middle;

static gboolean
are_equal (const Middle *self, int x, int y)
{
  return strcmp (self->before[x], self->after[y]) == 0;
}

/* How far one comes on diagonal k (x - y) with `d` differences, by what was come to with one less. */
static int
start_on (const int *furthest, int d, int k)
{
  if (k == -d || (k != d && furthest[k - 1] < furthest[k + 1]))
    return furthest[k + 1];
  return furthest[k - 1] + 1;
}

/* Notes how far each path came; the number of differences of the one that is through, -1: there are too many. */
static int
find_path (const Middle *self, GPtrArray *trace)
{
  int most = MIN (self->n_before + self->n_after, MOST_DIFFERENCES);
  g_autofree int *all = g_new0 (int, 2 * most + 3);
  int *furthest = all + most + 1;

  for (int d = 0; d <= most; d++)
    {
      g_ptr_array_add (trace, g_memdup2 (furthest - d - 1, (2 * d + 3) * sizeof (int)));
      for (int k = -d; k <= d; k += 2)
        {
          int x = start_on (furthest, d, k);

          while (x < self->n_before && x - k < self->n_after && are_equal (self, x, x - k))
            x++;
          furthest[k] = x;
          if (x >= self->n_before && x - k >= self->n_after)
            return d;
        }
    }
  return -1;
}

static void
go_back (Middle *self, const GPtrArray *trace, int d)
{
  int x = self->n_before, y = self->n_after;

  for (; d > 0; d--)
    {
      const int *furthest = (const int *) trace->pdata[d] + d + 1;
      int k = x - y;
      gboolean is_added = k == -d || (k != d && furthest[k - 1] < furthest[k + 1]);

      x = furthest[is_added ? k + 1 : k - 1];
      y = x - (is_added ? k + 1 : k - 1);
      if (is_added)
        self->added[y] = TRUE;
      else
        self->removed[x] = TRUE;
    }
}

static void
compare_middle (Middle *self)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  int d = find_path (self, trace);

  if (d >= 0)
    {
      go_back (self, trace, d);
      return;
    }
  memset (self->removed, TRUE, self->n_before);
  memset (self->added, TRUE, self->n_after);
}

static GArray *
gather (const Middle *self, unsigned first)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (FrHunk));

  for (int x = 0, y = 0; x < self->n_before || y < self->n_after; x++, y++)
    {
      FrHunk hunk = { first + x, 0, first + y, 0 };

      for (; x < self->n_before && self->removed[x]; x++)
        hunk.n_before++;
      for (; y < self->n_after && self->added[y]; y++)
        hunk.n_after++;
      if (hunk.n_before + hunk.n_after > 0)
        g_array_append_val (hunks, hunk);
    }
  return hunks;
}

GArray *
fr_text_compare (const GPtrArray *before, const GPtrArray *after)
{
  int n_before = before->len, n_after = after->len, first = 0;
  g_autofree guint8 *removed = g_new0 (guint8, n_before + 1), *added = g_new0 (guint8, n_after + 1);
  Middle middle;

  while (first < MIN (n_before, n_after) && strcmp (before->pdata[first], after->pdata[first]) == 0)
    first++;
  while (MIN (n_before, n_after) > first && strcmp (before->pdata[n_before - 1], after->pdata[n_after - 1]) == 0)
    n_before--, n_after--;
  middle = (Middle) { (char **) before->pdata + first, (char **) after->pdata + first, n_before - first, n_after - first,
                      removed, added };
  compare_middle (&middle);
  return gather (&middle, first);
}
