/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-review.h: what would be saved: each value in which the document differs from what the file holds, and each run of lines; any
 * of them can be put back, as an edit that can be undone.
 *
 * When all values are put back, the values are those of the file; and so is each byte, unless comments or the way in which
 * something is written were changed apart from values, which is an entry of its own.
 */
#pragma once

#include "fr-document.h"
#include "fr-text-difference.h"

G_BEGIN_DECLS

typedef enum
{
  FR_REVIEW_EDITED,
  FR_REVIEW_ADDED,
  FR_REVIEW_REMOVED,
  FR_REVIEW_MOVED,    /* an entry of a list stands elsewhere in it */
  FR_REVIEW_BODY,     /* the text below the front matter */
  FR_REVIEW_WRITING,  /* comments, quotes, spaces: no value */
} FrReviewKind;

typedef struct
{
  FrReviewKind kind;
  char        *name;           /* "Hero title in “Welcome”" */
  char        *pointer;        /* in the document; NULL: it is not there */
  char        *saved_pointer;  /* in what the file holds; NULL: it is not there */
  char        *before;         /* as people read it; NULL: it was not there, or there is nothing to be read */
  char        *after;          /* the same; NULL: it is not there any more */
} FrReviewEntry;

typedef struct _FrReview FrReview;

/* Of a document as it is now; after the next change there is another one. */
FrReview  *fr_review_new          (FrDocument *document);
void       fr_review_free         (FrReview *self);
/* Of FrReviewEntry, in the order of the page. transfer none */
const GPtrArray *fr_review_get_entries (FrReview *self);
/* What the file holds, read. transfer none */
FrDocument *fr_review_get_saved   (FrReview *self);
/* FALSE with an error: the document is as it was. */
gboolean   fr_review_revert       (FrReview *self, const FrReviewEntry *entry, GError **error);

/* The lines of both, and in what they differ. transfer none */
const GPtrArray *fr_review_get_lines_before (FrReview *self);
const GPtrArray *fr_review_get_lines_after  (FrReview *self);
const GArray    *fr_review_get_hunks        (FrReview *self);
/* FALSE with an error: what would be there then cannot be read; other lines belong to these. */
gboolean   fr_review_revert_hunk  (FrReview *self, unsigned hunk, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrReview, fr_review_free)

G_END_DECLS
