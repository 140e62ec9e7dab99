/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-date-text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char * const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                       "October", "November", "December" };

char *
fr_date_to_text (const GDate *date)
{
  return g_strdup_printf ("%02u %s %04u", g_date_get_day (date), months[g_date_get_month (date) - 1], g_date_get_year (date));
}

/* Its name, or the first three letters of it or more. 0: none. */
static unsigned
find_month (const char *word)
{
  gsize length = strlen (word);

  for (unsigned i = 0; length >= 3 && i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (months[i], word, length) == 0)
      return i + 1;
  return 0;
}

static gboolean
set_date (GDate *date, unsigned long day, unsigned month, unsigned long year)
{
  if (day > 31 || year > G_MAXUINT16 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/* Three words, of which one is a month's name. */
static gboolean
read_words (char **words, GDate *date)
{
  unsigned at = find_month (words[0]) > 0 ? 0 : 1, month = find_month (words[at]);

  return month > 0 && set_date (date, strtoul (words[1 - at], NULL, 10), month, strtoul (words[2], NULL, 10));
}

gboolean
fr_date_from_text (const char *text, GDate *date)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), ",.\t", ' '));
  g_autoptr (GRegex) spaces = g_regex_new (" +", 0, 0, NULL);
  g_auto (GStrv) words = g_regex_split (spaces, plain, 0);
  unsigned year, month, day;
  char rest;

  if (g_strv_length (words) == 3)
    return read_words (words, date);
  return sscanf (plain, "%4u-%2u-%2u%c", &year, &month, &day, &rest) == 3 && month <= 12 && set_date (date, day, month, year);
}
