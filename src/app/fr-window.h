/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-window.h: an open homepage on the screen: its sections and forms beside its preview. All it shows is the session's. */
#pragma once

#include <adwaita.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_WINDOW (fr_window_get_type ())
G_DECLARE_FINAL_TYPE (FrWindow, fr_window, FR, WINDOW, AdwApplicationWindow)

GtkWidget *fr_window_new         (GtkApplication *application);
/* Shows the homepage of a site's folder, or another file, when it is read. One that another window shows already is shown
 * there, and this window closes. */
void       fr_window_open        (FrWindow *self, GFile *place);
void       fr_window_show        (FrWindow *self, FrSession *session);
gboolean   fr_window_is_empty    (FrWindow *self);     /* nothing was opened yet */
/* Whether it shows this file or site, or is about to. */
gboolean   fr_window_is_of       (FrWindow *self, GFile *place);
FrSession *fr_window_get_session (FrWindow *self);     /* NULL: nothing is shown; transfer none */

G_END_DECLS
