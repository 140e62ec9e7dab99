/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-difference.h: what has to be told where a whole text took the place of another: in what their values differ. */
#pragma once

#include "fr-change.h"
#include "fr-node-private.h"

G_BEGIN_DECLS

/* Adds the changes that lead from one tree to the other: nothing, if their values are equal. Entries of a list that begin with
 * the same key and are in the same order are taken for the same, and equal ones wherever they are. */
void fr_changes_add_difference (GPtrArray *changes, const FrNode *before, const FrNode *after);

G_END_DECLS
