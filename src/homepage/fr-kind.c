/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in the table of fr-kinds.c. */
#include "fr-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-pointer.h"

const FrKind *
fr_kind_find (const char *name)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

unsigned
fr_kind_get_index (const FrKind *kind)
{
  return kind - fr_kinds_all (NULL);
}

const FrKind *
fr_kind_get_first (void)
{
  const FrKind *kind = fr_kinds_all (NULL);

  while (kind->must_be_first == NULL)
    kind++;
  return kind;
}

const FrField *
fr_field_find (const FrField *fields, const char *name)
{
  for (; fields != NULL && fields->name != NULL; fields++)
    if (strcmp (fields->name, name) == 0)
      return fields;
  return NULL;
}

const char *
fr_field_choose (const FrField *field, const char *text)
{
  g_return_val_if_fail (field != NULL && field->choices != NULL, "");
  return text != NULL && *text != '\0' && g_strv_contains (field->choices, text) ? text : field->choices[1];
}

const char *
fr_field_name_choice (const FrField *field, const char *text)
{
  const char *chosen = fr_field_choose (field, text);
  unsigned i = 0;

  while (strcmp (field->choices[i], chosen) != 0)
    i++;
  return _(field->choice_labels[i]);
}

typedef struct
{
  GHashTable *texts;
  gsize       longest;  /* bytes */
} DefaultTexts;

static void
gather_default_texts (DefaultTexts *gathered, const FrField *field)
{
  for (; field != NULL && field->name != NULL; field++)
    {
      for (const char * const *text = field->default_texts; text != NULL && *text != NULL; text++)
        {
          g_hash_table_add (gathered->texts, (char *) *text);
          gathered->longest = MAX (gathered->longest, strlen (*text));
        }
      gather_default_texts (gathered, field->fields);
    }
}

static const DefaultTexts *
get_default_texts (void)
{
  static DefaultTexts gathered;
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  if (gathered.texts != NULL)
    return &gathered;
  gathered.texts = g_hash_table_new (g_str_hash, g_str_equal);
  gather_default_texts (&gathered, fr_page_settings_fields ());
  for (unsigned i = 0; i < n_kinds; i++)
    gather_default_texts (&gathered, kinds[i].fields);
  return &gathered;
}

/* People copy a new section's texts into other fields: what is a default anywhere is left over anywhere. */
gboolean
fr_kinds_is_default_text (const char *text, gsize length)
{
  const DefaultTexts *gathered = get_default_texts ();

  return length <= gathered->longest && g_hash_table_contains (gathered->texts, text);
}

/* How a field is joined to what holds it. */
typedef char *(*JoinFunc) (const char *holder, const char *label);

static char *
join_in_sentence (const char *holder, const char *label)
{
  /* Translators: what holds a field, and the field: "Hero: Title" */
  return g_strdup_printf (_("%s: %s"), holder, label);
}

/* What `*token` begins with, below something that is called `holder` (taken) and has these fields. */
static char *
describe_below (char *holder, const FrField *fields, char **token, JoinFunc join)
{
  g_autofree char *name = holder;
  const FrField *field;
  unsigned index;

  if (*token == NULL)
    return g_steal_pointer (&name);
  field = *fields->name == '\0' ? fields : fr_field_find (fields, *token);
  if (field == NULL)
    return NULL;
  if (*field->name != '\0')
    token++;
  if (*token == NULL)
    return join (name, _(field->label));
  if (field->type == FR_FIELD_GROUP)
    return describe_below (g_strdup (_(field->label)), field->fields, token, join);
  if (field->type != FR_FIELD_LIST || !fr_pointer_parse_index (*token, &index))
    return NULL;
  /* Translators: an item of a list: "Highlight 2" */
  return describe_below (g_strdup_printf (_("%s %u"), _(field->item_label), index + 1), field->fields, token + 1, join);
}

static char *
describe (const char *pointer, const char *settings, JoinFunc join)
{
  g_auto(GStrv) tokens = fr_pointer_split (pointer, NULL);
  unsigned depth = tokens != NULL ? g_strv_length (tokens) : 0;
  const FrKind *kind;

  if (tokens == NULL)
    return NULL;
  if (depth == 0 || strcmp (tokens[0], "sections") != 0)
    return describe_below (g_strdup (settings), fr_page_settings_fields (), tokens, join);
  kind = depth > 2 ? fr_kind_find (tokens[2]) : NULL;
  return kind == NULL ? NULL : describe_below (g_strdup (_(kind->label)), kind->fields, tokens + 3, join);
}

char *
fr_kinds_describe (const char *pointer)
{
  return describe (pointer, _("Page settings"), join_in_sentence);
}

char *
fr_label_in_words (const char *label)
{
  const char *rest = g_utf8_next_char (label);
  g_autofree char *small = g_utf8_strdown (label, rest - label);

  return g_strconcat (small, rest, NULL);
}

static char *
join_in_words (const char *holder, const char *label)
{
  g_autofree char *words = fr_label_in_words (label);

  /* Translators: what holds a field, and the field with a small letter, within a sentence: "Hero title" */
  return g_strdup_printf (_("%s %s"), holder, words);
}

char *
fr_kinds_describe_in_words (const char *pointer)
{
  return describe (pointer, _("Page"), join_in_words);
}

static char *
take_label (const char *holder, const char *label)
{
  return g_strdup (label);
}

char *
fr_kinds_get_label (const char *pointer)
{
  return describe (pointer, "", take_label);
}
