/* frontage-cli: Frontage's work without a screen. */
#include <locale.h>

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
  { "check", "check FILE…                 what is wrong or left over (--format json)", cli_check },
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

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    return help ();
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i].name))
      return verbs[i].run (argc - 1, argv + 1);
  g_printerr ("frontage-cli: there is no verb “%s”; frontage-cli --help lists them\n", argv[1]);
  return CLI_FAILED;
}
