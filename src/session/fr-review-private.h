/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-review-private.h: what listing changes and putting them back share. */
#pragma once

#include "fr-review.h"

G_BEGIN_DECLS

struct _FrReview
{
  FrDocument *document;
  FrDocument *saved;
  GPtrArray  *changes;  /* of FrChange: from what was saved to what is there */
  GPtrArray  *entries;
  GBytes     *normal;   /* what was saved with the values of the document put in; NULL: that cannot be made */
  GPtrArray  *lines_before, *lines_after;
  GArray     *hunks;
};

/* As people read it. transfer full */
char     *fr_review_say_value (const FrNode *value);
/* The bytes of the document that have the values of these entries, as lines: from, to (exclusive), from, … transfer full */
GArray   *fr_review_find_lines (FrReview *self);

G_END_DECLS
