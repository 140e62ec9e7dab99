/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-pages.h: which file of the site is behind an address, for all that Jekyll makes pages of, and where in a page a link
 * can lead.
 */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* The path within the site of what the link leads to: a page ("pages/visit.md" for "/visit/#fares") or a file that is
 * published as it is. NULL if there is none that the site knows of. transfer full */
char *fr_pages_find         (FrSite *site, const char *href);
/* What can stand behind "#" in a link to the page: its ids, and those that its headings get. Reads the file: blocks. No
 * names where it cannot be read. transfer full */
GStrv fr_pages_list_anchors (FrSite *site, const char *path);

G_END_DECLS
