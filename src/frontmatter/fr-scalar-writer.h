/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-scalar-writer.h: a string as YAML, in a style that keeps its value. */
#pragma once

#include "fr-node-private.h"

G_BEGIN_DECLS

typedef struct
{
  FrStyle      style;    /* wanted; a quoted one is taken where the text does not allow it */
  gboolean     in_flow;  /* between brackets: more characters are special, no block scalars */
  gboolean     one_line; /* keys */
  unsigned     column;   /* characters before the scalar on its first line */
  unsigned     indent;   /* spaces before its other lines */
  unsigned     parent_indent; /* of the block collection around it */
  const char  *newline;  /* "\n" or "\r\n" */
  const FrNode *old;     /* the scalar in whose place it is written, or NULL: its lines are kept where they can be */
  const char  *old_raw;  /* as it stands in the file, old->length bytes */
  gboolean     ends_file; /* no newline follows */
} FrScalarFormat;

/* Without a newline at the end, unless the value needs one that the file does not have. transfer full */
char *fr_scalar_write (const char *text, gsize length, const FrScalarFormat *format);

/* What stands behind the header of the block scalar that is written over: it stays, whatever the new style is.
 * "" if there is none. transfer full */
char *fr_scalar_header_comment (const FrScalarFormat *format);

G_END_DECLS
