/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-values.h"

#include <stdio.h>
#include <string.h>

#include "fr-json.h"
#include "fr-scalar-type.h"

gboolean
fr_value_is_there (const FrNode *node)
{
  FrType type = fr_node_get_type (node);

  return type != FR_TYPE_NULL && (type != FR_TYPE_BOOLEAN || fr_node_is_true (node));
}

static void
inspect_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\n': g_string_append (out, "\\n"); break;
      case '\t': g_string_append (out, "\\t"); break;
      default:
        if (*text == '"' || *text == '\\' || (*text == '#' && strchr ("{$@", text[1]) != NULL && text[1] != '\0'))
          g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

/* As Ruby writes a value into a program's text: {"a"=>[1, nil]} */
static void
inspect (GString *out, const FrNode *node)
{
  FrType type = fr_node_get_type (node);
  g_autofree char *plain = type < FR_TYPE_SEQUENCE ? fr_value_print (node) : NULL;

  if (type == FR_TYPE_NULL)
    g_string_append (out, "nil");
  else if (type == FR_TYPE_STRING)
    inspect_text (out, plain);
  else if (plain != NULL)
    g_string_append (out, plain);
  else
    {
      g_string_append_c (out, type == FR_TYPE_SEQUENCE ? '[' : '{');
      for (unsigned i = 0; i < fr_node_count (node); i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          if (type == FR_TYPE_MAPPING)
            {
              inspect (out, fr_node_get_key (node, i));
              g_string_append (out, "=>");
            }
          inspect (out, type == FR_TYPE_MAPPING ? fr_node_get_value (node, i) : fr_node_get_item (node, i));
        }
      g_string_append_c (out, type == FR_TYPE_SEQUENCE ? ']' : '}');
    }
}

/* The items one after the other, with nothing between. */
static char *
join (const FrNode *list)
{
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < fr_node_count (list); i++)
    {
      g_autofree char *item = fr_value_print (fr_node_get_item (list, i));

      g_string_append (out, item);
    }
  return g_string_free (out, FALSE);
}

static char *
print_float (const char *text)
{
  char *finite = fr_scalar_number_to_json (FR_TYPE_FLOAT, text);

  if (finite != NULL)
    return finite;
  return g_strdup (g_ascii_strcasecmp (text, ".nan") == 0 ? "NaN" : *text == '-' ? "-Infinity" : "Infinity");
}

/* 2026-03-01 10:00:00 +0800. A time without a zone is one of UTC, which the machine that publishes prints as its own:
 * that one keeps UTC, too. */
static char *
print_time (const char *text)
{
  int year, month, day, hour, minute, second, end = 0, zone_hours = 0, zone_minutes = 0;
  const char *zone;

  sscanf (text, "%d-%d-%d%*[Tt ]%d:%d:%d%n", &year, &month, &day, &hour, &minute, &second, &end);
  zone = text + end + strspn (text + end, ".0123456789");
  zone += strspn (zone, " \t");
  if (*zone == 'Z')
    return g_strdup_printf ("%04d-%02d-%02d %02d:%02d:%02d UTC", year, month, day, hour, minute, second);
  if (*zone != '\0' && sscanf (zone + 1, "%2d:%2d", &zone_hours, &zone_minutes) < 2)
    sscanf (zone + 1, "%2d%2d", &zone_hours, &zone_minutes);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d:%02d %c%02d%02d", year, month, day, hour, minute, second,
                          *zone == '-' ? '-' : '+', zone_hours, zone_minutes);
}

char *
fr_value_print (const FrNode *node)
{
  GString *out;

  g_autofree char *json = NULL;

  switch (fr_node_get_type (node))
    {
    case FR_TYPE_NULL:
      return g_strdup ("");
    case FR_TYPE_TIME:
      return print_time (fr_node_get_text (node));
    case FR_TYPE_STRING:
      return g_strndup (fr_node_get_text (node), fr_node_get_length (node));
    case FR_TYPE_DATE:
    case FR_TYPE_SYMBOL:
      json = fr_json_to_text (node, FALSE);
      return g_strndup (json + 1, strlen (json) - 2);
    case FR_TYPE_SEQUENCE:
      return join (node);
    case FR_TYPE_MAPPING:
      out = g_string_new (NULL);
      inspect (out, node);
      return g_string_free (out, FALSE);
    case FR_TYPE_INTEGER:
      return fr_scalar_number_to_json (FR_TYPE_INTEGER, fr_node_get_text (node));
    case FR_TYPE_FLOAT:
      return print_float (fr_node_get_text (node));
    default:
      return fr_json_to_text (node, FALSE);
    }
}

gboolean
fr_address_is_external (const char *address)
{
  return g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://");
}

gboolean
fr_address_is_elsewhere (const char *address)
{
  return g_uri_peek_scheme (address) != NULL || g_str_has_prefix (address, "//");
}

char *
fr_address_publish (const char *address, FrSite *site)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address));

  return g_strconcat (fr_address_is_external (stripped) ? "" : fr_site_get_base_url (site), stripped, NULL);
}

char *
fr_value_to_href (const FrNode *node, FrSite *site)
{
  g_autofree char *address = fr_value_print (node);

  return fr_address_publish (address, site);
}
