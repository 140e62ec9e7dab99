/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-reader.h: from YAML text to a tree, by libyaml's events and marks. */
#pragma once

#include "fr-error.h"
#include "fr-node-private.h"

G_BEGIN_DECLS

typedef struct
{
  FrNode  *root;            /* NULL: the text holds no node at all */
  gboolean indivisible; /* no part can be read by itself: an anchor, alias, tag, explicit key ("? ") or odd line break */
  gboolean has_more;        /* a second document follows, which Psych does not read */
} FrReading;

/* Reads `length` bytes of UTF-8. Node positions count from `text`; places in errors too (from line 1).
 * `pool`: what has the nodes' memory; NULL: they have their own. */
gboolean fr_read (const char *text, gsize length, FrPool *pool, FrReading *reading, GError **error);

G_END_DECLS
