/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-markup-clean.h: what is pasted from a web page or a letter, as people would have written it into a homepage. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words, bold and slanted ones, links where they are wanted, and a line break between paragraphs; nothing of colours, sizes,
 * pictures, scripts. Characters that are markup are escaped. transfer full */
char *fr_markup_clean (const char *html, gboolean with_links);

G_END_DECLS
