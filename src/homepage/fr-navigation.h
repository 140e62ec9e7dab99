/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-navigation.h: the links of _data/navigation.yml (the footer's own are in footer.yml), with what the published site
 * lists below each. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_NAVIGATION_FILE "_data/navigation.yml"
#define FR_FOOTER_FILE     "_data/footer.yml"

typedef struct
{
  char      *title;    /* as it is published, markup and all */
  char      *address;  /* as it is published */
  GPtrArray *below;    /* of FrLink; NULL: a single page */
  gboolean   same_tab; /* though it leads to another site */
} FrLink;

typedef enum
{
  FR_NAVIGATION_BAR,
  FR_NAVIGATION_FOOTER,
} FrNavigationPlace;

GPtrArray *fr_links_new        (void);
/* Both texts are taken. The link is the list's. */
FrLink    *fr_links_add        (GPtrArray *links, char *title, char *address);

/* Empty where the file is missing or broken. transfer full, of FrLink */
GPtrArray *fr_navigation_links (FrSite *site, FrNavigationPlace place);

G_END_DECLS
