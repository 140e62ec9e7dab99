/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-operation.h: one change to the tree of values, and what the values must be afterwards. */
#pragma once

#include "fr-edit.h"

G_BEGIN_DECLS

typedef enum { FR_OPERATION_REPLACE, FR_OPERATION_INSERT, FR_OPERATION_REMOVE, FR_OPERATION_MOVE } FrOperationKind;

typedef struct
{
  FrOperationKind kind;
  const FrNode   *node;   /* REPLACE: the value, or a key; else the collection */
  unsigned        index;  /* of the entry, but for REPLACE */
  const FrNode   *key;    /* INSERT into a mapping */
  const FrNode   *value;  /* REPLACE and INSERT */
  FrStyle         style;  /* REPLACE: of a string, where its text allows it */
  const FrEntryLines *lines;  /* REPLACE by a collection of one entry, and INSERT: how it is written, or NULL;
                                 REMOVE: not NULL if it is to be inserted elsewhere */
  unsigned        to;     /* MOVE, within a list: its index afterwards */
} FrOperation;

/* A run of entries of a block collection, before and after an operation: the smallest part of the text
 * that can be read by itself. Without a collection it is the whole text. */
typedef struct
{
  FrNode  *collection;
  unsigned first;
  unsigned n_old;
  unsigned n_new;
} FrPiece;

gboolean fr_operation_get_splice   (const FrOperation *operation, const FrSource *source, FrSplice *splice, GError **error);
FrPiece  fr_operation_get_piece    (const FrOperation *operation);
/* A collection of the values that the piece must have after the operation (or the new root). transfer full */
FrNode  *fr_operation_get_expected (const FrOperation *operation, const FrPiece *piece, const FrNode *root);

G_END_DECLS
