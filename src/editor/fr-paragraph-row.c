#include "fr-paragraph-row.h"

#include "fr-text-change.h"

struct _FrParagraphRow
{
  FrFieldRow parent_instance;

  GtkWidget *text_view;
  GtkTextBuffer *buffer;
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
fr_paragraph_row_class_init (FrParagraphRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  row_class->show_text = fr_paragraph_row_show_text;
  row_class->set_editable = fr_paragraph_row_set_editable;
}

static void
fr_paragraph_row_init (FrParagraphRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text_view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text_view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text_view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 54);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 180);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text_view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  fr_field_row_set_control (FR_FIELD_ROW (self), scroller, self->text_view);
}
