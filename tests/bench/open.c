/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open: bytes to a tree, against libyaml's bare event loop over the same bytes, and the memory that is kept. */
#include <malloc.h>
#include <stdlib.h>
#include <yaml.h>

#include "fr-document.h"
#include "page.h"

#define ROUNDS 15

static double
time_events (GBytes *bytes)
{
  double start = bench_now ();
  yaml_parser_t parser;
  yaml_event_t event;
  gboolean done = FALSE;

  yaml_parser_initialize (&parser);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (!done)
    {
      g_assert_true (yaml_parser_parse (&parser, &event));
      done = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);
  return bench_now () - start;
}

static double
time_document (GBytes *bytes)
{
  double start = bench_now ();
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  double stop = bench_now ();

  g_object_unref (document);
  return stop - start;
}

static gsize
memory_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* Bytes for each byte of the file, the text itself included. */
static double
memory_of_document (GBytes *bytes)
{
  gsize before = memory_in_use ();
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);

  return (memory_in_use () - before) / (double) g_bytes_get_size (bytes);
}

/* ns a byte */
static double
measure (gsize size, gboolean *good)
{
  g_autoptr(GBytes) bytes = g_string_free_to_bytes (bench_page (size));
  unsigned repeats = MAX (1, 200000 / size);
  double ours[ROUNDS], ratios[ROUNDS];
  g_autofree char *time_title = g_strdup_printf ("open %zu KB, against libyaml's bare event loop", size >> 10);
  g_autofree char *memory_title = g_strdup_printf ("open %zu KB, memory kept", size >> 10);

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      double events = 0;

      ours[i] = 0;
      for (unsigned n = 0; n < repeats; n++)
        {
          events += time_events (bytes);
          ours[i] += time_document (bytes);
        }
      ratios[i] = ours[i] / events;
    }
  *good = bench_report (time_title, bench_median (ratios, ROUNDS), "times", 1.4) && *good;
  *good = bench_report (memory_title, memory_of_document (bytes), "B/B", 12) && *good;
  return bench_median (ours, ROUNDS) / repeats * 1e6 / g_bytes_get_size (bytes);
}

int
main (void)
{
  static const gsize sizes[] = { 2 << 10, 20 << 10, 200 << 10, 2 << 20, 20 << 20 };
  gboolean good = TRUE;
  double first = 0, most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double cost = measure (sizes[i], &good);

      first = i == 0 ? cost : first;
      most = MAX (most, cost);
    }
  /* Ten thousand times the bytes: what grows with their square would be thousands of times as dear. A large tree does
   * not fit into the processor's caches, which makes each byte a little dearer. */
  good = bench_report ("open, time a byte: the dearest size against 2 KB", most / first, "times", 2) && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
