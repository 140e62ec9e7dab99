/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-diff.h"

#include "fr-text-difference.h"

#define CONTEXT 3

typedef struct
{
  GPtrArray *before, *after;  /* lines, each with its end */
  GArray    *hunks;
} Diff;

static GPtrArray *
cut (GBytes *bytes)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (start, size);

  return fr_text_cut_lines (text);
}

static const FrHunk *
get_hunk (const Diff *diff, unsigned index)
{
  return &g_array_index (diff->hunks, FrHunk, index);
}

static void
print_line (char sign, const char *line)
{
  g_print ("%c%s", sign, line);
  if (!g_str_has_suffix (line, "\n"))
    g_print ("\n\\ No newline at end of file\n");
}

/* A range of no lines is named by the line before it. */
static void
print_range (char sign, unsigned first, unsigned n)
{
  g_print ("%c%u,%u ", sign, n > 0 ? first + 1 : first, n);
}

/* Behind the last hunk that stands so near to the one before that the lines about them meet. */
static unsigned
find_group_end (const Diff *diff, unsigned first)
{
  unsigned end = first + 1;

  while (end < diff->hunks->len &&
         get_hunk (diff, end)->before < get_hunk (diff, end - 1)->before + get_hunk (diff, end - 1)->n_before + 2 * CONTEXT)
    end++;
  return end;
}

/* What is the same up to line `end` of the old text, from `x` on. */
static unsigned
print_same (const Diff *diff, unsigned x, unsigned end)
{
  for (; x < end; x++)
    print_line (' ', diff->before->pdata[x]);
  return x;
}

static void
print_group (const Diff *diff, unsigned first, unsigned end)
{
  const FrHunk *top = get_hunk (diff, first), *bottom = get_hunk (diff, end - 1);
  unsigned above = MIN (top->before, CONTEXT), last = bottom->before + bottom->n_before;
  unsigned below = MIN (diff->before->len - last, CONTEXT), x = top->before - above;

  g_print ("@@ ");
  print_range ('-', x, last + below - x);
  print_range ('+', top->after - above, bottom->after + bottom->n_after + below - (top->after - above));
  g_print ("@@\n");
  for (unsigned i = first; i < end; i++)
    {
      const FrHunk *hunk = get_hunk (diff, i);

      x = print_same (diff, x, hunk->before) + hunk->n_before;
      for (unsigned k = 0; k < hunk->n_before; k++)
        print_line ('-', diff->before->pdata[hunk->before + k]);
      for (unsigned k = 0; k < hunk->n_after; k++)
        print_line ('+', diff->after->pdata[hunk->after + k]);
    }
  print_same (diff, x, last + below);
}

void
cli_diff_print (const char *file, GBytes *before, GBytes *after)
{
  g_autoptr (GPtrArray) old = cut (before), new = cut (after);
  g_autoptr (GArray) hunks = fr_text_compare (old, new);
  const Diff diff = { old, new, hunks };

  if (hunks->len == 0)
    return;
  g_print ("--- %s\n+++ %s\n", file, file);
  for (unsigned i = 0, end; i < hunks->len; i = end)
    {
      end = find_group_end (&diff, i);
      print_group (&diff, i, end);
    }
}
