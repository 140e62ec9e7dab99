/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-review-markup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINES_AROUND 3
#define MOST_LINES 200     /* of one side of a hunk; what is more is told by its number */

/* Backgrounds, as letters in these colours are hard to read. */
#define OLD "<span background='#e01b24' background_alpha='28%%'>%s</span>"
#define NEW "<span background='#2ec27e' background_alpha='38%%'>%s</span>"

static void
append_pieces (GString *out, const GPtrArray *pieces, unsigned from, unsigned n, const char *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (unsigned i = from; i < from + n; i++)
    g_string_append (text, pieces->pdata[i]);
  if (n == 0)
    return;
  escaped = g_markup_escape_text (text->str, text->len);
  g_string_append_printf (out, format, escaped);
}

static char *
mark (const char *before, const char *after, gboolean is_new)
{
  g_autoptr (GPtrArray) old_words = fr_text_cut_words (before), new_words = fr_text_cut_words (after);
  g_autoptr (GArray) hunks = fr_text_compare (old_words, new_words);
  const GPtrArray *words = is_new ? new_words : old_words;
  GString *out = g_string_new (NULL);
  unsigned at = 0;

  for (unsigned i = 0; i < hunks->len; i++)
    {
      const FrHunk *hunk = &g_array_index (hunks, FrHunk, i);
      unsigned from = is_new ? hunk->after : hunk->before, n = is_new ? hunk->n_after : hunk->n_before;

      append_pieces (out, words, at, from - at, "%s");
      append_pieces (out, words, from, n, is_new ? NEW : OLD);
      at = from + n;
    }
  append_pieces (out, words, at, words->len - at, "%s");
  return g_string_free (out, FALSE);
}

char *
fr_review_mark_old (const char *before, const char *after)
{
  return mark (before, after, FALSE);
}

char *
fr_review_mark_new (const char *before, const char *after)
{
  return mark (before, after, TRUE);
}

static void
append_lines (GString *out, const GPtrArray *lines, unsigned from, unsigned n, const char *sign, const char *format)
{
  for (unsigned i = from; i < from + MIN (n, MOST_LINES); i++)
    {
      g_autofree char *line = g_strdup (lines->pdata[i]), *signed_line = NULL, *escaped = NULL;

      line[strcspn (line, "\r\n")] = '\0';
      signed_line = g_strconcat (sign, line, NULL);
      escaped = g_markup_escape_text (signed_line, -1);
      g_string_append (out, out->len > 0 ? "\n" : "");
      g_string_append_printf (out, format, escaped);
    }
  if (n > MOST_LINES)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "\n… and %u line more", "\n… and %u lines more", n - MOST_LINES),
                            n - MOST_LINES);
}

/* Those around it end where the next ones begin that differ. */
char *
fr_review_mark_hunk (FrReview *review, unsigned index)
{
  const GArray *hunks = fr_review_get_hunks (review);
  const GPtrArray *before = fr_review_get_lines_before (review), *after = fr_review_get_lines_after (review);
  const FrHunk *hunk = &g_array_index (hunks, FrHunk, index);
  unsigned start = index > 0 ? hunk[-1].after + hunk[-1].n_after : 0, behind = hunk->after + hunk->n_after;
  unsigned end = index + 1 < hunks->len ? hunk[1].after : after->len;
  unsigned above = MIN (hunk->after - start, LINES_AROUND), below = MIN (end - behind, LINES_AROUND);
  GString *out = g_string_new (NULL);

  append_lines (out, after, hunk->after - above, above, "  ", "%s");
  append_lines (out, before, hunk->before, hunk->n_before, "− ", OLD);
  append_lines (out, after, hunk->after, hunk->n_after, "+ ", NEW);
  append_lines (out, after, behind, below, "  ", "%s");
  return g_string_free (out, FALSE);
}
