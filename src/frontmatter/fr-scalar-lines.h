/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-scalar-lines.h: the lines that a scalar is written on, and what each of them says. */
#pragma once

#include "fr-node-private.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text;     /* what the line says */
  GString *gap;      /* what the break behind it says: nothing, a space or newlines */
  char    *raw;      /* the line as it is written, without indentation and, unless they count, spaces at the end */
  char    *raw_gap;  /* what is written between it and the next line */
} FrLine;

/* The lines of a scalar without its quotes or its block header, with `indent` spaces before them; NULL if they
 * do not say `text`. */
GArray  *fr_lines_read   (FrStyle style, unsigned indent, const char *raw, gsize raw_length,
                          const char *text, gsize length);

/* Whether folding leaves the breaks before and behind such a line of a folded block as they are. */
gboolean fr_is_spaced    (FrStyle style, const char *line);

G_END_DECLS
