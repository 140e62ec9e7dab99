/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-navigation.h"

#include <string.h>

#include "fr-pointer.h"
#include "fr-posts.h"
#include "fr-values.h"

static void
free_link (gpointer data)
{
  FrLink *link = data;

  g_free (link->title);
  g_free (link->address);
  g_clear_pointer (&link->below, g_ptr_array_unref);
  g_free (link);
}

FrLink *
fr_links_add (GPtrArray *links, char *title, char *address)
{
  FrLink *link = g_new0 (FrLink, 1);

  *link = (FrLink) { title, address };
  g_ptr_array_add (links, link);
  return link;
}

GPtrArray *
fr_links_new (void)
{
  return g_ptr_array_new_with_free_func (free_link);
}

static FrLink *
add_node (GPtrArray *links, FrSite *site, const FrNode *node)
{
  return fr_links_add (links, fr_value_print (fr_node_lookup (node, "title")),
                       fr_value_to_href (fr_node_lookup (node, "url"), site));
}

static GPtrArray *
list_sublinks (FrSite *site, const FrNode *nodes)
{
  GPtrArray *links = fr_links_new ();

  for (unsigned i = 0; fr_node_get_type (nodes) == FR_TYPE_SEQUENCE && i < fr_node_count (nodes); i++)
    add_node (links, site, fr_node_get_item (nodes, i));
  return links;
}

/* "media-releases" → "Media Releases" */
static char *
to_title (const char *category)
{
  char *title = g_ascii_strdown (category, -1);

  for (char *at = title; *at != '\0'; at++)
    if (*at == '-' || *at == '_')
      *at = ' ';
    else if (at == title || at[-1] == ' ')
      *at = g_ascii_toupper (*at);
  return title;
}

static void
add_resource_room (FrLink *link, FrSite *site)
{
  g_autofree char *name = fr_value_print (fr_site_get_config (site, "/resources_name"));
  g_auto(GStrv) categories = fr_posts_categories (site);

  g_free (link->address);
  link->address = g_strconcat ("/", name, "/", NULL);
  link->below = fr_links_new ();
  if (g_strv_length (categories) > 1)
    fr_links_add (link->below, g_strdup ("All"), g_strdup (link->address));
  for (char **category = categories; *category != NULL; category++)
    fr_links_add (link->below, to_title (*category), g_strconcat (link->address, *category, "/", NULL));
}

/* Of the pages that share a third level, the first stands for all, under that level's title. */
static void
add_page (GPtrArray *links, const char *base, const FrSiteFile *page)
{
  const char *title = page->third_nav_title != NULL ? page->third_nav_title : page->title;

  for (unsigned i = 0; page->third_nav_title != NULL && i < links->len; i++)
    if (strcmp (((FrLink *) links->pdata[i])->title, title) == 0)
      return;
  fr_links_add (links, g_strdup (title != NULL ? title : ""),
                g_strconcat (base, page->permalink != NULL ? page->permalink : "", NULL));
}

/* In the order that the collection has, else in that of the files' names. transfer container, of FrSiteFile */
static GPtrArray *
list_collection (FrSite *site, const char *name)
{
  g_autofree char *folder = g_strconcat ("_", name, "/", NULL);
  g_autofree char *list = g_strconcat (folder, "collection.yml", NULL);
  g_autofree char *above = fr_pointer_join ("/collections", name);
  g_autofree char *pointer = fr_pointer_join (above, "order");
  FrDocument *collection = fr_site_get_data (site, list);
  const FrNode *order = collection != NULL ? fr_document_get (collection, pointer) : NULL;
  GPtrArray *pages = g_ptr_array_new ();
  g_autoptr(GPtrArray) all = fr_site_list_pages (site);

  for (unsigned i = 0; fr_node_get_type (order) == FR_TYPE_SEQUENCE && i < fr_node_count (order); i++)
    {
      g_autofree char *file = fr_value_print (fr_node_get_item (order, i));
      g_autofree char *path = g_build_filename (folder, file, NULL);
      const FrSiteFile *page = g_str_has_suffix (file, ".md") ? fr_site_get_file (site, path) : NULL;

      if (page != NULL && page->is_page)
        g_ptr_array_add (pages, (gpointer) page);
    }
  for (unsigned i = 0; order == NULL && i < all->len; i++)
    if (g_str_has_prefix (((const FrSiteFile *) all->pdata[i])->path, folder))
      g_ptr_array_add (pages, all->pdata[i]);
  return pages;
}

/* Only in the footer do they get the base URL. */
static void
add_collection (FrLink *link, FrSite *site, const char *name, FrNavigationPlace place)
{
  g_autoptr(GPtrArray) pages = list_collection (site, name);

  link->below = fr_links_new ();
  for (unsigned i = 0; i < pages->len; i++)
    add_page (link->below, place == FR_NAVIGATION_FOOTER ? fr_site_get_base_url (site) : "", pages->pdata[i]);
  if (link->below->len > 0)
    {
      g_free (link->address);
      link->address = g_strdup (((FrLink *) link->below->pdata[0])->address);
    }
}

/* The footer may have links of its own. */
static const FrNode *
find_links (FrSite *site, FrNavigationPlace place)
{
  FrDocument *footer = place == FR_NAVIGATION_FOOTER ? fr_site_get_data (site, FR_FOOTER_FILE) : NULL;
  FrDocument *navigation = fr_site_get_data (site, FR_NAVIGATION_FILE);
  const FrNode *own = footer != NULL ? fr_document_get (footer, "/navlinks") : NULL;

  if (fr_value_is_there (own))
    return own;
  return navigation != NULL ? fr_document_get (navigation, "/links") : NULL;
}

GPtrArray *
fr_navigation_links (FrSite *site, FrNavigationPlace place)
{
  const FrNode *nodes = find_links (site, place);
  GPtrArray *links = fr_links_new ();

  for (unsigned i = 0; fr_node_get_type (nodes) == FR_TYPE_SEQUENCE && i < fr_node_count (nodes); i++)
    {
      const FrNode *node = fr_node_get_item (nodes, i);
      const FrNode *collection = fr_node_lookup (node, "collection"), *sublinks = fr_node_lookup (node, "sublinks");
      g_autofree char *name = fr_value_print (collection);
      FrLink *link = add_node (links, site, node);

      if (fr_value_is_there (collection))
        add_collection (link, site, name, place);
      else if (fr_value_is_there (sublinks))
        link->below = list_sublinks (site, sublinks);
      else if (fr_value_is_there (fr_node_lookup (node, "resource_room")))
        add_resource_room (link, site);
    }
  return links;
}
