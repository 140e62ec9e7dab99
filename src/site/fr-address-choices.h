/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-address-choices.h: what could be meant by what somebody types where an address belongs: pages, posts and files of the site by
 * title or address, and behind "#" the places in the page before it.
 */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  char *address;  /* as it is to be written */
} FrAddressChoice;

/* Of FrAddressChoice, the likeliest first; none where the text is the only one. Blocks: it may read a page's file, and a large
 * site's list is made when it is asked for first. Any thread. transfer full */
GPtrArray *fr_address_choices_find (FrSite *site, const char *text, unsigned most);

G_END_DECLS
