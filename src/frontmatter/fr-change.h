/* fr-change.h: what an edit, an undo or a redo did, so that whoever remembers a place in the document can follow the
 * thing that was there.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FR_CHANGE_EDITED,    /* the value at the pointer, or anything below it, is another one; it stands where it stood */
  FR_CHANGE_INSERTED,  /* an entry that was not there; in a list those behind it have moved on by one */
  FR_CHANGE_REMOVED,   /* an entry and all below it; in a list those behind it have moved up by one */
  FR_CHANGE_MOVED,     /* removed at `from`, then inserted at `pointer` as it was */
} FrChangeKind;

/* Pointers are as they are when the changes before it are made. */
typedef struct
{
  FrChangeKind kind;
  char        *pointer;
  char        *from;       /* MOVED; else NULL */
  gboolean     in_list;    /* the last token of `pointer` is an index */
  gboolean     from_list;  /* the same of `from` */
} FrChange;

/* Lists of changes are GPtrArrays of FrChange, in the order in which they were made. */

/* What a pointer into the document before the changes is after them; NULL: it is gone. transfer full */
char *fr_pointer_rebase (const char *pointer, const GPtrArray *changes);
G_END_DECLS
