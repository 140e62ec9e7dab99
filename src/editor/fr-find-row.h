/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-find-row.h: one place where words were found: in what, and the words among those around them. */
#pragma once

#include <gtk/gtk.h>

#include "fr-find.h"

G_BEGIN_DECLS

#define FR_TYPE_FIND_ROW (fr_find_row_get_type ())
G_DECLARE_FINAL_TYPE (FrFindRow, fr_find_row, FR, FIND_ROW, GtkListBoxRow)

/* Signal "replace" (FrFindRow *): these words are to be replaced. */

GtkWidget *fr_find_row_new (FrDocument *document, const FrMatch *match);  /* which are not kept; floating */

/* What is at the pointer, in words: "Infopic description in “SCRI Academy”"; NULL: the table does not know it. transfer full */
char      *fr_find_row_describe (FrDocument *document, const char *pointer);

G_END_DECLS
