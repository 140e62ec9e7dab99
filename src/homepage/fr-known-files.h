/* fr-known-files.h: what findings ask of a site's files. The answers are kept with the site, so that many pages of one
 * site, and many checks of one page, do not ask the disk again; a site that has changed is a new FrSite.
 */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* FALSE: the page shows no picture at that address, as no file of the site is there. An empty address and one of
 * another site are not looked for. */
gboolean   fr_known_files_have_image (FrSite *site, const char *address);
/* The site's files that must be read for every page and cannot be: of FrFinding. transfer none */
GPtrArray *fr_known_files_broken     (FrSite *site);

G_END_DECLS
