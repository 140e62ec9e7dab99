/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-scalar-folder.h: a text over several lines of the file. */
#pragma once

#include "fr-node-private.h"

G_BEGIN_DECLS

typedef struct
{
  FrStyle     style;
  unsigned    column;   /* characters before the text on its first line */
  unsigned    indent;   /* spaces before its other lines */
  unsigned    width;    /* characters; G_MAXUINT: no line is too long */
  const char *newline;  /* "\n" or "\r\n" */
} FrFolding;

/* `text` without what stands around it (quotes; a block's header, first and last newlines), as a block scalar
 * or between quotes. `old_raw` is how `old_text` is written there now, or NULL: its lines stay where they can.
 * transfer full */
char *fr_fold (const char *text, gsize length, const FrFolding *folding,
               const char *old_raw, gsize old_raw_length, const char *old_text, gsize old_length);

G_END_DECLS
