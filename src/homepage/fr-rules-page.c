/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decides whether the file is published as the site's homepage. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-plain-text.h"
#include "fr-values.h"

#define LAYOUT "homepage"

static void
check_layout (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  const FrNode *value = fr_node_lookup (root, "layout");
  const char *layout = fr_node_get_text (value);
  const FrSpot here = { spot, "layout" };
  FrProblem *problem;

  if (g_strcmp0 (layout, LAYOUT) == 0 || fr_node_lookup (root, "sections") == NULL)
    return;
  problem = fr_check_report (check, FR_RULE_LAYOUT_WRONG, value != NULL ? &here : spot,
                             layout == NULL ? g_strdup (_("The page names no layout, so that its sections are not drawn"))
                                            : g_strdup_printf (_("The layout “%s” does not draw sections"), layout));
  fr_problem_mend_at (problem, &here);
  fr_problem_add_fix (problem, value != NULL ? "replace" : "add", &here, g_strdup ("\"" LAYOUT "\""));
}

static gboolean
is_in_root (FrCheck *check)
{
  return check->scope->own_path == NULL || g_str_has_prefix (check->scope->own_path, "index.");
}

static void
check_permalink (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  const char *text = fr_node_get_text (fr_node_lookup (root, "permalink"));
  const FrSpot here = { spot, "permalink" };
  g_autofree char *simple = fr_address_simplify (text != NULL ? text : "/");
  const FrSiteFile *other = check->scope->own_path != NULL ? fr_site_get_other_page (check->scope->site, simple, check->scope->own_path) : NULL;

  if (text != NULL && strcmp (text, "/") != 0 && is_in_root (check))
    fr_problem_replace (fr_check_report (check, FR_RULE_PERMALINK_NOT_ROOT, &here,
                                         g_strdup_printf (_("This page is published at “%s”, and not as the site's homepage"), text)),
                        &here, "/", FALSE);
  if (other != NULL)
    fr_problem_mend_at (fr_check_report (check, FR_RULE_PERMALINK_TAKEN, text != NULL ? &here : spot,
                                         g_strdup_printf (_("%s has the same permanent address"), other->path)), &here);
}

static void
check_notification (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  const char *text = fr_node_get_text (fr_node_lookup (root, "notification"));
  const FrSpot here = { spot, "notification" };

  if (text != NULL && text[strspn (text, " \t\n")] != '\0' && !fr_plain_text_has_words (text))
    fr_problem_take_away (fr_check_report (check, FR_RULE_NOTIFICATION_EMPTY, &here,
                                           g_strdup (_("The notification has no words, so the page does not show it"))), &here);
}

void
fr_check_page (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  check_layout (check, root, spot);
  check_permalink (check, root, spot);
  check_notification (check, root, spot);
}
