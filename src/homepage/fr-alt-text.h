/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-alt-text.h: whether an alternative text can stand for its picture where that is not seen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL: nothing is to be said against it. Else a sentence that says what it is instead, and what to write. `address`: the picture's.
 * transfer full */
char *fr_alt_text_doubt (const char *text, const char *address);

G_END_DECLS
