#include "fr-posts.h"

#include <string.h>

#include "fr-file.h"

/* Deeper than any site; a link that leads back up must not walk for ever. */
#define MAX_DEPTH 12

void
fr_post_free (FrPost *post)
{
  g_free (post->category);
  g_free (post->title);
  g_free (post->address);
  g_free (post->date);
  g_free (post);
}

static char *
dup_text (FrDocument *document, const char *pointer)
{
  const char *text = fr_node_get_text (fr_document_get (document, pointer));

  return g_strdup (text);
}

static gboolean
is_post_name (const char *name)
{
  return g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}-.+\\.(md|markdown|html)$", name, 0, 0);
}

static FrPost *
read_post (const char *path, const char *name, const char *category)
{
  g_autoptr(GBytes) bytes = fr_file_read (path, NULL);
  g_autoptr(FrDocument) document = bytes != NULL ? fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL) : NULL;
  FrPost *post;

  if (document == NULL)
    return NULL;
  post = g_new0 (FrPost, 1);
  post->category = g_strdup (category);
  post->date = g_strndup (name, 10);
  post->title = dup_text (document, "/title");
  post->address = dup_text (document, "/permalink");
  if (post->address == NULL)
    post->address = dup_text (document, "/file_url");
  if (post->address == NULL)
    post->address = dup_text (document, "/external");
  return post;
}

static void
collect_folder (const char *folder, const char *category, gboolean posts, unsigned depth, GPtrArray *found)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && depth < MAX_DEPTH && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name == '.' || g_str_equal (name, "node_modules") || g_str_equal (name, "_site"))
        continue;
      if (posts && is_post_name (name))
        {
          FrPost *post = read_post (path, name, category);

          if (post != NULL)
            g_ptr_array_add (found, post);
        }
      else if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          g_autofree char *below = g_str_equal (name, "_posts") ? g_strdup (category)
                                   : *category == '\0' ? g_strdup (name) : g_strconcat (category, "/", name, NULL);

          collect_folder (path, below, g_str_equal (name, "_posts"), depth + 1, found);
        }
    }
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const FrPost *one = *(FrPost **) a, *other = *(FrPost **) b;
  int order = strcmp (one->date, other->date);

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

/* The list has each category in the order in which posts from oldest to newest first use one; the resource
 * room's own name stands first. Posts are oldest first here. */
static void
set_colors (GPtrArray *posts)
{
  g_autoptr(GPtrArray) categories = g_ptr_array_new ();

  for (unsigned i = 0; i < posts->len; i++)
    {
      FrPost *post = g_ptr_array_index (posts, i);
      g_auto(GStrv) folders = g_strsplit (post->category, "/", -1);
      unsigned last = 0;

      for (char **folder = folders; *folder != NULL; folder++)
        if (!g_ptr_array_find_with_equal_func (categories, *folder, g_str_equal, &last))
          {
            last = categories->len;
            g_ptr_array_add (categories, (char *) g_intern_string (*folder));
          }
      post->color = last % 5 + 1;
    }
}

static void
drop_room (FrPost *post, const char *room)
{
  gsize length = room != NULL ? strlen (room) : 0;

  if (length > 0 && strncmp (post->category, room, length) == 0 && strchr ("/", post->category[length]) != NULL)
    {
      char *rest = g_strdup (post->category + length + (post->category[length] == '/'));

      g_free (post->category);
      post->category = rest;
    }
}

GPtrArray *
fr_posts_newest (FrSite *site, unsigned n, const char *today)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_post_free);
  GPtrArray *newest = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_post_free);
  const char *room = fr_node_get_text (fr_site_get_config (site, "/resources_name"));

  collect_folder (g_file_peek_path (fr_site_get_folder (site)), "", FALSE, 0, found);
  g_ptr_array_sort (found, compare_posts);
  set_colors (found);
  while (found->len > 0 && newest->len < n)
    {
      FrPost *post = g_ptr_array_steal_index (found, found->len - 1);

      drop_room (post, room);
      if (today != NULL && strcmp (post->date, today) > 0)
        fr_post_free (post);
      else
        g_ptr_array_add (newest, post);
    }
  return newest;
}
