/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-known-files.h"

#include <glib/gi18n-lib.h>

#include "fr-findings.h"
#include "fr-navigation.h"
#include "fr-page-style.h"

/* Takes the path. What is wrong with a file as a whole has no place in it. */
static FrFinding *
new_finding (char *path, const GError *error)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) { FR_SEVERITY_ERROR, "site-file-broken", .pointer = g_strdup (""), .file = path,
                           .place = fr_error_get_place (error) };
  if (finding->place.line == 0)
    finding->place = (FrPlace) { 1, 1 };
  finding->message = g_strdup_printf (_("The site cannot be published, as this file cannot be read as YAML: %s"),
                                      error->message);
  return finding;
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
        g_ptr_array_add (found, new_finding (g_build_filename (g_file_peek_path (fr_site_get_folder (site)), files[i], NULL),
                                              error));
    }
  fr_page_style_add_findings (site, found);
  return found;
}
