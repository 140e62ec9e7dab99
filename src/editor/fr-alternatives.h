/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-alternatives.h: of several things that a mapping can have one, or none, as one choice, and below it the fields of
 * what is chosen. Chosen is what the document has; to choose something else is one edit of it. It is a part of a form.
 */
#pragma once

#include "fr-kinds.h"
#include "fr-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FR_TYPE_ALTERNATIVES (fr_alternatives_get_type ())
G_DECLARE_FINAL_TYPE (FrAlternatives, fr_alternatives, FR, ALTERNATIVES, GtkBox)

/* Of the fields of the mapping at `pointer` those from `first` up to `end`, all of which have an alternative. `title`: what
 * is chosen, "The hero has". floating */
GtkWidget *fr_alternatives_new (const FrField *fields, const FrField *first, const FrField *end, const char *title,
                                FrSession *session, const char *pointer);

G_END_DECLS
