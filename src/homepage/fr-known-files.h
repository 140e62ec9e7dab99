/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-known-files.h: what findings ask of a site's files. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* FALSE: the page shows no picture at that address, as no file of the site is there. An empty address and one of
 * another site are not looked for. */
gboolean   fr_known_files_have_image (FrSite *site, const char *address);
/* What is wrong with the site's files that every page is made with: of FrFinding. transfer full */
GPtrArray *fr_known_files_check      (FrSite *site);

G_END_DECLS
