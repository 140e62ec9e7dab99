/* fr-pages.h: which file of the site is behind an address, for all that Jekyll makes pages of. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* Walks the whole site: blocks. What fr_pages_find () looks in; transfer full */
GHashTable *fr_pages_read (FrSite *site);
/* The path within the site of what the link leads to: a page ("pages/visit.md" for "/visit/#fares") or a file that is
 * published as it is. NULL if there is none. transfer full */
char       *fr_pages_find (GHashTable *pages, FrSite *site, const char *href);

G_END_DECLS
