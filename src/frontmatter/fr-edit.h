/* fr-edit.h: one change of a value as one splice of bytes, the smallest that does it.
 *
 * Nothing is changed here, and nothing proven: the document applies the splice and looks at the outcome.
 */
#pragma once

#include "fr-emitter.h"
#include "fr-error.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;     /* the whole file */
  gsize       start;    /* of its YAML, bytes */
  gsize       end;
  const char *newline;
} FrSource;

typedef struct
{
  gsize  start;
  gsize  removed;       /* bytes */
  char  *inserted;      /* owned */
} FrSplice;

void     fr_splice_clear   (FrSplice *splice);

/* FALSE with an error where it cannot be done without touching something else. */
gboolean fr_edit_replace   (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style,
                            FrSplice *splice, GError **error);
gboolean fr_edit_insert    (const FrSource *source, const FrNode *collection, unsigned index,
                            const FrNode *key, const FrNode *value, FrSplice *splice, GError **error);
gboolean fr_edit_remove    (const FrSource *source, const FrNode *collection, unsigned index, FrSplice *splice, GError **error);

/* The lines of an entry with its own comments, where it has its lines for itself; FALSE where it has not. */
gboolean fr_edit_get_lines (const FrSource *source, const FrNode *collection, unsigned index, gsize *start, gsize *end);
/* Where an entry's lines go so that it gets `index`; its text must be indented already. */
gsize    fr_edit_get_slot  (const FrSource *source, const FrNode *collection, unsigned index);

/* Where the entry begins (its dash or its key), and the end of the lines it may reach to. Bytes. */
gsize    fr_entry_start    (const FrSource *source, const FrNode *collection, unsigned index);
unsigned fr_column_of      (const FrSource *source, gsize offset);
gsize    fr_line_start     (const FrSource *source, gsize offset);
gsize    fr_line_end       (const FrSource *source, gsize offset);

G_END_DECLS
