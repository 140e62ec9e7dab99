/* SPDX-License-Identifier: GPL-3.0-or-later */
/* patches.h: what somebody could do to a homepage, at random: sections and items come, go, move and are written over, also
 * with what does not belong there.
 */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* A JSON Patch of one to three operations, of which some are refused. transfer full */
char *any_patch (GRand *rand, FrDocument *document);

G_END_DECLS
