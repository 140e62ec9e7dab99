/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all that is found: its order, what its buttons do to the page, and what is let be. */
#include <adwaita.h>
#include <string.h>

#include "../tools/find-widget.h"
#include "../tools/folder.h"
#include "followed.h"
#include "fr-finding-row.h"
#include "fr-findings-page.h"

#define PAGE "layout: homepage\ntitle: A\ndescription: B\nsections:\n- hero: {title: Singaporeâ€™s hill, background: /a.png}\n" \
             "- infobar: {title: Infobar, subtitle: Yes}\n- infobars: {title: C}\n"

typedef struct
{
  Followed       *followed;
  GtkWidget      *window;
  FrFindingsPage *page;
  char           *opened;  /* the pointer that was last asked for */
} Fixture;

static void
on_opened (Fixture *it, const char *pointer)
{
  g_free (it->opened);
  it->opened = g_strdup (pointer);
}

static Fixture
open_page (const char *yaml)
{
  return (Fixture) { followed_new (yaml) };
}

static void
show_page (Fixture *it)
{
  it->window = gtk_window_new ();
  it->page = g_object_new (FR_TYPE_FINDINGS_PAGE, NULL);
  g_signal_connect_swapped (it->page, "opened", G_CALLBACK (on_opened), it);
  gtk_window_set_child (GTK_WINDOW (it->window), GTK_WIDGET (it->page));
  gtk_window_set_default_size (GTK_WINDOW (it->window), 400, 600);
  fr_findings_page_set_session (it->page, it->followed->session);
  gtk_window_present (GTK_WINDOW (it->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (it->page)));
  fr_findings_page_start (it->page);
}

static void
close_page (Fixture *it)
{
  gtk_window_destroy (GTK_WINDOW (it->window));
  followed_free (it->followed);
  g_free (it->opened);
}

static GtkListBox *
get_list (Fixture *it)
{
  return GTK_LIST_BOX (find_widget (GTK_WIDGET (it->page), GTK_TYPE_LIST_BOX));
}

static void
gather_texts (GtkWidget *widget, GString *out)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget))
    g_string_append_printf (out, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gather_texts (child, out);
}

/* The row that says this; NULL: there is none. */
static GtkListBoxRow *
find_row (Fixture *it, const char *words)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (it), i)) != NULL; i++)
    {
      g_autoptr (GString) texts = g_string_new (NULL);

      gather_texts (GTK_WIDGET (row), texts);
      if (strstr (texts->str, words) != NULL)
        return row;
    }
  return NULL;
}

static unsigned
count_rows (Fixture *it)
{
  unsigned count = 0;

  while (gtk_list_box_get_row_at_index (get_list (it), count) != NULL)
    count++;
  return count;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *widget, const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  gtk_widget_activate (button);
}

static const char *
get_text (Fixture *it)
{
  return fr_document_get_text (it->followed->document);
}

static void
test_order (void)
{
  Fixture it = open_page (PAGE);

  show_page (&it);
  g_assert_true (find_row (&it, "no file “/a.png”") == gtk_list_box_get_row_at_index (get_list (&it), 0));
  g_assert_true (find_row (&it, "“infobars”") == gtk_list_box_get_row_at_index (get_list (&it), 1));
  g_assert_nonnull (find_row (&it, "Hero title in “Singaporeâ€™s hill”"));
  gtk_widget_activate (GTK_WIDGET (find_row (&it, "Singapore’s")));
  wait_until (it.opened != NULL);
  g_assert_cmpstr (it.opened, ==, "/sections/0/hero/title");
  close_page (&it);
}

static void
test_mend (void)
{
  Fixture it = open_page (PAGE);
  GtkListBoxRow *row;

  show_page (&it);
  row = find_row (&it, "Change to “Singapore’s hill”");
  g_assert_nonnull (row);
  press (GTK_WIDGET (row), "Mend");
  wait_until (find_row (&it, "was damaged") == NULL);
  g_assert_nonnull (strstr (get_text (&it), "title: Singapore’s hill,"));
  g_assert_true (fr_document_undo (it.followed->document));
  wait_until (find_row (&it, "was damaged") != NULL);
  close_page (&it);
}

/* First it is shown, then it is done, and it is one step. */
static void
test_mend_safe (void)
{
  Fixture it = open_page (PAGE);
  g_autofree char *before = g_strdup (get_text (&it));

  show_page (&it);
  press (GTK_WIDGET (it.page), "Mend All Safe Ones…");
  wait_until (count_rows (&it) == 2);
  g_assert_cmpstr (get_text (&it), ==, before);
  press (GTK_WIDGET (it.page), "Cancel");
  wait_until (count_rows (&it) > 2);
  press (GTK_WIDGET (it.page), "Mend All Safe Ones…");
  wait_until (count_rows (&it) == 2);
  press (GTK_WIDGET (it.page), "Mend These 2");
  wait_until (find_row (&it, "was damaged") == NULL && count_rows (&it) > 2);
  g_assert_nonnull (strstr (get_text (&it), "subtitle: 'Yes'"));
  g_assert_true (fr_document_undo (it.followed->document));
  g_assert_cmpstr (get_text (&it), ==, before);
  close_page (&it);
}

/* It is remembered, and not by the file. */
static void
test_ignore (void)
{
  Fixture it = open_page (PAGE);
  g_autofree char *before = g_strdup (get_text (&it));

  show_page (&it);
  press (GTK_WIDGET (find_row (&it, "still holds the text")), "Ignore");
  wait_until (find_row (&it, "still holds the text") == NULL && count_rows (&it) > 0);
  g_assert_cmpstr (get_text (&it), ==, before);
  gtk_window_destroy (GTK_WINDOW (it.window));
  show_page (&it);
  g_assert_null (find_row (&it, "still holds the text"));
  press (GTK_WIDGET (it.page), "Show Ignored");
  wait_until (count_rows (&it) == 1);
  press (GTK_WIDGET (find_row (&it, "still holds the text")), "Tell Again");
  wait_until (count_rows (&it) == 0);
  press (GTK_WIDGET (it.page), "Show Ignored");
  wait_until (find_row (&it, "still holds the text") != NULL);
  close_page (&it);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = make_folder ();

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/findings-page/order", test_order);
  g_test_add_func ("/findings-page/mend", test_mend);
  g_test_add_func ("/findings-page/mend-safe", test_mend_safe);
  g_test_add_func ("/findings-page/ignore", test_ignore);
  return g_test_run ();
}
