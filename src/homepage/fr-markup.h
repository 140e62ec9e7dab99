/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-markup.h: values are other people's HTML and go into the page as they are. Here it is made sure that they stay
 * where they are put: a piece of the page is read as a browser reads it on its own, and written again.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What `html` left open ends with it, what it did not open it cannot close. Scripts are left out, and what a frame
 * would load stands there as a box of the frame's size that says so. transfer full */
char *fr_markup_confine (const char *html);

G_END_DECLS
