/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-node.h: the tree of YAML nodes, derived from the text and never written out.
 *
 * Readers of a document (forms, findings, HTML) see it through these functions. Aliases and merge keys are
 * followed, and of duplicate keys the last one counts, as in Ruby's Psych, which publishes the pages.
 * Nodes belong to their document and live until its next change.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FrNode FrNode;

/* What Psych makes of a value (YAML 1.1). */
typedef enum
{
  FR_TYPE_NULL,
  FR_TYPE_BOOLEAN,
  FR_TYPE_INTEGER,
  FR_TYPE_FLOAT,
  FR_TYPE_DATE,
  FR_TYPE_TIME,
  FR_TYPE_SYMBOL,
  FR_TYPE_STRING,
  FR_TYPE_SEQUENCE,
  FR_TYPE_MAPPING,
} FrType;

/* All of these take NULL for "no such node" and then answer FR_TYPE_NULL, NULL or 0,
 * so that a chain of look-ups needs no checks between. */
FrType        fr_node_get_type   (const FrNode *node);
const char   *fr_node_get_text   (const FrNode *node);
gsize         fr_node_get_length (const FrNode *node);
gboolean      fr_node_is_true    (const FrNode *node);  /* the boolean: true, yes, on */
unsigned      fr_node_count      (const FrNode *node);
const FrNode *fr_node_get_item   (const FrNode *sequence, unsigned index);
const FrNode *fr_node_get_key    (const FrNode *mapping, unsigned index);
const FrNode *fr_node_get_value  (const FrNode *mapping, unsigned index);
const char   *fr_node_get_first_key (const FrNode *mapping);       /* as a text; NULL: it has none */
const FrNode *fr_node_lookup     (const FrNode *mapping, const char *key);

/* The value at a JSON Pointer below `node`, or NULL; "" is the node itself. */
const FrNode *fr_node_at         (const FrNode *node, const char *pointer);

/* Bytes from the start of the document's text, and to the end of the node (exclusive). */
gsize         fr_node_get_start  (const FrNode *node);
gsize         fr_node_get_end    (const FrNode *node);

G_END_DECLS
