/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-history.h: splices that were made, so that they can be taken back to the byte. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One splice, and where in the tree the part that it touched is read again. */
typedef struct
{
  gsize     start;         /* bytes */
  GString  *removed;
  GString  *inserted;
  gboolean  whole;         /* the whole tree is read again; else the run below */
  GArray   *path;          /* unsigned child indices from the root to the collection */
  unsigned  first, n_old, n_new;
} FrChange;

/* What one undo takes back. */
typedef struct
{
  guint64    id;           /* of this step alone, from 1 on */
  char      *pointer;      /* everything that changed is at or below it */
  GPtrArray *changes;
} FrStep;

FrStep *fr_step_new  (const char *pointer);
void    fr_step_free (FrStep *step);
/* Takes the change; one inside of what the last one inserted becomes part of that. */
void    fr_step_add  (FrStep *step, FrChange *change);
void    fr_change_free (FrChange *change);
/* The bytes alone, the other way round unless `forwards`. transfer full */
FrChange *fr_change_copy_splice (const FrChange *change, gboolean forwards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrStep, fr_step_free)

G_END_DECLS
