/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-kind-chooser.h: which section to add: each kind with a sketch of how it looks and a sentence of what it is for, in the order
 * in which people need them. What cannot be added stands at the end, and says why.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-document.h"

G_BEGIN_DECLS

#define FR_TYPE_KIND_CHOOSER (fr_kind_chooser_get_type ())
G_DECLARE_FINAL_TYPE (FrKindChooser, fr_kind_chooser, FR, KIND_CHOOSER, GtkWidget)

/* Signal "chosen" (FrKindChooser *, const char *name): of the kind (fr_kind_find ()). */

/* What may be added to this page now. */
void fr_kind_chooser_offer (FrKindChooser *self, FrDocument *document);
/* Gives the focus to the first one. */
void fr_kind_chooser_focus (FrKindChooser *self);

G_END_DECLS
