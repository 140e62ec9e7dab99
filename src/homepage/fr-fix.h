/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-fix.h: what mends findings: one at a time, or many at once. */
#pragma once

#include "fr-check.h"
#include "fr-findings.h"

G_BEGIN_DECLS

/* The steps of a part that is at `pointer` now, as a JSON Patch; NULL: there are none. transfer full */
char      *fr_fix_to_patch  (const FrFixStep *steps, const char *pointer);
/* Of these findings those whose fixes can be made together, as one step: of several about the same value the first, the last ones
 * of the text first, so that no fix moves what a later one is about. `rule`: those of it; NULL: the safe ones of all rules.
 * transfer container */
GPtrArray *fr_fixes_choose  (const GPtrArray *findings, const char *rule);
/* All of their fixes, as one JSON Patch; NULL: there are none. transfer full */
char      *fr_fixes_join    (const GPtrArray *findings);
/* In words for people: "Change to “Singapore’s”", "Remove". transfer full */
char      *fr_fix_describe  (const FrFinding *finding);

G_END_DECLS
