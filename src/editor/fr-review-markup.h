/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-review-markup.h: old and new texts as Pango's markup: what is gone is struck through and red, what is new is green. */
#pragma once

#include "fr-review.h"

G_BEGIN_DECLS

/* One side of two texts, with the words marked that the other one has not. transfer full */
char *fr_review_mark_old  (const char *before, const char *after);
char *fr_review_mark_new  (const char *before, const char *after);
/* The lines of a hunk as a unified diff, with those around it. transfer full */
char *fr_review_mark_hunk (FrReview *review, unsigned hunk);

G_END_DECLS
