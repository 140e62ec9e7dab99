#include "fr-titles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After "<" only these begin a tag; any other "<" is itself. */
static const char *
skip_tag (const char *text)
{
  const char *end;

  if (!g_ascii_isalpha (text[1]) && text[1] != '/' && text[1] != '!')
    return NULL;
  end = strchr (text, '>');
  return end ? end + 1 : NULL;
}

static char *
without_tags (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      const char *after = *text == '<' ? skip_tag (text) : NULL;

      if (after != NULL)
        text = after;
      else
        g_string_append_c (plain, *text++);
    }
  return g_string_free (plain, FALSE);
}

char *
fr_title_plain (const char *text)
{
  g_autofree char *bare = without_tags (text);
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

unsigned
fr_title_length (const char *text)
{
  g_autofree char *bare = without_tags (text);

  return g_utf8_strlen (bare, -1);
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
