/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-link.h: what a link in the page leads to. */
#pragma once

#include "fr-pages.h"

G_BEGIN_DECLS

/* A sentence for those who point at it. transfer full */
char     *fr_link_describe     (const char *href, FrSite *site);
/* Whether it leads out of the site to what another program shows: a web page, or a letter to write. */
gboolean  fr_link_is_external  (const char *href);

G_END_DECLS
