/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markup without writing it: keys, pasted pages, and a box that is as high as its text. */
#include <adwaita.h>

#include "followed.h"
#include "fr-markup-wrap.h"

#define DESCRIPTION "/sections/0/infobar/description"
#define CARD "/sections/0/textcards/cards/0/description"

typedef struct
{
  const char *name;
  const char *text;       /* with the selection between [ and ] */
  const char *before, *after;
  const char *wrapped;
} Wrap;

static const Wrap wraps[] = {
  { "words", "some [words] here", "<b>", "</b>", "some <b>[words]</b> here" },
  { "bold-already", "some <b>[words]</b> here", "<b>", "</b>", "some [words] here" },
  { "no-words", "some []here", "<b>", "</b>", "some <b>[]</b>here" },
  { "no-words-again", "some <b>[]</b>here", "<b>", "</b>", "some []here" },
  { "all", "[all]", "<a href=\"/x/\">", "</a>", "<a href=\"/x/\">[all]</a>" },
  { "line-break", "one [two] three", NULL, "<br>", "one <br>[] three" },
  { "letters-of-more-bytes", "«[ö]»", "<b>", "</b>", "«<b>[ö]</b>»" },
};

/* Sets text and selection. */
static void
set_marked (GtkTextBuffer *buffer, const char *marked)
{
  g_auto (GStrv) parts = g_strsplit_set (marked, "[]", 3);
  g_autofree char *text = g_strconcat (parts[0], parts[1], parts[2], NULL);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_utf8_strlen (parts[0], -1));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, g_utf8_strlen (parts[0], -1) + g_utf8_strlen (parts[1], -1));
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static char *
get_marked (GtkTextBuffer *buffer)
{
  GtkTextIter first, start, end, last;
  g_autofree char *before = NULL, *within = NULL, *after = NULL;

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  before = gtk_text_iter_get_text (&first, &start);
  within = gtk_text_iter_get_text (&start, &end);
  after = gtk_text_iter_get_text (&end, &last);
  return g_strdup_printf ("%s[%s]%s", before, within, after);
}

static void
test_wrap (gconstpointer data)
{
  const Wrap *self = data;
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *wrapped = NULL;

  set_marked (buffer, self->text);
  fr_markup_wrap (buffer, self->before, self->after);
  wrapped = get_marked (buffer);
  g_assert_cmpstr (wrapped, ==, self->wrapped);
}

static GtkTextView *
focus_text (Followed *it, const char *pointer)
{
  fr_section_list_choose (it->list, pointer);
  fr_form_focus (it->form, pointer, TRUE);
  return GTK_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (it->window)));
}

static void
paste_html (GtkTextView *view, const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);
  g_signal_emit_by_name (view, "paste-clipboard");
}

static const char *
text_at (Followed *it, const char *pointer)
{
  return fr_node_get_text (fr_document_get (it->document, pointer));
}

static void
test_pasted_page (void)
{
  Followed *it = followed_new ("sections:\n  - infobar:\n      description: Old\n");

  paste_html (focus_text (it, DESCRIPTION), "<p style='color:red'>See <a href='https://a.b/' class=x><strong>this</strong></a></p>");
  wait_until (g_strcmp0 (text_at (it, DESCRIPTION), "Old") != 0 && *text_at (it, DESCRIPTION) != '\0');
  g_assert_cmpstr (text_at (it, DESCRIPTION), ==, "See <a href=\"https://a.b/\"><b>this</b></a>");
  followed_free (it);
}

/* A card is a link itself. */
static void
test_pasted_page_without_links (void)
{
  Followed *it = followed_new ("sections:\n  - textcards:\n      cards:\n        - description: Old\n");

  paste_html (focus_text (it, CARD), "<a href='https://a.b/'>See <b>this</b></a>");
  wait_until (g_strcmp0 (text_at (it, CARD), "Old") != 0 && *text_at (it, CARD) != '\0');
  g_assert_cmpstr (text_at (it, CARD), ==, "See <b>this</b>");
  followed_free (it);
}

static int
height_of (GtkTextView *view, const char *text)
{
  int height;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 200, &height, NULL, NULL, NULL);
  return height;
}

static void
test_box_grows_and_shrinks (void)
{
  Followed *it = followed_new ("sections:\n  - infobar:\n      description: Old\n");
  GtkTextView *view = focus_text (it, DESCRIPTION);
  int line = height_of (view, "One");

  g_assert_cmpint (line, >, 8);
  g_assert_cmpint (height_of (view, ""), ==, line);
  g_assert_cmpint (height_of (view, "One\ntwo\n\nthree"), ==, 4 * line);
  g_assert_cmpint (height_of (view, "Words that are far more than there is room for in a line of two hundred pixels"), >=, 2 * line);
  g_assert_cmpint (height_of (view, "One"), ==, line);
  followed_free (it);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autofree char *path = g_strconcat ("/markup/wrap/", wraps[i].name, NULL);

      g_test_add_data_func (path, &wraps[i], test_wrap);
    }
  g_test_add_func ("/markup/pasted-page", test_pasted_page);
  g_test_add_func ("/markup/pasted-page-without-links", test_pasted_page_without_links);
  g_test_add_func ("/markup/box-grows-and-shrinks", test_box_grows_and_shrinks);
  return g_test_run ();
}
