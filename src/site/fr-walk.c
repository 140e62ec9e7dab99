/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than any site has. A homepage may lie in a folder that is no site's but somebody's whole disk. */
#define MAX_DEPTH 12
#define MAX_FILES 100000
#define MAX_FOLDERS 4000

typedef struct
{
  FrWalk     *walk;
  const char *root;
} Walker;

static gint64
to_ns (const struct timespec *time)
{
  return time->tv_sec * G_GINT64_CONSTANT (1000000000) + time->tv_nsec;
}

FrFileState
fr_file_state_of (const struct stat *status)
{
  return (FrFileState) { status->st_dev, status->st_ino, status->st_size, to_ns (&status->st_mtim), to_ns (&status->st_ctim) };
}

gboolean
fr_file_state_equal (const FrFileState *a, const FrFileState *b)
{
  return a->device == b->device && a->inode == b->inode && a->bytes == b->bytes && a->modified == b->modified &&
         a->changed == b->changed;
}

int
fr_path_compare (const char *a, const char *b)
{
  int order = g_ascii_strcasecmp (a, b);

  return order != 0 ? order : strcmp (a, b);
}

gboolean
fr_path_is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return length == 0 || (strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0'));
}

gboolean
fr_path_is_skipped (const char *name)
{
  return *name == '.' || strcmp (name, "node_modules") == 0 || strcmp (name, "_site") == 0;
}

static void
clear_file (gpointer file)
{
  g_free (((FrWalkedFile *) file)->path);
}

static void
free_link (gpointer data)
{
  FrFolderLink *link = data;

  g_free (link->path);
  g_free (link->target);
  g_free (link);
}

static FrWalk *
new_walk (void)
{
  FrWalk *walk = g_new0 (FrWalk, 1);

  walk->files = g_array_new (FALSE, FALSE, sizeof (FrWalkedFile));
  g_array_set_clear_func (walk->files, clear_file);
  walk->folders = g_ptr_array_new_with_free_func (g_free);
  walk->links = g_ptr_array_new_with_free_func (free_link);
  walk->odd = g_ptr_array_new_with_free_func (g_free);
  walk->unread = g_ptr_array_new_with_free_func (g_free);
  return walk;
}

void
fr_walk_free (FrWalk *walk)
{
  g_array_unref (walk->files);
  g_ptr_array_unref (walk->folders);
  g_ptr_array_unref (walk->links);
  g_ptr_array_unref (walk->odd);
  g_ptr_array_unref (walk->unread);
  g_free (walk);
}

static void
add_path (GPtrArray *paths, const char *path)
{
  g_ptr_array_add (paths, g_strdup (path));
}

static void
add_file (Walker *self, const char *path, const struct stat *status)
{
  FrWalkedFile file = { g_strdup (path), fr_file_state_of (status) };

  g_array_append_val (self->walk->files, file);
}

static unsigned
count_depth (const char *path)
{
  unsigned depth = 1;

  for (; *path != '\0'; path++)
    depth += *path == '/';
  return depth;
}

static void
add_folder (Walker *self, const char *path)
{
  add_path (count_depth (path) > MAX_DEPTH ? self->walk->unread : self->walk->folders, path);
}

/* To what is in the folder; anything else is odd. */
static void
add_link (Walker *self, const char *path)
{
  g_autofree char *own = g_build_filename (self->root, path, NULL);
  char *real = realpath (own, NULL);
  gsize length = strlen (self->root);
  gboolean inside = real != NULL && fr_path_is_below (real, self->root);
  struct stat status;

  if (!inside || stat (real, &status) != 0 || !(S_ISREG (status.st_mode) || S_ISDIR (status.st_mode)))
    add_path (self->walk->odd, path);
  else if (S_ISREG (status.st_mode))
    add_file (self, path, &status);
  else
    {
      FrFolderLink *link = g_new (FrFolderLink, 1);

      *link = (FrFolderLink) { g_strdup (path), g_strdup (real + length + (real[length] == '/')) };
      g_ptr_array_add (self->walk->links, link);
    }
  free (real);
}

/* The entry `name` of the folder that is open as `fd`. */
static void
add_entry (Walker *self, int fd, const char *name, const char *path)
{
  struct stat status;

  if (fstatat (fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return;
  if (S_ISLNK (status.st_mode))
    add_link (self, path);
  else if (S_ISREG (status.st_mode))
    add_file (self, path, &status);
  else if (S_ISDIR (status.st_mode))
    add_folder (self, path);
  else
    add_path (self->walk->odd, path);
}

static DIR *
open_folder (Walker *self, const char *path)
{
  g_autofree char *own = g_build_filename (self->root, path, NULL);
  int fd = open (own, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  return fd < 0 ? NULL : fdopendir (fd);
}

static gboolean
is_full (const FrWalk *walk)
{
  return walk->files->len + walk->odd->len + walk->links->len >= MAX_FILES || walk->folders->len >= MAX_FOLDERS;
}

static void
read_folder (Walker *self, const char *path)
{
  DIR *dir = open_folder (self, path);
  struct dirent *entry;

  if (dir == NULL)
    {
      add_path (self->walk->unread, path);
      return;
    }
  while ((entry = readdir (dir)) != NULL && !is_full (self->walk))
    {
      g_autofree char *below = *path == '\0' ? g_strdup (entry->d_name) : g_strconcat (path, "/", entry->d_name, NULL);

      if (!fr_path_is_skipped (entry->d_name))
        add_entry (self, dirfd (dir), entry->d_name, below);
    }
  closedir (dir);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return fr_path_compare (((const FrWalkedFile *) a)->path, ((const FrWalkedFile *) b)->path);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return fr_path_compare (*(const char **) a, *(const char **) b);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  return fr_path_compare ((*(FrFolderLink **) a)->path, (*(FrFolderLink **) b)->path);
}

/* The order in which a folder names what is in it says nothing. */
static FrWalk *
sort (FrWalk *walk)
{
  g_array_sort (walk->files, compare_files);
  g_ptr_array_sort (walk->folders, compare_paths);
  g_ptr_array_sort (walk->links, compare_links);
  g_ptr_array_sort (walk->odd, compare_paths);
  g_ptr_array_sort (walk->unread, compare_paths);
  return walk;
}

FrWalk *
fr_walk_new (const char *root, GCancellable *cancellable)
{
  FrWalk *walk = new_walk ();
  Walker self = { walk, root };

  add_path (walk->folders, "");
  for (unsigned i = 0; i < walk->folders->len && !is_full (walk) && !g_cancellable_is_cancelled (cancellable); i++)
    read_folder (&self, walk->folders->pdata[i]);
  if (is_full (walk) || g_cancellable_is_cancelled (cancellable))
    add_path (walk->unread, "");
  return sort (walk);
}

FrWalk *
fr_walk_new_quick (const char *root)
{
  FrWalk *walk = new_walk ();
  Walker self = { walk, root };
  DIR *dir = open_folder (&self, "");

  if (dir != NULL)
    {
      add_entry (&self, dirfd (dir), "_config.yml", "_config.yml");
      closedir (dir);
      read_folder (&self, "_data");
    }
  g_ptr_array_set_size (walk->unread, 0);
  add_path (walk->unread, "");
  return sort (walk);
}

static gboolean
has_same_paths (const GPtrArray *a, const GPtrArray *b)
{
  for (unsigned i = 0; i < a->len && a->len == b->len; i++)
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return a->len == b->len;
}

static gboolean
has_same_links (const GPtrArray *a, const GPtrArray *b)
{
  for (unsigned i = 0; i < a->len && a->len == b->len; i++)
    {
      const FrFolderLink *one = a->pdata[i], *other = b->pdata[i];

      if (strcmp (one->path, other->path) != 0 || strcmp (one->target, other->target) != 0)
        return FALSE;
    }
  return a->len == b->len;
}

gboolean
fr_walk_has_same_folders (const FrWalk *a, const FrWalk *b)
{
  return has_same_paths (a->folders, b->folders) && has_same_links (a->links, b->links) &&
         has_same_paths (a->odd, b->odd) && has_same_paths (a->unread, b->unread);
}
