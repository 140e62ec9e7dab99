/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "cli-site.h"
#include "cli.h"
#include "fr-file.h"
#include "fr-page.h"

static char *output, *site_folder;
static gboolean standalone, page_only;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write the page there instead of to standard output", "OUT" },
  { "site", 0, 0, G_OPTION_ARG_FILENAME, &site_folder, "The site's folder, if FILE does not lie in it", "DIR" },
  { "standalone", 0, 0, G_OPTION_ARG_NONE, &standalone, "Put the images into the page", NULL },
  { "page-only", 0, 0, G_OPTION_ARG_NONE, &page_only, "Leave out the site's header and footer", NULL },
  { NULL }
};

static gboolean
is_same_file (const char *name, const char *other)
{
  g_autofree char *path = realpath (name, NULL), *other_path = realpath (other, NULL);

  return path != NULL && g_strcmp0 (path, other_path) == 0;
}

static gboolean
can_use_options (const char *file)
{
  if (output != NULL && is_same_file (file, output))
    g_printerr ("%s: The page would take the place of the homepage itself: give it another name\n", output);
  else if (site_folder != NULL && !g_file_test (site_folder, G_FILE_TEST_IS_DIR))
    g_printerr ("%s: There is no such folder\n", site_folder);
  else
    return TRUE;
  return FALSE;
}

int
cli_render (int argc, char **argv)
{
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  if (!cli_parse (&argc, &argv, entries, "FILE", 1, 1) || !can_use_options (argv[1]))
    return CLI_FAILED;
  g_autoptr(FrDocument) document = cli_open (argv[1]);
  if (document == NULL)
    return CLI_FAILED;
  g_autoptr(GFile) folder = site_folder != NULL ? g_file_new_for_commandline_arg (site_folder) : NULL;
  g_autoptr(FrSite) site = folder != NULL ? fr_site_new_to_depth (folder, FR_SITE_PAGES) : cli_site (argv[1], FR_SITE_PAGES);
  g_autoptr(FrPage) page = fr_page_new (site, standalone ? FR_IMAGES_AS_DATA_URIS : FR_IMAGES_AS_FILE_URIS);
  fr_page_update (page, fr_document_get_root (document), NULL);
  g_autofree char *html = fr_page_to_document (page, !page_only);
  if (output == NULL)
    {
      g_print ("%s", html);
      return CLI_DONE;
    }
  bytes = g_bytes_new (html, strlen (html));
  return fr_file_write (output, bytes, NULL, &error) ? CLI_DONE : cli_fail (output, error);
}
