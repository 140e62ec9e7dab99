/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-style.h: a site's own style, which its pages link behind the theme's: misc/custom.scss on nearly all sites. Never
 * changed once it is made, and shared by snapshots as long as all that it is made of is the same.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  FR_SITE_STYLE_OF_THEME,     /* the site has none: the theme's own stands in its place */
  FR_SITE_STYLE_OWN,
  FR_SITE_STYLE_UNPUBLISHED,  /* a .scss without front matter: nothing is published of it, and nothing else in its place */
  FR_SITE_STYLE_MISSING,      /* _config.yml names a file that is not there: nothing stands in its place */
  FR_SITE_STYLE_BROKEN,       /* nothing of the site is published */
} FrSiteStyleState;

typedef struct
{
  FrSiteStyleState state;
  char        *path;        /* of the file in the site: "misc/custom.scss", as far as it is known */
  char        *css;         /* to be put behind the theme's style as it is (fr-css.h); NULL: the theme's own stands there */
  GError      *error;       /* of FR_SITE_STYLE_BROKEN: a sentence, and its place in the file … */
  char        *error_path;  /* … which this is, in the site */
  unsigned     built_line;  /* how the build's own message counts it: without front matter, Liquid done; 0: the same */
} FrSiteStyle;

G_END_DECLS
