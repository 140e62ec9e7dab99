/* SPDX-License-Identifier: GPL-3.0-or-later */
/* follow: what the main thread does for one edit in a page of 1,000 sections in the program's own window: document, page,
 * findings, list of sections, form, and the message to the web view; of the processor's time, and without any frame.
 */
#include <stdlib.h>

#include "../tools/find-widget.h"
#include "fr-application.h"
#include "fr-window.h"
#include "page.h"
#include "shown.h"

#define SECTIONS 1000
#define ROUNDS 41
#define TARGET_MS 5.0

typedef gboolean (*Edit) (FrDocument *document, unsigned round);

static gboolean
type (FrDocument *document, const char *pointer, unsigned round)
{
  g_autofree char *text = g_strdup_printf ("Typed in round %u", round);

  return fr_document_set_string (document, pointer, text, NULL);
}

static gboolean
type_page_title (FrDocument *document, unsigned round)
{
  return type (document, "/title", round);
}

static gboolean
type_in_section (FrDocument *document, unsigned round)
{
  return type (document, "/sections/500/infopic/title", round);
}

static gboolean
type_in_item (FrDocument *document, unsigned round)
{
  return type (document, "/sections/0/hero/key_highlights/1/title", round);
}

static gboolean
add_section (FrDocument *document, unsigned round)
{
  return fr_document_add (document, "/sections/3", "{\"infobar\":{\"title\":\"New\",\"url\":\"/x/\"}}", NULL);
}

static gboolean
move_section (FrDocument *document, unsigned round)
{
  return fr_document_move (document, "/sections/900", "/sections/3", NULL);
}

static gboolean
remove_section (FrDocument *document, unsigned round)
{
  return fr_document_remove (document, "/sections/3", NULL);
}

static const struct { const char *name; Edit edit; } edits[] = {
  { "a key in the page's title", type_page_title },
  { "a key in a section", type_in_section },
  { "a key in a list item", type_in_item },
  { "adding a section", add_section },
  { "moving a section", move_section },
  { "removing a section", remove_section },
};

/* What follows of it is drawn before the next one. */
static double
measure_once (Shown *shown, FrDocument *document, Edit edit, unsigned round)
{
  double start = bench_now (), taken;

  if (edit != NULL)
    g_assert_true (edit (document, round));
  else
    g_assert_true (fr_document_undo (document));
  taken = bench_now () - start;
  shown_settle (shown);
  return taken;
}

static gboolean
measure (Shown *shown, FrDocument *document, const char *name, Edit edit)
{
  g_autofree char *done = g_strdup_printf ("following: %s", name), *undone = g_strdup_printf ("following: %s, undone", name);
  double forth[ROUNDS], back[ROUNDS];
  gboolean good;

  for (unsigned i = 0; i < ROUNDS; i++)
    {
      forth[i] = measure_once (shown, document, edit, i);
      fr_document_end_group (document);
      back[i] = measure_once (shown, document, NULL, i);
    }
  good = bench_report (done, bench_median (forth, ROUNDS), "ms", TARGET_MS);
  return bench_report (undone, bench_median (back, ROUNDS), "ms", TARGET_MS) && good;
}

static void
write_page (const char *folder)
{
  g_autoptr (GString) text = g_string_new ("---\nlayout: homepage\ntitle: A page\nsections:\n  - hero:\n      title: Banner title\n"
                                           "      key_highlights:\n        - title: One\n        - title: Two\n");

  for (unsigned i = 1; i < SECTIONS; i++)
    g_string_append_printf (text, "  - infopic:\n      title: Section number %u\n      description: Some words\n"
                            "      image: /none.png\n", i);
  g_string_append (text, "---\n");
  write_file (folder, "index.md", text->str);
}

int
main (void)
{
  g_autoptr (FrApplication) application = fr_application_new ();
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "index.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  Shown shown = { 0 };
  FrWindow *window;
  gboolean good = TRUE;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_hold (G_APPLICATION (application));
  write_page (folder);
  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_until (gtk_application_get_active_window (GTK_APPLICATION (application)) != NULL);
  window = FR_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  shown.window = GTK_WIDGET (window);
  shown.view = WEBKIT_WEB_VIEW (find_widget (shown.window, WEBKIT_TYPE_WEB_VIEW));
  shown_wait (&shown, "document.querySelectorAll('main > .block').length === 1000");
  shown_settle (&shown);
  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    good = measure (&shown, fr_session_get_document (fr_window_get_session (window)), edits[i].name, edits[i].edit) && good;
  gtk_window_destroy (GTK_WINDOW (window));
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
