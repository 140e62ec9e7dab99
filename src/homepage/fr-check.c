/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-json.h"
#include "fr-pointer.h"
#include "fr-values.h"

void
fr_problem_free (FrProblem *problem)
{
  g_ref_string_release (problem->message);
  g_clear_pointer (&problem->brief, g_ref_string_release);
  g_free (problem->path);
  g_free (problem->spot);
  g_free (problem->field);
  g_free (problem->leftover);
  g_clear_pointer (&problem->instead, g_ref_string_release);
  for (unsigned i = 0; i < FR_FIX_STEPS; i++)
    {
      g_free (problem->fix[i].path);
      g_free (problem->fix[i].value);
    }
  g_free (problem);
}

static char *
to_path (const FrSpot *spot)
{
  g_autofree char *above = spot->above != NULL ? to_path (spot->above) : NULL;

  if (above == NULL)
    return g_strdup ("");
  if (spot->name == NULL)
    return fr_pointer_join_index (above, spot->index);
  return *spot->name == '\0' ? g_steal_pointer (&above) : fr_pointer_join (above, spot->name);
}

char *
fr_check_describe (FrCheck *check, const FrSpot *spot)
{
  g_autofree char *path = to_path (spot);
  g_autofree char *pointer = g_strconcat (check->holder, path, NULL);

  return fr_kinds_describe (pointer);
}

FrProblem *
fr_check_add (GPtrArray *problems, FrRuleId rule, char *message)
{
  FrProblem *problem = g_new0 (FrProblem, 1);

  problem->severity = fr_rule_get (rule)->severity;
  problem->rule = fr_rule_get (rule)->name;
  problem->message = g_ref_string_new (message);
  problem->path = g_strdup ("");
  g_free (message);
  g_ptr_array_add (problems, problem);
  return problem;
}

FrProblem *
fr_check_report (FrCheck *check, FrRuleId rule, const FrSpot *about, const char *format, ...)
{
  FrProblem *problem;
  va_list arguments;

  va_start (arguments, format);
  problem = fr_check_add (check->problems, rule, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  g_free (problem->path);
  problem->path = to_path (about);
  return problem;
}

void
fr_problem_show_at (FrProblem *problem, const FrSpot *spot)
{
  g_free (problem->spot);
  problem->spot = to_path (spot);
}

void
fr_problem_mend_at (FrProblem *problem, const FrSpot *field)
{
  g_free (problem->field);
  problem->field = to_path (field);
}

void
fr_problem_add_fix (FrProblem *problem, const char *op, const FrSpot *spot, char *value)
{
  FrFixStep *step = problem->fix[0].op == NULL ? &problem->fix[0] : &problem->fix[1];

  g_return_if_fail (step->op == NULL);
  *step = (FrFixStep) { op, to_path (spot), value };
}

void
fr_problem_replace (FrProblem *problem, const FrSpot *spot, const char *text, gboolean safe)
{
  GString *json = g_string_new (NULL);

  fr_json_append_string (json, text, -1);
  fr_problem_add_fix (problem, "replace", spot, g_string_free (json, FALSE));
  problem->instead = g_ref_string_new (text);
  problem->safe = safe;
}

void
fr_problem_take_away (FrProblem *problem, const FrSpot *spot)
{
  problem->leftover = to_path (spot);
  fr_problem_add_fix (problem, "remove", spot, NULL);
}

static void check_fields (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot);

static void
check_items (FrCheck *check, const FrField *field, const FrNode *list, const FrSpot *spot)
{
  fr_check_list (check, field, list, spot);
  for (unsigned i = 0; i < fr_node_count (list); i++)
    {
      const FrNode *item = fr_node_get_item (list, i);
      const FrSpot here = { spot, NULL, i };

      if (fr_check_item (check, field->fields, item, &here))
        check_fields (check, field->fields, item, &here);
    }
}

static void
check_value (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  if (!fr_check_type (check, field, value, spot))
    return;
  switch (field->type)
    {
    case FR_FIELD_IMAGE:
      fr_check_image (check, field, value, spot);
      break;
    case FR_FIELD_GROUP:
      check_fields (check, field->fields, value, spot);
      break;
    case FR_FIELD_LIST:
      check_items (check, field, value, spot);
      break;
    case FR_FIELD_ADDRESS:
      fr_check_address (check, field, value, spot);
      break;
    case FR_FIELD_CHOICE:
      fr_check_choice (check, field, value, spot);
      break;
    case FR_FIELD_DATE:
      fr_check_date (check, value, spot);
      break;
    default:
      fr_check_text (check, field, value, spot);
      break;
    }
}

/* Where several that are required are missing, the page says one thing in place of all of them. */
static void
check_required (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot)
{
  for (; fields->name != NULL; fields++)
    if (fields->missing_message != NULL && !fr_value_is_there (fr_node_lookup (mapping, fields->name)))
      {
        fr_problem_mend_at (fr_check_report (check, fields->missing_rule, spot, "%s", _(fields->missing_message)),
                            &(FrSpot) { spot, fields->name });
        return;
      }
}

static void
check_fields (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot)
{
  fr_check_keys (check, fields, mapping, spot);
  check_required (check, fields, mapping, spot);
  fr_check_wanted (check, fields, mapping, spot);
  fr_check_pairs (check, fields, mapping, spot);
  for (; fields->name != NULL; fields++)
    {
      const FrNode *value = *fields->name == '\0' ? mapping : fr_node_lookup (mapping, fields->name);

      if (value != NULL)
        check_value (check, fields, value, &(FrSpot) { spot, fields->name });
    }
}

static FrCheck
start (const char *holder, const FrCheckScope *scope)
{
  return (FrCheck) { holder, scope, g_ptr_array_new_with_free_func ((GDestroyNotify) fr_problem_free) };
}

GPtrArray *
fr_check_settings (const FrNode *root, const FrCheckScope *scope)
{
  FrCheck check = start ("", scope);
  const FrSpot top = { NULL };

  if (fr_node_get_type (root) == FR_TYPE_MAPPING)
    {
      fr_check_top_keys (&check, root, &top);
      fr_check_page (&check, root, &top);
      check_fields (&check, fr_page_settings_fields (), root, &top);
    }
  return check.problems;
}

GPtrArray *
fr_check_section (const FrNode *item, const FrCheckScope *scope)
{
  FrCheck check = start ("/sections/0", scope);
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);
  const FrSpot top = { NULL };

  fr_check_kinds (&check, item, &top);
  for (unsigned i = 0; i < n_kinds; i++)
    {
      const FrNode *value = fr_node_lookup (item, kinds[i].name);
      const FrField whole = { kinds[i].name, kinds[i].label, FR_FIELD_GROUP, .fields = kinds[i].fields };
      const FrSpot spot = { &top, kinds[i].name };

      if (!fr_value_is_there (value))
        continue;
      if (*kinds[i].fields->name == '\0' || fr_check_type (&check, &whole, value, &spot))
        check_fields (&check, kinds[i].fields, value, &spot);
      else
        check_required (&check, kinds[i].fields, value, &spot);
    }
  return check.problems;
}
