/* fr-titles.h: what sections and list items are called in the window ("Hero: Welcome to SCRI"), and how
 * long a text is to a reader. Values may hold markup; here it does not count.
 */
#pragma once

#include "fr-node.h"

G_BEGIN_DECLS

char     *fr_title_plain  (const char *text);                          /* no markup, spaces made one; transfer full */
unsigned  fr_title_length (const char *text);                          /* characters without markup */
char     *fr_title_for    (const char *label, const FrNode *mapping);  /* "Label: its title"; transfer full */

G_END_DECLS
