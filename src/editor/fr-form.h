/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-form.h: the form of one section, made from the table of kinds. It listens to the session: what is changed elsewhere
 * (undo, another form) shows here, and it stays with its section wherever that goes.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_FORM (fr_form_get_type ())
G_DECLARE_FINAL_TYPE (FrForm, fr_form, FR, FORM, GtkWidget)

/* The form of the mapping at `pointer`: "" for the page's settings, "/sections/0/hero" for a section. */
void fr_form_show  (FrForm *self, FrSession *session, const char *pointer);
void fr_form_clear (FrForm *self);
/* Puts the focus into the field of the value at `pointer`, opening the list item it is in; all of its text is selected,
 * or the cursor stands behind it. */
void fr_form_focus (FrForm *self, const char *pointer, gboolean select);
/* Shows the field, and the focus stays where it is. */
void fr_form_reveal (FrForm *self, const char *pointer);
/* The pointer of the field, list item or section whose control has the focus; NULL if none in here has it. */
const char *fr_form_get_focused (FrForm *self);

G_END_DECLS
