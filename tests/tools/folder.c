/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static GPtrArray *made;

/* Links are removed, not what they lead to. */
static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_folder (below);
    }
  g_remove (path);
}

static void
remove_all (void)
{
  for (unsigned i = 0; i < made->len; i++)
    remove_folder (made->pdata[i]);
  g_ptr_array_unref (made);
}

char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("frontage-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (made == NULL)
    {
      made = g_ptr_array_new_with_free_func (g_free);
      atexit (remove_all);
    }
  g_ptr_array_add (made, g_strdup (folder));
  return folder;
}

void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *above = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}
