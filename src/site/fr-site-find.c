/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a snapshot knows of files: by path, by address, all of them, those that differ. */
#include <string.h>

#include "fr-site-private.h"

/* A link to a folder may lead to another link. */
#define MOST_LINKS 8

/* The first file whose path is not before this one. */
static unsigned
find_place (FrSite *self, const char *path, int (*compare) (const char *, const char *))
{
  unsigned low = 0, high = self->files->len;

  while (low < high)
    {
      unsigned middle = low + (high - low) / 2;

      if (compare (((FrSiteFile *) self->files->pdata[middle])->path, path) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const FrSiteFile *
find_file (FrSite *self, const char *path, int (*compare) (const char *, const char *))
{
  unsigned place = find_place (self, path, compare);
  const FrSiteFile *file = place < self->files->len ? self->files->pdata[place] : NULL;

  return file != NULL && compare (file->path, path) == 0 ? file : NULL;
}

const FrSiteFile *
fr_site_get_file (FrSite *self, const char *path)
{
  return find_file (self, path, fr_path_compare);
}

const FrSiteFile *
fr_site_get_page (FrSite *self, const char *simple_address)
{
  return g_hash_table_lookup (self->pages, simple_address);
}

const FrSiteFile *
fr_site_get_other_page (FrSite *self, const char *simple_address, const char *path)
{
  GHashTable *tables[] = { self->pages, self->doubles };

  for (unsigned i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const FrSiteFile *file = g_hash_table_lookup (tables[i], simple_address);

      if (file != NULL && strcmp (file->path, path) != 0)
        return file;
    }
  return NULL;
}

/* "/images//a%20b.png?1" → "images/a b.png"; NULL: no file can be there. */
static char *
to_path (const char *address)
{
  g_autofree char *encoded = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *decoded = g_uri_unescape_string (encoded, NULL);
  g_autofree char *absolute = NULL, *canonical = NULL;

  if (decoded == NULL || *decoded == '\0' || g_str_has_suffix (decoded, "/"))
    return NULL;
  absolute = g_strconcat ("/", decoded, NULL);
  canonical = g_canonicalize_filename (absolute, "/");
  return g_strdup (canonical + strspn (canonical, "/"));
}

/* The same file by a path without links to folders. */
static char *
follow_links (FrSite *self, const char *path)
{
  char *now = g_strdup (path);
  unsigned followed = 0;

  for (unsigned i = 0; i < self->walk->links->len && followed < MOST_LINKS; i++)
    {
      const FrFolderLink *link = self->walk->links->pdata[i];
      gsize length = strlen (link->path);

      if (fr_path_is_below (now, link->path))
        {
          const char *rest = now + length;
          char *next = g_strconcat (link->target, rest + (*link->target == '\0' && *rest == '/'), NULL);

          g_free (now);
          now = next;
          followed++;
          i = -1;
        }
    }
  return now;
}

static gboolean
is_unread (FrSite *self, const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, "/", -1);

  for (unsigned i = 0; i < self->walk->unread->len; i++)
    if (fr_path_is_below (path, self->walk->unread->pdata[i]))
      return TRUE;
  for (char **name = names; *name != NULL; name++)
    if (fr_path_is_skipped (*name))
      return TRUE;
  return FALSE;
}

static FrPresence
look_up_path (FrSite *self, const char *path, const FrSiteFile **file)
{
  if ((*file = fr_site_get_file (self, path)) != NULL)
    return FR_PRESENCE_THERE;
  if (is_unread (self, path))
    return FR_PRESENCE_UNKNOWN;
  *file = find_file (self, path, g_ascii_strcasecmp);
  return *file != NULL ? FR_PRESENCE_OTHER_CASE : FR_PRESENCE_MISSING;
}

FrPresence
fr_site_look_up (FrSite *self, const char *address, const FrSiteFile **file)
{
  g_autofree char *path = to_path (address);
  g_autofree char *real = path != NULL ? follow_links (self, path) : NULL;
  const FrSiteFile *found = NULL;
  FrPresence presence = real == NULL ? FR_PRESENCE_MISSING : look_up_path (self, real, &found);

  if (file != NULL)
    *file = found;
  return presence;
}

static GPtrArray *
list (FrSite *self, gboolean (*is_wanted) (const FrSiteFile *))
{
  GPtrArray *files = g_ptr_array_new ();

  for (unsigned i = 0; i < self->files->len; i++)
    if (is_wanted == NULL || is_wanted (self->files->pdata[i]))
      g_ptr_array_add (files, self->files->pdata[i]);
  return files;
}

static gboolean
has_address (const FrSiteFile *file)
{
  return file->address != NULL;
}

GPtrArray *
fr_site_list_files (FrSite *self)
{
  return list (self, NULL);
}

GPtrArray *
fr_site_list_images (FrSite *self)
{
  return list (self, fr_site_file_is_image);
}

GPtrArray *
fr_site_list_pages (FrSite *self)
{
  return list (self, has_address);
}

gboolean
fr_site_is_complete (FrSite *self)
{
  return self->walk->unread->len == 0;
}

/* Under its own name and all that links to folders give it. */
static void
add_names (GPtrArray *addresses, FrSite *site, const char *path)
{
  g_ptr_array_add (addresses, g_strconcat ("/", path, NULL));
  for (unsigned i = 0; i < site->walk->links->len; i++)
    {
      const FrFolderLink *link = site->walk->links->pdata[i];
      const char *rest = path + strlen (link->target);

      if (fr_path_is_below (path, link->target))
        g_ptr_array_add (addresses, g_strconcat ("/", link->path, *rest == '/' ? "" : "/", rest, NULL));
    }
}

static FrSiteFile *
get_at (FrSite *site, unsigned i)
{
  return i < site->files->len ? site->files->pdata[i] : NULL;
}

/* Both lists are in the same order, and what is as it was is the very same in both. */
GStrv
fr_site_changed_images (FrSite *before, FrSite *after)
{
  GPtrArray *addresses = g_ptr_array_new ();
  unsigned i = 0, j = 0;

  while (i < before->files->len || j < after->files->len)
    {
      FrSiteFile *old = get_at (before, i), *new = get_at (after, j);
      int order = old == new ? 0 : old == NULL ? 1 : new == NULL ? -1 : fr_path_compare (old->path, new->path);
      FrSiteFile *either = order <= 0 ? old : new;

      i += order <= 0;
      j += order >= 0;
      if (old != new && fr_site_file_is_image (either) && (order == 0 || !is_unread (order < 0 ? after : before, either->path)))
        add_names (addresses, order < 0 ? before : after, either->path);
    }
  g_ptr_array_add (addresses, NULL);
  return (GStrv) g_ptr_array_free (addresses, FALSE);
}
