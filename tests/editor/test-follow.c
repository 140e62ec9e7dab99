/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who types in a field keeps typing in it, whatever becomes of the page around it: the focus, the cursor, open list items
 * and the rows of all that stays are the very same ones, through an edit, its undo and its redo.
 */
#include <adwaita.h>

#include "../tools/find-widget.h"
#include "followed.h"
#include "fr-item-row.h"
#include "fr-section-row.h"

static const char page[] =
  "title: Page\n"
  "sections:\n"
  "  - hero:\n      title: Hero\n      subtitle: Words\n"
  "      dropdown:\n        title: Choose\n        options:\n          - title: O1\n          - title: O2\n          - title: O3\n"
  "      key_highlights:\n        - title: H1\n        - title: H2\n        - title: H3\n"
  "  - infobar:\n      title: Bar\n      description: Long words\n"
  "  - textcards:\n      title: Cards\n      cards:\n        - title: C1\n        - title: C2\n"
  "  - infopic:\n      title: Pic\n"
  "  - carousel:\n    - title: S1\n    - title: S2\n    - title: S3\n";

typedef struct
{
  const char *name;
  const char *focus;  /* what is typed in */
  const char *patch;
  const char *after;  /* where that is then */
} Case;

#define NEW "'value': {'infobar': {'title': 'New'}}"
#define HERO "/sections/0/hero/title"
#define BAR "/sections/1/infobar/title"
#define CARDS "/sections/2/textcards/title"
#define H "/sections/0/hero/key_highlights"
#define O "/sections/0/hero/dropdown/options"

static const Case kept[] = {
  { "insert-before", CARDS, "[{'op': 'add', 'path': '/sections/0', " NEW "}]", "/sections/3/textcards/title" },
  { "insert-behind", CARDS, "[{'op': 'add', 'path': '/sections/3', " NEW "}]", CARDS },
  { "insert-last", CARDS, "[{'op': 'add', 'path': '/sections/-', " NEW "}]", CARDS },
  { "remove-before", CARDS, "[{'op': 'remove', 'path': '/sections/1'}]", "/sections/1/textcards/title" },
  { "remove-behind", CARDS, "[{'op': 'remove', 'path': '/sections/3'}]", CARDS },
  { "move-down", HERO, "[{'op': 'move', 'from': '/sections/0', 'path': '/sections/3'}]", "/sections/3/hero/title" },
  { "move-up", CARDS, "[{'op': 'move', 'from': '/sections/2', 'path': '/sections/0'}]", "/sections/0/textcards/title" },
  { "move-past-down", BAR, "[{'op': 'move', 'from': '/sections/0', 'path': '/sections/4'}]", "/sections/0/infobar/title" },
  { "move-past-up", BAR, "[{'op': 'move', 'from': '/sections/4', 'path': '/sections/0'}]", "/sections/2/infobar/title" },
  { "move-behind", BAR, "[{'op': 'move', 'from': '/sections/4', 'path': '/sections/2'}]", BAR },
  { "settings", "/title", "[{'op': 'add', 'path': '/sections/0', " NEW "}, {'op': 'remove', 'path': '/sections/3'}]", "/title" },
  { "paragraph", "/sections/1/infobar/description",
    "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/3'}]", "/sections/3/infobar/description" },
  { "insert-and-move", BAR, "[{'op': 'add', 'path': '/sections/0', " NEW "}, {'op': 'move', 'from': '/sections/4', 'path': '/sections/2'}]",
    "/sections/3/infobar/title" },
  { "move-and-insert", BAR, "[{'op': 'move', 'from': '/sections/4', 'path': '/sections/2'}, {'op': 'add', 'path': '/sections/1', " NEW "}]",
    "/sections/2/infobar/title" },
  { "insert-and-move-it", BAR, "[{'op': 'add', 'path': '/sections/0', " NEW "}, {'op': 'move', 'from': '/sections/0', 'path': '/sections/4'}]",
    BAR },
  { "move-twice-and-remove", BAR, "[{'op': 'move', 'from': '/sections/4', 'path': '/sections/2'},"
    " {'op': 'move', 'from': '/sections/2', 'path': '/sections/0'}, {'op': 'remove', 'path': '/sections/0'}]", BAR },
  { "many", CARDS, "[{'op': 'remove', 'path': '/sections/0'}, {'op': 'move', 'from': '/sections/1', 'path': '/sections/3'},"
    " {'op': 'add', 'path': '/sections/0', " NEW "}, {'op': 'replace', 'path': '/sections/1/infobar/title', 'value': 'Other'}]",
    "/sections/4/textcards/title" },
  { "edit-beside", BAR, "[{'op': 'replace', 'path': '/sections/1/infobar/description', 'value': 'Other'}]", BAR },
  { "key-added", BAR, "[{'op': 'add', 'path': '/sections/1/infobar/subtitle', 'value': 'Other'}]", BAR },
  { "key-removed", BAR, "[{'op': 'remove', 'path': '/sections/1/infobar/description'}]", BAR },
  { "second-kind", BAR, "[{'op': 'add', 'path': '/sections/1/infopic', 'value': {'title': 'Missing dash'}}]", BAR },
  { "group-removed", HERO, "[{'op': 'remove', 'path': '/sections/0/hero/dropdown'}]", HERO },
  { "list-removed", HERO, "[{'op': 'remove', 'path': '" H "'}]", HERO },
  { "item-insert-before", H "/1/title", "[{'op': 'add', 'path': '" H "/0', 'value': {'title': 'New'}}]", H "/2/title" },
  { "item-insert-behind", H "/1/title", "[{'op': 'add', 'path': '" H "/2', 'value': {'title': 'New'}}]", H "/1/title" },
  { "items-insert-before", H "/1/title", "[{'op': 'add', 'path': '" H "/0', 'value': {'title': 'A'}},"
    " {'op': 'add', 'path': '" H "/0', 'value': {'title': 'B'}}]", H "/3/title" },
  { "item-remove-before", H "/1/title", "[{'op': 'remove', 'path': '" H "/0'}]", H "/0/title" },
  { "item-remove-behind", H "/1/title", "[{'op': 'remove', 'path': '" H "/2'}]", H "/1/title" },
  { "item-move", H "/1/title", "[{'op': 'move', 'from': '" H "/1', 'path': '" H "/2'}]", H "/2/title" },
  { "item-move-first", H "/2/title", "[{'op': 'move', 'from': '" H "/2', 'path': '" H "/0'}]", H "/0/title" },
  { "item-move-past", H "/1/title", "[{'op': 'move', 'from': '" H "/2', 'path': '" H "/0'}]", H "/2/title" },
  { "item-in-moved-section", H "/1/title", "[{'op': 'move', 'from': '/sections/0', 'path': '/sections/2'}]",
    "/sections/2/hero/key_highlights/1/title" },
  { "item-in-moved-section-and-moved", H "/1/title", "[{'op': 'move', 'from': '/sections/0', 'path': '/sections/2'},"
    " {'op': 'move', 'from': '/sections/2/hero/key_highlights/1', 'path': '/sections/2/hero/key_highlights/0'}]",
    "/sections/2/hero/key_highlights/0/title" },
  { "option-insert", O "/1/title", "[{'op': 'add', 'path': '" O "/1', 'value': {'title': 'New'}}]", O "/2/title" },
  { "option-remove", O "/1/title", "[{'op': 'remove', 'path': '" O "/0'}]", O "/0/title" },
  { "option-move", O "/0/title", "[{'op': 'move', 'from': '" O "/0', 'path': '" O "/2'}]", O "/2/title" },
  { "slide-insert", "/sections/4/carousel/1/title", "[{'op': 'add', 'path': '/sections/4/carousel/0', 'value': {'title': 'New'}}]",
    "/sections/4/carousel/2/title" },
  { "slide-move", "/sections/4/carousel/1/title", "[{'op': 'move', 'from': '/sections/4/carousel/1', 'path': '/sections/4/carousel/0'}]",
    "/sections/4/carousel/0/title" },
  { "replaced-by-its-like", BAR, "[{'op': 'replace', 'path': '/sections/1', 'value': {'infobar': {'title': 'Bar', 'subtitle': 'Other'}}}]",
    BAR },
  { "all-replaced-by-their-like", BAR, "[{'op': 'replace', 'path': '/sections', 'value': [{'infobar': {'title': 'New'}},"
    " {'infobar': {'title': 'Bar'}}]}]", BAR },
};

/* All rows that show something of the document, by its pointer. */
static const char *
pointer_of (GtkWidget *widget)
{
  return FR_IS_SECTION_ROW (widget) ? fr_section_row_get_pointer (FR_SECTION_ROW (widget))
         : FR_IS_ITEM_ROW (widget)  ? fr_item_row_get_pointer (FR_ITEM_ROW (widget))
         : FR_IS_FIELD_ROW (widget) ? fr_field_row_get_pointer (FR_FIELD_ROW (widget)) : NULL;
}

static void
collect_rows (GtkWidget *widget, GHashTable *rows)
{
  const char *pointer = pointer_of (widget);

  if (pointer != NULL && gtk_widget_get_mapped (widget))
    g_hash_table_insert (rows, g_strconcat (G_OBJECT_TYPE_NAME (widget), " ", pointer, NULL), g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static GHashTable *
rows_of (Followed *it)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  collect_rows (it->window, rows);
  return rows;
}

static void
keep_changes (GPtrArray **kept_changes, GPtrArray *changes)
{
  g_clear_pointer (kept_changes, g_ptr_array_unref);
  *kept_changes = g_ptr_array_ref (changes);
}

static gboolean
is_open (GtkWidget *row)
{
  return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

/* The row of each thing that is still there is still the one that it was. */
static void
assert_rows_kept (GHashTable *before, Followed *it, const GPtrArray *changes, GHashTable *open)
{
  g_autoptr (GHashTable) after = rows_of (it);
  GHashTableIter each;
  gpointer name, row;

  g_hash_table_iter_init (&each, before);
  while (g_hash_table_iter_next (&each, &name, &row))
    {
      const char *old = strchr (name, ' ') + 1;
      g_autofree char *pointer = fr_pointer_rebase (old, changes);
      g_autofree char *now = pointer != NULL ? g_strconcat (G_OBJECT_TYPE_NAME (row), " ", pointer, NULL) : NULL;

      if (now == NULL || (*old != '\0' && fr_document_get (it->document, pointer) == NULL))
        continue;
      if (g_hash_table_lookup (after, now) != row)
        g_error ("%s: another row", now);
      if (FR_IS_ITEM_ROW (row))
        g_assert_cmpint (is_open (row), ==, g_hash_table_contains (open, row));
    }
}

typedef struct
{
  GtkWidget *widget;
  int start, end, cursor;
} Cursor;

static Cursor
cursor_of (Followed *it)
{
  Cursor cursor = { gtk_root_get_focus (GTK_ROOT (it->window)) };

  if (GTK_IS_EDITABLE (cursor.widget))
    {
      gtk_editable_get_selection_bounds (GTK_EDITABLE (cursor.widget), &cursor.start, &cursor.end);
      cursor.cursor = gtk_editable_get_position (GTK_EDITABLE (cursor.widget));
    }
  else if (GTK_IS_TEXT_VIEW (cursor.widget))
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (cursor.widget)), &start, &end);
      cursor.start = gtk_text_iter_get_offset (&start), cursor.end = gtk_text_iter_get_offset (&end);
    }
  return cursor;
}

static void
select_some (Followed *it, int start, int end)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (it->window));
  GtkTextIter first, last;
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (widget))
    {
      gtk_editable_select_region (GTK_EDITABLE (widget), start, end);
      return;
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_iter_at_offset (buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, end);
  gtk_text_buffer_select_range (buffer, &last, &first);
}

static void
type (Followed *it, const char *text)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (it->window));
  int position = 1;

  if (GTK_IS_EDITABLE (widget))
    gtk_editable_insert_text (GTK_EDITABLE (widget), text, -1, &position);
  else
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

static void
assert_still_there (Followed *it, const Cursor *before, const char *pointer, const char *when)
{
  Cursor now = cursor_of (it);

  g_test_message ("%s", when);
  g_assert_true (now.widget == before->widget);
  g_assert_cmpstr (fr_form_get_focused (it->form), ==, pointer);
  g_assert_cmpint (now.start, ==, before->start);
  g_assert_cmpint (now.end, ==, before->end);
  g_assert_cmpint (now.cursor, ==, before->cursor);
  assert_as_made_anew (it, when);
}

/* What is typed now goes where it belongs; it is taken back then. */
static void
assert_types_into (Followed *it, const char *pointer, const Cursor *before)
{
  const char *text;

  type (it, "~");
  text = fr_node_get_text (fr_document_get (it->document, pointer));
  g_assert_nonnull (text);
  g_assert_nonnull (strchr (text, '~'));
  fr_document_end_group (it->document);
  g_assert_true (fr_document_undo (it->document));
  select_some (it, before->start, before->end);
}

static void
open_all_but_first (GtkWidget *widget, GHashTable *open)
{
  if (FR_IS_ITEM_ROW (widget) && fr_item_row_get_index (FR_ITEM_ROW (widget)) > 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  if (FR_IS_ITEM_ROW (widget) && is_open (widget))
    g_hash_table_add (open, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    open_all_but_first (child, open);
}

static void
focus (Followed *it, const char *pointer, GHashTable *open)
{
  fr_section_list_choose (it->list, pointer);
  fr_form_focus (it->form, pointer, FALSE);
  open_all_but_first (GTK_WIDGET (it->form), open);
  select_some (it, 1, 2);
  g_assert_cmpstr (fr_form_get_focused (it->form), ==, pointer);
}

static void
test_kept (gconstpointer data)
{
  const Case *self = data;
  Followed *it = followed_new (page);
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL), before = NULL, after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GtkListBoxRow *chosen;
  Cursor cursor;

  g_signal_connect_swapped (it->session, "changed", G_CALLBACK (keep_changes), &changes);
  focus (it, self->focus, open);
  chosen = gtk_list_box_get_selected_row (list_box_of (it->list));
  cursor = cursor_of (it);

  before = rows_of (it);
  g_assert_true (followed_patch (it, self->patch));
  assert_rows_kept (before, it, changes, open);
  assert_still_there (it, &cursor, self->after, "done");
  assert_types_into (it, self->after, &cursor);

  after = rows_of (it);
  g_assert_true (fr_document_undo (it->document));
  assert_rows_kept (after, it, changes, open);
  assert_still_there (it, &cursor, self->focus, "undone");
  assert_types_into (it, self->focus, &cursor);
  g_assert_true (followed_patch (it, self->patch));
  g_assert_true (fr_document_undo (it->document));
  g_assert_true (fr_document_redo (it->document));
  assert_still_there (it, &cursor, self->after, "done again");
  g_assert_true (gtk_list_box_get_selected_row (list_box_of (it->list)) == chosen);
  followed_free (it);
}

/* An undo of what was typed: the old text, and the cursor where the text is another one. */
static void
test_undo_of_typing (void)
{
  Followed *it = followed_new (page);
  GtkWidget *widget;

  fr_section_list_choose (it->list, BAR);
  fr_form_focus (it->form, BAR, FALSE);
  widget = gtk_root_get_focus (GTK_ROOT (it->window));
  for (const char *c = "bel"; *c != '\0'; c++)
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (widget));

      gtk_editable_insert_text (GTK_EDITABLE (widget), c, 1, &position);
      gtk_editable_set_position (GTK_EDITABLE (widget), position);
    }
  g_assert_cmpstr (fr_node_get_text (fr_document_get (it->document, BAR)), ==, "Barbel");
  fr_document_end_group (it->document);
  g_assert_true (fr_document_undo (it->document));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget)), ==, "Bar");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (widget)), ==, 3);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (it->window)) == widget);
  g_assert_true (fr_document_redo (it->document));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (widget)), ==, 6);
  g_assert_false (fr_document_redo (it->document));
  followed_free (it);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  return ++*(unsigned *) frames < 3;
}

static void
draw_frames (Followed *it)
{
  unsigned frames = 0;

  gtk_widget_add_tick_callback (it->window, count_frame, &frames, NULL);
  wait_until (frames == 3);
}

static void
test_scroll_kept (void)
{
  Followed *it = followed_new (page);
  GtkWidget *scroller;
  GtkAdjustment *adjustment;

  fr_section_list_choose (it->list, HERO);
  fr_form_focus (it->form, "/sections/0/hero/subtitle", FALSE);
  scroller = find_widget (GTK_WIDGET (it->form), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  wait_until (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 40);
  gtk_adjustment_set_value (adjustment, 40);
  draw_frames (it);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 40);
  for (unsigned i = 0; i < G_N_ELEMENTS (kept) && g_str_has_prefix (kept[i].patch, "[{'op': 'add', 'path': '/sections/"); i++)
    {
      g_assert_true (followed_patch (it, kept[i].patch));
      draw_frames (it);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 40);
    }
  g_assert_true (followed_patch (it, "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/3'}]"));
  draw_frames (it);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 40);
  followed_free (it);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_strconcat ("/follow/kept/", kept[i].name, NULL);

      g_test_add_data_func (path, &kept[i], test_kept);
    }
  g_test_add_func ("/follow/undo-of-typing", test_undo_of_typing);
  g_test_add_func ("/follow/scroll-kept", test_scroll_kept);
  return g_test_run ();
}
