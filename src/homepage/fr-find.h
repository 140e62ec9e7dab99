/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-find.h: where the texts of a homepage hold some words, and other words in their place.
 *
 * What is searched is what has a field: texts, addresses and pictures of the page's settings and of all known kinds, in the
 * order in which they stand on the page and in a form. Of a spelling a search knows what people mean by it: capital or
 * small letters are the same unless they are asked for, and any white space is (a text may be folded in the file).
 */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

typedef struct
{
  char *pointer;        /* of the value */
  char *text;           /* all of it */
  int   start;          /* what was found, in bytes of the text */
  int   end;
  char *why_read_only;  /* fr_document_why_read_only (): NULL, or a sentence */
} FrMatch;

void       fr_match_free (FrMatch *match);

/* Of FrMatch, not overlapping; of no words, none. transfer full */
GPtrArray *fr_find       (FrDocument *document, const char *words, gboolean match_case);

/* A JSON Patch that puts the text, as it is, in place of these matches of the document as it is now, those apart that are read
 * only; NULL: of all of them. transfer full */
char      *fr_matches_replace (const GPtrArray *matches, const char *text);

G_END_DECLS
