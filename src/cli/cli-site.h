/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli-site.h: the sites around the files that the command line names. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* The site that the file is in: the same for all files in it. transfer full */
FrSite *cli_site (const char *file, FrSiteDepth depth);

G_END_DECLS
