/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-emitter.h: new values as YAML, written as the text around them is. */
#pragma once

#include "fr-node-private.h"

G_BEGIN_DECLS

/* How a file is written. Columns are counted in characters. */
typedef struct
{
  const char *newline;
  unsigned    mapping_step;     /* a nested mapping's indentation beyond its parent's */
  unsigned    sequence_step;    /* a dash's beyond its key's: 0 or more */
  unsigned    dash_width;       /* from a dash to what follows it */
  gboolean    bare_dash;        /* collections begin on the line below their dash */
  FrStyle     style;            /* of strings */
  FrStyle     block_style;      /* of strings with newlines */
} FrHabits;

/* What stands behind "key:" or "-" whose collection begins at `column`: with a space or a line break first,
 * without one at the end. */
void fr_emit_behind_key  (GString *out, const FrNode *value, const FrHabits *habits, unsigned column);
void fr_emit_behind_dash (GString *out, const FrNode *value, const FrHabits *habits, unsigned column);
void fr_emit_key         (GString *out, const FrNode *key, const FrHabits *habits, gboolean in_flow);
void fr_emit_flow        (GString *out, const FrNode *value, const FrHabits *habits);
/* A collection's entries, the first where the text stands, the others on lines of their own at `column`. */
void fr_emit_entries     (GString *out, const FrNode *collection, const FrHabits *habits, unsigned column);

G_END_DECLS
