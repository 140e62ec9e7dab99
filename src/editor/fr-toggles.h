/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-toggles.h: a few things side by side of which one is chosen, each with its name and, if it has one, a small picture. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FR_TYPE_TOGGLES (fr_toggles_get_type ())
G_DECLARE_FINAL_TYPE (FrToggles, fr_toggles, FR, TOGGLES, GtkWidget)

/* Signal "chosen" (FrToggles *self, unsigned index): somebody chose another one. */

GtkWidget *fr_toggles_new    (void);  /* floating */
void       fr_toggles_add    (FrToggles *self, const char *name, GtkWidget *picture);  /* NULL: none */
void       fr_toggles_choose (FrToggles *self, int index);    /* -1: none */
void       fr_toggles_limit  (FrToggles *self, unsigned n);   /* those behind the first n go */

G_END_DECLS
