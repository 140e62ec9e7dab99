/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-posts.h"
#include "fr-site-style-private.h"

static FrLiquidValue
new_object (FrLiquidAsk ask, gconstpointer data)
{
  return (FrLiquidValue) { FR_LIQUID_OBJECT, .object = { ask, data } };
}

/* "site.data.navigation" is what is in _data/navigation.yml. */
static FrLiquidValue
ask_data (gconstpointer object, const char *name, FrLiquidStore *store)
{
  g_autofree char *path = g_strconcat ("_data/", name, ".yml", NULL);
  FrDocument *document = fr_site_get_data ((FrSite *) object, path);

  return document != NULL ? fr_liquid_of_node (fr_document_get_root (document), store) : fr_liquid_nil ();
}

static FrLiquidValue
ask_nothing (gconstpointer object, const char *name, FrLiquidStore *store)
{
  return fr_liquid_nil ();
}

/* A style counts them; nothing is known of one. */
static FrLiquidValue
list_posts (FrSite *site, FrLiquidStore *store)
{
  g_autoptr(GPtrArray) posts = fr_posts_newest (site, G_MAXUINT);
  GArray *list = fr_liquid_list_new ();

  for (unsigned i = 0; i < posts->len; i++)
    {
      FrLiquidValue post = new_object (ask_nothing, posts->pdata[i]);

      g_array_append_val (list, post);
    }
  return fr_liquid_store_list (store, list);
}

static FrLiquidValue
ask_site (gconstpointer object, const char *name, FrLiquidStore *store)
{
  FrSite *site = (FrSite *) object;
  const FrNode *config = fr_site_get_config (site, "");

  if (strcmp (name, "data") == 0)
    return new_object (ask_data, site);
  if (strcmp (name, "posts") == 0)
    return list_posts (site, store);
  return fr_liquid_of_node (fr_node_lookup (config, name), store);
}

static FrLiquidValue
ask_page (gconstpointer object, const char *name, FrLiquidStore *store)
{
  const FrSiteStyleNames *names = object;
  const char *slash = strrchr (names->path, '/');
  const struct { const char *name, *text; } known[] = {
    { "url", names->address }, { "path", names->path }, { "name", slash != NULL ? slash + 1 : names->path },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0)
      return fr_liquid_store_text (store, g_strdup (known[i].text));
  return fr_liquid_of_node (fr_node_lookup (names->page, name), store);
}

static FrLiquidValue
ask_names (gconstpointer object, const char *name, FrLiquidStore *store)
{
  const FrSiteStyleNames *names = object;

  if (strcmp (name, "site") == 0)
    return new_object (ask_site, names->site);
  return strcmp (name, "page") == 0 ? new_object (ask_page, names) : fr_liquid_nil ();
}

FrLiquidValue
fr_site_style_names (const FrSiteStyleNames *names)
{
  return new_object (ask_names, names);
}
