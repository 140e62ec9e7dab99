/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page and findings follow each edit before anybody hears of it, and what changes in the site. */
#include <string.h>

#include "../tools/contains.h"
#include "opened.h"

#define COLOR(color) "colors: {primary-color: '" color "'}\n"

enum { MODIFIED, CAN_UNDO, CAN_REDO, N_NOTIFIED };

typedef struct
{
  char      *folder;
  FrSession *session;
  FrDocument *document;
  unsigned   n_changed, n_site_changed;
  unsigned   n_notified[N_NOTIFIED];
  char      *shown;   /* what the page said when "changed" came, and whether the title was found too long */
  gboolean   too_long;
} Fixture;

static gboolean
is_found (FrSession *session, const char *rule)
{
  g_autoptr(GPtrArray) findings = fr_findings_list (fr_session_get_findings (session));

  for (unsigned i = 0; i < findings->len; i++)
    if (strcmp (((const FrFinding *) findings->pdata[i])->rule, rule) == 0)
      return TRUE;
  return FALSE;
}

static void
on_changed (Fixture *it, GPtrArray *changes)
{
  const FrBlock *block = fr_page_find_block_of (fr_session_get_page (it->session), "/sections/0/hero/title");

  it->n_changed++;
  g_assert_cmpuint (changes->len, >, 0);
  g_free (it->shown);
  it->shown = g_strdup (block->html);
  it->too_long = is_found (it->session, "too-long");
}

static void
count (unsigned *n)
{
  ++*n;
}

static void
set_up (Fixture *it, gconstpointer data)
{
  static const char * const names[] = { "notify::modified", "notify::can-undo", "notify::can-redo" };

  it->folder = make_folder ();
  write_file (it->folder, "index.md", PAGE);
  write_file (it->folder, "_config.yml", COLOR ("#111111"));
  it->session = open_in (it->folder, "index.md");
  it->document = fr_session_get_document (it->session);
  g_signal_connect_swapped (it->session, "changed", G_CALLBACK (on_changed), it);
  g_signal_connect_swapped (it->session, "site-changed", G_CALLBACK (count), &it->n_site_changed);
  for (unsigned i = 0; i < N_NOTIFIED; i++)
    g_signal_connect_swapped (it->session, names[i], G_CALLBACK (count), &it->n_notified[i]);
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  g_assert_finalize_object (it->session);
  g_free (it->folder);
  g_free (it->shown);
}

static void
assert_shown (Fixture *it, unsigned n_changed, const char *title, gboolean too_long)
{
  g_assert_cmpuint (it->n_changed, ==, n_changed);
  assert_has (it->shown, title);
  g_assert_cmpint (it->too_long, ==, too_long);
}

#define LONG "A title that is so long that no hero banner of any homepage would ever show the whole of it in one line, would it"

static void
test_edits (Fixture *it, gconstpointer data)
{
  set_title (it->session, LONG);
  assert_shown (it, 1, LONG, TRUE);
  fr_document_undo (it->document);
  assert_shown (it, 2, "Hello", FALSE);
  fr_document_redo (it->document);
  assert_shown (it, 3, LONG, TRUE);
  g_assert_true (fr_document_patch (it->document,
    "[{\"op\":\"add\",\"path\":\"/sections/-\",\"value\":{\"infobar\":{\"title\":\"Bar\"}}},"
    "{\"op\":\"replace\",\"path\":\"/sections/0/hero/title\",\"value\":\"Short\"}]", NULL));
  assert_shown (it, 4, "Short", FALSE);
  /* What is refused is no change. */
  g_assert_false (fr_document_remove (it->document, "/nothing", NULL));
  g_assert_cmpuint (it->n_changed, ==, 4);
}

static void
assert_notified (Fixture *it, unsigned modified, unsigned can_undo, unsigned can_redo)
{
  g_assert_cmpuint (it->n_notified[MODIFIED], ==, modified);
  g_assert_cmpuint (it->n_notified[CAN_UNDO], ==, can_undo);
  g_assert_cmpuint (it->n_notified[CAN_REDO], ==, can_redo);
}

static void
assert_state (Fixture *it, gboolean modified, gboolean can_undo, gboolean can_redo)
{
  gboolean now[N_NOTIFIED];

  g_object_get (it->session, "modified", &now[MODIFIED], "can-undo", &now[CAN_UNDO], "can-redo", &now[CAN_REDO], NULL);
  g_assert_cmpint (now[MODIFIED], ==, modified);
  g_assert_cmpint (now[CAN_UNDO], ==, can_undo);
  g_assert_cmpint (now[CAN_REDO], ==, can_redo);
}

/* Each is told when it is another one, and not once more. */
static void
test_properties (Fixture *it, gconstpointer data)
{
  assert_state (it, FALSE, FALSE, FALSE);
  set_title (it->session, "A");
  assert_notified (it, 1, 1, 0);
  assert_state (it, TRUE, TRUE, FALSE);
  set_title (it->session, "Ab");
  assert_notified (it, 1, 1, 0);
  fr_document_undo (it->document);
  assert_notified (it, 2, 2, 1);
  assert_state (it, FALSE, FALSE, TRUE);
  fr_document_redo (it->document);
  assert_notified (it, 3, 3, 2);
  g_assert_true (save (it->session, FALSE, NULL));
  assert_notified (it, 4, 3, 2);
  assert_state (it, FALSE, TRUE, FALSE);
  fr_document_undo (it->document);
  assert_notified (it, 5, 4, 3);
  assert_state (it, TRUE, FALSE, TRUE);
}

static gboolean
has_in_footer (FrSession *session, const char *text)
{
  g_autoptr(FrSurroundings) around = fr_page_draw_surroundings (fr_session_get_page (session));

  return strstr (around->footer, text) != NULL;
}

static gboolean
has_color (FrSession *session, const char *color)
{
  g_autoptr(FrSurroundings) around = fr_page_draw_surroundings (fr_session_get_page (session));

  return strstr (around->colors, color) != NULL;
}

static void
test_site (Fixture *it, gconstpointer data)
{
  unsigned before;

  wait_until (is_found (it->session, "image-not-found"));
  before = it->n_site_changed;
  write_file (it->folder, "images/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='9'/>");
  wait_until (!is_found (it->session, "image-not-found"));
  g_assert_cmpuint (it->n_site_changed, >, before);

  g_assert_true (has_color (it->session, "#111111"));
  write_file (it->folder, "_config.yml", COLOR ("#222222"));
  wait_until (has_color (it->session, "#222222"));

  write_file (it->folder, "_data/footer.yml", "faq: /questions/\n");
  wait_until (has_in_footer (it->session, "/questions/"));
  write_file (it->folder, "_data/footer.yml", "a: b: c\n");
  wait_until (is_found (it->session, "site-file-broken"));
  g_assert_cmpuint (it->n_changed, ==, 0);
  g_assert_false (fr_session_is_modified (it->session));
}

/* The page's HTML, too: a list of what is published is made from the posts. */
static void
test_site_in_a_block (Fixture *it, gconstpointer data)
{
  g_assert_true (fr_document_add (it->document, "/sections/-", "{\"resources\":{\"title\":\"News\"}}", NULL));
  write_file (it->folder, "_config.yml", "resources_name: news\n");
  write_file (it->folder, "news/_posts/2026-01-02-quay.md", "---\ntitle: A new quay\n---\n");
  wait_until (strstr (fr_page_find_block_of (fr_session_get_page (it->session), "/sections/1/resources")->html,
                      "A new quay") != NULL);
}

static void
test_shared_site (Fixture *it, gconstpointer data)
{
  g_autoptr(FrSession) other = NULL;

  wait_until (fr_site_is_complete (fr_session_get_site (it->session)));
  write_file (it->folder, "other.md", PAGE);
  other = open_in (it->folder, "other.md");
  /* It knows at once what is known already. */
  g_assert_true (fr_site_is_complete (fr_session_get_site (other)));
  g_assert_true (is_found (other, "image-not-found"));
  g_assert_true (fr_session_get_site (other) == fr_session_get_site (it->session));
  write_file (it->folder, "_config.yml", COLOR ("#222222"));
  wait_until (has_color (other, "#222222"));
  g_assert_true (fr_session_get_site (other) == fr_session_get_site (it->session));
}

/* Whoever hears of a change may let go of the session. */
static void
on_changed_let_go (FrSession *session, GPtrArray *changes, FrSession **kept)
{
  g_clear_object (kept);
}

static void
test_let_go_in_change (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr(FrSession) session = NULL;
  g_autoptr(FrDocument) document = NULL;

  write_file (folder, "index.md", PAGE);
  session = open_in (folder, "index.md");
  document = g_object_ref (fr_session_get_document (session));
  g_signal_connect (session, "changed", G_CALLBACK (on_changed_let_go), &session);
  g_assert_true (fr_document_set_string (document, "/title", "x", NULL));
  g_assert_null (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/following/edits", test_edits);
  ADD ("/following/properties", test_properties);
  ADD ("/following/site", test_site);
  ADD ("/following/site-in-a-block", test_site_in_a_block);
  ADD ("/following/shared-site", test_shared_site);
  g_test_add_func ("/following/let-go-in-change", test_let_go_in_change);
  return g_test_run ();
}
