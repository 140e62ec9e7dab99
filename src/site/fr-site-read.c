/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-site-private.h"

/* Of all files together. */
#define MOST_BYTES (256 << 20)

/* Both lists are in order, so that going along the one finds the place in the other. */
static FrSiteFile *
find_before (GPtrArray *before, unsigned *at, const char *path)
{
  for (; before != NULL && *at < before->len; (*at)++)
    {
      FrSiteFile *file = before->pdata[*at];
      int order = fr_path_compare (file->path, path);

      if (order >= 0)
        return order == 0 ? file : NULL;
    }
  return NULL;
}

static FrSiteData *
find_data (FrSite *site, const char *path)
{
  for (unsigned i = 0; site != NULL && i < site->data->len; i++)
    if (strcmp (((FrSiteData *) site->data->pdata[i])->path, path) == 0)
      return site->data->pdata[i];
  return NULL;
}

static void
add_data (FrSite *self, const char *path, const FrFileState *state, FrSite *before)
{
  if (fr_site_data_is_path (path))
    g_ptr_array_add (self->data, fr_site_data_read (self->real_folder, path, state, find_data (before, path)));
}

static void
index_page (FrSite *self, FrSiteFile *file)
{
  FrSiteFile *other = file->address != NULL ? g_hash_table_lookup (self->pages, file->address) : NULL;

  if (other != NULL)
    g_hash_table_replace (self->doubles, other->address, other);
  if (file->address != NULL)
    g_hash_table_replace (self->pages, file->address, file);
}

void
fr_site_read_walked (FrSite *self, FrSiteDepth depth, FrSite *before)
{
  FrSiteReading reading = { self->real_folder, depth, MOST_BYTES };
  unsigned at = 0;

  for (unsigned i = 0; i < self->walk->files->len; i++)
    {
      const FrWalkedFile *walked = &g_array_index (self->walk->files, FrWalkedFile, i);
      FrSiteFile *old = find_before (before != NULL ? before->files : NULL, &at, walked->path);
      FrSiteFile *file = fr_site_file_read (&reading, walked, old);

      g_ptr_array_add (self->files, file);
      index_page (self, file);
      add_data (self, walked->path, &walked->state, before);
    }
  for (unsigned i = 0; i < self->walk->odd->len; i++)
    add_data (self, self->walk->odd->pdata[i], NULL, before);
  if (reading.left <= 0)
    g_ptr_array_add (self->walk->unread, g_strdup (""));
  g_array_set_size (self->walk->files, 0);
}
