/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-report.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-sarif.h"

typedef void (*AddFunc) (CliReport *self, const char *file, const FrFinding *finding);

struct _CliReport
{
  AddFunc    add;
  JsonArray *array;     /* JSON and SARIF */
  gboolean   is_sarif;
};

static void
print_text (CliReport *self, const char *file, const FrFinding *finding)
{
  g_print ("%s:%u:%u: %s: %s [%s]\n", file, finding->place.line, finding->place.column, fr_severity_get_name (finding->severity),
           finding->message, finding->rule);
}

static void
add_json (CliReport *self, const char *file, const FrFinding *finding)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", file);
  json_object_set_int_member (object, "line", finding->place.line);
  json_object_set_int_member (object, "column", finding->place.column);
  json_object_set_string_member (object, "severity", fr_severity_get_name (finding->severity));
  json_object_set_string_member (object, "message", finding->message);
  json_object_set_string_member (object, "rule", finding->rule);
  json_object_set_string_member (object, "pointer", finding->pointer);
  if (finding->fix != NULL)
    {
      json_object_set_member (object, "fix", json_from_string (finding->fix, NULL));
      json_object_set_boolean_member (object, "safe", finding->safe);
    }
  json_array_add_object_element (self->array, object);
}

static void
add_sarif (CliReport *self, const char *file, const FrFinding *finding)
{
  json_array_add_object_element (self->array, cli_sarif_result (file, finding));
}

/* What a workflow's runner would take for its own signs. */
static char *
escape (const char *text, gboolean is_property)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == '%' || *text == '\r' || *text == '\n' || (is_property && (*text == ':' || *text == ',')))
      g_string_append_printf (out, "%%%02X", (unsigned char) *text);
    else
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

static void
print_github (CliReport *self, const char *file, const FrFinding *finding)
{
  static const char * const commands[] = { "error", "warning", "notice" };
  g_autofree char *name = escape (file, TRUE), *message = escape (finding->message, FALSE);

  g_print ("::%s file=%s,line=%u,col=%u,title=%s::%s\n", commands[finding->severity], name, finding->place.line, finding->place.column,
           finding->rule, message);
}

static const struct { const char *name; AddFunc add; } formats[] = {
  { "text", print_text }, { "json", add_json }, { "sarif", add_sarif }, { "github", print_github },
};

CliReport *
cli_report_new (const char *format)
{
  CliReport *self;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      {
        self = g_new0 (CliReport, 1);
        *self = (CliReport) { formats[i].add, NULL, formats[i].add == add_sarif };
        if (formats[i].add == add_json || formats[i].add == add_sarif)
          self->array = json_array_new ();
        return self;
      }
  return NULL;
}

void
cli_report_add (CliReport *self, const char *file, const FrFinding *finding)
{
  self->add (self, file, finding);
}

static void
print_node (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  g_print ("%s\n", text);
}

void
cli_report_end (CliReport *self)
{
  if (self->array != NULL)
    {
      g_autoptr (JsonNode) node = self->is_sarif ? json_node_init_object (json_node_alloc (), cli_sarif_log (self->array))
                                                 : json_node_init_array (json_node_alloc (), self->array);

      print_node (node);
      json_array_unref (self->array);
    }
  g_free (self);
}

static void
list_as_json (void)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  for (FrRuleId id = 0; id < FR_N_RULES; id++)
    {
      const FrRule *rule = fr_rule_get (id);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", rule->name);
      json_object_set_string_member (object, "severity", fr_severity_get_name (rule->severity));
      json_object_set_string_member (object, "title", rule->title);
      json_object_set_string_member (object, "why", rule->why);
      json_object_set_string_member (object, "remedy", rule->remedy);
      json_array_add_object_element (array, object);
    }
  print_node (node);
}

gboolean
cli_report_list_rules (const char *format)
{
  if (g_str_equal (format, "json"))
    list_as_json ();
  else if (g_str_equal (format, "text"))
    for (FrRuleId id = 0; id < FR_N_RULES; id++)
      {
        const FrRule *rule = fr_rule_get (id);

        g_print ("%-22s %-8s %s\n", rule->name, fr_severity_get_name (rule->severity), rule->title);
      }
  else
    return FALSE;
  return TRUE;
}
