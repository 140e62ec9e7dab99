/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as announcements have them. */
#include "fr-date-text.h"

static const struct { const char *text, *day; } days[] = {
  { "02 March 2026", "02 March 2026" },
  { "2 March 2026", "02 March 2026" },
  { " 2  mar, 2026 ", "02 March 2026" },
  { "March 2, 2026", "02 March 2026" },
  { "2026-03-02", "02 March 2026" },
  { "29 February 2024", "29 February 2024" },
  { "29 February 2026", NULL },
  { "32 March 2026", NULL },
  { "0 March 2026", NULL },
  { "2026-13-01", NULL },
  { "2026-03-02 and later", NULL },
  { "soon", NULL },
  { "all of March 2026", NULL },
  { "Ma 2 2026", NULL },
  { "", NULL },
};

static void
test_days (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = NULL;
      GDate date;

      g_test_message ("“%s”", days[i].text);
      g_date_clear (&date, 1);
      if (fr_date_from_text (days[i].text, &date))
        text = fr_date_to_text (&date);
      g_assert_cmpstr (text, ==, days[i].day);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/days", test_days);
  return g_test_run ();
}
