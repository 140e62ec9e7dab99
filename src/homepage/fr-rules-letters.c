/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters that were damaged, or that nobody sees. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-mend-letters.h"

static gboolean
is_border (char c)
{
  return c == '\0' || g_ascii_isspace (c);
}

/* The first word in which the two differ, of each. */
static void
find_words (const char *text, const char *other, char **word, char **other_word)
{
  gsize same = 0, end, other_end;

  while (text[same] != '\0' && text[same] == other[same])
    same++;
  while (same > 0 && !is_border (text[same - 1]))
    same--;
  for (end = same; !is_border (text[end]); end++)
    ;
  for (other_end = same; !is_border (other[other_end]); other_end++)
    ;
  *word = g_strndup (text + same, end - same);
  *other_word = g_strndup (other + same, other_end - same);
}

static void
report_damaged (FrCheck *check, const char *text, const char *repaired, const FrSpot *spot)
{
  g_autofree char *word = NULL, *meant = NULL;

  find_words (text, repaired, &word, &meant);
  fr_problem_replace (fr_check_report (check, FR_RULE_DAMAGED_TEXT, spot,
                                       _("“%s” was damaged by a wrong encoding and should read “%s”"), word, meant),
                      spot, repaired, TRUE);
}

void
fr_check_letters (FrCheck *check, const char *text, const FrSpot *spot)
{
  g_autofree char *repaired = fr_letters_repair (text);
  g_autofree char *visible = fr_letters_without_invisible (text);

  if (repaired != NULL)
    report_damaged (check, text, repaired, spot);
  else if (fr_letters_are_lost (text))
    fr_check_report (check, FR_RULE_DAMAGED_TEXT, spot,
                     _("A character was lost, and “\xef\xbf\xbd” stands in its place"));
  else if (visible != NULL)
    fr_problem_replace (fr_check_report (check, FR_RULE_INVISIBLE_CHARACTERS, spot,
                                         _("This text holds %u characters that nobody sees"), (unsigned) (g_utf8_strlen (text, -1) - g_utf8_strlen (visible, -1))),
                        spot, visible, TRUE);
}
