/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-markup-wrap.h: markup around what is selected in a text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts the two around the selection, which stays selected; where the very two stand around it already, they go. With nothing
 * selected the cursor is between them. No `before`: `after` takes the selection's place, and the cursor is behind it. */
void fr_markup_wrap (GtkTextBuffer *buffer, const char *before, const char *after);

G_END_DECLS
