/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-titles.h"

#include <glib/gi18n-lib.h>

#include "fr-plain-text.h"

char *
fr_title_plain (const char *text)
{
  g_autofree char *bare = fr_plain_text (text);
  GString *plain = g_string_new (NULL);

  for (const char *c = bare; *c != '\0'; c++)
    {
      if (!g_ascii_isspace (*c))
        g_string_append_c (plain, *c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  return g_strchomp (g_string_free (plain, FALSE));
}

char *
fr_title_for (const char *label, const FrNode *mapping)
{
  const char *text = fr_node_get_text (fr_node_lookup (mapping, "title"));
  g_autofree char *title = text ? fr_title_plain (text) : NULL;

  if (title == NULL || *title == '\0')
    return g_strdup (label);
  /* Translators: a section or list item and its title, "Hero: Welcome" */
  return g_strdup_printf (_("%s: %s"), label, title);
}
