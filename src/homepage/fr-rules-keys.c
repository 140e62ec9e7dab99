/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names: written twice, misspelt, or none that the page knows. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-json.h"
#include "fr-suggest.h"
#include "fr-values.h"

/* Each name is compared with each other. What has more of them than this is no part of a homepage, and is not looked at. */
#define MOST_NAMES 1000

typedef struct
{
  const char *name;
  FrLikeness  likeness;
} Guess;

static void
guess (Guess *best, const char *name, const char *other, const FrNode *mapping)
{
  FrLikeness likeness = fr_names_compare (name, other);

  if (likeness > best->likeness && fr_node_lookup (mapping, other) == NULL)
    *best = (Guess) { other, likeness };
}

static Guess
guess_field (const char *name, const FrField *fields, const FrNode *mapping)
{
  Guess best = { NULL, FR_NAMES_DIFFER };

  for (; fields->name != NULL; fields++)
    guess (&best, name, fields->name, mapping);
  return best;
}

static Guess
guess_kind (const char *name, const FrNode *item)
{
  Guess best = { NULL, FR_NAMES_DIFFER };
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    guess (&best, name, kinds[i].name, item);
  return best;
}

/* The key moves beside itself, to the name that was meant. */
static void
report_unknown (FrCheck *check, FrRuleId rule, const char *sentence, const char *name, Guess meant, const FrSpot *spot)
{
  g_autofree char *unknown = g_strdup_printf (sentence, name);
  const FrSpot here = { spot, name };
  FrProblem *problem;

  if (meant.name == NULL)
    {
      fr_check_report (check, rule, &here, "%s", unknown);
      return;
    }
  /* Translators: a sentence that says what is unknown, and a name that may have been meant */
  problem = fr_check_report (check, rule, &here, _("%s. Did you mean “%s”?"), unknown, meant.name);
  fr_problem_add_fix (problem, "move", &here, g_strdup (meant.name));
  problem->safe = meant.likeness == FR_NAMES_ALIKE;
}

static gboolean
is_last_of_its_name (const FrNode *mapping, unsigned index, const char *name)
{
  for (unsigned i = index + 1; i < fr_node_count (mapping); i++)
    if (g_strcmp0 (fr_node_get_text (fr_node_get_key (mapping, i)), name) == 0)
      return FALSE;
  return TRUE;
}

/* Told of the one that counts, the last. What removes the key removes all of its name, so that what counted is added again. */
static void
check_twice (FrCheck *check, const FrNode *mapping, unsigned index, const char *name, const FrSpot *spot)
{
  const FrSpot here = { spot, name };
  unsigned count = 0;
  FrProblem *problem;

  for (unsigned i = 0; i < index; i++)
    count += g_strcmp0 (fr_node_get_text (fr_node_get_key (mapping, i)), name) == 0;
  if (count == 0 || !is_last_of_its_name (mapping, index, name))
    return;
  problem = fr_check_report (check, FR_RULE_DUPLICATE_KEY, &here,
                             _("“%s” stands here %u times; only the last one counts"), name, count + 1);
  if (count > 1 || fr_node_get_type (fr_node_get_value (mapping, index)) >= FR_TYPE_SEQUENCE)
    return;
  fr_problem_add_fix (problem, "remove", &here, NULL);
  fr_problem_add_fix (problem, "add", &here, fr_json_to_text (fr_node_get_value (mapping, index), FALSE));
}

/* Keys that are no text are kept as they are; so are merge keys. */
static const char *
get_name (const FrNode *mapping, unsigned index)
{
  const char *name = fr_node_get_text (fr_node_get_key (mapping, index));

  return name != NULL && strcmp (name, "<<") != 0 ? name : NULL;
}

void
fr_check_keys (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot)
{
  gboolean at_top = spot->above == NULL;

  if (fr_node_get_type (mapping) != FR_TYPE_MAPPING || fr_node_count (mapping) > MOST_NAMES)
    return;
  for (unsigned i = 0; i < fr_node_count (mapping); i++)
    {
      const char *name = get_name (mapping, i);

      if (name == NULL)
        continue;
      check_twice (check, mapping, i, name, spot);
      if (!at_top && fr_field_find (fields, name) == NULL && !fr_field_is_ignored (name) && is_last_of_its_name (mapping, i, name))
        report_unknown (check, FR_RULE_UNKNOWN_KEY, _("The page knows no field “%s” here"), name,
                        guess_field (name, fields, mapping), spot);
    }
}

static void
check_kind (FrCheck *check, const FrNode *item, unsigned index, const char *name, const FrSpot *spot)
{
  if (strcmp (name, "secondary_cta") == 0)
    {
      FrProblem *problem = fr_check_report (check, FR_RULE_BREAKING_KEY, &(FrSpot) { spot, name },
                                            _("The site cannot be published as long as “%s” stands here"), name);

      fr_problem_add_fix (problem, "remove", &(FrSpot) { spot, name }, NULL);
    }
  else if (fr_kind_find (name) == NULL && is_last_of_its_name (item, index, name))
    report_unknown (check, FR_RULE_UNKNOWN_KIND, _("The page knows no section “%s” and draws nothing for it"), name,
                    guess_kind (name, item), spot);
}

static unsigned
count_kinds (const FrNode *item)
{
  unsigned n_kinds, count = 0;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    count += fr_value_is_there (fr_node_lookup (item, kinds[i].name));
  return count;
}

static void
check_count (FrCheck *check, const FrNode *item, const FrSpot *spot)
{
  unsigned count = count_kinds (item);

  if (count > 1)
    fr_check_report (check, FR_RULE_SEVERAL_KINDS, spot,
                     _("This list item holds %u sections: a dash is missing before all but the first"), count);
  else if (count == 0 && (fr_node_count (item) == 0 || fr_kind_find (fr_node_get_first_key (item)) != NULL))
    fr_problem_add_fix (fr_check_report (check, FR_RULE_SECTION_EMPTY, spot,
                                         _("This section has nothing in it, so the page does not show it")),
                        "remove", spot, NULL);
}

void
fr_check_kinds (FrCheck *check, const FrNode *item, const FrSpot *spot)
{
  if (fr_node_get_type (item) != FR_TYPE_MAPPING)
    {
      fr_check_report (check, FR_RULE_WRONG_TYPE, spot,
                       _("This is no section: its kind, such as “infobar:”, is missing"));
      return;
    }
  for (unsigned i = 0; fr_node_count (item) <= MOST_NAMES && i < fr_node_count (item); i++)
    {
      const char *name = get_name (item, i);

      if (name == NULL)
        continue;
      check_twice (check, item, i, name, spot);
      check_kind (check, item, i, name, spot);
    }
  check_count (check, item, spot);
}

/* Jekyll and its plugins know more keys than this table, so that only a slip of the pen is told of. */
void
fr_check_top_keys (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  for (unsigned i = 0; fr_node_count (root) <= MOST_NAMES && i < fr_node_count (root); i++)
    {
      const char *name = get_name (root, i);
      Guess meant = { NULL, FR_NAMES_DIFFER };

      if (name == NULL || fr_page_settings_reserve (name) || fr_field_find (fr_page_settings_fields (), name) != NULL)
        continue;
      meant = guess_field (name, fr_page_settings_fields (), root);
      guess (&meant, name, "sections", root);
      guess (&meant, name, "layout", root);
      if (meant.name != NULL)
        report_unknown (check, FR_RULE_UNKNOWN_KEY, _("A homepage has no field “%s”"), name, meant, spot);
    }
}
