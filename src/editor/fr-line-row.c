/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-line-row.h"

#include <string.h>

#include "fr-text-change.h"

typedef struct
{
  GtkWidget *lines;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *button;  /* NULL: none */
} FrLineRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (FrLineRow, fr_line_row, FR_TYPE_FIELD_ROW)

#define PRIVATE(self) ((FrLineRowPrivate *) fr_line_row_get_instance_private (self))

static void
on_changed (FrLineRow *self)
{
  fr_field_row_commit (FR_FIELD_ROW (self), gtk_editable_get_text (GTK_EDITABLE (PRIVATE (self)->entry)));
}

static void
fr_line_row_show_text (FrFieldRow *row, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (PRIVATE (FR_LINE_ROW (row))->entry);
  FrTextChange change;
  gboolean has_focus;
  int position;

  if (!fr_text_change_find (gtk_editable_get_text (editable), text, &change))
    return;
  position = change.start;
  gtk_editable_delete_text (editable, change.start, change.old_end);
  gtk_editable_insert_text (editable, change.text, change.length, &position);
  /* Where nobody is typing, the start of a long text is what tells most. */
  has_focus = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (editable)));
  gtk_editable_set_position (editable, has_focus ? position : 0);
}

static void
fr_line_row_set_editable (FrFieldRow *row, gboolean editable)
{
  FrLineRowPrivate *priv = PRIVATE (FR_LINE_ROW (row));

  gtk_editable_set_editable (GTK_EDITABLE (priv->entry), editable);
  if (priv->button != NULL)
    gtk_widget_set_sensitive (priv->button, editable);
}

static void
fr_line_row_select_text (FrFieldRow *row, gboolean all)
{
  gtk_editable_select_region (GTK_EDITABLE (PRIVATE (FR_LINE_ROW (row))->entry), all ? 0 : -1, -1);
}

/* As an address bar takes lines that are pasted: as one. */
static void
on_insert_text (GtkEditable *delegate, char *text, int length, int *position, FrLineRow *self)
{
  g_autofree char *given = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_autofree char *line = NULL;

  if (fr_field_row_is_updating (FR_FIELD_ROW (self)) || strpbrk (given, "\r\n") == NULL)
    return;
  line = fr_text_to_line (given);
  g_signal_handlers_block_by_func (delegate, on_insert_text, self);
  gtk_editable_insert_text (delegate, line, -1, position);
  g_signal_handlers_unblock_by_func (delegate, on_insert_text, self);
  g_signal_stop_emission_by_name (delegate, "insert-text");
}

void
fr_line_row_set_text (FrLineRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (PRIVATE (self)->entry), text);
}

char *
fr_line_row_dup_text (FrLineRow *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (PRIVATE (self)->entry)));
}

void
fr_line_row_add_button (FrLineRow *self, GtkWidget *button)
{
  FrLineRowPrivate *priv = PRIVATE (self);

  priv->button = button;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (priv->box), button);
}

void
fr_line_row_put_above (FrLineRow *self, GtkWidget *widget)
{
  gtk_box_prepend (GTK_BOX (PRIVATE (self)->lines), widget);
}

GtkWidget *
fr_line_row_get_entry (FrLineRow *self)
{
  return PRIVATE (self)->entry;
}

static void
fr_line_row_class_init (FrLineRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  row_class->show_text = fr_line_row_show_text;
  row_class->set_editable = fr_line_row_set_editable;
  row_class->select_text = fr_line_row_select_text;
}

static void
fr_line_row_init (FrLineRow *self)
{
  FrLineRowPrivate *priv = PRIVATE (self);

  priv->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  priv->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (priv->lines), priv->box);
  priv->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (priv->entry, TRUE);
  /* Undo is the document's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->entry), FALSE);
  gtk_box_append (GTK_BOX (priv->box), priv->entry);
  g_signal_connect_object (priv->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (priv->entry)), "insert-text",
                           G_CALLBACK (on_insert_text), self, 0);
  fr_field_row_set_control (FR_FIELD_ROW (self), priv->lines, priv->entry);
}
