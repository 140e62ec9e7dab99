/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-check.h: what the rules and the table of kinds say against one part of a page, whatever else is in the page and wherever
 * the part stands in it.
 */
#pragma once

#include "fr-kinds.h"
#include "fr-node.h"
#include "fr-rules.h"
#include "fr-site.h"

G_BEGIN_DECLS

/* One operation of a JSON Patch; the path is below the part. */
typedef struct
{
  const char *op;     /* "remove", "replace", "move"; NULL: none */
  char       *path;   /* of the value that goes or changes; NULL: none */
  char       *value;  /* JSON; of a move, the path that the value goes to */
} FrFixStep;

#define FR_FIX_STEPS 2

typedef struct
{
  FrSeverity  severity;
  const char *rule;
  char       *message;  /* this one, `brief` and `instead` are GRefStrings, which findings share */
  char       *brief;    /* the same to one who has the field before his eyes; NULL: the message */
  char       *path;     /* below the part, as a JSON Pointer: what it is about … */
  char       *spot;     /* … where it shows: the same, or something in it; NULL: `path` … */
  char       *field;    /* … where it is mended, there or not; NULL: `path` … */
  char       *leftover; /* … and what can be taken away instead; NULL: nothing */
  FrFixStep   fix[FR_FIX_STEPS];
  char       *instead;  /* the text that the fix puts there; NULL: it does something else */
  gboolean    safe;     /* the fix makes what was meant, and nothing is left to choose */
} FrProblem;

/* What is around the part. */
typedef struct
{
  FrSite   *site;
  char     *own_path;     /* the homepage's in its site; NULL: it is in none */
  gboolean  reads_pages;  /* files may be read: it may block */
  guint32   today;        /* a Julian day; 0: not known */
} FrCheckScope;

void       fr_problem_free   (FrProblem *problem);
/* What is wrong with the part as a whole; takes the message. The problem is the list's. */
FrProblem *fr_check_add      (GPtrArray *problems, FrRuleId rule, char *message);
/* Of FrProblem; transfer full. What is looked at is the page's own settings or one item of `sections`. */
GPtrArray *fr_check_settings (const FrNode *root, const FrCheckScope *scope);
GPtrArray *fr_check_section  (const FrNode *item, const FrCheckScope *scope);

G_END_DECLS
