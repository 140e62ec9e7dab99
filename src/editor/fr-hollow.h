/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-hollow.h: values that hold nothing that anybody would miss. */
#pragma once

#include "fr-node.h"

G_BEGIN_DECLS

/* Not there, null, an empty text, or a list or mapping of nothing but such values. */
gboolean fr_node_is_hollow (const FrNode *node);

G_END_DECLS
