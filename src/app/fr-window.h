/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-window.h: an open homepage on the screen: its sections and forms beside its preview. All it shows is the session's. */
#pragma once

#include <adwaita.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_WINDOW (fr_window_get_type ())
G_DECLARE_FINAL_TYPE (FrWindow, fr_window, FR, WINDOW, AdwApplicationWindow)

GtkWidget *fr_window_new         (GtkApplication *application);
/* Shows the file when it is read. One that another window shows already is shown there, and this window closes. */
void       fr_window_open        (FrWindow *self, GFile *file);
void       fr_window_show        (FrWindow *self, FrSession *session);
GFile     *fr_window_get_file    (FrWindow *self);     /* NULL: nothing was opened yet; transfer none */
FrSession *fr_window_get_session (FrWindow *self);     /* NULL: nothing is shown; transfer none */

G_END_DECLS
