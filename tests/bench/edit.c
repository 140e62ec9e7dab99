/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit: what one edit costs in a page of 5,000 sections, its check included, wherever it is made. */
#include <stdlib.h>
#include <string.h>

#include "fr-document.h"
#include "page.h"

#define SECTIONS 5000
#define ROUNDS 301
#define TARGET_MS 2.0

typedef gboolean (*Edit) (FrDocument *document, unsigned section, unsigned round);

static gboolean
type_title (FrDocument *document, unsigned section, unsigned round)
{
  g_autofree char *pointer = g_strdup_printf ("/sections/%u/infopic/title", section);
  g_autofree char *text = g_strdup_printf ("A title: round %u", round);

  return fr_document_set_string (document, pointer, text, NULL);
}

static gboolean
type_description (FrDocument *document, unsigned section, unsigned round)
{
  g_autofree char *pointer = g_strdup_printf ("/sections/%u/infopic/description", section);
  g_autofree char *text = g_strdup_printf ("A text that is long enough to be folded over %u lines, as it is in the pages "
                                           "that the web editor has saved, number %u.", round, section);

  return fr_document_set_string (document, pointer, text, NULL);
}

static gboolean
add_section (FrDocument *document, unsigned section, unsigned round)
{
  g_autofree char *pointer = g_strdup_printf ("/sections/%u", section);

  return fr_document_add (document, pointer, "{\"infobar\":{\"title\":\"New\",\"url\":\"/x/\"}}", NULL);
}

static gboolean
remove_section (FrDocument *document, unsigned section, unsigned round)
{
  g_autofree char *pointer = g_strdup_printf ("/sections/%u", section);

  return fr_document_remove (document, pointer, NULL);
}

static gboolean
move_section (FrDocument *document, unsigned section, unsigned round)
{
  g_autofree char *from = g_strdup_printf ("/sections/%u", section);
  g_autofree char *to = g_strdup_printf ("/sections/%u", section > 0 ? section - 1 : 1);

  return fr_document_move (document, from, to, NULL);
}

static gboolean
undo (FrDocument *document, unsigned section, unsigned round)
{
  return fr_document_undo (document);
}

static const struct { const char *name; Edit edit; } edits[] = {
  { "a key press in a title", type_title },
  { "a key press in a folded text", type_description },
  { "adding a section", add_section },
  { "removing a section", remove_section },
  { "moving a section", move_section },
  { "undoing", undo },
};

int
main (void)
{
  g_autoptr(GBytes) bytes = g_string_free_to_bytes (bench_page (SECTIONS * 360));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  unsigned count = fr_node_count (fr_document_get (document, "/sections"));
  gboolean good = TRUE;

  g_assert_cmpuint (count, >=, SECTIONS);
  g_print ("a page of %u sections, %zu bytes\n", count, g_bytes_get_size (bytes));
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      static const unsigned places[] = { 0, SECTIONS / 2, SECTIONS - 2 };
      g_autofree char *title = g_strconcat ("edit: ", edits[i].name, NULL);
      double times[ROUNDS];

      for (unsigned n = 0; n < ROUNDS; n++)
        {
          gint64 start = g_get_monotonic_time ();

          g_assert_true (edits[i].edit (document, places[n % G_N_ELEMENTS (places)], n));
          times[n] = (g_get_monotonic_time () - start) / 1e3;
        }
      good = bench_report (title, bench_median (times, ROUNDS), "ms", TARGET_MS) && good;
    }
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
