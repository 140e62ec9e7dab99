/* fr-entry.h: where the entries of a collection stand in the text: their lines and their comments. Bytes. */
#pragma once

#include "fr-node-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;     /* the whole file */
  gsize       start;    /* of its YAML, bytes */
  gsize       end;
  const char *newline;
} FrSource;

gsize         fr_line_start   (const FrSource *source, gsize offset);
/* Behind the newline that ends the line. */
gsize         fr_line_end     (const FrSource *source, gsize offset);
/* The end of the line's text, without its newline. */
gsize         fr_line_text_end (const FrSource *source, gsize offset);
gboolean      fr_is_blank_line (const FrSource *source, gsize line);
gboolean      fr_is_first_on_line (const FrSource *source, gsize offset);
/* Characters from the start of the line. */
unsigned      fr_column_of    (const FrSource *source, gsize offset);
/* Of the block collection that the node is in; 0 if there is none. */
unsigned      fr_column_around (const FrSource *source, const FrNode *node);

const FrNode *fr_entry_value  (const FrNode *collection, unsigned index);
/* Its dash or its key. */
gsize         fr_entry_start  (const FrSource *source, const FrNode *collection, unsigned index);
gsize         fr_entry_end    (const FrNode *collection, unsigned index);
/* The start of the first of its own comment lines, or of its first line. */
gsize         fr_entry_comments_start (const FrSource *source, const FrNode *collection, unsigned index);
/* The end of its last line and of the deeper comments that follow it. */
gsize         fr_entry_lines_end (const FrSource *source, const FrNode *collection, unsigned index);
/* Where lines go so that what is on them gets `index`. */
gsize         fr_entry_slot   (const FrSource *source, const FrNode *collection, unsigned index);
/* Whether it begins a line, and ends with one. */
gboolean      fr_entry_has_lines (const FrSource *source, const FrNode *collection, unsigned index);
/* Whether blank lines part it from the one before; `index` is at least 1. */
gboolean      fr_entry_has_blank_lines_before (const FrSource *source, const FrNode *collection, unsigned index);

/* An entry as it stands in the text, with its own comments or without. */
typedef struct
{
  char    *text;        /* whole lines; NULL: it has none for itself */
  unsigned column;
} FrEntryLines;

/* `key` is what its key is to be, as YAML, or NULL. Free `text`. */
FrEntryLines  fr_entry_copy_lines (const FrSource *source, const FrNode *collection, unsigned index,
                                   gboolean with_comments, const char *key);
/* The lines for another column, without the last newline; NULL where that cannot be. transfer full */
char         *fr_entry_lines_at (const FrEntryLines *lines, unsigned column);

/* Where a value's own bytes begin, white space included: behind its key's colon or its dash. FALSE where there
 * is no such character: "? key" needs none. */
gboolean      fr_value_slot   (const FrSource *source, const FrNode *value, gsize *offset);

G_END_DECLS
