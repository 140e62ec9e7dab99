/* fr-json.h: YAML values as JSON and back, typed as Ruby's Psych types them. */
#pragma once

#include <json-glib/json-glib.h>

#include "fr-node.h"

G_BEGIN_DECLS

/* Dates, times and symbols become strings, numbers that JSON has not become null; keys become strings.
 * Aliases and merge keys are followed. transfer full */
JsonNode *fr_json_from_node (const FrNode *node);
char     *fr_json_to_text   (const FrNode *node, gboolean pretty);
/* In quotes, escaped; a `length` of -1 is that of the string. */
void      fr_json_append_string (GString *out, const char *text, gssize length);
/* A tree of values without places, to be freed by its user; NULL with FR_ERROR_VALUE if it is no JSON. */
FrNode   *fr_json_read      (const char *json, GError **error);
FrNode   *fr_json_to_node   (JsonNode *json);
/* RFC 8259 and nothing else; NULL with FR_ERROR_VALUE, also for what would not be kept as it is: integers of more than
 * 64 bits, and texts with U+0000. transfer full */
JsonNode *fr_json_parse     (const char *json, GError **error);

G_END_DECLS
