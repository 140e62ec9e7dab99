/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-ignored.h"

struct _FrIgnored
{
  GKeyFile *file;
  char     *path;
  char     *group;  /* the site's */
};

/* Read again before each change, as another program may have changed it. */
static void
load (FrIgnored *self)
{
  g_clear_pointer (&self->file, g_key_file_unref);
  self->file = g_key_file_new ();
  g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_KEEP_COMMENTS, NULL);
}

/* Groups have no brackets in their names, which folders may. */
FrIgnored *
fr_ignored_new (GFile *folder)
{
  FrIgnored *self = g_new0 (FrIgnored, 1);

  self->path = g_build_filename (g_get_user_state_dir (), "frontage", "ignored", NULL);
  self->group = g_file_get_uri (folder);
  load (self);
  return self;
}

void
fr_ignored_free (FrIgnored *self)
{
  g_key_file_unref (self->file);
  g_free (self->path);
  g_free (self->group);
  g_free (self);
}

static char *
make_key (const FrFinding *finding)
{
  g_autofree char *all = g_strjoin ("\n", finding->rule, finding->file != NULL ? finding->file : finding->pointer, finding->message, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
}

gboolean
fr_ignored_has (FrIgnored *self, const FrFinding *finding)
{
  g_autofree char *key = make_key (finding);

  return g_key_file_has_key (self->file, self->group, key, NULL);
}

gboolean
fr_ignored_set (FrIgnored *self, const FrFinding *finding, gboolean ignored, GError **error)
{
  g_autofree char *key = make_key (finding), *folder = g_path_get_dirname (self->path);

  load (self);
  if (ignored)
    g_key_file_set_string (self->file, self->group, key, finding->rule);
  else
    g_key_file_remove_key (self->file, self->group, key, NULL);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (self->file, self->path, error);
}
