#include <string.h>

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

int
cli_render (int argc, char **argv)
{
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  if (!cli_parse (&argc, &argv, entries, "FILE", 1, 1))
    return CLI_FAILED;
  g_autoptr(FrDocument) document = cli_open (argv[1]);
  if (document == NULL)
    return CLI_FAILED;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (site_folder != NULL ? site_folder : argv[1]);
  g_autoptr(FrSite) site = site_folder != NULL ? fr_site_new (file) : fr_site_new_for_file (file);
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
