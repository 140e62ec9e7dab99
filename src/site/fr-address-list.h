/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-address-list.h: where a link of a homepage can lead within its site, to be chosen by title or address. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

typedef struct _FrAddressList FrAddressList;

typedef struct
{
  const FrSiteFile *file;
  const char       *address;  /* as it is to be written: "/visit/", "/files/join%20us.pdf" */
  const char       *title;    /* the page's, or the name of the file */
} FrAddress;

/* Pages, posts and files, pictures apart. Made when it is asked for first, which takes its time in a large site: any thread. It
 * is the site's. transfer none */
FrAddressList *fr_address_list_get   (FrSite *site);
/* Those in whose title or address all the words begin a word or stand in one, best first: those that begin with them, then pages before posts before files where
 * they are equally good. Of no words, pages. They are the list's. transfer container */
GPtrArray     *fr_address_list_match (FrAddressList *self, const char *words, unsigned most);

G_END_DECLS
