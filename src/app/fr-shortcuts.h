/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-shortcuts.h: the keys, in one table: what the program listens to is what its window of keyboard shortcuts shows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the actions their keys. */
void       fr_shortcuts_install    (GtkApplication *application);
/* The window that lists them; it is the caller's to show, and goes when it is closed. */
GtkWindow *fr_shortcuts_new_window (void);

G_END_DECLS
