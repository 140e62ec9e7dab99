/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sass-imports.h"

#include <stdlib.h>
#include <string.h>

#include "fr-file.h"

/* Of all that is imported, each time that it is. */
#define MOST_BYTES ((gsize) 4 << 20)

/* What @import leaves to the browser: "https://…", "//…" and "….css". */
static gboolean
is_plain_css (const char *name)
{
  const char *end = name;

  while (g_ascii_isalnum (*end) || *end == '-' || *end == '_')
    end++;
  return (end > name && !g_ascii_isdigit (*name) && g_str_has_prefix (end, "://")) || g_str_has_prefix (name, "//") ||
         g_str_has_suffix (name, ".css");
}

/* The file's text; NULL: there is none in the folder. */
static char *
read_in_folder (const char *folder, const char *path)
{
  static gsize left = MOST_BYTES;
  g_autofree char *own = g_build_filename (folder, path, NULL);
  char *real_folder = realpath (folder, NULL), *real = realpath (own, NULL), *text = NULL;
  gsize length = real_folder != NULL ? strlen (real_folder) : 0;

  if (real != NULL && length > 0 && strncmp (real, real_folder, length) == 0 && real[length] == '/')
    {
      g_autoptr(GBytes) bytes = fr_file_read (real, NULL);
      gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

      if (bytes != NULL && size <= left)
        text = g_strndup (g_bytes_get_data (bytes, NULL), size);
      left -= MIN (size, left);
    }
  free (real_folder);
  free (real);
  return text;
}

/* "a/b" is a/_b.scss, a/b.scss, or the same in a folder a/b. `path`: which it was. */
static char *
find_below (const char *folder, const char *below, const char *name, char **path)
{
  static const char * const forms[] = { "_%s.scss", "%s.scss", "_%s", "%s", "%s/_index.scss", "%s/index.scss" };
  g_autofree char *base = g_path_get_basename (name), *above = g_path_get_dirname (name);
  gboolean named = g_str_has_suffix (base, ".scss");

  for (unsigned i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto(GStrv) parts = g_strsplit (forms[i], "%s", 2);
      g_autofree char *file = g_strconcat (parts[0], base, parts[1], NULL);
      g_autofree char *found = g_build_filename (below, above, file, NULL);
      char *text = named == (i == 2 || i == 3) ? read_in_folder (folder, found) : NULL;

      if (text == NULL)
        continue;
      *path = g_canonicalize_filename (found, "/");
      return text;
    }
  return NULL;
}

/* `from`: the file that imports, as we have named it; what stands beside it comes first. */
static char *
find (const char *folder, const char *from, const char *name, char **path)
{
  g_autofree char *beside = *from == '/' ? g_path_get_dirname (from) : NULL;
  char *text = beside != NULL ? find_below (folder, beside, name, path) : NULL;

  return text != NULL ? text : find_below (folder, "", name, path);
}

static Sass_Import_List
import (const char *name, Sass_Importer_Entry importer, struct Sass_Compiler *compiler)
{
  const char *folder = sass_importer_get_cookie (importer);
  g_autofree char *path = NULL, *message = NULL;
  g_autofree char *text = NULL;
  Sass_Import_List list;

  if (is_plain_css (name))
    return NULL;
  text = find (folder, sass_import_get_abs_path (sass_compiler_get_last_import (compiler)), name, &path);
  list = sass_make_import_list (1);
  list[0] = sass_make_import (name, path != NULL ? path : name, text != NULL ? sass_copy_c_string (text) : NULL, NULL);
  if (text != NULL)
    return list;
  message = g_strdup_printf ("File to import not found or unreadable: %s.", name);
  sass_import_set_error (list[0], message, 0, 0);
  return list;
}

Sass_Importer_List
sass_imports_new (const char *folder)
{
  Sass_Importer_List list = sass_make_importer_list (1);

  sass_importer_set_list_entry (list, 0, sass_make_importer (import, 0, (void *) folder));
  return list;
}
