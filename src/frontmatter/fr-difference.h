/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-difference.h: what has to be told where a whole text took the place of another: in what their values differ. */
#pragma once

#include "fr-change.h"
#include "fr-node-private.h"

G_BEGIN_DECLS

/* Adds the changes that lead from one tree to the other. Entries of a list that are equal, and those that begin with the same
 * key, are taken for the same, in their order. Nothing, if the values are equal. */
void fr_changes_add_difference (GPtrArray *changes, const FrNode *before, const FrNode *after);

G_END_DECLS
