/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-text-box.h: a text view that is as high as its text. What scrolls is the form around it, so that all of a text is seen
 * and no scrollbar lies over it. GTK's own view knows its height only when it has been drawn at its width.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FR_TYPE_TEXT_BOX (fr_text_box_get_type ())
G_DECLARE_FINAL_TYPE (FrTextBox, fr_text_box, FR, TEXT_BOX, GtkTextView)

GtkWidget *fr_text_box_new (void);  /* floating */

G_END_DECLS
