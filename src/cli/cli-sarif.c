/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-sarif.h"

static JsonObject *
make_text (const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "text", text);
  return object;
}

/* Those of the format are ours but for capitals: error, warning, note. */
static JsonObject *
make_rule (const FrRule *rule)
{
  JsonObject *object = json_object_new (), *configuration = json_object_new ();
  g_autofree char *help = g_strdup_printf ("%s %s", rule->why, rule->remedy);

  json_object_set_string_member (configuration, "level", fr_severity_get_name (rule->severity));
  json_object_set_string_member (object, "id", rule->name);
  json_object_set_object_member (object, "shortDescription", make_text (rule->title));
  json_object_set_object_member (object, "fullDescription", make_text (rule->why));
  json_object_set_object_member (object, "help", make_text (help));
  json_object_set_object_member (object, "defaultConfiguration", configuration);
  return object;
}

/* A path as the command line has it, as an address relative to where that runs. */
static char *
to_uri (const char *file)
{
  if (g_path_is_absolute (file))
    return g_filename_to_uri (file, NULL, NULL);
  return g_uri_escape_string (file, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
}

static JsonArray *
make_locations (const char *file, const FrFinding *finding)
{
  JsonArray *locations = json_array_new ();
  JsonObject *location = json_object_new (), *physical = json_object_new ();
  JsonObject *artifact = json_object_new (), *region = json_object_new ();
  g_autofree char *uri = to_uri (file);

  json_object_set_string_member (artifact, "uri", uri);
  json_object_set_int_member (region, "startLine", finding->place.line);
  json_object_set_int_member (region, "startColumn", finding->place.column);
  json_object_set_object_member (physical, "artifactLocation", artifact);
  json_object_set_object_member (physical, "region", region);
  json_object_set_object_member (location, "physicalLocation", physical);
  json_array_add_object_element (locations, location);
  return locations;
}

JsonObject *
cli_sarif_result (const char *file, const FrFinding *finding)
{
  JsonObject *result = json_object_new (), *properties = json_object_new ();

  json_object_set_string_member (properties, "pointer", finding->pointer);
  json_object_set_string_member (result, "ruleId", finding->rule);
  json_object_set_string_member (result, "level", fr_severity_get_name (finding->severity));
  json_object_set_object_member (result, "message", make_text (finding->message));
  json_object_set_array_member (result, "locations", make_locations (file, finding));
  json_object_set_object_member (result, "properties", properties);
  return result;
}

static JsonObject *
make_driver (void)
{
  JsonObject *driver = json_object_new ();
  JsonArray *rules = json_array_new ();

  for (FrRuleId id = 0; id < FR_N_RULES; id++)
    json_array_add_object_element (rules, make_rule (fr_rule_get (id)));
  json_object_set_string_member (driver, "name", "Frontage");
  json_object_set_array_member (driver, "rules", rules);
  return driver;
}

JsonObject *
cli_sarif_log (JsonArray *results)
{
  JsonObject *log = json_object_new (), *run = json_object_new (), *tool = json_object_new ();
  JsonArray *runs = json_array_new ();

  json_object_set_object_member (tool, "driver", make_driver ());
  json_object_set_object_member (run, "tool", tool);
  /* GitHub and others count columns in UTF-16 unless they are told. */
  json_object_set_string_member (run, "columnKind", "unicodeCodePoints");
  json_object_set_array_member (run, "results", json_array_ref (results));
  json_array_add_object_element (runs, run);
  json_object_set_string_member (log, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json_object_set_string_member (log, "version", "2.1.0");
  json_object_set_array_member (log, "runs", runs);
  return log;
}
