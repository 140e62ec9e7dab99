/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.h: pages of any size for the benchmarks, with the styles of scalars that real pages have. */
#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

static inline GString *
bench_page (gsize bytes)
{
  GString *text = g_string_new ("layout: homepage\ntitle: A page\nsections:\n");

  for (unsigned i = 0; text->len < bytes; i++)
    g_string_append_printf (text,
      "  - infopic:\n"
      "      title: Section number %u\n"
      "      subtitle: \"Its subtitle: quoted\"\n"
      "      description: A text that is long enough to be folded over lines, as it is\n"
      "        in the pages that the web editor has saved, – number %u.\n"
      "      button: Read more\n"
      "      url: /pages/number-%u/\n"
      "      image: /images/picture.png\n"
      "      alt: A picture\n", i, i, i);
  return text;
}

/* ms of this thread's work: other threads and programs do not count. */
static inline double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static inline int
bench_compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorts `values`. */
static inline double
bench_median (double *values, unsigned n)
{
  qsort (values, n, sizeof (double), bench_compare);
  return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* One line of the report; FALSE if the figure is above its target. */
static inline gboolean
bench_report (const char *what, double figure, const char *unit, double target)
{
  gboolean reached = figure <= target;

  g_print ("%-58s %8.2f %-6s at most %6.2f  %s\n", what, figure, unit, target, reached ? "reached" : "MISSED");
  return reached;
}
