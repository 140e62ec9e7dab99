/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-change.h: what an edit, an undo or a redo did, so that whoever remembers a place in the document can follow the
 * thing that was there.
 *
 * Changes come as lists (GPtrArray of FrChange), in the order in which they were made: the pointers of each are as they
 * are when those before it are made.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FR_CHANGE_EDITED,    /* the value at the pointer, or anything below it, is another one; it stands where it stood */
  FR_CHANGE_INSERTED,  /* an entry that was not there; in a list, those behind it have moved on by one */
  FR_CHANGE_REMOVED,   /* an entry and all below it; in a list, those behind it have moved up by one */
  FR_CHANGE_MOVED,     /* removed at `from`, then inserted at `pointer` as it was */
} FrChangeKind;

typedef struct
{
  FrChangeKind kind;
  char        *pointer;
  char        *from;       /* MOVED; else NULL */
  gboolean     in_list;    /* the last token of `pointer` is an index */
  gboolean     from_list;  /* that of `from` is */
  char        *key;        /* but for EDITED: the entry's first key, where it is a mapping ("hero"); else NULL */
} FrChange;

/* What a pointer to a value before the changes is after them; NULL: the value is gone. transfer full */
char      *fr_pointer_rebase  (const char *pointer, const GPtrArray *changes);
/* The same for a pointer that is kept: it is replaced, and NULL where the value is gone. TRUE: the value may be another
 * one, there or not. */
gboolean   fr_pointer_follow  (char **pointer, const GPtrArray *changes);
/* The same for a mapping's key, whatever comes and goes there: NULL only where the mapping is gone. */
gboolean   fr_pointer_follow_key (char **pointer, const GPtrArray *changes);
/* The same for what is below a mapping that has gone from `before` to `after`, or is gone (NULL), whatever comes and goes
 * between the two: it keeps its place in the mapping. */
gboolean   fr_pointer_follow_below (char **pointer, const char *before, const char *after, const GPtrArray *changes);

/* Whether the value at `pointer` may be another one after the change, there or not. */
gboolean   fr_change_touches  (const FrChange *change, const char *pointer);

/* What changes mean to one that keeps something of each item of a list. Indices are as they are at that moment. */
typedef struct
{
  void (*inserted) (gpointer data, unsigned index);
  void (*removed)  (gpointer data, unsigned index);
  void (*moved)    (gpointer data, unsigned from, unsigned to);
  void (*edited)   (gpointer data, unsigned index);  /* the item or something in it */
  void (*replaced) (gpointer data);                  /* the list as a whole may be another one */
} FrListEvents;

/* Tells what happens to the items of the list at `list`, a pointer before the changes. Where it is put aside under another
 * key, what comes to be under its own is the list. */
void       fr_changes_tell_list (const GPtrArray *changes, const char *list, const FrListEvents *events, gpointer data);

/* The way back. transfer full */
GPtrArray *fr_changes_invert  (const GPtrArray *changes);
/* All of `changes` behind what is in `list`, but for an edit of what was edited or inserted last. */
void       fr_changes_append  (GPtrArray *list, const GPtrArray *changes);
/* transfer full, and empty */
GPtrArray *fr_changes_new     (void);
/* `from` is NULL but for a move, `key` may be for all. */
void       fr_changes_add     (GPtrArray *list, FrChangeKind kind, const char *pointer, gboolean in_list,
                               const char *from, gboolean from_list, const char *key);

G_END_DECLS
