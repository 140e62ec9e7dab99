/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-merge.h: two texts that came from the same one, put together value by value. */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* A value that both have made another one, or that one has and the other has removed. */
typedef struct
{
  char *pointer;   /* in the merged text; NULL: what it was in is gone since */
  char *original;  /* JSON; NULL: it was not there */
  char *mine;      /* JSON; NULL: removed. The merged text has it, where it is not */
  char *theirs;    /* JSON; NULL: removed. The merged text has it, where mine is removed */
} FrConflict;

void    fr_conflict_free (FrConflict *conflict);

/* Their text with my changes made to it, in place; what both did in the same way is done once. Items of lists are the same
 * wherever they stand. Conflicts are added to the list (of FrConflict, whose order is that of the text). NULL with an
 * error: they cannot be put together, as one of them has anchors, or both have changed the text below the
 * front matter. transfer full */
GBytes *fr_merge         (GBytes *original, GBytes *mine, GBytes *theirs, FrFormat format, GPtrArray *conflicts, GError **error);

/* What the value at a conflict's pointer has to be so that it is theirs, or mine. */
gboolean fr_conflict_take (const FrConflict *conflict, FrDocument *document, gboolean mine, GError **error);

G_END_DECLS
