#include "fr-site.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "fr-file.h"

struct _FrSite
{
  GObject     parent_instance;
  GFile      *folder;
  char       *real_folder;   /* with symbolic links resolved */
  FrDocument *config;
  char       *base_url;
  char       *primary_color;
  char       *secondary_color;
};

G_DEFINE_FINAL_TYPE (FrSite, fr_site, G_TYPE_OBJECT)

/* The theme's own, for a site that names none. */
#define PRIMARY_COLOR "#0487bf"
#define SECONDARY_COLOR "#6b4370"

static void
fr_site_finalize (GObject *object)
{
  FrSite *self = FR_SITE (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->config);
  g_free (self->real_folder);
  g_free (self->base_url);
  g_free (self->primary_color);
  g_free (self->secondary_color);
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
}

/* With symbolic links resolved; NULL outside of the folder. */
static char *
find_path (FrSite *self, const char *relative)
{
  g_autofree char *path = g_build_filename (self->real_folder, relative, NULL);
  char *real = realpath (path, NULL);
  gsize length = strlen (self->real_folder);

  if (real != NULL && strncmp (real, self->real_folder, length) == 0 && (real[length] == '/' || real[length] == '\0'))
    return real;
  free (real);
  return NULL;
}

/* A missing or broken file counts as empty: the homepage can be edited all the same. */
FrDocument *
fr_site_read (FrSite *self, const char *path, FrFormat format, GError **error)
{
  g_autofree char *real = find_path (self, path);
  g_autoptr(GBytes) bytes = NULL;

  if (real == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such file in the site."));
      return NULL;
    }
  bytes = fr_file_read (real, error);
  return bytes == NULL ? NULL : fr_document_new (bytes, format, error);
}

/* A colour goes into the style sheet: only what can be nothing else is taken. */
static char *
read_color (FrSite *self, const char *pointer, const char *fallback)
{
  const char *text = fr_node_get_text (fr_site_get_config (self, pointer));

  if (text == NULL || *text == '\0' ||
      strspn (text, "#(),.% abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != strlen (text) ||
      strstr (text, "url") != NULL)
    return g_strdup (fallback);
  return g_strdup (text);
}

FrSite *
fr_site_new (GFile *folder)
{
  FrSite *self = g_object_new (FR_TYPE_SITE, NULL);
  const FrNode *base_url;

  self->folder = g_object_ref (folder);
  self->real_folder = realpath (g_file_peek_path (folder), NULL);
  if (self->real_folder == NULL)
    self->real_folder = g_file_get_path (folder);
  self->config = fr_site_read (self, "_config.yml", FR_FORMAT_YAML, NULL);
  base_url = fr_site_get_config (self, "/baseurl");
  self->base_url = g_strdup (fr_node_get_type (base_url) == FR_TYPE_NULL ? "" : fr_node_get_text (base_url));
  self->primary_color = read_color (self, "/colors/primary-color", PRIMARY_COLOR);
  self->secondary_color = read_color (self, "/colors/secondary-color", SECONDARY_COLOR);
  return self;
}

FrSite *
fr_site_new_for_file (GFile *file)
{
  g_autoptr(GFile) own = g_file_get_parent (file);
  g_autoptr(GFile) folder = NULL;

  if (own == NULL)
    return fr_site_new (file);
  for (folder = g_object_ref (own); folder != NULL;)
    {
      g_autoptr(GFile) config = g_file_get_child (folder, "_config.yml");
      GFile *above;

      if (g_file_query_exists (config, NULL))
        return fr_site_new (folder);
      above = g_file_get_parent (folder);
      g_object_unref (folder);
      folder = above;
    }
  return fr_site_new (own);
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

char *
fr_site_resolve (FrSite *self, const char *address)
{
  gsize query = strcspn (address, "?#");
  g_autofree char *encoded = g_strndup (address, query);
  g_autofree char *decoded = g_uri_unescape_string (encoded, NULL);

  return decoded != NULL ? find_path (self, decoded) : NULL;
}
