/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-site.h"

FrSite *
cli_site (const char *file, FrSiteDepth depth)
{
  static GHashTable *sites;
  g_autoptr(GFile) own = g_file_new_for_commandline_arg (file);
  g_autoptr(GFile) folder = fr_site_find_folder (own);
  FrSite *site;

  if (sites == NULL)
    sites = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_object_unref);
  site = g_hash_table_lookup (sites, folder);
  if (site == NULL)
    {
      site = fr_site_new_to_depth (folder, depth);
      g_hash_table_insert (sites, g_object_ref (folder), site);
    }
  return g_object_ref (site);
}
