#include "fr-values.h"

#include <string.h>

#include "fr-json.h"

static gboolean
is_true (const FrNode *node)
{
  const char *text = fr_node_get_text (node);

  return g_ascii_strcasecmp (text, "yes") == 0 || g_ascii_strcasecmp (text, "true") == 0 ||
         g_ascii_strcasecmp (text, "on") == 0;
}

gboolean
fr_value_is_there (const FrNode *node)
{
  FrType type = fr_node_get_type (node);

  return type != FR_TYPE_NULL && (type != FR_TYPE_BOOLEAN || is_true (node));
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

char *
fr_value_print (const FrNode *node)
{
  GString *out;

  g_autofree char *json = NULL;

  switch (fr_node_get_type (node))
    {
    case FR_TYPE_NULL:
      return g_strdup ("");
    case FR_TYPE_STRING:
    case FR_TYPE_TIME:
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
    default:
      return fr_json_to_text (node, FALSE);
    }
}

gboolean
fr_value_is_external (const FrNode *node)
{
  const char *text = fr_node_get_text (node);

  return text != NULL && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

char *
fr_value_to_href (const FrNode *node, FrSite *site)
{
  g_autofree char *address = fr_value_print (node);

  return fr_value_is_external (node) ? g_steal_pointer (&address)
                                     : g_strconcat (fr_site_get_base_url (site), address, NULL);
}
