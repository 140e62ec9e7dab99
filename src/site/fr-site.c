/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-site-private.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (FrSite, fr_site, G_TYPE_OBJECT)

/* The theme's own, for a site that names none. */
#define PRIMARY_COLOR "#0487bf"
#define SECONDARY_COLOR "#6b4370"

static void
fr_site_finalize (GObject *object)
{
  FrSite *self = FR_SITE (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->walk, fr_walk_free);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->doubles, g_hash_table_unref);
  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->categories, g_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->data, g_ptr_array_unref);
  g_free (self->real_folder);
  g_free (self->base_url);
  g_free (self->primary_color);
  g_free (self->secondary_color);
  g_clear_pointer (&self->style, fr_site_style_unref);
  g_free (self->other_theme);
  G_OBJECT_CLASS (fr_site_parent_class)->finalize (object);
}

static void
fr_site_class_init (FrSiteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fr_site_finalize;
}

static void
fr_site_init (FrSite *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_site_file_unref);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_site_data_unref);
  self->pages = g_hash_table_new (g_str_hash, g_str_equal);
  self->doubles = g_hash_table_new (g_str_hash, g_str_equal);
}

/* A colour goes into the style sheet: only what can be nothing else is taken. */
char *
fr_site_dup_color (FrSite *self, const char *pointer, const char *fallback)
{
  const char *text = fr_node_get_text (fr_site_get_config (self, pointer));

  if (text == NULL || *text == '\0' ||
      strspn (text, "#(),.% abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != strlen (text) ||
      strstr (text, "url") != NULL)
    return g_strdup (fallback);
  return g_strdup (text);
}

/* "isomerpages/isomerpages-template@next-gen" and its like. */
static char *
find_other_theme (FrSite *self)
{
  static const char * const keys[] = { "/remote_theme", "/theme" };

  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const FrNode *node = fr_site_get_config (self, keys[i]);
      const char *text = fr_node_get_type (node) == FR_TYPE_STRING ? fr_node_get_text (node) : "";
      g_autofree char *lower = g_ascii_strdown (text, -1);

      if (*text != '\0' && strstr (lower, "isomer") == NULL)
        return g_strdup (text);
      if (*text != '\0')
        return NULL;
    }
  return NULL;
}

static void
take_config (FrSite *self)
{
  const FrNode *base_url;

  self->config = fr_site_get_data (self, "_config.yml");
  base_url = fr_site_get_config (self, "/baseurl");
  self->base_url = g_strdup (fr_node_get_type (base_url) == FR_TYPE_NULL ? "" : fr_node_get_text (base_url));
  self->primary_color = fr_site_dup_color (self, "/colors/primary-color", PRIMARY_COLOR);
  self->secondary_color = fr_site_dup_color (self, "/colors/secondary-color", SECONDARY_COLOR);
  self->other_theme = find_other_theme (self);
}

FrSite *
fr_site_new_from_walk (GFile *folder, const char *real_folder, FrWalk *walk, FrSiteDepth depth, FrSite *before)
{
  FrSite *self = g_object_new (FR_TYPE_SITE, NULL);

  self->folder = g_object_ref (folder);
  self->real_folder = g_strdup (real_folder);
  self->walk = walk;
  fr_site_read_walked (self, depth, before);
  take_config (self);
  fr_site_sort_posts (self);
  self->style = fr_site_style_read (self, real_folder, before != NULL ? before->style : NULL);
  return self;
}

/* What is not on a disk of this machine has no file. */
static char *
find_real_folder (GFile *folder)
{
  const char *path = g_file_peek_path (folder);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real != NULL ? real : path != NULL ? path : "/dev/null");

  free (real);
  return copy;
}

FrSite *
fr_site_new_to_depth (GFile *folder, FrSiteDepth depth)
{
  g_autofree char *real = find_real_folder (folder);

  return fr_site_new_from_walk (folder, real, fr_walk_new (real, NULL), depth, NULL);
}

FrSite *
fr_site_new (GFile *folder)
{
  return fr_site_new_to_depth (folder, FR_SITE_IMAGES);
}

FrSite *
fr_site_new_quick (GFile *folder)
{
  g_autofree char *real = find_real_folder (folder);

  return fr_site_new_from_walk (folder, real, fr_walk_new_quick (real), FR_SITE_FILES, NULL);
}

FrSite *
fr_site_read_again (FrSite *self)
{
  g_autoptr(FrSite) now = fr_site_new_from_walk (self->folder, self->real_folder, fr_walk_new (self->real_folder, NULL),
                                                 FR_SITE_IMAGES, self);

  return fr_site_is_same (self, now) ? g_object_ref (self) : g_steal_pointer (&now);
}

/* What is as it was is the very same. */
static gboolean
has_same_items (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

gboolean
fr_site_is_same (FrSite *self, FrSite *other)
{
  return has_same_items (self->files, other->files) && has_same_items (self->data, other->data) &&
         self->style == other->style && fr_walk_has_same_folders (self->walk, other->walk);
}

GFile *
fr_site_get_folder (FrSite *self)
{
  return self->folder;
}

const FrNode *
fr_site_get_config (FrSite *self, const char *pointer)
{
  return self->config == NULL ? NULL : fr_document_get (self->config, pointer);
}

const char *
fr_site_get_title (FrSite *self)
{
  const FrNode *title = fr_site_get_config (self, "/title");
  const char *text = fr_node_get_type (title) == FR_TYPE_NULL ? NULL : fr_node_get_text (title);

  return text != NULL && *text != '\0' ? text : NULL;
}

gboolean
fr_site_has_config (FrSite *self)
{
  return fr_site_get_data (self, "_config.yml") != NULL || fr_site_get_problem (self, "_config.yml") != NULL;
}

const char *
fr_site_get_base_url (FrSite *self)
{
  return self->base_url;
}

const char *
fr_site_get_primary_color (FrSite *self)
{
  return self->primary_color;
}

const char *
fr_site_get_secondary_color (FrSite *self)
{
  return self->secondary_color;
}

const FrSiteStyle *
fr_site_get_style (FrSite *self)
{
  return self->style;
}

const char *
fr_site_get_other_theme (FrSite *self)
{
  return self->other_theme;
}

static const FrSiteData *
find_data (FrSite *self, const char *path)
{
  for (unsigned i = 0; i < self->data->len; i++)
    if (strcmp (((FrSiteData *) self->data->pdata[i])->path, path) == 0)
      return self->data->pdata[i];
  return NULL;
}

FrDocument *
fr_site_get_data (FrSite *self, const char *path)
{
  const FrSiteData *data = find_data (self, path);

  return data != NULL ? data->document : NULL;
}

const GError *
fr_site_get_problem (FrSite *self, const char *path)
{
  const FrSiteData *data = find_data (self, path);

  return data != NULL ? data->error : NULL;
}

char *
fr_site_resolve (FrSite *self, const char *address)
{
  g_autofree char *encoded = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *decoded = g_uri_unescape_string (encoded, NULL);
  g_autofree char *path = decoded != NULL ? g_build_filename (self->real_folder, decoded, NULL) : NULL;
  char *real = path != NULL ? realpath (path, NULL) : NULL;

  if (real != NULL && fr_path_is_below (real, self->real_folder))
    return real;
  free (real);
  return NULL;
}
