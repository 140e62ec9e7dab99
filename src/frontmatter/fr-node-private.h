/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-node-private.h: the nodes as the layer itself sees them.
 *
 * A node's start is relative to its parent's, so that an edit moves only the later siblings of the nodes
 * above it, not every node behind it. Mappings keep keys and values in turn in `children`.
 */
#pragma once

#include "fr-node.h"
#include "fr-pool.h"

G_BEGIN_DECLS

/* More levels than any page has; keeps functions that walk the tree from running out of stack. */
#define FR_MAX_DEPTH 256

typedef enum
{
  FR_NODE_SCALAR,
  FR_NODE_SEQUENCE,
  FR_NODE_MAPPING,
  FR_NODE_ALIAS,
} FrNodeKind;

/* How a node is written. */
typedef enum
{
  FR_STYLE_PLAIN,
  FR_STYLE_SINGLE_QUOTED,
  FR_STYLE_DOUBLE_QUOTED,
  FR_STYLE_LITERAL,
  FR_STYLE_FOLDED,
  FR_STYLE_BLOCK,
  FR_STYLE_FLOW,
} FrStyle;

/* A page has tens of thousands of nodes: one block of memory each, its text behind it. */
struct _FrNode
{
  FrNode  *parent;
  guint32  start;        /* bytes from the parent's start; for the root, from the start of the text */
  guint32  length;       /* bytes, up to the last one that is not white space after the value */
  union
  {
    guint32 n_children;  /* MAPPING, SEQUENCE */
    guint32 text_length; /* SCALAR, ALIAS: bytes; the text may hold NULs */
  };
  guint8   kind;         /* FrNodeKind */
  guint8   style;        /* FrStyle */
  guint8   type;         /* FrType */
  guint8   has_anchor : 1;
  guint8   has_tag : 1;
  guint8   is_pooled : 1;  /* its memory is its document's */
  guint8   is_merge : 1; /* as a key: “<<” whose value Psych merges into the mapping */
  union
  {
    FrNode **children;   /* MAPPING, SEQUENCE */
    FrNode  *target;     /* ALIAS: not owned */
  };
  char     text[];       /* SCALAR: the value; ALIAS: the anchor's name; NUL behind it */
};

FrNode *fr_node_new            (FrNodeKind kind, FrStyle style);
/* `pool`, which may be NULL, has the node's memory. */
FrNode *fr_node_new_in         (FrPool *pool, FrNodeKind kind, FrStyle style);
FrNode *fr_node_new_with_text  (FrPool *pool, FrNodeKind kind, FrStyle style, const char *text, gsize length);
/* Written plainly; a `length` of -1 is that of the string. */
FrNode *fr_node_new_scalar     (FrType type, const char *text, gssize length);
void    fr_node_free           (FrNode *node);
FrNode *fr_node_copy           (const FrNode *node);
/* The same values: kinds, types, texts and merge keys, whatever the style. */
gboolean fr_node_equal         (const FrNode *a, const FrNode *b);

void    fr_node_append         (FrNode *collection, FrNode *child);
/* Puts `n_new` children where `n_old` were, from `first` on; the old ones are freed, the new ones taken. */
void    fr_node_splice_children (FrNode *collection, unsigned first, unsigned n_old, FrNode **children, unsigned n_new);
/* Children to one entry: 2 in a mapping, 1 in a sequence. */
unsigned fr_node_stride        (const FrNode *collection);
/* The entry of its parent that the node is in (as key or value). */
unsigned fr_node_index         (const FrNode *node);
gboolean fr_node_is_block      (const FrNode *node);
/* Whether Psych would merge the value of a key “<<”: a mapping, or a list of nothing else that is written right there. */
gboolean fr_node_may_be_merged (const FrNode *value);
/* What a merge key's value brings with it by that name, or NULL. */
const FrNode *fr_node_lookup_merged (const FrNode *value, const char *key);
/* What an alias stands for; any other node itself, and NULL. */
const FrNode *fr_node_follow   (const FrNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrNode, fr_node_free)

G_END_DECLS
