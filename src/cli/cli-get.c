/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cli.h"
#include "fr-json.h"
#include "fr-pointer.h"

static gboolean as_json;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Print a scalar as JSON, too", NULL },
  { NULL }
};

static int
nothing_there (FrDocument *document, const char *file, const char *pointer)
{
  g_auto(GStrv) tokens = NULL;
  GError *error = NULL;

  tokens = fr_pointer_split (pointer, &error);
  if (tokens != NULL)
    g_set_error (&error, FR_ERROR, FR_ERROR_POINTER, "There is nothing at “%s”", pointer);
  return cli_fail (file, error);
}

/* A null is a scalar without a text. */
int
cli_get (int argc, char **argv)
{
  const char *pointer;
  const FrNode *node;

  if (!cli_parse (&argc, &argv, entries, "FILE [POINTER]", 1, 2))
    return CLI_FAILED;
  g_autoptr(FrDocument) document = cli_open (argv[1]);
  if (document == NULL)
    return CLI_FAILED;
  pointer = argc > 2 ? argv[2] : "";
  node = fr_document_get (document, pointer);
  if (node == NULL)
    return nothing_there (document, argv[1], pointer);
  if (as_json || fr_node_get_type (node) >= FR_TYPE_SEQUENCE)
    {
      g_autofree char *json = fr_json_to_text (node, TRUE);

      g_print ("%s\n", json);
    }
  else
    {
      if (fr_node_get_type (node) != FR_TYPE_NULL)
        fwrite (fr_node_get_text (node), 1, fr_node_get_length (node), stdout);
      g_print ("\n");
    }
  return CLI_DONE;
}
