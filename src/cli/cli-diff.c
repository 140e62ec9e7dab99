/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortest script from one list of lines to the other, by Myers' greedy algorithm: fixes are few and small, and its time goes
 * with the differences. */
#include "cli-diff.h"

#include <string.h>

#define CONTEXT 3

typedef struct
{
  GPtrArray *before, *after;  /* lines, each with its end */
  char      *script;          /* ' ', '-', '+' for each line in turn */
} Diff;

static GPtrArray *
cut (GBytes *bytes)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size), *end = at + size;

  while (at < end)
    {
      const char *newline = memchr (at, '\n', end - at);
      const char *next = newline != NULL ? newline + 1 : end;

      g_ptr_array_add (lines, g_strndup (at, next - at));
      at = next;
    }
  return lines;
}

static gboolean
is_same (const Diff *diff, int x, int y)
{
  return x < (int) diff->before->len && y < (int) diff->after->len && strcmp (diff->before->pdata[x], diff->after->pdata[y]) == 0;
}

/* Whether the best way of `d` changes to diagonal k comes by an added line. */
static gboolean
comes_by_adding (const int *reach, int k, int d)
{
  return k == -d || (k != d && reach[k - 1] < reach[k + 1]);
}

/* The way back through what was reached with each number of changes. */
static char *
trace (const Diff *diff, const GPtrArray *steps, int middle)
{
  int x = diff->before->len, y = diff->after->len;
  GString *script = g_string_new (NULL);

  for (int d = steps->len - 1; d >= 0; d--)
    {
      const int *reach = (const int *) steps->pdata[d] + middle;
      int k = x - y, from = comes_by_adding (reach, k, d) ? k + 1 : k - 1;
      int from_x = d > 0 ? reach[from] : 0, from_y = d > 0 ? from_x - from : 0;

      for (; x > from_x && y > from_y; x--, y--)
        g_string_append_c (script, ' ');
      if (d > 0)
        g_string_append_c (script, x == from_x ? '+' : '-');
      x = from_x;
      y = from_y;
    }
  g_strreverse (script->str);
  return g_string_free (script, FALSE);
}

static char *
find_script (const Diff *diff)
{
  int n = diff->before->len, m = diff->after->len, middle = n + m + 1;
  g_autofree int *all = g_new0 (int, 2 * middle + 1);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  int *reach = all + middle;

  for (int d = 0; d <= n + m; d++)
    {
      g_ptr_array_add (steps, g_memdup2 (all, (2 * middle + 1) * sizeof (int)));
      for (int k = -d; k <= d; k += 2)
        {
          int x = comes_by_adding (reach, k, d) ? reach[k + 1] : reach[k - 1] + 1, y;

          for (y = x - k; is_same (diff, x, y); y++)
            x++;
          reach[k] = x;
          if (x >= n && y >= m)
            return trace (diff, steps, middle);
        }
    }
  return NULL;
}

static void
print_line (char sign, const char *line)
{
  g_print ("%c%s", sign, line);
  if (!g_str_has_suffix (line, "\n"))
    g_print ("\n\\ No newline at end of file\n");
}

/* Behind the last change before so many lines that are the same that another hunk begins. */
static gsize
find_hunk_end (const char *script, gsize start)
{
  gsize last = start;

  for (gsize i = start; script[i] != '\0' && i <= last + 2 * CONTEXT; i++)
    if (script[i] != ' ')
      last = i;
  return last + 1;
}

static unsigned
count (const char *script, gsize start, gsize end, char other)
{
  unsigned n = 0;

  for (gsize i = start; i < end; i++)
    n += script[i] != other;
  return n;
}

/* A range of no lines is named by the line before it. */
static void
print_range (char sign, unsigned first, unsigned n)
{
  g_print ("%c%u,%u ", sign, n > 0 ? first + 1 : first, n);
}

static void
print_hunk (const Diff *diff, gsize start, gsize end)
{
  unsigned x = count (diff->script, 0, start, '+'), y = count (diff->script, 0, start, '-');

  g_print ("@@ ");
  print_range ('-', x, count (diff->script, start, end, '+'));
  print_range ('+', y, count (diff->script, start, end, '-'));
  g_print ("@@\n");
  for (gsize i = start; i < end; i++)
    {
      char sign = diff->script[i];

      print_line (sign, sign == '+' ? diff->after->pdata[y] : diff->before->pdata[x]);
      x += sign != '+';
      y += sign != '-';
    }
}

void
cli_diff_print (const char *file, GBytes *before, GBytes *after)
{
  g_autoptr (GPtrArray) old = cut (before), new = cut (after);
  Diff diff = { old, new, NULL };
  g_autofree char *script = diff.script = find_script (&diff);
  gsize length = strlen (script), at = 0;

  if (g_bytes_equal (before, after))
    return;
  g_print ("--- %s\n+++ %s\n", file, file);
  while ((at += strspn (script + at, " ")) < length)
    {
      gsize end = find_hunk_end (script, at);

      print_hunk (&diff, at > CONTEXT ? at - CONTEXT : 0, MIN (end + CONTEXT, length));
      at = end;
    }
}
