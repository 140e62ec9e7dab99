/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decides whether the file is published as the site's homepage. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-plain-text.h"
#include "fr-values.h"

#define LAYOUT "homepage"

/* Where the file names none, _config.yml may. */
static void
check_layout (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  const char *layout = fr_node_get_text (fr_node_lookup (root, "layout"));
  const FrSpot here = { spot, "layout" };

  if (layout != NULL && strcmp (layout, LAYOUT) != 0)
    fr_problem_replace (fr_check_report (check, FR_RULE_LAYOUT_WRONG, &here,
                                         _("The layout “%s” does not draw sections"), layout),
                        &here, LAYOUT, FALSE);
}

static gboolean
is_in_root (FrCheck *check)
{
  return check->scope->own_path == NULL || g_str_has_prefix (check->scope->own_path, "index.");
}

static void
check_double (FrCheck *check, const char *permalink, const FrSpot *spot)
{
  g_autofree char *simple = fr_address_simplify (permalink);
  const FrSiteFile *other = fr_site_get_other_page (check->scope->site, simple, check->scope->own_path);

  if (other != NULL)
    fr_check_report (check, FR_RULE_PERMALINK_TAKEN, spot, _("%s has the same permanent address"), other->path);
}

static void
check_permalink (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  const char *text = fr_node_get_text (fr_node_lookup (root, "permalink"));
  const FrSpot here = { spot, "permalink" };

  if (text == NULL)
    return;
  if (strcmp (text, "/") != 0 && is_in_root (check))
    fr_problem_replace (fr_check_report (check, FR_RULE_PERMALINK_NOT_ROOT, &here,
                                         _("This page is published at “%s”, and not as the site's homepage"), text),
                        &here, "/", FALSE);
  if (check->scope->own_path != NULL)
    check_double (check, text, &here);
}

static void
check_notification (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  const char *text = fr_node_get_text (fr_node_lookup (root, "notification"));
  const FrSpot here = { spot, "notification" };

  if (text != NULL && text[strspn (text, " \t\n")] != '\0' && !fr_plain_text_has_words (text))
    fr_problem_take_away (fr_check_report (check, FR_RULE_NOTIFICATION_EMPTY, &here,
                                           _("The notification has no words, so the page does not show it")), &here);
}

void
fr_check_page (FrCheck *check, const FrNode *root, const FrSpot *spot)
{
  check_layout (check, root, spot);
  check_permalink (check, root, spot);
  check_notification (check, root, spot);
}
