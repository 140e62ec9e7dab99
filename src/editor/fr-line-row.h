/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-line-row.h: a text of one line. What helps to write it is a button behind it, or what stands above it, of its
 * subclasses. */
#pragma once

#include "fr-field-row.h"

G_BEGIN_DECLS

#define FR_TYPE_LINE_ROW (fr_line_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (FrLineRow, fr_line_row, FR, LINE_ROW, FrFieldRow)

struct _FrLineRowClass
{
  FrFieldRowClass parent_class;
};

/* For the subclasses. */
void  fr_line_row_add_button (FrLineRow *self, GtkWidget *button);  /* one at most; off where the text cannot be changed */
void  fr_line_row_put_above  (FrLineRow *self, GtkWidget *widget);
void  fr_line_row_set_text   (FrLineRow *self, const char *text);   /* as if it were typed */
char *fr_line_row_dup_text   (FrLineRow *self);                     /* transfer full */
GtkWidget *fr_line_row_get_entry (FrLineRow *self);                 /* in a box of its own; transfer none */

G_END_DECLS
