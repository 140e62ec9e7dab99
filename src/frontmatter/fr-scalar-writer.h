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
  const char  *old;      /* how the scalar was written, or NULL: its lines are kept where they can be */
  gsize        old_length;
} FrScalarFormat;

/* Without a newline at the end. transfer full */
char *fr_scalar_write (const char *text, gsize length, const FrScalarFormat *format);

/* The text broken into lines, as folding needs it (fr-scalar-folder.c): each is followed by `breaks`
 * newlines, where one stands for a space and n for n - 1 newlines. */
typedef struct
{
  char    *text;
  unsigned breaks;
} FrLine;

GArray *fr_fold       (const char *text, GArray *old_lines, unsigned first_column, unsigned indent, unsigned width);
GArray *fr_lines_new  (void);
GArray *fr_lines_of   (const char *raw, gsize length);

G_END_DECLS
