/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-sketch.h: small pictures of what the choices of a hero look like, in the colours of the text around them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FR_TYPE_SKETCH (fr_sketch_get_type ())
G_DECLARE_FINAL_TYPE (FrSketch, fr_sketch, FR, SKETCH, GtkWidget)

/* Of a value of a field of the table; NULL: there is none. floating */
GtkWidget *fr_sketch_new (const char *field, const char *value);

G_END_DECLS
