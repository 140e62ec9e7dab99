/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-liquid.h: the part of Liquid, Jekyll's language for templates, that style files use: values with filters, assign, if,
 * unless, case, for, capture, cycle, comment, raw.
 *
 * A value that is not known prints nothing. What fails the build of a site is an error: a tag that does not exist or has no
 * end. What Frontage does not know (includes) is one, too. Loops end after a number of steps that no style comes near.
 */
#pragma once

#include "fr-error.h"
#include "fr-liquid-value.h"

G_BEGIN_DECLS

/* Where each byte that was written comes from. */
typedef struct _FrLiquidMap FrLiquidMap;

/* `text` from byte `start` on. `root` is asked for names. NULL: an error of FR_ERROR with its place in `text`. `map`: of the
 * result, in bytes of the whole of `text`. transfer full */
char *fr_liquid_render   (const char *text, gsize start, FrLiquidValue root, FrLiquidStore *store, FrLiquidMap **map,
                          GError **error);
gsize fr_liquid_map_find (const FrLiquidMap *map, gsize offset);
void  fr_liquid_map_free (FrLiquidMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLiquidMap, fr_liquid_map_free)

G_END_DECLS
