/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-pages.h"

#include <string.h>

char *
fr_pages_find (FrSite *site, const char *href)
{
  const char *base = fr_site_get_base_url (site);
  gsize length = strlen (base);
  const char *address = strncmp (href, base, length) == 0 && strchr ("/?#", href[length]) != NULL ? href + length : href;
  g_autofree char *simple = fr_address_simplify (address);
  const FrSiteFile *file = fr_site_get_page (site, simple);

  if (file == NULL && (fr_site_look_up (site, address, &file) != FR_PRESENCE_THERE || fr_path_is_page (file->path)))
    return NULL;
  return g_strdup (file->path);
}
