/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-findings-page.h: all that is wrong with the homepage, what the public notices first on top; each leads to its field, and many
 * are mended by a button.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_FINDINGS_PAGE (fr_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (FrFindingsPage, fr_findings_page, FR, FINDINGS_PAGE, GtkWidget)

/* Signal "opened" (FrFindingsPage *, const char *pointer): go to the field where a finding is mended.
 * Actions: "findings.mend-safe", "findings.cancel". */

void fr_findings_page_set_session (FrFindingsPage *self, FrSession *session);  /* NULL: there is none */
/* All findings, with the focus in their list. */
void fr_findings_page_start       (FrFindingsPage *self);

G_END_DECLS
