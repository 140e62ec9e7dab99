/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-plain-text.h: values hold other people's markup; this is what remains of them without it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a reader sees, line breaks and spaces as they are. A "<" that begins no tag is itself. transfer full */
char     *fr_plain_text        (const char *html);
/* The same in characters, without the line break that ends a block of text. */
unsigned  fr_plain_text_length (const char *html);
/* `at` is behind a tag's name. Behind the ">" that ends the tag, which those in quotes do not; NULL: there is none. */
const char *fr_plain_text_find_tag_end (const char *at);
/* Whether the published page finds words in it, as Markdown (Liquid's markdownify, strip_html, strip), which is another
 * question: that takes whatever stands between "<" and ">" for a tag. */
gboolean  fr_plain_text_has_words (const char *text);

G_END_DECLS
