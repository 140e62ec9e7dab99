/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-alternative-patch.h: what a mapping has of its alternatives (fr-kinds.h), and how it comes to have another one. */
#pragma once

#include "fr-kinds.h"
#include "fr-session.h"

G_BEGIN_DECLS

/* Fields from `first` up to `end` that belong together. */
typedef struct
{
  const FrField *first;
  const FrField *end;
} FrAlternative;

/* The last one that the page has something of; -1: none. */
int   fr_alternatives_find_drawn (const FrAlternative *all, unsigned n, const FrNode *mapping);
/* Whether there is more of it than empty texts. */
gboolean fr_alternative_is_filled (const FrAlternative *alternative, const FrNode *mapping);
/* The JSON Patch by which the mapping at `pointer` has alternative `chosen`, -1 for none: what it holds, or held before it
 * left the file (fr-keepsake.h), or a new one. What would be drawn in its place goes, and is kept aside; so does what is
 * empty; what the page steps over for it stays. transfer full */
char *fr_alternatives_make_patch (const FrAlternative *all, unsigned n, int chosen, FrSession *session, const char *pointer);

G_END_DECLS
