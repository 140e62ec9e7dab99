/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-site-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-file.h"
#include "fr-site-file.h"

/* A tree takes some ten times as much. */
#define MOST_BYTES (8 << 20)

typedef struct
{
  FrSiteData  public;
  FrFileState state;    /* zeros: no file */
  gboolean    settled;
} Record;

gboolean
fr_site_data_is_path (const char *path)
{
  const char *slash = strchr (path, '/');

  if (slash == NULL)
    return strcmp (path, "_config.yml") == 0;
  if (*path != '_' || strchr (slash + 1, '/') != NULL)
    return FALSE;
  return strcmp (slash, "/collection.yml") == 0 || (g_str_has_prefix (path, "_data/") && g_str_has_suffix (path, ".yml"));
}

static GBytes *
read_bytes (const char *root, const char *path, const FrFileState *state, GError **error)
{
  g_autofree char *own = g_build_filename (root, path, NULL);
  struct stat status;
  g_autoptr(GBytes) bytes = fr_file_read_start (own, MOST_BYTES + 1, &status, error);

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > MOST_BYTES)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("It is too large."));
  else if (status.st_ino != state->inode || status.st_dev != state->device)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("It was being changed."));
  else
    return g_steal_pointer (&bytes);
  return NULL;
}

static void
read_document (FrSiteData *self, const char *root, const FrFileState *state)
{
  g_autoptr(GBytes) bytes = NULL;

  if (state == NULL)
    {
      g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("It is no regular file of the site's folder."));
      return;
    }
  bytes = read_bytes (root, self->path, state, &self->error);
  if (bytes != NULL)
    self->document = fr_document_new (bytes, FR_FORMAT_YAML, &self->error);
}

FrSiteData *
fr_site_data_read (const char *root, const char *path, const FrFileState *state, FrSiteData *before)
{
  static const FrFileState nothing;
  const FrFileState *own = state != NULL ? state : &nothing;
  Record *record = (Record *) before;

  if (record != NULL && record->settled && fr_file_state_equal (&record->state, own))
    return fr_site_data_ref (before);
  record = g_atomic_rc_box_new0 (Record);
  record->state = *own;
  record->settled = fr_file_state_is_settled (own);
  record->public.path = g_strdup (path);
  read_document (&record->public, root, state);
  return &record->public;
}

FrSiteData *
fr_site_data_ref (FrSiteData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FrSiteData *self = data;

  g_free (self->path);
  g_clear_object (&self->document);
  g_clear_error (&self->error);
}

void
fr_site_data_unref (FrSiteData *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
