/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frontage-cli: Frontage's work without a screen. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>

#include "cli.h"

static const struct
{
  const char *name;
  const char *help;
  int       (*run) (int argc, char **argv);
} verbs[] = {
  { "get", "get FILE [POINTER]          print a value (--json: as JSON)", cli_get },
  { "set", "set FILE POINTER VALUE      change a value in place (--json: VALUE is JSON)", cli_set },
  { "patch", "patch FILE PATCH            apply a JSON Patch file, or - for standard input", cli_patch },
  { "render", "render FILE [-o OUT]        the published page as one HTML document (--site DIR, --standalone)", cli_render },
  { "check", "check FILE-OR-SITE…         what is wrong or left over (--format, --rule, --fix, --list-rules)", cli_check },
};

static int
help (void)
{
  g_print ("usage: frontage-cli VERB …\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %s\n", verbs[i].help);
  g_print ("\nPOINTER is a JSON Pointer: /sections/0/hero/title. “frontage-cli VERB --help” tells more.\n");
  return CLI_DONE;
}

/* GLib would put "?" for what the locale's encoding has not, but files are UTF-8 wherever this runs. */
static void
print_as_it_is (const char *text)
{
  fputs (text, stdout);
}

static void
say_as_it_is (const char *text)
{
  fputs (text, stderr);
}

static int
finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("frontage-cli: the output could not be written: %s\n", g_strerror (errno));
  return CLI_FAILED;
}

int
main (int argc, char **argv)
{
  /* Messages, and what is an argument's text. All other categories are files that are only opened and read. */
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  g_set_print_handler (print_as_it_is);
  g_set_printerr_handler (say_as_it_is);
  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    return finish (help ());
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i].name))
      return finish (verbs[i].run (argc - 1, argv + 1));
  g_printerr ("frontage-cli: there is no verb “%s”; frontage-cli --help lists them\n", argv[1]);
  return CLI_FAILED;
}
