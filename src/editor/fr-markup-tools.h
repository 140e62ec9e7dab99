/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-markup-tools.h: buttons and keys that put markup into a text, for people who do not write it: bold (Ctrl+B), a link
 * (Ctrl+K), a line break (Shift+Enter). What is pasted from a page or a letter comes in with such markup and no other.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-kinds.h"

G_BEGIN_DECLS

#define FR_TYPE_MARKUP_TOOLS (fr_markup_tools_get_type ())
G_DECLARE_FINAL_TYPE (FrMarkupTools, fr_markup_tools, FR, MARKUP_TOOLS, GtkBox)

/* The buttons; the keys are the view's. floating */
GtkWidget *fr_markup_tools_new (GtkTextView *view, FrMarkup markup);

G_END_DECLS
