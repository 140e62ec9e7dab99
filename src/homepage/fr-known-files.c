/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-known-files.h"

#include <glib/gi18n-lib.h>

#include "fr-findings-private.h"
#include "fr-navigation.h"
#include "fr-page-style.h"

static FrFinding *
new_finding (FrSite *site, const char *path, const GError *error)
{
  return fr_finding_new_of_file (FR_RULE_SITE_FILE_BROKEN,
                                 g_strdup_printf (_("The site cannot be published, as this file cannot be read as YAML: %s"), error->message),
                                 site, path, fr_error_get_place (error));
}

GPtrArray *
fr_known_files_check (FrSite *site)
{
  static const char * const files[] = { "_config.yml", FR_NAVIGATION_FILE, FR_FOOTER_FILE };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free);

  for (unsigned i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const GError *error = fr_site_get_problem (site, files[i]);

      if (error != NULL)
        g_ptr_array_add (found, new_finding (site, files[i], error));
    }
  fr_page_style_add_findings (site, found);
  return found;
}
