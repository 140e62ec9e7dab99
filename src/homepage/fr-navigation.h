/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-navigation.h: the links of _data/navigation.yml, with what the published site lists below each. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_NAVIGATION_FILE "_data/navigation.yml"
#define FR_FOOTER_FILE     "_data/footer.yml"

typedef struct
{
  char      *title;    /* as it is published, markup and all */
  char      *address;  /* with the base URL */
  GPtrArray *below;    /* of FrLink; NULL: a single page */
} FrLink;

/* Empty where the file is missing or broken. transfer full, of FrLink */
GPtrArray *fr_navigation_links (FrSite *site);

G_END_DECLS
