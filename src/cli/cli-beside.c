/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check and render, by frontage-cli-page, which lies beside this program: what they need of GIO, templates and HTML takes
 * as long to load as the other verbs take for all of their work.
 */
#include <errno.h>
#include <unistd.h>

#include "cli.h"

static int
run_beside (int argc, char **argv)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *program = folder != NULL ? g_build_filename (folder, "frontage-cli-page", NULL) : g_strdup ("frontage-cli-page");
  g_autofree char **arguments = g_new0 (char *, argc + 2);

  arguments[0] = program;
  for (int i = 0; i < argc; i++)
    arguments[i + 1] = argv[i];
  execvp (program, arguments);
  g_printerr ("%s: %s\n", program, g_strerror (errno));
  return CLI_FAILED;
}

int
cli_check (int argc, char **argv)
{
  return run_beside (argc, argv);
}

int
cli_render (int argc, char **argv)
{
  return run_beside (argc, argv);
}
