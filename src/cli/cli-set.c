/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include "fr-pointer.h"

static gboolean as_json;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "VALUE is JSON", NULL },
  { NULL }
};

/* A name may be new, but not the path to it: that is more likely mistyped. */
static gboolean
has_parent (FrDocument *document, const char *pointer, GError **error)
{
  g_autofree char *token = NULL;
  g_autofree char *parent = fr_pointer_split_last (pointer, &token);

  if (parent == NULL || fr_document_get (document, parent) != NULL)
    return TRUE;
  g_set_error (error, FR_ERROR, FR_ERROR_POINTER, "There is nothing at “%s”", parent);
  return FALSE;
}

/* A shell passes on any bytes. */
static gboolean
is_utf8 (const char *value, GError **error)
{
  if (g_utf8_validate (value, -1, NULL))
    return TRUE;
  g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "The value is not UTF-8");
  return FALSE;
}

int
cli_set (int argc, char **argv)
{
  GError *error = NULL;

  if (!cli_parse (&argc, &argv, entries, "FILE POINTER VALUE", 3, 3))
    return CLI_FAILED;
  g_autoptr(FrDocument) document = cli_hold (argv[1]);
  if (document == NULL)
    return CLI_FAILED;
  if (!is_utf8 (argv[3], &error) || !has_parent (document, argv[2], &error) ||
      !(as_json ? fr_document_set_json : fr_document_set_string) (document, argv[2], argv[3], &error))
    return cli_fail (argv[1], error);
  return cli_save (argv[1], document);
}
