/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-merge-private.h: what merging of values and of lists share. */
#pragma once

#include "fr-document-private.h"
#include "fr-merge.h"

G_BEGIN_DECLS

typedef struct
{
  FrDocument *out;         /* their text, in which my changes are made */
  GPtrArray  *my_changes;  /* of FrChange, from the original to mine */
  GPtrArray  *their_changes;
  GPtrArray  *conflicts;
  GError     *error;       /* nothing more is done */
} FrMerger;

/* A value in the three texts, and where it is in them and in the outcome. */
typedef struct
{
  const FrNode *original, *mine, *theirs;
  const char   *at;        /* in the original */
  const char   *mine_at, *their_at;
  const char   *out;
} FrThree;

void fr_merge_values  (FrMerger *self, const FrThree *three);
void fr_merge_lists   (FrMerger *self, const FrThree *three);
void fr_merge_put     (FrMerger *self, const char *pointer, const FrNode *value, FrAdd how);
void fr_merge_remove  (FrMerger *self, const char *pointer);
void fr_merge_move    (FrMerger *self, const char *from, const char *pointer);
/* Any of the three may be NULL. */
void fr_merge_conflict (FrMerger *self, const char *pointer, const FrNode *original, const FrNode *mine, const FrNode *theirs);

G_END_DECLS
