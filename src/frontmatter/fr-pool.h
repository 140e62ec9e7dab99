/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-pool.h: memory for the nodes of a text that is read as a whole. They come one after the other and go together, and
 * each by itself would cost as much again as reading it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FrPool FrPool;

/* NULL under a sanitizer, which is to see each node by itself. */
FrPool  *fr_pool_new   (void);
/* NULL is taken for none. */
void     fr_pool_free  (FrPool *self);
/* Aligned as pointers are; it lives as long as the pool. */
gpointer fr_pool_alloc (FrPool *self, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrPool, fr_pool_free)

G_END_DECLS
