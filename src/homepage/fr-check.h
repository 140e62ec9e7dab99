/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-check.h: what the table of kinds says against one part of a page, whatever else is in the page and wherever the
 * part stands in it.
 */
#pragma once

#include "fr-findings.h"
#include "fr-kinds.h"
#include "fr-node.h"

G_BEGIN_DECLS

typedef struct
{
  FrSeverity  severity;
  const char *rule;
  char       *message;
  char       *brief;    /* the same to one who has the field before his eyes; NULL: the message */
  char       *path;     /* below the part, as a JSON Pointer: what it is about … */
  char       *spot;     /* … where it shows: the same, or something in it … */
  char       *field;    /* … where it is mended, there or not … */
  char       *leftover; /* … and what can be taken away instead; NULL: nothing */
} FrProblem;

void       fr_problem_free   (FrProblem *problem);
/* Of FrProblem; transfer full. What is looked at is the page's own settings or one item of `sections`. */
GPtrArray *fr_check_settings (const FrNode *root, FrSite *site);
GPtrArray *fr_check_section  (const FrNode *item, FrSite *site);

G_END_DECLS
