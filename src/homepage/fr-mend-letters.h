/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-mend-letters.h: texts that were read in another encoding than they were written in, and what they were before.
 *
 * UTF-8 that a program took for Windows-1252 or Mac OS Roman and wrote again has two or three odd letters for each that is beyond
 * ASCII: “Singaporeâ€™s”. It happens twice, too. Only what can hardly be anything else is taken for that: some of the odd
 * pairs are words in some language.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL: it is not damaged, as far as anybody can tell. transfer full */
char *fr_letters_repair        (const char *text);
/* A character is lost, and only people can tell which: the sign that programs put in its place. */
gboolean fr_letters_are_lost   (const char *text);
/* The text without characters that nobody sees and that do nothing; NULL: it has none. transfer full */
char *fr_letters_without_invisible (const char *text);

G_END_DECLS
