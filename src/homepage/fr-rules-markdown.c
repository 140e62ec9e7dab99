/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown in texts that the page prints as HTML. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"

typedef enum { BOLD, LINK, HEADING, N_SIGNS } Sign;

/* What Markdown would make something of, and the words in it. */
static const char * const patterns[N_SIGNS] = {
  [BOLD] = "\\*\\*(?=[^\\s*])([^*]*[^\\s*])\\*\\*",
  [LINK] = "!?\\[([^\\]\\[]+)\\]\\(\\s*((?:https?://|mailto:|/|#)[^)\\s]*)\\s*\\)",
  [HEADING] = "^#{1,6} +(\\S.*)$",
};

static GRegex *
get_regex (Sign sign)
{
  static GRegex *compiled[N_SIGNS];

  if (g_once_init_enter (&compiled[sign]))
    g_once_init_leave (&compiled[sign], g_regex_new (patterns[sign], G_REGEX_OPTIMIZE, 0, NULL));
  return compiled[sign];
}

/* Where the field takes no markup, words alone. */
static const char *
get_html (Sign sign, const FrField *field)
{
  if (sign == BOLD)
    return field->markup != FR_MARKUP_NONE ? "<b>\\1</b>" : "\\1";
  if (sign == LINK)
    return field->markup == FR_MARKUP_LINKS ? "<a href=\"\\2\">\\1</a>" : "\\1";
  return "\\1";
}

static char *
to_html (const FrField *field, const char *text)
{
  char *html = g_strdup (text);

  for (Sign sign = 0; sign < N_SIGNS; sign++)
    {
      g_autofree char *before = html;

      html = g_regex_replace (get_regex (sign), before, -1, 0, get_html (sign, field), 0, NULL);
    }
  return html;
}

void
fr_check_markdown (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot)
{
  for (Sign sign = 0; sign < N_SIGNS; sign++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *found = NULL, *html = NULL;

      if (!g_regex_match (get_regex (sign), text, 0, &match))
        continue;
      found = g_match_info_fetch (match, 0);
      html = to_html (field, text);
      fr_problem_replace (fr_check_report (check, FR_RULE_MARKDOWN_SHOWN, spot,
                                           _("The page shows “%s” with its signs, as it is Markdown and not HTML"), found),
                          spot, html, TRUE);
      return;
    }
}
