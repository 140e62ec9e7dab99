/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-source.h"

#include <string.h>

#define MOST 4000  /* bytes */

/* Lines behind the first lose the indentation that the first has. */
static char *
dedent (const char *text, gsize length, gsize indentation)
{
  GString *lines = g_string_new (NULL);
  const char *end = text + length;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', end - text);
      const char *next = newline != NULL ? newline + 1 : end;

      g_string_append_len (lines, text, next - text);
      text = next;
      for (gsize i = 0; i < indentation && text < end && *text == ' '; i++)
        text++;
    }
  return g_strchomp (g_string_free (lines, FALSE));
}

static char *
get_between (FrDocument *document, gsize start, gsize end)
{
  const char *text = fr_document_get_text (document), *line = text + start;
  gsize length = end > start ? end - start : 0;
  g_autofree char *all = NULL, *first = NULL;

  while (line > text && line[-1] != '\n')
    line--;
  all = dedent (text + start, MIN (length, MOST), text + start - line);
  if (length <= MOST)
    return g_steal_pointer (&all);
  first = g_utf8_make_valid (all, -1);
  return g_strconcat (first, "…", NULL);
}

char *
fr_source_of_value (FrDocument *document, const FrNode *value)
{
  return get_between (document, fr_node_get_start (value), fr_node_get_end (value));
}

char *
fr_source_of_entry (FrDocument *document, const FrNode *mapping, unsigned index)
{
  const FrNode *key = fr_node_get_key (mapping, index), *value = fr_node_get_value (mapping, index);

  return get_between (document, fr_node_get_start (key), MAX (fr_node_get_end (key), fr_node_get_end (value)));
}
