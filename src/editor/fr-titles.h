/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-titles.h: what sections and list items are called in the window ("Hero: Welcome to SCRI"). Values may
 * hold markup; here it does not count.
 */
#pragma once

#include "fr-node.h"

G_BEGIN_DECLS

char     *fr_title_plain  (const char *text);                          /* no markup, spaces made one; transfer full */
char     *fr_title_for    (const char *label, const FrNode *mapping);  /* "Label: its title"; transfer full */

G_END_DECLS
