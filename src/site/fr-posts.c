#include "fr-posts.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "fr-file.h"

/* Deeper than any site; a link that leads back up must not walk for ever. */
#define MAX_DEPTH 12

/* A file or folder that was read, and its state then. */
typedef struct
{
  char     *path;
  GStatBuf  status;
} Seen;

typedef struct
{
  GPtrArray *posts;  /* of FrPost, oldest first */
  GArray    *seen;
} Reading;

static void
free_post (gpointer data)
{
  FrPost *post = data;

  g_free (post->folder);
  g_free (post->category);
  g_free (post->title);
  g_free (post->address);
  g_free (post->date);
  g_free (post);
}

static void
clear_seen (gpointer seen)
{
  g_free (((Seen *) seen)->path);
}

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_ptr_array_unref (reading->posts);
  g_array_unref (reading->seen);
  g_free (reading);
}

static GStatBuf
get_status (const char *path)
{
  GStatBuf status = { 0 };

  g_stat (path, &status);
  return status;
}

static void
remember (Reading *reading, const char *path)
{
  Seen seen = { g_strdup (path), get_status (path) };

  g_array_append_val (reading->seen, seen);
}

static gboolean
is_fresh (const Reading *reading)
{
  for (unsigned i = 0; i < reading->seen->len; i++)
    {
      const Seen *seen = &g_array_index (reading->seen, Seen, i);
      GStatBuf now = get_status (seen->path);

      if (now.st_mtim.tv_sec != seen->status.st_mtim.tv_sec || now.st_mtim.tv_nsec != seen->status.st_mtim.tv_nsec ||
          now.st_ino != seen->status.st_ino || now.st_size != seen->status.st_size)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_text (FrDocument *document, const char *pointer)
{
  const FrNode *node = fr_document_get (document, pointer);

  return fr_node_get_type (node) == FR_TYPE_NULL ? NULL : g_strdup (fr_node_get_text (node));
}

/* The day that the post says counts before that of its name. */
static char *
get_date (FrDocument *document, const char *name)
{
  const char *text = fr_node_get_text (fr_document_get (document, "/date"));
  unsigned year, month, day;

  if (text != NULL && sscanf (text, "%4u-%2u-%2u", &year, &month, &day) == 3)
    return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  return g_strndup (name, 10);
}

/* "2026-03-01-open-day.md" → "Open Day", as Jekyll calls a post without a title. */
static char *
make_title (const char *name)
{
  g_autofree char *slug = g_strndup (name + strlen ("2026-03-01-"), strrchr (name, '.') - name - strlen ("2026-03-01-"));
  g_auto(GStrv) words = g_strsplit (slug, "-", -1);

  for (char **word = words; *word != NULL; word++)
    **word = g_ascii_toupper (**word);
  return g_strjoinv (" ", words);
}

static gboolean
is_draft (FrDocument *document)
{
  const FrNode *published = fr_document_get (document, "/published");

  return fr_node_get_type (published) == FR_TYPE_BOOLEAN && !fr_node_is_true (published);
}

static gboolean
is_post_name (const char *name)
{
  return g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}-.+\\.(md|markdown|html)$", name, 0, 0);
}

/* "notices/boats" in the room "notices" → "boats" */
static const char *
without_room (const char *folder, const char *room)
{
  gsize length = room != NULL ? strlen (room) : 0;

  if (length == 0 || strncmp (folder, room, length) != 0 || strchr ("/", folder[length]) == NULL)
    return folder;
  return folder + length + (folder[length] == '/');
}

static void
read_post (Reading *reading, FrSite *site, const char *path, const char *name, const char *folder)
{
  g_autoptr(GBytes) bytes = fr_file_read (path, NULL);
  g_autoptr(FrDocument) document = bytes != NULL ? fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL) : NULL;
  FrPost *post;

  remember (reading, path);
  if (document == NULL || is_draft (document))
    return;
  post = g_new0 (FrPost, 1);
  post->folder = g_strdup (folder);
  post->category = g_strdup (without_room (folder, fr_node_get_text (fr_site_get_config (site, "/resources_name"))));
  post->date = get_date (document, name);
  post->title = dup_text (document, "/title");
  if (post->title == NULL)
    post->title = make_title (name);
  post->address = dup_text (document, "/permalink");
  if (post->address == NULL)
    post->address = dup_text (document, "/file_url");
  if (post->address == NULL)
    post->address = dup_text (document, "/external");
  g_ptr_array_add (reading->posts, post);
}

static gboolean
is_walked (const char *path, const char *name)
{
  return *name != '.' && !g_str_equal (name, "node_modules") && !g_str_equal (name, "_site") &&
         g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static void
read_folder (Reading *reading, FrSite *site, const char *path, const char *folder, gboolean posts, unsigned depth)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  remember (reading, path);
  while (dir != NULL && depth < MAX_DEPTH && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);
      gboolean is_posts = g_str_equal (name, "_posts");
      g_autofree char *folder_below = is_posts || *folder == '\0' ? g_strdup (is_posts ? folder : name)
                                                                  : g_strconcat (folder, "/", name, NULL);

      if (posts && is_post_name (name) && !g_file_test (below, G_FILE_TEST_IS_SYMLINK))
        read_post (reading, site, below, name, folder);
      else if (is_walked (below, name))
        read_folder (reading, site, below, folder_below, is_posts, depth + 1);
    }
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const FrPost *one = *(FrPost **) a, *other = *(FrPost **) b;
  int order = strcmp (one->date, other->date);

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static GPtrArray *
get_posts (FrSite *site)
{
  Reading *reading = g_object_get_data (G_OBJECT (site), "fr-posts");

  if (reading != NULL && is_fresh (reading))
    return reading->posts;
  reading = g_new0 (Reading, 1);
  reading->posts = g_ptr_array_new_with_free_func (free_post);
  reading->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  g_array_set_clear_func (reading->seen, clear_seen);
  read_folder (reading, site, g_file_peek_path (fr_site_get_folder (site)), "", FALSE, 0);
  g_ptr_array_sort (reading->posts, compare_posts);
  g_object_set_data_full (G_OBJECT (site), "fr-posts", reading, free_reading);
  return reading->posts;
}

/* "2026-03-01"; NULL: all posts are published, whatever their day. */
static char *
last_day (FrSite *site)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (fr_node_is_true (fr_site_get_config (site, "/future")))
    return NULL;
  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
is_published (const FrPost *post, const char *today)
{
  return today == NULL || strcmp (post->date, today) <= 0;
}

/* Each category in the order in which published posts from oldest to newest first use one (the resource room's own
 * name stands first); a post gets its colour from its last folder's place there. transfer container */
static GPtrArray *
list_categories (GPtrArray *posts, const char *today)
{
  GPtrArray *categories = g_ptr_array_new ();

  for (unsigned i = 0; i < posts->len; i++)
    {
      FrPost *post = g_ptr_array_index (posts, i);
      g_auto(GStrv) folders = g_strsplit (post->folder, "/", -1);
      unsigned last = 0;

      for (char **folder = folders; *folder != NULL && is_published (post, today); folder++)
        if (!g_ptr_array_find_with_equal_func (categories, *folder, g_str_equal, &last))
          {
            last = categories->len;
            g_ptr_array_add (categories, (char *) g_intern_string (*folder));
          }
      post->color = last % 5 + 1;
    }
  return categories;
}

GPtrArray *
fr_posts_newest (FrSite *site, unsigned n)
{
  g_autofree char *today = last_day (site);
  GPtrArray *posts = get_posts (site), *newest = g_ptr_array_new ();
  g_autoptr(GPtrArray) categories = list_categories (posts, today);

  for (unsigned i = posts->len; i-- > 0 && newest->len < n;)
    if (is_published (posts->pdata[i], today))
      g_ptr_array_add (newest, posts->pdata[i]);
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
  g_autofree char *today = last_day (site);
  const char *room = fr_node_get_text (fr_site_get_config (site, "/resources_name"));
  g_autoptr(GPtrArray) categories = list_categories (get_posts (site), today);
  GPtrArray *names = g_ptr_array_new ();

  for (unsigned i = 0; i < categories->len; i++)
    if (g_strcmp0 (categories->pdata[i], room) != 0)
      g_ptr_array_add (names, g_strdup (categories->pdata[i]));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
