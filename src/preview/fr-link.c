/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
fr_link_is_external (const char *href)
{
  const char *scheme = g_uri_peek_scheme (href);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "mailto") == 0;
}

static char *
describe_in_site (const char *href, FrSite *site)
{
  g_autofree char *file = fr_pages_find (site, href);

  if (file != NULL)
    /* Translators: an address in the site, and the file that is the page there */
    return g_strdup_printf (_("Leads to %s (%s)"), href, file);
  /* It is being read, or is more than can be read. */
  if (!fr_site_is_complete (site))
    return g_strdup_printf (_("Leads to %s"), href);
  return g_strdup_printf (_("No page of this site has the address %s"), href);
}

char *
fr_link_describe (const char *href, FrSite *site)
{
  if (*href == '\0')
    return g_strdup (_("This link has no address"));
  if (*href == '#')
    return g_strdup_printf (_("Leads to %s on this page"), href);
  if (fr_link_is_external (href))
    return g_strdup_printf (_("Opens %s with Ctrl and a click"), href);
  if (g_uri_peek_scheme (href) != NULL || g_str_has_prefix (href, "//"))
    return g_strdup_printf (_("Leads to %s, which is not opened from here"), href);
  return describe_in_site (href, site);
}
