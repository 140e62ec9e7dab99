/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-compare.h: the page as the file has it beside the page as it would be saved, at the same place of both. */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_COMPARE (fr_compare_get_type ())
G_DECLARE_FINAL_TYPE (FrCompare, fr_compare, FR, COMPARE, GtkWidget)

/* It has two web views of its own, which go with it. */
GtkWidget *fr_compare_new       (FrSession *session);
/* What the file holds is this now. */
void       fr_compare_set_saved (FrCompare *self, FrDocument *saved);
/* Shows and outlines a value in both; NULL: it is not in that one. */
void       fr_compare_point     (FrCompare *self, const char *before, const char *after);

G_END_DECLS
