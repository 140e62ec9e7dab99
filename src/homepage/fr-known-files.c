#include "fr-known-files.h"

#include <glib/gi18n-lib.h>

#include "fr-findings.h"
#include "fr-navigation.h"
#include "fr-values.h"

/* What `key` names among what is kept with the site; made by `make` when it is first wanted. */
static gpointer
get_kept (FrSite *site, const char *key, gpointer (*make) (FrSite *site), GDestroyNotify destroy)
{
  gpointer kept = g_object_get_data (G_OBJECT (site), key);

  if (kept == NULL)
    {
      kept = make (site);
      g_object_set_data_full (G_OBJECT (site), key, kept, destroy);
    }
  return kept;
}

static gpointer
make_table (FrSite *site)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* "//host/a.png", "data:…", "HTTPS://…": a browser asks no file of the site for them. */
static gboolean
is_elsewhere (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return scheme != NULL || g_str_has_prefix (address, "//");
}

static gboolean
find_image (FrSite *site, const char *address)
{
  g_autofree char *path = fr_site_resolve (site, address);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

gboolean
fr_known_files_have_image (FrSite *site, const char *address)
{
  GHashTable *known = get_kept (site, "fr-known-images", make_table, (GDestroyNotify) g_hash_table_unref);
  g_autofree char *trimmed = g_strstrip (g_strdup (address));  /* as browsers do */
  gpointer there;

  if (*trimmed == '\0' || is_elsewhere (trimmed))
    return TRUE;
  if (!g_hash_table_lookup_extended (known, trimmed, NULL, &there))
    {
      there = GINT_TO_POINTER (find_image (site, trimmed));
      g_hash_table_insert (known, g_steal_pointer (&trimmed), there);
    }
  return GPOINTER_TO_INT (there);
}

/* Takes the path. What is wrong with a file as a whole has no place in it. */
static FrFinding *
new_finding (char *path, const GError *error)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) { FR_SEVERITY_ERROR, "site-file-broken", NULL, g_strdup (""), 0, path, fr_error_get_place (error) };
  if (finding->place.line == 0)
    finding->place = (FrPlace) { 1, 1 };
  finding->message = g_strdup_printf (_("The site cannot be published, as this file cannot be read as YAML: %s"),
                                      error->message);
  return finding;
}

static gpointer
read_all (FrSite *site)
{
  static const char * const files[] = { "_config.yml", FR_NAVIGATION_FILE, FR_FOOTER_FILE };
  GPtrArray *broken = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free);

  for (unsigned i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), files[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(FrDocument) document = fr_site_read (site, files[i], FR_FORMAT_YAML, &error);

      if (document == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (broken, new_finding (g_steal_pointer (&path), error));
    }
  return broken;
}

GPtrArray *
fr_known_files_broken (FrSite *site)
{
  return get_kept (site, "fr-known-broken-files", read_all, (GDestroyNotify) g_ptr_array_unref);
}
