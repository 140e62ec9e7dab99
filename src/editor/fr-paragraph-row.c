/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-paragraph-row.h"

#include "fr-text-change.h"

/* CSS pixels: three lines, and about nine. */
#define MIN_HEIGHT 54
#define MAX_HEIGHT 170

struct _FrParagraphRow
{
  FrFieldRow parent_instance;

  GtkWidget *text_view;
  GtkTextBuffer *buffer;
  GtkWidget *scroller;
  unsigned resize;  /* source id */
};

G_DEFINE_FINAL_TYPE (FrParagraphRow, fr_paragraph_row, FR_TYPE_FIELD_ROW)

static char *
get_text (FrParagraphRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
on_changed (FrParagraphRow *self)
{
  g_autofree char *text = get_text (self);

  fr_field_row_commit (FR_FIELD_ROW (self), text);
}

static void
fr_paragraph_row_show_text (FrFieldRow *row, const char *text)
{
  FrParagraphRow *self = FR_PARAGRAPH_ROW (row);
  g_autofree char *old = get_text (self);
  FrTextChange change;
  GtkTextIter start, end;

  if (!fr_text_change_find (old, text, &change))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, change.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, change.old_end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, change.text, change.length);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static void
fr_paragraph_row_set_editable (FrFieldRow *row, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (FR_PARAGRAPH_ROW (row)->text_view), editable);
}

static void
fr_paragraph_row_select_text (FrFieldRow *row, gboolean all)
{
  GtkTextBuffer *buffer = FR_PARAGRAPH_ROW (row)->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, all ? &start : &end);
}

static gboolean
resize (gpointer data)
{
  FrParagraphRow *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  int height = CLAMP (gtk_adjustment_get_upper (adjustment), MIN_HEIGHT, MAX_HEIGHT);

  self->resize = 0;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), height);
  return G_SOURCE_REMOVE;
}

/* The row grows with its text. A list box gives its rows the least height they ask for, so asking for a
 * natural one is in vain; and the text's height is known only while it is being laid out. */
static void
on_height_changed (FrParagraphRow *self)
{
  if (self->resize == 0)
    self->resize = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize, self, NULL);
}

static void
fr_paragraph_row_dispose (GObject *object)
{
  g_clear_handle_id (&FR_PARAGRAPH_ROW (object)->resize, g_source_remove);
  G_OBJECT_CLASS (fr_paragraph_row_parent_class)->dispose (object);
}

static void
fr_paragraph_row_class_init (FrParagraphRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_paragraph_row_dispose;
  row_class->show_text = fr_paragraph_row_show_text;
  row_class->set_editable = fr_paragraph_row_set_editable;
  row_class->select_text = fr_paragraph_row_select_text;
}

static void
fr_paragraph_row_init (FrParagraphRow *self)
{
  GtkScrolledWindow *scroller;

  self->text_view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  /* Undo is the document's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text_view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text_view), FALSE);

  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (scroller, MIN_HEIGHT);
  gtk_scrolled_window_set_child (scroller, self->text_view);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "changed",
                           G_CALLBACK (on_height_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  fr_field_row_set_control (FR_FIELD_ROW (self), self->scroller, self->text_view);
}
