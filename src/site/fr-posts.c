/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-posts.h"

#include <string.h>

#include "fr-site-private.h"

/* The site's own clock: what Jekyll is told, or UTC. transfer full */
static GTimeZone *
get_zone (FrSite *self)
{
  const char *name = fr_node_get_text (fr_site_get_config (self, "/timezone"));
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

static gint64
to_clock (GTimeZone *zone, gint64 seconds)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);

  return seconds + (interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0);
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const FrPost *one = a, *other = b;

  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  return strcmp (one->file->path, other->file->path);
}

static void
clear_category (gpointer category)
{
  g_free (((FrCategory *) category)->name);
}

static void
list_posts (FrSite *self)
{
  g_autoptr(GTimeZone) zone = get_zone (self);

  self->posts = g_array_new (FALSE, FALSE, sizeof (FrPost));
  for (unsigned i = 0; i < self->files->len; i++)
    {
      const FrSiteFile *file = self->files->pdata[i];
      FrPost post = { file, NULL, file->post_seconds, 1 };

      if (file->post_categories == NULL)
        continue;
      if (file->post_has_time)
        post.time = to_clock (zone, post.time);
      if (file->post_categories[0] != NULL)
        post.category = file->post_categories[file->post_categories[1] != NULL];
      g_array_append_val (self->posts, post);
    }
  g_array_sort (self->posts, compare_posts);
}

/* Its number in the list, where it is put if it is not there. */
static unsigned
find_category (FrSite *self, GHashTable *numbers, const char *name, unsigned post)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (numbers, name, NULL, &number))
    {
      FrCategory category = { g_strdup (name), post };

      number = GUINT_TO_POINTER (self->categories->len);
      g_array_append_val (self->categories, category);
      g_hash_table_insert (numbers, category.name, number);
    }
  return GPOINTER_TO_UINT (number);
}

/* Each category in the order in which posts from oldest to newest first use one (the resource room's own name stands
 * first); a post gets its colour from the place there of the one that it shows. Posts of days to come stand last, so that
 * they change nothing for those before them. */
static void
list_categories (FrSite *self)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  self->categories = g_array_new (FALSE, FALSE, sizeof (FrCategory));
  g_array_set_clear_func (self->categories, clear_category);
  for (unsigned i = 0; i < self->posts->len; i++)
    {
      FrPost *post = &g_array_index (self->posts, FrPost, i);

      for (char **name = post->file->post_categories; *name != NULL; name++)
        {
          unsigned number = find_category (self, numbers, *name, i);

          if (*name == post->category)
            post->color = number % FR_POST_COLORS + 1;
        }
    }
}

void
fr_site_sort_posts (FrSite *self)
{
  list_posts (self);
  list_categories (self);
}

/* How many of the posts, from the oldest on, are of no time to come. */
static unsigned
count_published (FrSite *site)
{
  g_autoptr(GTimeZone) zone = get_zone (site);
  gint64 now = to_clock (zone, g_get_real_time () / G_USEC_PER_SEC);
  unsigned n = site->posts->len;

  if (fr_node_is_true (fr_site_get_config (site, "/future")))
    return n;
  while (n > 0 && g_array_index (site->posts, FrPost, n - 1).time > now)
    n--;
  return n;
}

GPtrArray *
fr_posts_newest (FrSite *site, unsigned n)
{
  GPtrArray *newest = g_ptr_array_new ();

  for (unsigned i = count_published (site); i-- > 0 && newest->len < n;)
    g_ptr_array_add (newest, &g_array_index (site->posts, FrPost, i));
  return newest;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (*(const char **) a, *(const char **) b);
}

GStrv
fr_posts_categories (FrSite *site)
{
  const char *room = fr_node_get_text (fr_site_get_config (site, "/resources_name"));
  unsigned published = count_published (site);
  GPtrArray *names = g_ptr_array_new ();

  for (unsigned i = 0; i < site->categories->len; i++)
    {
      const FrCategory *category = &g_array_index (site->categories, FrCategory, i);

      if (category->first < published && g_strcmp0 (category->name, room) != 0)
        g_ptr_array_add (names, g_strdup (category->name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
