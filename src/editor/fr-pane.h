/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-pane.h: the left side: the page, a list of its sections, and the section that was chosen there, its form, one of the two
 * at a time; and which section to add.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_PANE (fr_pane_get_type ())
G_DECLARE_FINAL_TYPE (FrPane, fr_pane, FR, PANE, GtkWidget)

/* Signal "chosen" (FrPane *, const char *pointer): another section is chosen now, its form open or not.
 * Actions: "pane.back" (Escape, too, where nothing else takes it), "pane.previous", "pane.next", "pane.add",
 * "pane.find", "pane.find-next", "pane.find-previous", "pane.findings". */

void        fr_pane_set_session (FrPane *self, FrSession *session);  /* NULL: there is none */
/* The pointer of the chosen section's mapping, "" for the page's settings; NULL without a session. */
const char *fr_pane_get_chosen  (FrPane *self);
/* Chooses the section that holds the value at `pointer`: in the list, and in the form if one is open. */
void        fr_pane_choose      (FrPane *self, const char *pointer);
/* Opens the form that has the value at `pointer`, with the focus in its field; all of its text is selected, or the cursor stands
 * behind it. */
void        fr_pane_open        (FrPane *self, const char *pointer, gboolean select);
/* Chooses the section of the value, and shows its field where a form is open; the focus stays where it is. */
void        fr_pane_reveal      (FrPane *self, const char *pointer);
/* Shows the list, with the focus in the chosen row. */
void        fr_pane_show_list   (FrPane *self);
/* The pointer of what has the focus: a field, a list item, a section or its row; NULL if none of these has it. */
const char *fr_pane_get_focused (FrPane *self);

G_END_DECLS
