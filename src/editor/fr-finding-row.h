/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-finding-row.h: one finding: where, what is wrong, why it matters and what to do, and what mends it. */
#pragma once

#include <gtk/gtk.h>

#include "fr-document.h"
#include "fr-findings.h"

G_BEGIN_DECLS

#define FR_TYPE_FINDING_ROW (fr_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (FrFindingRow, fr_finding_row, FR, FINDING_ROW, GtkListBoxRow)

/* Signals "mend", "ignore" (FrFindingRow *): the finding is to be mended, or to be ignored or told of again. */

/* Neither is kept. `ignored`: it is, and can be told of again. floating */
GtkWidget *fr_finding_row_new (FrDocument *document, const FrFinding *finding, gboolean ignored);

G_END_DECLS
