/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-json.h: YAML values as JSON and back, typed as Ruby's Psych types them. */
#pragma once

#include "fr-node.h"

G_BEGIN_DECLS

/* Dates, times and symbols become strings, numbers that JSON has not become null; keys become strings.
 * Aliases and merge keys are followed, and of equal keys the last one counts. transfer full */
char    *fr_json_to_text       (const FrNode *node, gboolean pretty);
/* What a key is called there: a list by its JSON. transfer full */
char    *fr_json_name_of_key   (const FrNode *key);
/* The text in quotes; a `length` of -1 is that of the string. */
void     fr_json_append_string (GString *out, const char *text, gssize length);
/* The same JSON as RFC 6902 compares it: numbers by their value, objects without an order. */
gboolean fr_json_equal         (const FrNode *a, const FrNode *b);

/* A tree of values without places, to be freed by its user. RFC 8259 and nothing else; NULL with FR_ERROR_VALUE, also
 * for what would not be kept as it is: integers of more than 64 bits, larger floats than there are, texts with U+0000
 * or half a character, values nested deeper than those of a page. Of equal names the last one counts. */
FrNode  *fr_json_read          (const char *json, GError **error);

G_END_DECLS
