/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-edit.h: one change of a value as one splice of bytes, the smallest that does it.
 *
 * Nothing is changed here, and nothing proven: the document applies the splice and looks at the outcome.
 */
#pragma once

#include "fr-entry.h"
#include "fr-error.h"

G_BEGIN_DECLS

typedef struct
{
  gsize  start;
  gsize  removed;       /* bytes */
  char  *inserted;      /* owned */
} FrSplice;

void     fr_splice_clear   (FrSplice *splice);

/* FALSE with an error where it cannot be done without touching something else. A collection of one entry is
 * written by `lines`, and so is a new entry, where they can stand there; they may be NULL. */
gboolean fr_edit_replace   (const FrSource *source, const FrNode *node, const FrNode *value, FrStyle style,
                            const FrEntryLines *lines, FrSplice *splice, GError **error);
void     fr_edit_insert    (const FrSource *source, const FrNode *collection, unsigned index,
                            const FrNode *key, const FrNode *value, const FrEntryLines *lines, FrSplice *splice);
/* `moves`: it is to stand elsewhere, with the blank lines that are its own. */
gboolean fr_edit_remove    (const FrSource *source, const FrNode *collection, unsigned index, gboolean moves, FrSplice *splice,
                            GError **error);
/* Entries of a list change places; what is between them stays where it is. */
gboolean fr_edit_move      (const FrSource *source, const FrNode *sequence, unsigned from, unsigned to, FrSplice *splice,
                            GError **error);

G_END_DECLS
