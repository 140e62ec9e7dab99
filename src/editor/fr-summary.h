/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-summary.h: what a section holds, in a few words that stand below its title: "4 highlights, picture, dropdown". */
#pragma once

#include "fr-kinds.h"
#include "fr-node.h"

G_BEGIN_DECLS

/* `fields` are those of the value's kind; NULL: it is unknown. Where there is nothing to count, the first text beside the title
 * stands for what is there. transfer full */
char *fr_summary_for (const FrField *fields, const FrNode *value);

G_END_DECLS
