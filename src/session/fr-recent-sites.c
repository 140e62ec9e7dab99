/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-recent-sites.h"

#include <string.h>

#define KEY "recent-sites"
#define KIND G_VARIANT_TYPE ("a(sss)")

static void
recent_site_free (gpointer data)
{
  FrRecentSite *self = data;

  g_free (self->title);
  g_free (self->picture);
  g_object_unref (self->place);
  g_free (self);
}

GPtrArray *
fr_recent_sites_list (GSettings *settings)
{
  GPtrArray *sites = g_ptr_array_new_with_free_func (recent_site_free);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  const char *uri, *title, *picture;
  GVariantIter iter;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &uri, &title, &picture))
    {
      FrRecentSite *site = g_new0 (FrRecentSite, 1);

      site->title = g_strdup (title);
      site->place = g_file_new_for_uri (uri);
      site->picture = *picture != '\0' ? g_strdup (picture) : NULL;
      g_ptr_array_add (sites, site);
    }
  return sites;
}

static void
write_sites (GSettings *settings, const GPtrArray *sites)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (KIND);

  for (unsigned i = 0; i < MIN (sites->len, FR_RECENT_SITES_MOST); i++)
    {
      const FrRecentSite *site = sites->pdata[i];
      g_autofree char *uri = g_file_get_uri (site->place);

      g_variant_builder_add (&builder, "(sss)", uri, site->title, site->picture != NULL ? site->picture : "");
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/* NULL: it is not among them. */
static FrRecentSite *
find_site (const GPtrArray *sites, GFile *place)
{
  for (unsigned i = 0; i < sites->len; i++)
    if (g_file_equal (((FrRecentSite *) sites->pdata[i])->place, place))
      return sites->pdata[i];
  return NULL;
}

/* What has to be opened to come here again. */
static GFile *
get_place (FrSession *session)
{
  GFile *file = fr_session_get_file (session), *folder = fr_site_get_folder (fr_session_get_site (session));
  g_autoptr (GFile) homepage = fr_session_is_lone (session) ? NULL : fr_site_find_homepage (folder, NULL);

  return homepage != NULL && g_file_equal (homepage, file) ? folder : file;
}

static const char *
find_background (FrDocument *document)
{
  const FrNode *sections = fr_document_get (document, "/sections");
  unsigned count = fr_node_get_type (sections) == FR_TYPE_SEQUENCE ? fr_node_count (sections) : 0;

  for (unsigned i = 0; i < count; i++)
    {
      const char *text = fr_node_get_text (fr_node_lookup (fr_node_lookup (fr_node_get_item (sections, i), "hero"), "background"));

      if (text != NULL)
        return text;
    }
  return NULL;
}

/* The path of the hero's picture; NULL: it has none, or none that is known. transfer full */
static char *
find_picture (FrSession *session)
{
  FrSite *site = fr_session_get_site (session);
  const char *address = find_background (fr_session_get_document (session));
  const FrSiteFile *file = NULL;

  if (address == NULL || fr_site_look_up (site, address, &file) != FR_PRESENCE_THERE || file == NULL)
    return NULL;
  return g_build_filename (g_file_peek_path (fr_site_get_folder (site)), file->path, NULL);
}

/* Whether anything is other than it was. What was known of its picture holds until the whole site is read. */
static gboolean
describe (FrRecentSite *self, FrSession *session)
{
  g_autofree char *title = fr_session_get_name (session), *old_title = g_steal_pointer (&self->title);
  g_autofree char *old_picture = NULL;

  self->title = g_steal_pointer (&title);
  if (!fr_site_is_complete (fr_session_get_site (session)))
    return g_strcmp0 (self->title, old_title) != 0;
  old_picture = g_steal_pointer (&self->picture);
  self->picture = find_picture (session);
  return g_strcmp0 (self->title, old_title) != 0 || g_strcmp0 (self->picture, old_picture) != 0;
}

void
fr_recent_sites_add (GSettings *settings, FrSession *session)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (settings);
  GFile *place = get_place (session);
  FrRecentSite *site = find_site (sites, place);
  unsigned index;

  if (g_ptr_array_find (sites, site, &index))
    g_ptr_array_steal_index (sites, index);
  else
    {
      site = g_new0 (FrRecentSite, 1);
      site->place = g_object_ref (place);
    }
  describe (site, session);
  g_ptr_array_insert (sites, 0, site);
  write_sites (settings, sites);
}

void
fr_recent_sites_update (GSettings *settings, FrSession *session)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (settings);
  FrRecentSite *site = find_site (sites, get_place (session));

  if (site != NULL && describe (site, session))
    write_sites (settings, sites);
}

void
fr_recent_sites_forget (GSettings *settings, GFile *place)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (settings);

  g_ptr_array_remove (sites, find_site (sites, place));
  write_sites (settings, sites);
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
