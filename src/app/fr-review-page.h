/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-review-page.h: what would be saved, to be looked at before it is: by values, by lines, and as two pages. Each change can be
 * reverted, which is an edit like any other.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_REVIEW_PAGE (fr_review_page_get_type ())
G_DECLARE_FINAL_TYPE (FrReviewPage, fr_review_page, FR, REVIEW_PAGE, GtkWidget)

/* NULL: nothing is shown, and nothing is kept for it. The action "win.back-from-review" leads back. */
void fr_review_page_set_session (FrReviewPage *self, FrSession *session);

G_END_DECLS
