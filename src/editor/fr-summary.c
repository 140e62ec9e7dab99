/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-summary.h"

#include <glib/gi18n-lib.h>

#include "fr-titles.h"

/* What is counted comes first, then what is there or not. */
static const FrFieldType order[] = { FR_FIELD_LIST, FR_FIELD_IMAGE, FR_FIELD_GROUP, FR_FIELD_ADDRESS };

static gboolean
has_text (const FrNode *mapping, const char *name)
{
  return fr_node_get_length (fr_node_lookup (mapping, name)) > 0;
}

static char *
count_items (const FrField *field, const FrNode *list)
{
  unsigned count = fr_node_get_type (list) == FR_TYPE_SEQUENCE ? fr_node_count (list) : 0;
  g_autofree char *noun = g_utf8_strdown (count == 1 ? _(field->item_label) : _(field->label), -1);

  /* Translators: how many there are in a list: "4 highlights" */
  return count > 0 ? g_strdup_printf (_("%u %s"), count, noun) : NULL;
}

/* Where something else stands in its place, the page does not draw it. */
static gboolean
has_button (const FrField *field, const FrNode *mapping)
{
  return field->link_text != NULL && has_text (mapping, field->name) && has_text (mapping, field->link_text) &&
         (field->link_instead == NULL || fr_node_count (fr_node_lookup (mapping, field->link_instead)) == 0);
}

/* NULL: there is none of it. */
static char *
describe_field (const FrField *field, const FrNode *mapping)
{
  const FrNode *value = *field->name != '\0' ? fr_node_lookup (mapping, field->name) : mapping;

  if (field->type == FR_FIELD_LIST)
    return count_items (field, value);
  if (field->type == FR_FIELD_IMAGE)
    return fr_node_get_length (value) > 0 ? g_strdup (_("picture")) : NULL;
  if (field->type == FR_FIELD_GROUP)
    return fr_node_count (value) > 0 ? g_utf8_strdown (_(field->label), -1) : NULL;
  return has_button (field, mapping) ? g_strdup (_("button")) : NULL;
}

static char *
find_text (const FrField *fields, const FrNode *mapping)
{
  for (const FrField *field = fields; field->name != NULL; field++)
    if ((field->type == FR_FIELD_LINE || field->type == FR_FIELD_PARAGRAPH) && g_strcmp0 (field->name, "title") != 0 &&
        has_text (mapping, field->name))
      return fr_title_plain (fr_node_get_text (fr_node_lookup (mapping, field->name)));
  return g_strdup (_("Nothing yet"));
}

char *
fr_summary_for (const FrField *fields, const FrNode *value)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (fields == NULL)
    return g_strdup (_("Not drawn, and kept as it is"));
  for (unsigned i = 0; i < G_N_ELEMENTS (order); i++)
    for (const FrField *field = fields; field->name != NULL; field++)
      {
        char *part = field->type == order[i] ? describe_field (field, value) : NULL;

        if (part != NULL)
          g_ptr_array_add (parts, part);
      }
  if (parts->len == 0)
    return find_text (fields, value);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_(", "), (char **) parts->pdata);
}
