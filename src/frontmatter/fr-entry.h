/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-entry.h: where the entries of a collection stand in the text: their lines and their comments. Bytes.
 *
 * An entry of a block collection owns the comment lines right above it that stand at its column, its lines, and the
 * comment lines right below that are indented deeper. What lies between two entries (blank lines, other comments)
 * belongs to neither; where an entry goes elsewhere, the newline and blank lines that part it go with it.
 */
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
/* The same without the newline. */
gsize         fr_entry_text_end (const FrSource *source, const FrNode *collection, unsigned index);
/* What parts it from its neighbours: a newline and blank lines, below it; above the last one. `start` is where they
 * begin; returns their end. */
gsize         fr_entry_gap    (const FrSource *source, const FrNode *collection, unsigned index, gsize *start);
/* Whether it begins a line. */
gboolean      fr_entry_has_lines (const FrSource *source, const FrNode *collection, unsigned index);
/* Where the blank lines right above it begin, or its own first line. */
gsize         fr_entry_blank_lines_above (const FrSource *source, const FrNode *collection, unsigned index);

/* An entry as it stands in the text, with its own comments or without. */
typedef struct
{
  char    *text;        /* whole lines; NULL: it has none for itself */
  unsigned column;
  char    *gap;         /* the newline and blank lines that come with it; NULL: as its new neighbours have them */
} FrEntryLines;

/* With its comments comes its gap. `key` is what its key is to be, as YAML, or NULL. */
FrEntryLines  fr_entry_copy_lines (const FrSource *source, const FrNode *collection, unsigned index,
                                   gboolean with_comments, const char *key);
void          fr_entry_lines_clear (FrEntryLines *lines);
/* The lines for another column, without the last newline; NULL where that cannot be. transfer full */
char         *fr_entry_lines_at (const FrEntryLines *lines, unsigned column);

/* Where a value's own bytes begin, white space included: behind its key's colon or its dash. FALSE where there
 * is no such character: "? key" needs none. */
gboolean      fr_value_slot   (const FrSource *source, const FrNode *value, gsize *offset);

G_END_DECLS
