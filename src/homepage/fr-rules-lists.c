/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not there: items, titles, pictures; and what there is too much of. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-values.h"

static gboolean
is_empty (const FrNode *value)
{
  const char *text = fr_node_get_text (value);

  if (!fr_value_is_there (value))
    return TRUE;
  if (fr_node_get_type (value) >= FR_TYPE_SEQUENCE)
    return fr_node_count (value) == 0;
  return fr_node_get_type (value) == FR_TYPE_STRING && text[strspn (text, " \t\n")] == '\0';
}

/* What is beyond the limit shows where it begins, and is mended by all of the list. */
void
fr_check_list (FrCheck *check, const FrField *field, const FrNode *list, const FrSpot *spot)
{
  unsigned count = fr_node_count (list);
  FrProblem *problem;

  if (field->max_items == 0 || count <= field->max_items)
    return;
  problem = fr_check_report (check, FR_RULE_TOO_MANY, spot,
                             _("The page shows the first %u of these only; there are %u"), field->max_items, count);
  fr_problem_show_at (problem, &(FrSpot) { spot, NULL, field->max_items });
}

gboolean
fr_check_item (FrCheck *check, const FrField *fields, const FrNode *item, const FrSpot *spot)
{
  FrType type = fr_node_get_type (item);

  for (unsigned i = 0; type == FR_TYPE_MAPPING && i < fr_node_count (item); i++)
    if (!is_empty (fr_node_get_value (item, i)))
      return TRUE;
  if (type == FR_TYPE_MAPPING || is_empty (item))
    fr_problem_add_fix (fr_check_report (check, FR_RULE_ITEM_EMPTY, spot, _("This item has nothing in it")), "remove", spot, NULL);
  else
    fr_check_report (check, FR_RULE_WRONG_TYPE, spot, _("This item should be a group of fields, and is none"));
  return FALSE;
}

/* A field may be drawn only where a choice beside it has some value. */
static gboolean
is_drawn (const FrField *field, const FrField *fields, const FrNode *mapping)
{
  const FrField *choice = field->drawn_by != NULL ? fr_field_find (fields, field->drawn_by) : NULL;

  return choice == NULL ||
         g_strv_contains (field->drawn_in, fr_field_choose (choice, fr_node_get_text (fr_node_lookup (mapping, choice->name))));
}

static void
report_missing (FrCheck *check, const FrField *field, const FrSpot *spot, const FrSpot *place)
{
  FrRuleId rule = field->type == FR_FIELD_LIST ? FR_RULE_LIST_EMPTY : field->type == FR_FIELD_IMAGE ? FR_RULE_PICTURE_MISSING :
                  field->type == FR_FIELD_PARAGRAPH ? FR_RULE_DESCRIPTION_MISSING : FR_RULE_TITLE_MISSING;
  g_autofree char *words = fr_label_in_words (_(field->label));
  const char *sentence = field->type == FR_FIELD_LIST ? _("There are no %s here") : _("There is no %s here");

  fr_problem_mend_at (fr_check_report (check, rule, spot, sentence, words), place);
}

void
fr_check_wanted (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot)
{
  for (const FrField *field = fields; field->name != NULL; field++)
    {
      const FrNode *value = *field->name == '\0' ? mapping : fr_node_lookup (mapping, field->name);

      if (field->is_wanted && is_empty (value) && is_drawn (field, fields, mapping))
        report_missing (check, field, spot, &(FrSpot) { spot, field->name });
    }
}
