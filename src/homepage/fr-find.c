/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-find.h"

#include <string.h>

#include "fr-json.h"
#include "fr-kinds.h"
#include "fr-pointer.h"

typedef struct
{
  FrDocument *document;
  GRegex     *words;
  GPtrArray  *matches;
} Search;

void
fr_match_free (FrMatch *match)
{
  g_free (match->pointer);
  g_free (match->text);
  g_free (match->why_read_only);
  g_free (match);
}

/* NULL: there are no words in it. */
static GRegex *
compile (const char *text, gboolean match_case)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) pattern = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *escaped = g_regex_escape_string (*word, -1);

      if (*escaped == '\0')
        continue;
      if (pattern->len > 0)
        g_string_append (pattern, "\\s+");
      g_string_append (pattern, escaped);
    }
  return pattern->len > 0 ? g_regex_new (pattern->str, G_REGEX_OPTIMIZE | (match_case ? 0 : G_REGEX_CASELESS), 0, NULL) : NULL;
}

static void
search_text (Search *search, const FrNode *value, const char *pointer)
{
  const char *text = fr_node_get_text (value);
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *why = NULL;

  if (text == NULL || !g_regex_match (search->words, text, 0, &found))
    return;
  why = fr_document_why_read_only (search->document, pointer);
  for (; g_match_info_matches (found); g_match_info_next (found, NULL))
    {
      FrMatch *match = g_new0 (FrMatch, 1);

      *match = (FrMatch) { .pointer = g_strdup (pointer), .text = g_strdup (text), .why_read_only = g_strdup (why) };
      g_match_info_fetch_pos (found, 0, &match->start, &match->end);
      g_ptr_array_add (search->matches, match);
    }
}

static void search_fields (Search *search, const FrField *fields, const FrNode *mapping, const char *pointer);

static void
search_list (Search *search, const FrField *field, const FrNode *list, const char *pointer)
{
  for (unsigned i = 0; i < fr_node_count (list); i++)
    {
      g_autofree char *item = fr_pointer_join_index (pointer, i);

      search_fields (search, field->fields, fr_node_get_item (list, i), item);
    }
}

static void
search_value (Search *search, const FrField *field, const FrNode *value, const char *pointer)
{
  switch (field->type)
    {
    case FR_FIELD_GROUP:
      search_fields (search, field->fields, value, pointer);
      break;
    case FR_FIELD_LIST:
      if (fr_node_get_type (value) == FR_TYPE_SEQUENCE)
        search_list (search, field, value, pointer);
      break;
    case FR_FIELD_CHOICE:
      break;
    default:
      search_text (search, value, pointer);
      break;
    }
}

static void
search_fields (Search *search, const FrField *fields, const FrNode *mapping, const char *pointer)
{
  for (; fields->name != NULL; fields++)
    {
      const FrNode *value = *fields->name == '\0' ? mapping : fr_node_lookup (mapping, fields->name);
      g_autofree char *place = NULL;

      if (value == NULL)
        continue;
      place = *fields->name == '\0' ? g_strdup (pointer) : fr_pointer_join (pointer, fields->name);
      search_value (search, fields, value, place);
    }
}

static void
search_sections (Search *search, const FrNode *sections)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  if (fr_node_get_type (sections) != FR_TYPE_SEQUENCE)
    return;
  for (unsigned i = 0; i < fr_node_count (sections); i++)
    for (unsigned k = 0; k < n_kinds; k++)
      {
        const FrNode *value = fr_node_lookup (fr_node_get_item (sections, i), kinds[k].name);
        g_autofree char *pointer = NULL;

        if (value == NULL)
          continue;
        pointer = g_strdup_printf ("/sections/%u/%s", i, kinds[k].name);
        search_fields (search, kinds[k].fields, value, pointer);
      }
}

GPtrArray *
fr_find (FrDocument *document, const char *words, gboolean match_case)
{
  g_autoptr (GRegex) regex = compile (words, match_case);
  Search search = { document, regex, g_ptr_array_new_with_free_func ((GDestroyNotify) fr_match_free) };
  const FrNode *root = fr_document_get_root (document);

  if (regex != NULL)
    {
      search_fields (&search, fr_page_settings_fields (), root, "");
      search_sections (&search, fr_node_lookup (root, "sections"));
    }
  return search.matches;
}

/* The text of the match at *index with all matches that are of the same value replaced; goes on to the last one of them. */
static char *
replace_in_value (const GPtrArray *matches, unsigned *index, const char *text)
{
  const FrMatch *first = matches->pdata[*index];
  GString *out = g_string_new (NULL);
  int done = 0;  /* bytes of the old text */

  for (unsigned i = *index; i < matches->len; i++)
    {
      const FrMatch *match = matches->pdata[i];

      if (strcmp (match->pointer, first->pointer) != 0)
        break;
      g_string_append_len (out, first->text + done, match->start - done);
      g_string_append (out, text);
      done = match->end;
      *index = i;
    }
  g_string_append (out, first->text + done);
  return g_string_free (out, FALSE);
}

char *
fr_matches_replace (const GPtrArray *matches, const char *text)
{
  g_autoptr (GString) patch = g_string_new (NULL);

  for (unsigned i = 0; i < matches->len; i++)
    {
      const FrMatch *match = matches->pdata[i];
      g_autofree char *value = NULL;

      if (match->why_read_only != NULL)
        continue;
      value = replace_in_value (matches, &i, text);
      g_string_append (patch, patch->len > 0 ? ",{\"op\":\"replace\",\"path\":" : "[{\"op\":\"replace\",\"path\":");
      fr_json_append_string (patch, match->pointer, -1);
      g_string_append (patch, ",\"value\":");
      fr_json_append_string (patch, value, -1);
      g_string_append_c (patch, '}');
    }
  if (patch->len == 0)
    return NULL;
  g_string_append_c (patch, ']');
  return g_string_free (g_steal_pointer (&patch), FALSE);
}
