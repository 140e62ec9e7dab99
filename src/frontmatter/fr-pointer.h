/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-pointer.h: JSON Pointer, RFC 6901. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char   **fr_pointer_split       (const char *pointer, GError **error);   /* tokens, unescaped; transfer full */
char    *fr_pointer_join        (const char *parent, const char *token); /* token is escaped; transfer full */
char    *fr_pointer_join_index  (const char *parent, unsigned index);
/* "/a/b" → "/a", and the last token, unescaped, in *token (transfer full) where that is asked for; NULL for "". */
char    *fr_pointer_split_last  (const char *pointer, char **token);
/* An array index as RFC 6901 allows it: digits without leading zeros. */
gboolean fr_pointer_parse_index (const char *token, unsigned *index);
/* `pointer` is `ancestor` or lies below it. */
gboolean fr_pointer_is_within   (const char *pointer, const char *ancestor);

G_END_DECLS
