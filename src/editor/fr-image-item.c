/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-item.h"

#include <string.h>

struct _FrImageItem
{
  GObject parent_instance;

  FrSiteFile *file;
  char *path;
  char *key;  /* what is searched in */
};

G_DEFINE_FINAL_TYPE (FrImageItem, fr_image_item, G_TYPE_OBJECT)

const char *
fr_image_item_get_path (FrImageItem *self)
{
  return self->file->path;
}

const char *
fr_image_item_get_name (FrImageItem *self)
{
  const char *slash = strrchr (self->file->path, '/');

  return slash != NULL ? slash + 1 : self->file->path;
}

const char *
fr_image_item_get_file (FrImageItem *self)
{
  return self->path;
}

gint64
fr_image_item_get_modified (FrImageItem *self)
{
  return self->file->modified;
}

gboolean
fr_image_item_has (FrImageItem *self, const char * const *words)
{
  for (; *words != NULL; words++)
    if (strstr (self->key, *words) == NULL)
      return FALSE;
  return TRUE;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const FrSiteFile *one = *(FrSiteFile **) a, *other = *(FrSiteFile **) b;

  if (one->modified != other->modified)
    return one->modified < other->modified ? 1 : -1;
  return fr_path_compare (one->path, other->path);
}

static FrImageItem *
new_item (FrSiteFile *file, const char *folder)
{
  FrImageItem *self = g_object_new (FR_TYPE_IMAGE_ITEM, NULL);

  self->file = fr_site_file_ref (file);
  self->path = g_build_filename (folder, file->path, NULL);
  self->key = g_utf8_casefold (file->path, -1);
  return self;
}

GPtrArray *
fr_image_items_of (FrSite *site)
{
  g_autoptr (GPtrArray) files = fr_site_list_images (site);
  GPtrArray *items = g_ptr_array_new_full (files->len, g_object_unref);
  const char *folder = g_file_peek_path (fr_site_get_folder (site));

  g_ptr_array_sort (files, newest_first);
  for (unsigned i = 0; i < files->len; i++)
    g_ptr_array_add (items, new_item (files->pdata[i], folder));
  return items;
}

gboolean
fr_image_items_are (const GPtrArray *items, GListModel *others)
{
  gboolean same = items->len == g_list_model_get_n_items (others);

  for (unsigned i = 0; same && i < items->len; i++)
    {
      g_autoptr (FrImageItem) other = g_list_model_get_item (others, i);

      same = ((FrImageItem *) items->pdata[i])->file == other->file;
    }
  return same;
}

static void
fr_image_item_finalize (GObject *object)
{
  FrImageItem *self = FR_IMAGE_ITEM (object);

  g_clear_pointer (&self->file, fr_site_file_unref);
  g_free (self->path);
  g_free (self->key);
  G_OBJECT_CLASS (fr_image_item_parent_class)->finalize (object);
}

static void
fr_image_item_class_init (FrImageItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_image_item_finalize;
}

static void
fr_image_item_init (FrImageItem *self)
{
}
