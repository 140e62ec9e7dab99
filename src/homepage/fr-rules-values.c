/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that are of another form than their field, or that YAML takes for something else than was meant. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-date-text.h"
#include "fr-suggest.h"
#include "fr-values.h"

#define DAYS_OF_NEWS 365

static gboolean
report_form (FrCheck *check, const char *sentence, const FrSpot *spot)
{
  g_autofree char *name = fr_check_describe (check, spot);

  fr_check_report (check, FR_RULE_WRONG_TYPE, spot, sentence, name != NULL ? name : spot->name);
  return FALSE;
}

static gboolean
check_collection (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  FrType wanted = field->type == FR_FIELD_LIST ? FR_TYPE_SEQUENCE : FR_TYPE_MAPPING;

  if (fr_node_get_type (value) == wanted)
    return TRUE;
  if (!fr_value_is_there (value))
    return FALSE;
  return report_form (check, wanted == FR_TYPE_SEQUENCE ? _("“%s” should be a list of items, and is none")
                                                        : _("“%s” should be a group of fields, and is none"), spot);
}

/* A day is read as one, and the page prints it as machines write it. */
static gboolean
report_day (FrCheck *check, const char *text, const FrSpot *spot)
{
  GDate date;
  g_autofree char *words = fr_date_from_text (text, &date) ? fr_date_to_text (&date) : NULL;
  FrProblem *problem;

  if (words == NULL)
    return TRUE;
  problem = fr_check_report (check, FR_RULE_UNQUOTED_VALUE, spot,
                             _("“%s” without quotes is read as a day; on the page it should read “%s”"), text, words);
  fr_problem_replace (problem, spot, words, TRUE);
  return TRUE;
}

/* "true" and "false" are what they say; "Yes" and "No" are words that somebody wrote. */
static gboolean
check_unquoted (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  const char *text = fr_node_get_text (value);
  g_autofree char *printed = fr_value_is_there (value) ? fr_value_print (value) : g_strdup ("");
  FrProblem *problem;

  if (fr_node_get_type (value) == FR_TYPE_DATE && field->type == FR_FIELD_DATE)
    return report_day (check, text, spot);
  if (strcmp (printed, text) == 0)
    return TRUE;
  if (strcmp (text, "false") == 0)
    return FALSE;
  problem = fr_check_report (check, FR_RULE_UNQUOTED_VALUE, spot,
                             *printed == '\0' ? _("“%s” without quotes means that nothing is there, so the page does not show it") : _("“%s” without quotes is published as “%s”"), text, printed);
  fr_problem_replace (problem, spot, text, TRUE);
  return FALSE;
}

static gboolean
report_symbol (FrCheck *check, const FrNode *value, const FrSpot *spot)
{
  const char *text = fr_node_get_text (value);

  fr_problem_replace (fr_check_report (check, FR_RULE_SYMBOL_VALUE, spot,
                                       _("“%s” begins with a colon and has no quotes, so the site refuses the whole page"), text), spot, text, TRUE);
  return FALSE;
}

gboolean
fr_check_type (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  if (field->type == FR_FIELD_LIST || field->type == FR_FIELD_GROUP)
    return check_collection (check, field, value, spot);
  switch (fr_node_get_type (value))
    {
    case FR_TYPE_STRING:
      return TRUE;
    case FR_TYPE_NULL:
      return FALSE;
    case FR_TYPE_SEQUENCE:
    case FR_TYPE_MAPPING:
      return report_form (check, _("“%s” should be a text, and is a list or a group of fields"), spot);
    case FR_TYPE_SYMBOL:
      return report_symbol (check, value, spot);
    default:
      return check_unquoted (check, field, value, spot);
    }
}

void
fr_check_choice (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  const char *text = fr_node_get_text (value);
  const char *meant = NULL;
  FrLikeness likeness = FR_NAMES_DIFFER;
  FrProblem *problem;

  if (*text == '\0' || g_strv_contains (field->choices, text))
    return;
  for (const char * const *choice = field->choices + 1; *choice != NULL; choice++)
    if (fr_names_compare (text, *choice) > likeness)
      {
        likeness = fr_names_compare (text, *choice);
        meant = *choice;
      }
  if (meant == NULL)
    {
      fr_check_report (check, FR_RULE_UNKNOWN_CHOICE, spot, _("The page knows no “%s” here"), text);
      return;
    }
  problem = fr_check_report (check, FR_RULE_UNKNOWN_CHOICE, spot,
                             _("The page knows no “%s” here. Did you mean “%s”?"), text, meant);
  fr_problem_replace (problem, spot, meant, likeness == FR_NAMES_ALIKE);
}

/* "2026-03-02": digits alone. What people write in words they meant so. */
static gboolean
is_machine_date (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789-/. ") == strlen (text);
}

void
fr_check_date (FrCheck *check, const FrNode *value, const FrSpot *spot)
{
  const char *text = fr_node_get_text (value);
  GDate date;

  if (!fr_date_from_text (text, &date))
    return;
  if (is_machine_date (text) && fr_node_get_type (value) == FR_TYPE_STRING)
    {
      g_autofree char *words = fr_date_to_text (&date);

      fr_problem_replace (fr_check_report (check, FR_RULE_DATE_FORMAT, spot,
                                           _("“%s” would read “%s” on other sites"), text, words),
                          spot, words, TRUE);
    }
  if (check->scope->today > 0 && g_date_get_julian (&date) + DAYS_OF_NEWS < check->scope->today)
    fr_check_report (check, FR_RULE_ANNOUNCEMENT_OLD, spot, _("This announcement of %s is older than a year"), text);
}
