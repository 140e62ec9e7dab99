/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "followed.h"

#include <adwaita.h>

#include "../tools/find-widget.h"
#include "../tools/folder.h"
#include "fr-item-row.h"
#include "fr-section-row.h"
#include "fr-toggles.h"

static FrSession *
open_session (const char *yaml)
{
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "index.md", NULL);
  g_autofree char *text = g_strdup_printf ("---\n%s---\n", yaml);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FrSession *session;

  write_file (folder, "index.md", text);
  fr_session_open_async (file, NULL, keep_result, &result);
  wait_until (result != NULL);
  session = fr_session_open_finish (result, &error);
  g_assert_no_error (error);
  return session;
}

static void
on_chosen (Followed *it, const char *pointer)
{
  fr_form_show (it->form, it->session, pointer);
}

Followed *
followed_new (const char *yaml)
{
  Followed *it = g_new0 (Followed, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  it->session = open_session (yaml);
  it->document = fr_session_get_document (it->session);
  it->window = gtk_window_new ();
  it->list = g_object_new (FR_TYPE_SECTION_LIST, "height-request", 150, NULL);
  it->form = g_object_new (FR_TYPE_FORM, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (it->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (it->form));
  gtk_window_set_child (GTK_WINDOW (it->window), box);
  gtk_window_set_default_size (GTK_WINDOW (it->window), 400, 500);
  g_signal_connect_swapped (it->list, "chosen", G_CALLBACK (on_chosen), it);
  fr_section_list_set_session (it->list, it->session);
  fr_section_list_choose (it->list, "");
  gtk_window_present (GTK_WINDOW (it->window));
  wait_until (gtk_window_is_active (GTK_WINDOW (it->window)));
  return it;
}

void
followed_free (Followed *it)
{
  fr_section_list_set_session (it->list, NULL);
  fr_form_clear (it->form);
  gtk_window_destroy (GTK_WINDOW (it->window));
  g_object_unref (it->session);
  g_free (it);
}

gboolean
followed_patch (Followed *it, const char *patch)
{
  g_autofree char *json = g_strdelimit (g_strdup (patch), "'", '"');

  return fr_document_patch (it->document, json, NULL);
}

static const char *
name_of (GtkWidget *button)
{
  GtkWidget *label = find_widget (button, GTK_TYPE_LABEL);
  const char *tooltip = gtk_widget_get_tooltip_text (button);

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : tooltip != NULL ? tooltip : "";
}

static GtkWidget *
find_button (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) && strcmp (name_of (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, name);
  return found;
}

void
followed_press (Followed *it, const char *name)
{
  GtkWidget *button = find_button (GTK_WIDGET (it->form), name);

  if (button == NULL)
    g_error ("there is no button “%s” in the form", name);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
}

void
followed_type (Followed *it, const char *pointer, const char *text)
{
  GtkWidget *widget;

  fr_form_focus (it->form, pointer, TRUE);
  widget = gtk_root_get_focus (GTK_ROOT (it->window));
  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

GtkListBox *
list_box_of (FrSectionList *list)
{
  return GTK_LIST_BOX (find_widget (GTK_WIDGET (list), GTK_TYPE_LIST_BOX));
}

/* Children are what assistive technology reads, indices what is drawn. */
char *
describe_list (FrSectionList *list)
{
  GtkListBox *box = list_box_of (list);
  GString *text = g_string_new (NULL);
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child; child = gtk_widget_get_next_sibling (child))
    {
      FrSectionRow *row = FR_SECTION_ROW (child);
      const char *title = fr_section_row_get_title (row);

      if (gtk_list_box_get_row_at_index (box, index) != GTK_LIST_BOX_ROW (child))
        g_error ("row %d is not child %d, %s", index, index, title);
      g_assert_cmpint (fr_section_row_get_number (row), ==, index++);
      g_string_append_printf (text, "%s: %s\n", fr_section_row_get_pointer (row), title);
    }
  g_assert_null (gtk_list_box_get_row_at_index (box, index));
  return g_string_free (text, FALSE);
}

static void describe (GString *text, GtkWidget *widget);

/* What rows say beside their titles: what the section holds, and how much is found in it. */
static char *
describe_rows (FrSectionList *list)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box_of (list), i)) != NULL; i++)
    {
      g_autofree char *words = fr_section_row_describe (FR_SECTION_ROW (row));

      g_string_append_printf (text, "%s\n", words);
    }
  return g_string_free (text, FALSE);
}

static void
describe_children (GString *text, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      describe (text, child);
}

static void
describe_text_view (GString *text, GtkTextView *view)
{
  g_autofree char *content = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &content, NULL);
  g_string_append_printf (text, "[%s]%s\n", content, gtk_text_view_get_editable (view) ? "" : " fixed");
}

static void
describe_toggle (GString *text, GtkWidget *button)
{
  g_string_append_printf (text, "(%s %s)%s\n", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)) ? "x" : " ",
                          name_of (button), gtk_widget_is_sensitive (button) ? "" : " fixed");
}

static void
describe (GString *text, GtkWidget *widget)
{
  if (FR_IS_FIELD_ROW (widget))
    g_string_append_printf (text, "field %s\n", fr_field_row_get_pointer (FR_FIELD_ROW (widget)));
  else if (FR_IS_ITEM_ROW (widget))
    g_string_append_printf (text, "item %s\n", fr_item_row_get_pointer (FR_ITEM_ROW (widget)));
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_ENTRY (widget))
    g_string_append_printf (text, "[%s]%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)),
                            gtk_editable_get_editable (GTK_EDITABLE (widget)) ? "" : " fixed");
  else if (GTK_IS_TEXT_VIEW (widget))
    describe_text_view (text, GTK_TEXT_VIEW (widget));
  else if (FR_IS_TOGGLES (gtk_widget_get_parent (widget)))
    describe_toggle (text, widget);
  else if (GTK_IS_STACK (widget))
    describe (text, gtk_stack_get_visible_child (GTK_STACK (widget)));
  else
    describe_children (text, widget);
}

char *
describe_form (FrForm *form)
{
  GString *text = g_string_new (NULL);

  describe_children (text, GTK_WIDGET (form));
  return g_string_free (text, FALSE);
}

char *
describe_new_list (FrSession *session)
{
  FrSectionList *list = g_object_ref_sink (g_object_new (FR_TYPE_SECTION_LIST, NULL));
  char *text;

  fr_section_list_set_session (list, session);
  text = describe_list (list);
  g_object_unref (list);
  return text;
}

char *
describe_new_form (FrSession *session, const char *pointer)
{
  FrForm *form = g_object_ref_sink (g_object_new (FR_TYPE_FORM, NULL));
  char *text;

  fr_form_show (form, session, pointer);
  text = describe_form (form);
  g_object_unref (form);
  return text;
}

static void
assert_rows_as_made_anew (Followed *it, const char *when)
{
  FrSectionList *list = g_object_ref_sink (g_object_new (FR_TYPE_SECTION_LIST, NULL));
  g_autofree char *rows = describe_rows (it->list), *new_rows = NULL;

  fr_section_list_set_session (list, it->session);
  new_rows = describe_rows (list);
  g_object_unref (list);
  if (g_strcmp0 (rows, new_rows) != 0)
    g_error ("%s: the rows are\n%snot\n%s", when, rows, new_rows);
}

void
assert_as_made_anew (Followed *it, const char *when)
{
  const char *chosen = fr_section_list_get_chosen (it->list);
  g_autofree char *list = describe_list (it->list), *new_list = describe_new_list (it->session);
  g_autofree char *form = describe_form (it->form), *new_form = NULL;

  g_assert_nonnull (chosen);
  assert_rows_as_made_anew (it, when);
  if (g_strcmp0 (list, new_list) != 0)
    g_error ("%s: the list is\n%snot\n%s", when, list, new_list);
  new_form = describe_new_form (it->session, chosen);
  if (g_strcmp0 (form, new_form) != 0)
    g_error ("%s: the form of %s is\n%s\nnot\n%s", when, chosen, form, new_form);
}
