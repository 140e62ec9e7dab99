/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-known-files.h: what findings ask of a site's files. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* What is wrong with the site's files that every page is made with: of FrFinding. transfer full */
GPtrArray *fr_known_files_check (FrSite *site);

G_END_DECLS
