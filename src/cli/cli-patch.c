/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

static GBytes *
read_patch (const char *name, GError **error)
{
  g_autoptr(GIOChannel) input = NULL;
  char *text;
  gsize length;

  /* A patch may come out of a pipe with a name. */
  input = g_str_equal (name, "-") ? g_io_channel_unix_new (0) : g_io_channel_new_file (name, "r", error);
  if (input == NULL)
    return NULL;
  if (g_io_channel_read_to_end (input, &text, &length, error) != G_IO_STATUS_NORMAL)
    return NULL;
  return g_bytes_new_take (text, length);
}

int
cli_patch (int argc, char **argv)
{
  GError *error = NULL;
  g_autofree char *json = NULL;

  if (!cli_parse (&argc, &argv, NULL, "FILE PATCH", 2, 2))
    return CLI_FAILED;
  /* First, since it may take its time to come, and nobody else writes while the file is held. */
  g_autoptr(GBytes) bytes = read_patch (argv[2], &error);
  if (bytes == NULL)
    return cli_fail (argv[2], error);
  g_autoptr(FrDocument) document = cli_hold (argv[1]);
  if (document == NULL)
    return CLI_FAILED;
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!fr_document_patch (document, json, &error))
    return cli_fail (g_error_matches (error, FR_ERROR, FR_ERROR_PATCH) ? argv[2] : argv[1], error);
  return cli_save (argv[1], document);
}
