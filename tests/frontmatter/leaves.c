/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leaves FILE…: sets every scalar of each file to every nasty text, and checks what came of it.
 *
 * Saved without an edit, a file keeps every byte. After each edit only bytes of the value's own span may have changed; after undoing it all bytes are the old
 * ones. With --print, one edit for each leaf goes to stdout as JSON (file, pointer, value, text), for another
 * YAML parser to judge.
 */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "fr-document-private.h"
#include "fr-file.h"
#include "fr-json.h"
#include "nasty.h"
#include "pointers.h"
#include "to-save.h"

static gboolean print;
static unsigned edits, refused, leaves, files, unreadable;

static const GOptionEntry entries[] = {
  { "print", 0, 0, G_OPTION_ARG_NONE, &print, "Print one edit for each leaf", NULL },
  { NULL }
};

static void
print_edit (const char *file, const char *pointer, const char *value, GBytes *bytes)
{
  g_autoptr(JsonArray) row = json_array_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *line = NULL;

  json_array_add_string_element (row, file);
  json_array_add_string_element (row, pointer);
  json_array_add_string_element (row, value);
  json_array_add_string_element (row, text);
  json_node_set_array (node, row);
  line = json_to_string (node, FALSE);
  puts (line);
}

static void
check_span (const char *pointer, GBytes *before, GBytes *after, gsize start, gsize end)
{
  gsize old_size, new_size;
  const char *old = g_bytes_get_data (before, &old_size);
  const char *new = g_bytes_get_data (after, &new_size);

  if (memcmp (old, new, start) != 0 || memcmp (old + end, new + new_size - (old_size - end), old_size - end) != 0)
    g_error ("%s: bytes outside of the value changed", pointer);
}

static void
edit (FrDocument *document, GBytes *before, const char *file, const char *pointer, const char *value, gboolean show)
{
  g_autoptr(GError) error = NULL;
  const FrNode *node = fr_document_get (document, pointer);
  gsize start = fr_node_get_start (node), end = fr_node_get_end (node);
  gboolean same = fr_node_get_text (node) != NULL && strcmp (fr_node_get_text (node), value) == 0;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GBytes) undone = NULL;

  edits++;
  if (!fr_document_set_string (document, pointer, value, &error))
    {
      refused++;
      if (!g_error_matches (error, FR_ERROR, FR_ERROR_NOT_EDITABLE))
        g_error ("%s %s “%s”: %s", file, pointer, value, error->message);
      return;
    }
  /* A text set to itself stays as it is written, whatever Psych takes it for. */
  if (same)
    {
      after = fr_document_get_bytes (document);
      if (!g_bytes_equal (before, after))
        g_error ("%s %s: “%s” set to itself is written otherwise", file, pointer, value);
      return;
    }
  node = fr_document_get (document, pointer);
  if (fr_node_get_type (node) != FR_TYPE_STRING || strcmp (fr_node_get_text (node), value) != 0)
    g_error ("%s %s: “%s” became “%s”", file, pointer, value, fr_node_get_text (node));
  after = show ? bytes_to_save (document, &error) : fr_document_get_bytes (document);
  if (after == NULL)
    g_error ("%s %s “%s”: %s", file, pointer, value, error->message);
  check_span (pointer, before, after, start, end);
  if (show && print)
    print_edit (file, pointer, value, after);
  fr_document_undo (document);
  undone = fr_document_get_bytes (document);
  if (!g_bytes_equal (before, undone))
    g_error ("%s %s “%s”: undo did not bring the bytes back", file, pointer, value);
}

static void
check_file (const char *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = fr_file_read (file, &error);
  g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(FrDocument) document = NULL;
  g_autoptr(GBytes) unchanged = NULL;

  if (bytes == NULL)
    g_error ("%s", error->message);
  files++;
  document = fr_document_new (bytes, fr_document_format_for (file), &error);
  if (document == NULL)
    {
      unreadable++;
      fprintf (stderr, "# %s:%u: %s\n", file, fr_error_get_place (error).line, error->message);
      return;
    }
  unchanged = bytes_to_save (document, &error);
  if (unchanged == NULL || !g_bytes_equal (unchanged, bytes))
    g_error ("%s would be saved with other bytes, though nothing was changed", file);
  collect_pointers (fr_document_get_root (document), "", pointers);
  for (unsigned i = 0; i < pointers->len; i++)
    {
      const char *pointer = g_ptr_array_index (pointers, i);
      FrType type = fr_node_get_type (fr_document_get (document, pointer));

      for (unsigned j = 0; type < FR_TYPE_SEQUENCE && j < G_N_ELEMENTS (nasty); j++)
        edit (document, bytes, file, pointer, nasty[j], j == leaves % G_N_ELEMENTS (nasty));
      leaves += type < FR_TYPE_SEQUENCE;
    }
}

int
main (int argc, char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("FILE…");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  for (int i = 1; i < argc; i++)
    check_file (argv[i]);
  fprintf (stderr, "%u files, %u unreadable, %u leaves, %u edits, %u refused\n", files, unreadable, leaves, edits, refused);
  return 0;
}
