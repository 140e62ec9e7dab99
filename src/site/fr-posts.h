/* fr-posts.h: the newest posts of a site, as its resource room lists them (RULES.md, "The newest posts"). */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

typedef struct
{
  char     *category;  /* the folders above _posts, without the resource room's own */
  char     *title;
  char     *address;
  char     *date;      /* "2026-03-01" */
  unsigned  color;     /* media colour, 1 to 5 */
} FrPost;

void       fr_post_free     (FrPost *post);
/* The newest `n` up to `today` ("YYYY-MM-DD"; NULL: future ones, too), newest first. Walks the whole site: blocks.
 * transfer full, of FrPost */
GPtrArray *fr_posts_newest (FrSite *site, unsigned n, const char *today);

G_END_DECLS
