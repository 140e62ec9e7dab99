/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-section-rows.h: the rows of the list of sections, kept as the session has it: one for the page's settings, then one for
 * each section. What stays in the page keeps its row, wherever it goes.
 */
#pragma once

#include "fr-section-row.h"

G_BEGIN_DECLS

typedef struct _FrSectionRows FrSectionRows;

/* Fills the list box, which is empty and stays the caller's. */
FrSectionRows *fr_section_rows_new      (GtkListBox *list, FrSession *session);
/* The rows go, too. */
void           fr_section_rows_free     (FrSectionRows *self);
void           fr_section_rows_follow   (FrSectionRows *self, const GPtrArray *changes);
gboolean       fr_section_rows_are_none (FrSectionRows *self);  /* but for that of the settings */
/* The row whose mapping holds the value at `pointer`. */
FrSectionRow  *fr_section_rows_find     (FrSectionRows *self, const char *pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrSectionRows, fr_section_rows_free)

G_END_DECLS
