/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the disk a site is, and its homepage in it. */
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "fr-site.h"

#define HOMEPAGE "index.md"

static gboolean
is_there (GFile *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);
  struct stat status;

  return stat (path, &status) == 0;
}

GFile *
fr_site_find_folder (GFile *file)
{
  g_autoptr(GFile) own = g_file_get_parent (file);
  g_autoptr(GFile) folder = NULL;

  if (own == NULL || g_file_peek_path (own) == NULL)
    return g_object_ref (own != NULL ? own : file);
  for (folder = g_object_ref (own); folder != NULL;)
    {
      GFile *above;

      if (is_there (folder, "_config.yml"))
        return g_steal_pointer (&folder);
      above = g_file_get_parent (folder);
      g_object_unref (folder);
      folder = above;
    }
  return g_steal_pointer (&own);
}

/* What is wrong with a folder that has no homepage, and what to do. */
static char *
explain_missing (GFile *folder)
{
  g_autoptr(GFile) inside = g_file_get_child (folder, HOMEPAGE);
  g_autoptr(GFile) site = fr_site_find_folder (inside);
  g_autofree char *name = g_file_get_basename (site);
  g_autofree char *shown = g_filename_display_name (name);

  if (is_there (folder, "_config.yml"))
    return g_strdup (_("This is the folder of a site, but its homepage, the file “index.md”, is missing. It may have been "
                       "moved or renamed."));
  if (!g_file_equal (site, folder))
    return g_strdup_printf (_("This is a folder within a site. Choose the site’s own folder above it, “%s”."), shown);
  return g_strdup (_("This is a folder. It has no homepage: choose the folder of a site, with “_config.yml” and “index.md” "
                     "in it."));
}

GFile *
fr_site_find_homepage (GFile *place, GError **error)
{
  const char *path = g_file_peek_path (place);
  g_autofree char *sentence = NULL;
  struct stat status;

  if (path == NULL || stat (path, &status) != 0 || !S_ISDIR (status.st_mode))
    return g_object_ref (place);
  if (is_there (place, HOMEPAGE))
    return g_file_get_child (place, HOMEPAGE);
  sentence = explain_missing (place);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, sentence);
  return NULL;
}
