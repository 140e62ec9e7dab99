/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "cli-site.h"
#include "cli.h"
#include "fr-findings.h"

static char *format;

static const GOptionEntry entries[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, "text (as compilers print it) or json", "FORMAT" },
  { NULL }
};

static const char * const severities[] = { "error", "warning", "note" };

static void
print_text (const char *file, const FrFinding *finding)
{
  g_print ("%s:%u:%u: %s: %s [%s]\n", file, finding->place.line, finding->place.column, severities[finding->severity],
           finding->message, finding->rule);
}

static void
add_json (JsonArray *array, const char *file, const FrFinding *finding)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", file);
  json_object_set_int_member (object, "line", finding->place.line);
  json_object_set_int_member (object, "column", finding->place.column);
  json_object_set_string_member (object, "severity", severities[finding->severity]);
  json_object_set_string_member (object, "message", finding->message);
  json_object_set_string_member (object, "rule", finding->rule);
  json_object_set_string_member (object, "pointer", finding->pointer);
  json_array_add_object_element (array, object);
}

/* What is wrong with a site's file is found with each of its homepages, and said once. */
static gboolean
is_told (const FrFinding *finding)
{
  static GHashTable *told;
  g_autofree char *key = g_strdup_printf ("%s:%s", finding->file, finding->rule);

  if (finding->file == NULL)
    return FALSE;
  if (told == NULL)
    told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return !g_hash_table_add (told, g_steal_pointer (&key));
}

static int
check_file (const char *name, JsonArray *array)
{
  g_autoptr(FrDocument) document = cli_open (name);

  if (document == NULL)
    return CLI_FAILED;
  g_autoptr(FrSite) site = cli_site (name, FR_SITE_FILES);
  g_autoptr(FrFindings) findings = fr_findings_new (document, site);
  g_autoptr(GPtrArray) list = fr_findings_list (findings);
  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = g_ptr_array_index (list, i);
      const char *about = finding->file != NULL ? finding->file : name;

      if (is_told (finding))
        continue;
      if (array != NULL)
        add_json (array, about, finding);
      else
        print_text (about, finding);
    }
  return list->len > 0 ? CLI_FINDINGS : CLI_DONE;
}

static void
print_json (JsonArray *array)
{
  g_autoptr(JsonNode) node = json_node_init_array (json_node_alloc (), array);
  g_autofree char *text = json_to_string (node, TRUE);

  g_print ("%s\n", text);
}

int
cli_check (int argc, char **argv)
{
  g_autoptr(JsonArray) array = NULL;
  int status = CLI_DONE;

  if (!cli_parse (&argc, &argv, entries, "FILE…", 1, 0))
    return CLI_FAILED;
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    {
      g_printerr ("frontage-cli check: the format is text or json, not “%s”\n", format);
      return CLI_FAILED;
    }
  if (format != NULL && g_str_equal (format, "json"))
    array = json_array_new ();
  for (int i = 1; i < argc; i++)
    {
      int outcome = check_file (argv[i], array);

      status = MAX (status, outcome);
    }
  if (array != NULL)
    print_json (array);
  return status;
}
