/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-thumbnail.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "fr-file.h"
#include "fr-image-size.h"
#include "fr-picture-copy.h"

/* The standard tells files apart by whole seconds. What was written this lately may be written once more in the same one. */
#define SETTLED_SECONDS 2

#define URI   "Thumb::URI"
#define MTIME "Thumb::MTime"
/* What of a program could not draw a picture is nothing to another one. */
#define FAILED "fail" G_DIR_SEPARATOR_S "frontage"

typedef struct
{
  const char *path;
  char       *uri;
  char       *name;     /* of its thumbnails */
  char       *modified; /* s since 1970 */
  gboolean    is_settled;
} Original;

static void
original_clear (Original *self)
{
  g_free (self->uri);
  g_free (self->name);
  g_free (self->modified);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Original, original_clear)

/* FALSE with an error: there is no such file. */
static gboolean
find_original (Original *self, const char *path, GError **error)
{
  g_autofree char *digest = NULL;
  GStatBuf status;

  self->path = path;
  self->uri = g_filename_to_uri (path, NULL, error);
  if (self->uri == NULL)
    return FALSE;
  if (g_stat (path, &status) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no picture “%s”."), path);
      return FALSE;
    }
  digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, self->uri, -1);
  self->name = g_strconcat (digest, ".png", NULL);
  self->modified = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) status.st_mtime);
  self->is_settled = g_get_real_time () / G_USEC_PER_SEC - status.st_mtime >= SETTLED_SECONDS;
  return TRUE;
}

static char *
find_place (const Original *original, const char *folder)
{
  return g_build_filename (g_get_user_cache_dir (), "thumbnails", folder, original->name, NULL);
}

static const char *
name_folder (FrThumbnailSize size)
{
  return size == FR_THUMBNAIL_NORMAL ? "normal" : "large";
}

/* Whoever wrote it: what is larger than a thumbnail is none. */
static gboolean
is_small (const char *place, unsigned most)
{
  g_autoptr (GBytes) start = fr_file_read_start (place, FR_IMAGE_FIRST_BYTES, NULL, NULL);
  gsize length = 0;
  const guchar *bytes = start != NULL ? g_bytes_get_data (start, &length) : NULL;
  unsigned width, height;

  return bytes != NULL && fr_image_measure (bytes, length, &width, &height) && width <= most && height <= most;
}

/* NULL: there is none of the file as it is now. */
static GdkPixbuf *
read_kept (const Original *original, const char *folder, unsigned most)
{
  g_autofree char *place = find_place (original, folder);
  g_autoptr (GdkPixbuf) pixbuf = is_small (place, most) ? gdk_pixbuf_new_from_file (place, NULL) : NULL;

  if (pixbuf == NULL || g_strcmp0 (gdk_pixbuf_get_option (pixbuf, "tEXt::" URI), original->uri) != 0 ||
      g_strcmp0 (gdk_pixbuf_get_option (pixbuf, "tEXt::" MTIME), original->modified) != 0)
    return NULL;
  return g_steal_pointer (&pixbuf);
}

/* Whole or not at all. Where it cannot be kept, it is drawn again the next time. */
static void
keep (const Original *original, const char *folder, const char *data, gsize length)
{
  g_autofree char *place = find_place (original, folder);
  g_autofree char *parent = g_path_get_dirname (place);

  if (original->is_settled && g_mkdir_with_parents (parent, 0700) == 0)
    g_file_set_contents_full (place, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static void
keep_failure (const Original *original)
{
  g_autoptr (GdkPixbuf) nothing = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 1, 1);
  g_autofree char *buffer = NULL;
  gsize length;

  gdk_pixbuf_fill (nothing, 0);
  if (gdk_pixbuf_save_to_buffer (nothing, &buffer, &length, "png", NULL, "tEXt::" URI, original->uri,
                                 "tEXt::" MTIME, original->modified, NULL))
    keep (original, FAILED, buffer, length);
}

static GdkPixbuf *
decode (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);

  return gdk_pixbuf_new_from_stream (stream, NULL, NULL);
}

static gboolean
has_failed (const Original *original, GError **error)
{
  g_autoptr (GdkPixbuf) failure = read_kept (original, FAILED, 1);

  if (failure != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The picture cannot be drawn here."));
  return failure != NULL;
}

static GdkPixbuf *
draw (const Original *original, FrThumbnailSize size, GError **error)
{
  const char * const texts[] = { URI, original->uri, MTIME, original->modified, NULL };
  GError *problem = NULL;
  g_autoptr (GBytes) png = fr_picture_copy_thumbnail (original->path, size, texts, &problem);

  if (png != NULL)
    {
      keep (original, name_folder (size), g_bytes_get_data (png, NULL), g_bytes_get_size (png));
      return decode (png);
    }
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    keep_failure (original);
  g_propagate_error (error, problem);
  return NULL;
}

GdkPixbuf *
fr_thumbnail_get (const char *path, FrThumbnailSize size, GError **error)
{
  g_auto (Original) original = { NULL };
  GdkPixbuf *kept;

  if (!find_original (&original, path, error))
    return NULL;
  kept = read_kept (&original, name_folder (size), size);
  if (kept != NULL || has_failed (&original, error))
    return kept;
  return draw (&original, size, error);
}
