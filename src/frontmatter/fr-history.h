/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-history.h: splices that were made, so that they can be taken back to the byte. */
#pragma once

#include "fr-change.h"

G_BEGIN_DECLS

/* One splice, and where in the tree the part that it touched is read again. */
typedef struct
{
  gsize     start;         /* bytes */
  GString  *removed;
  GString  *inserted;
  gboolean  whole;         /* the whole tree is read again; else the run below */
  gboolean  whole_file;    /* the fences, too, may stand elsewhere */
  GArray   *path;          /* unsigned child indices from the root to the collection */
  unsigned  first, n_old, n_new;
} FrPastSplice;

/* What one undo takes back. */
typedef struct
{
  guint64    id;           /* of this step alone as it is, from 1 on: one that is joined to it gives it another */
  char      *pointer;      /* of the text that was typed; NULL: the next edit does not join this step */
  GPtrArray *splices;      /* of FrPastSplice */
  GPtrArray *changes;      /* of FrChange: what they mean */
} FrStep;

FrStep *fr_step_new  (const char *pointer);
void    fr_step_free (FrStep *step);
/* Takes the splice; one inside of what the last one inserted becomes part of that. */
void    fr_step_add  (FrStep *step, FrPastSplice *splice);
void    fr_past_splice_free (FrPastSplice *splice);
/* What makes one text of the other: between what both have in common at their ends; bytes. transfer full */
FrPastSplice *fr_past_splice_find (const char *before, gsize n_before, const char *after, gsize n_after);
/* The bytes alone, the other way round unless `forwards`. transfer full */
FrPastSplice *fr_past_splice_copy (const FrPastSplice *splice, gboolean forwards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrStep, fr_step_free)

G_END_DECLS
