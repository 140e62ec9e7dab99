/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-fields-box.h: a form's parts for some fields of one mapping, one below the other in groups, as the table has them. */
#pragma once

#include "fr-form-part.h"
#include "fr-kinds.h"
#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_FIELDS_BOX (fr_fields_box_get_type ())
G_DECLARE_FINAL_TYPE (FrFieldsBox, fr_fields_box, FR, FIELDS_BOX, GtkBox)

/* `title`: what the first group is called; NULL: nothing. */
FrFieldsBox *fr_fields_box_new (FrSession *session, const char *title);
/* Of the fields of the mapping at `pointer` those from `first` up to `end`, or to the last one, which is before NULL. */
void         fr_fields_box_add (FrFieldsBox *self, const FrField *fields, const FrField *first, const FrField *end,
                                const char *pointer);
/* A sentence below the title. */
void         fr_fields_box_describe (FrFieldsBox *self, const char *sentence);
/* What the file has beside the fields of the mapping at `pointer`; NULL: all of it (fr-source-row.h). */
void         fr_fields_box_add_source (FrFieldsBox *self, const FrField *fields, const char *pointer);
/* Another part, below them. */
void         fr_fields_box_add_part (FrFieldsBox *self, GtkWidget *part);

G_END_DECLS
