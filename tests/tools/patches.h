/* SPDX-License-Identifier: GPL-3.0-or-later */
/* patches.h: what somebody could do to a homepage, at random: sections and items come, go, move and are written over, also
 * with what does not belong there.
 */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* An undo, a redo, or a JSON Patch of one to three operations, of which some are refused. TRUE: the document is another one.
 * `what` was done: "undo", "redo" or the patch; transfer full */
gboolean any_step (GRand *rand, FrDocument *document, char **what);

G_END_DECLS
