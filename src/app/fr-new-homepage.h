/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-new-homepage.h: asks what a new site is called and where it goes, and makes its homepage there (fr-starter.h). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over the window, which opens what was made by the action "app.open-recent". */
void fr_new_homepage_ask (GtkWindow *window);
/* The sample's copy, opened in the same way. */
void fr_new_homepage_try_sample (GtkWindow *window);

G_END_DECLS
