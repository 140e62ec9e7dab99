/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-text.h: what the bytes of a text are, before anything is read in them: UTF-8, line breaks of YAML 1.1, comments. Where
 * they are ASCII they are looked at eight at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As g_utf8_validate_len (). */
gboolean fr_is_utf8         (const char *text, gsize length, const char **end);
/* How many of the bytes at `p` are ASCII, no more than `most`; some of the last may not be counted. */
gsize    fr_ascii_run       (const char *p, gsize most, const char *end);
/* Skips white space, newlines and comments from `offset`, which must lie between two tokens. */
gsize    fr_skip_to_content (const char *text, gsize length, gsize offset);
/* Whether there are line breaks that nothing else here takes for an end of a line, all but a newline and the carriage return
 * before it; or a byte order mark, which means nothing at the start of a text alone. */
gboolean fr_has_odd_breaks  (const char *text, gsize length);

G_END_DECLS
