/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-review-row.h: one change that would be saved: what is changed, and from what to what, with the words marked in which they
 * differ.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-review.h"

G_BEGIN_DECLS

#define FR_TYPE_REVIEW_ROW (fr_review_row_get_type ())
G_DECLARE_FINAL_TYPE (FrReviewRow, fr_review_row, FR, REVIEW_ROW, GtkListBoxRow)

/* Its buttons call the actions "review.show" and "review.revert" with the entry's index (u). */
GtkWidget *fr_review_row_new      (const FrReviewEntry *entry, unsigned index);
/* A run of lines that differ, with some around it; its button calls "review.revert-lines". */
GtkWidget *fr_review_row_new_hunk (FrReview *review, unsigned index);

G_END_DECLS
