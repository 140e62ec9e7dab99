/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-text-difference.h: in what two texts differ, by words or by lines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  unsigned before, n_before;  /* from here on so many tokens of the old text … */
  unsigned after, n_after;    /* … are these of the new one */
} FrHunk;

/* The text cut into pieces that make it up: words and what is between them, or lines with their ends. transfer full */
GPtrArray *fr_text_cut_words    (const char *text);
GPtrArray *fr_text_cut_lines    (const char *text);
/* Of FrHunk, in their order; as few pieces as can be, unless the texts have little in common. transfer full */
GArray    *fr_text_compare      (const GPtrArray *before, const GPtrArray *after);

G_END_DECLS
