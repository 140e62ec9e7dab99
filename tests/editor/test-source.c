/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's text in a view: it is the document's, in step with it, and its cursor is at a value. */
#include <adwaita.h>
#include <string.h>

#include "../tools/find-widget.h"
#include "followed.h"
#include "fr-source-view.h"

#define PAGE "title: T\nsections:\n- hero:\n    title: Hello\n    subtitle: 'Grüße'\n- infobar:\n    title: Two\n"

typedef struct
{
  Followed      *page;
  FrSourceView  *source;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  char          *pointed;
} Fixture;

static void
on_pointed (Fixture *it, const char *pointer)
{
  g_free (it->pointed);
  it->pointed = g_strdup (pointer);
}

static void
set_up (Fixture *it, gconstpointer page)
{
  it->page = followed_new (page);
  it->source = g_object_new (FR_TYPE_SOURCE_VIEW, "height-request", 200, NULL);
  it->view = GTK_TEXT_VIEW (find_widget (GTK_WIDGET (it->source), GTK_TYPE_TEXT_VIEW));
  it->buffer = gtk_text_view_get_buffer (it->view);
  gtk_box_append (GTK_BOX (gtk_window_get_child (GTK_WINDOW (it->page->window))), GTK_WIDGET (it->source));
  fr_source_view_set_session (it->source, it->page->session);
  g_signal_connect_swapped (it->source, "pointed", G_CALLBACK (on_pointed), it);
  gtk_widget_grab_focus (GTK_WIDGET (it->source));
}

static void
tear_down (Fixture *it, gconstpointer page)
{
  fr_source_view_set_session (it->source, NULL);
  fr_session_forget_unsaved (it->page->session);
  followed_free (it->page);
  g_free (it->pointed);
}

static char *
get_text (Fixture *it)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (it->buffer, &start, &end);
  return gtk_text_buffer_get_text (it->buffer, &start, &end, TRUE);
}

/* At the first one of these words, in place of as many characters behind it. */
static void
type (Fixture *it, const char *place, int replaced, const char *text)
{
  g_autofree char *all = get_text (it);
  const char *at = strstr (all, place);
  GtkTextIter start, end;

  g_assert_nonnull (at);
  gtk_text_buffer_get_iter_at_offset (it->buffer, &start, g_utf8_pointer_to_offset (all, at));
  end = start;
  gtk_text_iter_forward_chars (&end, replaced);
  gtk_text_buffer_delete (it->buffer, &start, &end);
  gtk_text_buffer_insert (it->buffer, &start, text, -1);
}

static void
assert_same_text (Fixture *it)
{
  g_autofree char *text = get_text (it);

  g_assert_cmpstr (text, ==, fr_document_get_text (it->page->document));
}

static void
test_one_text (Fixture *it, gconstpointer page)
{
  assert_same_text (it);
  type (it, "Hello", 0, "Oh, ");
  g_assert_cmpstr (fr_node_get_text (fr_document_get (it->page->document, "/sections/0/hero/title")), ==, "Oh, Hello");
  g_assert_true (followed_patch (it->page, "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/0'},"
                                           " {'op': 'replace', 'path': '/title', 'value': 'Ü'}]"));
  assert_same_text (it);
  while (fr_session_undo (it->page->session))
    assert_same_text (it);
  g_assert_false (gtk_text_buffer_get_can_undo (it->buffer));
}

static void
move_cursor (Fixture *it, const char *place)
{
  g_autofree char *all = get_text (it);
  GtkTextIter where;

  gtk_text_buffer_get_iter_at_offset (it->buffer, &where, g_utf8_pointer_to_offset (all, strstr (all, place)));
  gtk_text_buffer_place_cursor (it->buffer, &where);
}

static const struct { const char *words, *pointer; } places[] = {
  { "Hello", "/sections/0/hero/title" },
  { "lo\n", "/sections/0/hero/title" },
  { "subtitle", "/sections/0/hero/subtitle" },
  { "üße", "/sections/0/hero/subtitle" },
  { "Two", "/sections/1/infobar/title" },
  { "T\n", "/title" },
};

/* The cursor tells of the value that it is in, once, and is not told of when somebody else leads it. */
static void
test_cursor (Fixture *it, gconstpointer page)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (places); i++)
    {
      move_cursor (it, places[i].words);
      g_assert_cmpstr (fr_source_view_get_place (it->source), ==, places[i].pointer);
      g_assert_cmpstr (it->pointed, ==, places[i].pointer);
    }
  g_clear_pointer (&it->pointed, g_free);
  fr_source_view_show_value (it->source, "/sections/1/infobar/title");
  g_assert_cmpstr (fr_source_view_get_place (it->source), ==, "/sections/1/infobar/title");
  /* What is not there is looked for around it. */
  fr_source_view_show_value (it->source, "/sections/0/hero/button");
  g_assert_cmpstr (fr_source_view_get_place (it->source), ==, "/sections/0/hero/title");
  g_assert_null (it->pointed);
}

static gboolean
is_marked (Fixture *it, int line)
{
  GtkTextIter where;
  GSList *tags;
  gboolean found = FALSE;

  gtk_text_buffer_get_iter_at_line (it->buffer, &where, line - 1);
  tags = gtk_text_iter_get_tags (&where);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean has_background;

      g_object_get (l->data, "paragraph-background-set", &has_background, NULL);
      found = found || has_background;
    }
  g_slist_free (tags);
  return found;
}

static void
test_unreadable (Fixture *it, gconstpointer page)
{
  type (it, "Hello", 0, "a: ");
  g_assert_nonnull (fr_session_get_unreadable (it->page->session));
  g_assert_true (is_marked (it, 5));
  type (it, "a: ", 3, "");
  g_assert_null (fr_session_get_unreadable (it->page->session));
  g_assert_false (is_marked (it, 5));
  assert_same_text (it);
}

/* Each line that is added ends as the others do. */
static void
test_line_ends (Fixture *it, gconstpointer page)
{
  type (it, "sections", 0, "a: 1\nb: 2\n");
  g_assert_nonnull (strstr (fr_document_get_text (it->page->document), "\r\na: 1\r\nb: 2\r\nsections"));
  assert_same_text (it);
}

int
main (int argc, char *argv[])
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/source-view/one-text", Fixture, PAGE, set_up, test_one_text, tear_down);
  g_test_add ("/source-view/cursor", Fixture, PAGE, set_up, test_cursor, tear_down);
  g_test_add ("/source-view/unreadable", Fixture, PAGE, set_up, test_unreadable, tear_down);
  g_test_add ("/source-view/line-ends", Fixture, "title: T\r\nsections:\r\n- hero:\r\n    title: Hello\r\n", set_up,
              test_line_ends, tear_down);
  return g_test_run ();
}
