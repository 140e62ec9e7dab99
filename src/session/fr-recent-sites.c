/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-recent-sites.h"

#include <string.h>

#define KEY "recent-sites"
#define KIND G_VARIANT_TYPE ("a(ss)")

static void
recent_site_free (gpointer data)
{
  FrRecentSite *self = data;

  g_free (self->title);
  g_object_unref (self->place);
  g_free (self);
}

GPtrArray *
fr_recent_sites_list (GSettings *settings)
{
  GPtrArray *sites = g_ptr_array_new_with_free_func (recent_site_free);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  const char *uri, *title;
  GVariantIter iter;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s)", &uri, &title))
    {
      FrRecentSite *site = g_new0 (FrRecentSite, 1);

      site->title = g_strdup (title);
      site->place = g_file_new_for_uri (uri);
      g_ptr_array_add (sites, site);
    }
  return sites;
}

static void
add_site (GVariantBuilder *builder, GFile *place, const char *title)
{
  g_autofree char *uri = g_file_get_uri (place);

  g_variant_builder_add (builder, "(ss)", uri, title);
}

/* All but this one, after those that are in the builder. Takes the builder's content. */
static void
write_rest (GSettings *settings, GVariantBuilder *builder, GFile *but)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (settings);

  for (unsigned i = 0, written = 1; i < sites->len && written < FR_RECENT_SITES_MOST; i++)
    {
      FrRecentSite *site = sites->pdata[i];

      if (g_file_equal (site->place, but))
        continue;
      add_site (builder, site->place, site->title);
      written++;
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (builder));
}

/* What has to be opened to come here again. */
static GFile *
get_place (FrSession *session)
{
  GFile *file = fr_session_get_file (session), *folder = fr_site_get_folder (fr_session_get_site (session));
  g_autoptr (GFile) homepage = fr_session_is_lone (session) ? NULL : fr_site_find_homepage (folder, NULL);

  return homepage != NULL && g_file_equal (homepage, file) ? folder : file;
}

void
fr_recent_sites_add (GSettings *settings, FrSession *session)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (KIND);
  g_autofree char *name = fr_session_get_name (session);
  GFile *place = get_place (session);

  add_site (&builder, place, name);
  write_rest (settings, &builder, place);
}

void
fr_recent_sites_forget (GSettings *settings, GFile *place)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (KIND);

  write_rest (settings, &builder, place);
}

static char *
get_portal (void)
{
  return g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);
}

/* "/run/user/1000/doc/5c1d7a2f/site/index.md" → "site/index.md" */
char *
fr_place_describe (GFile *place)
{
  g_autofree char *path = g_file_get_parse_name (place);
  g_autofree char *portal = get_portal ();
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);
  const char *given = g_str_has_prefix (path, portal) ? strchr (path + strlen (portal), '/') : NULL;

  if (given != NULL)
    return g_strdup (given + 1);
  if (length > 1 && strncmp (path, home, length) == 0 && path[length] == '/')
    return g_strconcat ("~", path + length, NULL);
  return g_steal_pointer (&path);
}

gboolean
fr_place_is_nameless (GFile *folder)
{
  g_autofree char *portal = get_portal ();
  const char *path = g_file_peek_path (folder);

  return path != NULL && g_str_has_prefix (path, portal) && strchr (path + strlen (portal), '/') == NULL;
}
