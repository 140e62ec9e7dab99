/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that were copied into the site for this session. One that nothing uses when the session ends, as its edit was undone or
 * given up, goes again; until then an undo or redo may want it. Nothing goes that somebody else has made or written, or that any
 * file of the site names which was written since: what is older cannot mean it.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "fr-file.h"
#include "fr-session-private.h"
#include "fr-site-file.h"

typedef struct
{
  char       *address;  /* "/images/quay.png" */
  char       *path;
  FrFileState state;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->address);
  g_free (copy->path);
  g_free (copy);
}

void
fr_session_remember_copy (FrSession *self, const char *address, const FrFileState *state)
{
  Copy *copy;

  g_return_if_fail (FR_IS_SESSION (self));

  if (state->inode == 0)
    return;
  copy = g_new0 (Copy, 1);
  copy->address = g_strdup (address);
  copy->path = g_build_filename (g_file_peek_path (fr_site_get_folder (self->site)), address, NULL);
  copy->state = *state;
  if (self->copies == NULL)
    self->copies = g_ptr_array_new_with_free_func (copy_free);
  g_ptr_array_add (self->copies, copy);
}

static gboolean
is_as_it_was (const Copy *copy)
{
  struct stat status;
  FrFileState now;

  if (stat (copy->path, &status) != 0)
    return FALSE;
  now = fr_file_state_of (&status);
  return fr_file_state_equal (&now, &copy->state);
}

/* By its name alone, however the rest of its address is written. */
static gboolean
is_named_in (const char *text, gsize length, const Copy *copy)
{
  return g_strstr_len (text, length, strrchr (copy->address, '/') + 1) != NULL;
}

static gboolean
may_name (const FrWalkedFile *file, const Copy *copy)
{
  static const char * const endings[] = { ".yml", ".yaml", ".css", ".scss", ".js", ".json", NULL };
  const char *dot = strrchr (file->path, '.');

  return file->state.changed >= copy->state.modified &&
         (fr_path_is_page (file->path) || (dot != NULL && g_strv_contains (endings, dot)));
}

static gboolean
is_named_in_file (const char *folder, const FrWalkedFile *file, const Copy *copy)
{
  g_autofree char *path = g_build_filename (folder, file->path, NULL);
  g_autoptr (GBytes) bytes = fr_file_read (path, NULL);

  /* What cannot be read may name it. */
  return bytes == NULL || is_named_in (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), copy);
}

static gboolean
is_used (const FrWalk *walk, const char *folder, const Copy *copy)
{
  if (walk->unread->len > 0)
    return TRUE;
  for (unsigned i = 0; i < walk->files->len; i++)
    {
      const FrWalkedFile *file = &g_array_index (walk->files, FrWalkedFile, i);

      if (may_name (file, copy) && is_named_in_file (folder, file, copy))
        return TRUE;
    }
  return FALSE;
}

/* What is unsaved is in no file, unless it is given up. */
static gboolean
is_wanted (FrSession *self, const Copy *copy)
{
  const char *text = fr_document_get_text (self->document);

  return !self->gave_up && is_named_in (text, strlen (text), copy);
}

static void
drop_wanted (FrSession *other, gpointer self)
{
  GPtrArray *copies = ((FrSession *) self)->copies;

  for (unsigned i = copies->len; i > 0; i--)
    if (is_wanted (other, copies->pdata[i - 1]))
      g_ptr_array_remove_index (copies, i - 1);
}

void
fr_session_drop_copies (FrSession *self)
{
  g_autoptr (FrWalk) walk = NULL;
  g_autofree char *folder = NULL;

  if (self->copies == NULL)
    return;
  drop_wanted (self, self);
  fr_session_for_each (drop_wanted, self);
  folder = self->copies->len > 0 ? fr_real_path (g_file_peek_path (fr_site_get_folder (self->site))) : NULL;
  walk = folder != NULL ? fr_walk_new (folder, NULL) : NULL;
  for (unsigned i = 0; i < self->copies->len; i++)
    {
      Copy *copy = self->copies->pdata[i];

      if (is_as_it_was (copy) && !is_used (walk, folder, copy))
        g_unlink (copy->path);
    }
  g_clear_pointer (&self->copies, g_ptr_array_unref);
}
