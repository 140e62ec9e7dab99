/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: what an edit in a page of 1,000 sections costs them, wherever it is made, and asking for the list of them. */
#include <stdlib.h>

#include "../tools/folder.h"
#include "fr-findings.h"
#include "page.h"

#define SECTIONS 1000
#define ROUNDS 301
#define TARGET_MS 1.0

/* Makes an edit and says what it was. */
typedef FrChange (*Edit) (FrDocument *document, char *section, unsigned round);

static FrChange
type_title (FrDocument *document, char *section, unsigned round)
{
  g_autofree char *text = g_strdup_printf ("A title: round %u", round);
  char *pointer = g_strconcat (section, "/infopic/title", NULL);

  g_assert_true (fr_document_set_string (document, pointer, text, NULL));
  return (FrChange) { FR_CHANGE_EDITED, pointer };
}

/* A finding comes and goes. */
static FrChange
type_default_text (FrDocument *document, char *section, unsigned round)
{
  char *pointer = g_strconcat (section, "/infopic/title", NULL);

  g_assert_true (fr_document_set_string (document, pointer, round % 2 ? "Infopic" : "Infopic ", NULL));
  return (FrChange) { FR_CHANGE_EDITED, pointer };
}

static FrChange
add_section (FrDocument *document, char *section, unsigned round)
{
  g_assert_true (fr_document_add (document, section, "{\"infopic\":{\"title\":\"New\",\"url\":\"/x/\"}}", NULL));
  return (FrChange) { FR_CHANGE_INSERTED, g_strdup (section), NULL, TRUE };
}

static FrChange
remove_section (FrDocument *document, char *section, unsigned round)
{
  g_assert_true (fr_document_remove (document, section, NULL));
  return (FrChange) { FR_CHANGE_REMOVED, g_strdup (section), NULL, TRUE };
}

static FrChange
move_section (FrDocument *document, char *section, unsigned round)
{
  const char *to = round % 2 ? "/sections/1" : "/sections/900";

  g_assert_true (fr_document_move (document, section, to, NULL));
  return (FrChange) { FR_CHANGE_MOVED, g_strdup (to), g_strdup (section), TRUE, TRUE };
}

static const struct { const char *name; Edit edit; } edits[] = {
  { "a key press in a title", type_title },
  { "a key press that makes or ends one", type_default_text },
  { "adding a section", add_section },
  { "removing a section", remove_section },
  { "moving a section", move_section },
};

static gboolean
measure (FrFindings *findings, FrDocument *document, const char *name, Edit edit)
{
  static const unsigned places[] = { 0, SECTIONS / 2, SECTIONS - 2 };
  g_autofree char *update_title = g_strdup_printf ("findings: %s", name);
  g_autofree char *list_title = g_strdup_printf ("  with the list: %s", name);
  double updates[ROUNDS], lists[ROUNDS];
  gboolean good;

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      g_autofree char *section = g_strdup_printf ("/sections/%u", places[i % G_N_ELEMENTS (places)]);
      FrChange change = edit (document, section, i);
      g_autoptr(GPtrArray) changes = g_ptr_array_new (), list = NULL;
      double start = bench_now ();

      g_ptr_array_add (changes, &change);
      start = bench_now ();
      fr_findings_update (findings, changes);
      updates[i] = bench_now () - start;
      list = fr_findings_list (findings);
      lists[i] = bench_now () - start;
      g_free (change.pointer);
      g_free (change.from);
    }
  good = bench_report (update_title, bench_median (updates, ROUNDS), "ms", TARGET_MS);
  return bench_report (list_title, bench_median (lists, ROUNDS), "ms", TARGET_MS) && good;
}

int
main (void)
{
  g_autoptr(GBytes) bytes = g_string_free_to_bytes (bench_page (SECTIONS * 360));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  g_autofree char *path = make_folder ();
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(FrSite) site = fr_site_new (folder);
  g_autoptr(FrFindings) findings = fr_findings_new (document, site);
  gboolean good = TRUE;

  g_assert_cmpuint (fr_node_count (fr_document_get (document, "/sections")), >=, SECTIONS);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    good = measure (findings, document, edits[i].name, edits[i].edit) && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
