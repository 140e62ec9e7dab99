/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-posts.h: the newest posts of a site, as its resource room lists them (RULES.md, "The newest posts"). */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* The texts are the site's. */
typedef struct
{
  const char *folder;    /* the folders above _posts */
  const char *category;  /* the same without the resource room's own */
  const char *title;
  const char *address;   /* NULL: none is known */
  const char *date;      /* "2026-03-01" */
  unsigned    color;     /* media colour, 1 to 5 */
} FrPost;

/* Those of days to come are left out, unless the site publishes them. */

/* The newest `n`, newest first. transfer container: the posts are the site's */
GPtrArray *fr_posts_newest     (FrSite *site, unsigned n);
/* The categories in use but for the resource room itself, as navigation lists them. transfer full */
GStrv      fr_posts_categories (FrSite *site);

G_END_DECLS
