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

char *
fr_value_print (const FrNode *node)
{
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
