/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-field-row.h: one value of the document as a row of a form: its label, its control, and what is to be said of it
 * (fr-field-notes.h). The kinds of control are its subclasses.
 * The row owns no copy of the value: what is typed goes to the document, what is shown comes from it.
 */
#pragma once

#include <adwaita.h>

#include "fr-destination.h"
#include "fr-kinds.h"
#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_FIELD_ROW (fr_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (FrFieldRow, fr_field_row, FR, FIELD_ROW, AdwPreferencesRow)

struct _FrFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*bind)         (FrFieldRow *self, const FrField *field);   /* once, before the first text; may be NULL */
  void (*show_text)    (FrFieldRow *self, const char *text);       /* must not move the cursor of an equal text */
  void (*set_editable) (FrFieldRow *self, gboolean editable);
  void (*select_text)  (FrFieldRow *self, gboolean all);           /* all, or put the cursor behind; may be NULL */
  void (*site_changed) (FrFieldRow *self);                         /* the session's is another one; may be NULL */
};

/* Once, before all else: the row shows the value at the pointer from here on, one of the `fields` of a mapping. The session is
 * not owned. */
void           fr_field_row_bind        (FrFieldRow *self, const FrField *field, const FrField *fields, FrSession *session,
                                         const char *pointer);
const char    *fr_field_row_get_pointer (FrFieldRow *self);               /* NULL: the mapping is gone */
gboolean       fr_field_row_focus       (FrFieldRow *self);
/* All of the text, or none and the cursor behind it. */
void           fr_field_row_select_text (FrFieldRow *self, gboolean all);

/* For the subclasses. `control` takes the focus and the field's name; it is in `child`, or the same. */
void           fr_field_row_set_control (FrFieldRow *self, GtkWidget *child, GtkWidget *control);
void           fr_field_row_set_tools   (FrFieldRow *self, GtkWidget *tools);  /* beside its name */
void           fr_field_row_commit      (FrFieldRow *self, const char *text);
void           fr_field_row_replace     (FrFieldRow *self, const char *text);  /* at once, as one step of undo */
void           fr_field_row_remove      (FrFieldRow *self);               /* the value is not to be there */
/* Below the field stands what its address leads to. */
void           fr_field_row_show_destination (FrFieldRow *self, const FrDestination *destination);
void           fr_field_row_show_problem (FrFieldRow *self, const char *sentence);
gboolean       fr_field_row_is_updating (FrFieldRow *self);               /* what changes comes from the document */
FrSession     *fr_field_row_get_session (FrFieldRow *self);               /* NULL: it is closed */

G_END_DECLS
