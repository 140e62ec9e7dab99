/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-source-view.h: the file's text, with colours, to be edited: the same document as in forms and page, with the same undo.
 * While it cannot be read, it says where and why.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_SOURCE_VIEW (fr_source_view_get_type ())
G_DECLARE_FINAL_TYPE (FrSourceView, fr_source_view, FR, SOURCE_VIEW, GtkWidget)

/* Signal "pointed" (FrSourceView *, const char *pointer): the cursor is in another value, as whoever has the focus here moved it. */

/* NULL: nothing is shown, and nothing of it costs anything. */
void        fr_source_view_set_session (FrSourceView *self, FrSession *session);
/* The cursor goes to the value at the pointer, or to what is around it, unless it is there. */
void        fr_source_view_show_value  (FrSourceView *self, const char *pointer);
/* The cursor goes to where it cannot be read, with the focus. */
void        fr_source_view_go_to_problem (FrSourceView *self);
/* Whether somebody edits here. */
gboolean    fr_source_view_has_focus   (FrSourceView *self);
/* The pointer of the value that the cursor is in; NULL: not known, as the text cannot be read. transfer none */
const char *fr_source_view_get_place   (FrSourceView *self);

G_END_DECLS
