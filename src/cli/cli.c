/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <string.h>

#include "fr-file.h"
#include "fr-snapshot.h"

/* GOption leaves "--" where what follows begins with a dash, as a value may. */
static void
drop_separator (int *argc, char **argv)
{
  for (int i = 1; i < *argc; i++)
    if (g_str_equal (argv[i], "--"))
      {
        memmove (argv + i, argv + i + 1, (*argc - i) * sizeof (char *));
        (*argc)--;
        return;
      }
}

gboolean
cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *arguments, int least, int most)
{
  g_autoptr(GOptionContext) context = g_option_context_new (arguments);
  g_autoptr(GError) error = NULL;
  g_autofree char *verb = g_strdup_printf ("frontage-cli %s", (*argv)[0]);

  g_set_prgname (verb);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr ("%s: %s\n", verb, error->message);
      return FALSE;
    }
  drop_separator (argc, *argv);
  if (*argc - 1 < least || (most > 0 && *argc - 1 > most))
    {
      g_printerr ("usage: %s %s\n", verb, arguments);
      return FALSE;
    }
  return TRUE;
}

int
cli_fail (const char *file, GError *error)
{
  FrPlace place = fr_error_get_place (error);

  if (place.line > 0)
    g_printerr ("%s:%u:%u: %s\n", file, place.line, place.column, error->message);
  else
    g_printerr ("%s: %s\n", file, error->message);
  g_error_free (error);
  return CLI_FAILED;
}

static FrDocument *
take_document (const char *file, GBytes *bytes, GError *error)
{
  FrDocument *document = bytes != NULL ? fr_document_new (bytes, fr_document_format_for (file), &error) : NULL;

  if (document == NULL)
    cli_fail (file, error);
  return document;
}

FrDocument *
cli_open (const char *file)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = fr_file_read (file, &error);

  return take_document (file, bytes, error);
}

/* What is held goes with the process. */
static FrHeldFile *held;

FrDocument *
cli_hold (const char *file)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  held = fr_file_hold (file, &error);
  if (held != NULL)
    bytes = fr_held_file_read (held, &error);
  return take_document (file, bytes, error);
}

/* A file that would stay the same is not written. This is the last thing that a process does: the system takes a tree's
 * memory back faster than it could be freed node by node.
 */
int
cli_save (const char *file, FrDocument *document)
{
  static FrDocument *kept;
  static FrSnapshot *snapshot;
  GError *error = NULL;

  g_set_object (&kept, document);
  snapshot = fr_snapshot_new (document);
  if (!fr_snapshot_check (snapshot, &error) ||
      (fr_document_is_modified (document) && !fr_held_file_write (held, fr_snapshot_get_bytes (snapshot), &error)))
    return cli_fail (file, error);
  return CLI_DONE;
}
