/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-check-private.h: what the rules are given to look at, and how they say what they found. fr-check.c goes through a part of
 * the page by the table of kinds and calls them; each file fr-rules-*.c has those of one theme.
 *
 * Most values are all right, so nothing is made of them before something is found: a place is a chain on the stack.
 */
#pragma once

#include "fr-check.h"
#include "fr-rules.h"

G_BEGIN_DECLS

/* Where the check is. */
typedef struct _FrSpot FrSpot;

struct _FrSpot
{
  const FrSpot *above;
  const char   *name;   /* the key; NULL: `index`; "": the same as above */
  unsigned      index;
};

typedef struct
{
  const char         *holder;  /* the pointer by which the table knows the part */
  const FrCheckScope *scope;
  GPtrArray          *problems;
} FrCheck;

/* It is about the value at `about`, shows there and is mended there, unless more is said. The message is as printf () makes it;
 * the problem is the check's. */
FrProblem *fr_check_report    (FrCheck *check, FrRuleId rule, const FrSpot *about, const char *format, ...) G_GNUC_PRINTF (4, 5);
void       fr_problem_show_at (FrProblem *problem, const FrSpot *spot);
void       fr_problem_mend_at (FrProblem *problem, const FrSpot *field);
/* One more operation of what mends it: "remove"; "replace" by or "add" a value (JSON), or "move" to a key
 * beside it, which is taken. */
void       fr_problem_add_fix (FrProblem *problem, const char *op, const FrSpot *spot, char *value);
/* It is mended by this text in place of the value at `spot`. Safe: that is what was meant, and nothing is left to choose. */
void       fr_problem_replace (FrProblem *problem, const FrSpot *spot, const char *text, gboolean safe);
/* The value at `spot` is left over, and can be taken away. */
void       fr_problem_take_away (FrProblem *problem, const FrSpot *spot);
/* What the value at `spot` is called: "Hero: Title". transfer full */
char      *fr_check_describe  (FrCheck *check, const FrSpot *spot);

/* fr-rules-values.c: FALSE: it is of a form that says nothing about what is in it. */
gboolean fr_check_type     (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot);
void     fr_check_choice   (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot);
void     fr_check_date     (FrCheck *check, const FrNode *value, const FrSpot *spot);
/* fr-rules-text.c, and what it calls where a text has the characters for it */
void     fr_check_text     (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot);
void     fr_check_letters  (FrCheck *check, const char *text, const FrSpot *spot);                          /* fr-rules-letters.c */
void     fr_check_markdown (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot);    /* fr-rules-markdown.c */
void     fr_check_markup   (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot);    /* fr-rules-markup.c */
void     fr_check_escapes  (FrCheck *check, const char *text, const FrSpot *spot);
/* fr-rules-links.c: an address that is a value; one that stands within a text, at these bytes of it. */
void     fr_check_address  (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot);
void     fr_check_address_within (FrCheck *check, const char *text, gsize start, gsize end, const FrSpot *spot);
/* fr-rules-pairs.c: a link's text and address; a picture and its alternative text; texts that repeat each other. */
void     fr_check_link     (FrCheck *check, const FrField *address, const FrNode *mapping, const FrSpot *spot);
void     fr_check_pairs    (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot);
/* fr-rules-images.c */
void     fr_check_image    (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot);
/* fr-rules-keys.c: names that stand twice, or that the table does not have. */
void     fr_check_keys     (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot);
void     fr_check_kinds    (FrCheck *check, const FrNode *item, const FrSpot *spot);
void     fr_check_top_keys (FrCheck *check, const FrNode *root, const FrSpot *spot);
/* fr-rules-lists.c */
void     fr_check_list     (FrCheck *check, const FrField *field, const FrNode *list, const FrSpot *spot);
gboolean fr_check_item     (FrCheck *check, const FrField *fields, const FrNode *item, const FrSpot *spot);  /* FALSE: it is empty */
void     fr_check_wanted   (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot);
/* fr-rules-page.c */
void     fr_check_page     (FrCheck *check, const FrNode *root, const FrSpot *spot);

G_END_DECLS
