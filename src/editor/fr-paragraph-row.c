/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-paragraph-row.h"

#include "fr-markup-tools.h"
#include "fr-text-box.h"
#include "fr-text-change.h"

struct _FrParagraphRow
{
  FrFieldRow parent_instance;

  GtkWidget *text_view;
  GtkTextBuffer *buffer;
  FrMarkupTools *tools;  /* NULL: the text takes no markup */
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
fr_paragraph_row_bind (FrFieldRow *row, const FrField *field)
{
  FrParagraphRow *self = FR_PARAGRAPH_ROW (row);

  if (field->markup == FR_MARKUP_NONE)
    return;
  self->tools = FR_MARKUP_TOOLS (fr_markup_tools_new (GTK_TEXT_VIEW (self->text_view), field->markup));
  fr_field_row_set_tools (row, GTK_WIDGET (self->tools));
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
  FrParagraphRow *self = FR_PARAGRAPH_ROW (row);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text_view), editable);
  if (self->tools != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->tools), editable);
}

static void
fr_paragraph_row_select_text (FrFieldRow *row, gboolean all)
{
  GtkTextBuffer *buffer = FR_PARAGRAPH_ROW (row)->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, all ? &start : &end);
}

static void
fr_paragraph_row_class_init (FrParagraphRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  row_class->bind = fr_paragraph_row_bind;
  row_class->show_text = fr_paragraph_row_show_text;
  row_class->set_editable = fr_paragraph_row_set_editable;
  row_class->select_text = fr_paragraph_row_select_text;
}

static void
fr_paragraph_row_init (FrParagraphRow *self)
{
  self->text_view = fr_text_box_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  /* Undo is the document's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  fr_field_row_set_control (FR_FIELD_ROW (self), self->text_view, self->text_view);
}
