/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-posts.h"

#include <string.h>

#include "fr-site-private.h"

/* "notices/boats" in the room "notices" → "boats" */
static const char *
without_room (const char *folder, const char *room)
{
  gsize length = room != NULL ? strlen (room) : 0;

  if (length == 0 || !fr_path_is_below (folder, room))
    return folder;
  return folder + length + (folder[length] == '/');
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const FrPost *one = a, *other = b;
  int order = strcmp (one->date, other->date);

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static void
clear_category (gpointer category)
{
  g_free (((FrCategory *) category)->name);
}

static void
list_posts (FrSite *self)
{
  const char *room = fr_node_get_text (fr_site_get_config (self, "/resources_name"));

  self->posts = g_array_new (FALSE, FALSE, sizeof (FrPost));
  for (unsigned i = 0; i < self->files->len; i++)
    {
      const FrSiteFile *file = self->files->pdata[i];
      FrPost post = { file->post_folder, NULL, file->title, file->permalink, file->post_date, 1 };

      if (file->post_folder == NULL)
        continue;
      post.category = without_room (post.folder, room);
      if (post.address == NULL)
        post.address = file->post_link;
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
 * first); a post gets its colour from its last folder's place there. Posts of days to come stand last, so that they
 * change nothing for those before them. */
static void
list_categories (FrSite *self)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  self->categories = g_array_new (FALSE, FALSE, sizeof (FrCategory));
  g_array_set_clear_func (self->categories, clear_category);
  for (unsigned i = 0; i < self->posts->len; i++)
    {
      FrPost *post = &g_array_index (self->posts, FrPost, i);
      g_auto(GStrv) folders = g_strsplit (post->folder, "/", -1);

      for (char **folder = folders; *folder != NULL; folder++)
        post->color = find_category (self, numbers, *folder, i) % 5 + 1;
    }
}

void
fr_site_sort_posts (FrSite *self)
{
  list_posts (self);
  list_categories (self);
}

/* How many of the posts, from the oldest on, are of no day to come. */
static unsigned
count_published (FrSite *site)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  unsigned n = site->posts->len;

  if (fr_node_is_true (fr_site_get_config (site, "/future")))
    return n;
  while (n > 0 && strcmp (g_array_index (site->posts, FrPost, n - 1).date, today) > 0)
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
