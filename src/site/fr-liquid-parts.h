/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-liquid-parts.h: a template cut into its texts, outputs and tags. */
#pragma once

#include "fr-error.h"

G_BEGIN_DECLS

typedef enum { FR_LIQUID_PLAIN, FR_LIQUID_OUTPUT, FR_LIQUID_TAG } FrLiquidPartType;

typedef struct
{
  FrLiquidPartType type;
  gsize            start, end;  /* in the text, bytes: what is printed of a plain one */
  char            *name;        /* of a tag: "if" */
  char            *markup;      /* behind it, or within {{ }} */
  unsigned         first;       /* of a block's tag: the one that opens the block, "if" … */
  unsigned         next;        /* … and the next one of it, "else" or "endif" */
} FrLiquidPart;

/* Of FrLiquidPart; comments are left out. NULL: an error of FR_ERROR with its place. transfer full */
GArray  *fr_liquid_parts_new  (const char *text, gsize start, GError **error);
/* The place in the text. */
FrPlace  fr_liquid_find_place (const char *text, gsize offset);

G_END_DECLS
