/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-posts.h: the newest posts of a site, as its resource room lists them (RULES.md, "The newest posts"). */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_POST_COLORS 5

typedef struct
{
  const FrSiteFile *file;      /* the site's */
  const char       *category;  /* that its card shows; NULL: it has none */
  gint64            time;      /* seconds of the site's own clock since 1970 */
  unsigned          color;     /* media colour, from 1 on */
} FrPost;

/* Those of times to come are left out, unless the site publishes them. */

/* The newest `n`, newest first. transfer container: the posts are the site's */
GPtrArray *fr_posts_newest     (FrSite *site, unsigned n);
/* The categories in use but for the resource room itself, as navigation lists them. transfer full */
GStrv      fr_posts_categories (FrSite *site);

G_END_DECLS
