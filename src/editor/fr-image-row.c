/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-row.h"

#include "fr-image-dialog.h"
#include "fr-image-summary.h"
#include "fr-pasted-image.h"

struct _FrImageRow
{
  FrLineRow parent_instance;

  FrImageSummary *summary;
  const FrField *field;
  gboolean is_editable;
};

G_DEFINE_FINAL_TYPE (FrImageRow, fr_image_row, FR_TYPE_LINE_ROW)

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrFieldRow *row = FR_FIELD_ROW (widget);
  FrSession *session = fr_field_row_get_session (row);

  if (session != NULL && fr_field_row_get_pointer (row) != NULL)
    fr_image_dialog_choose (widget, session, fr_field_row_get_pointer (row));
}

static void
take (FrImageRow *self, GFile *file, gboolean is_ours)
{
  FrFieldRow *row = FR_FIELD_ROW (self);
  FrSession *session = fr_field_row_get_session (row);

  if (session != NULL && fr_field_row_get_pointer (row) != NULL && self->is_editable)
    fr_image_dialog_take (GTK_WIDGET (self), session, fr_field_row_get_pointer (row), file, is_ours);
}

void
fr_image_row_take_file (FrImageRow *self, GFile *file)
{
  g_return_if_fail (FR_IS_IMAGE_ROW (self));

  take (self, file, FALSE);
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrImageRow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_ours;
  g_autoptr (GFile) file = fr_pasted_image_read_finish (result, &is_ours, &error);

  if (file != NULL)
    take (self, file, is_ours);
  else
    fr_field_row_show_problem (FR_FIELD_ROW (self), error->message);
}

/* FALSE: the clipboard has no picture. */
static gboolean
paste_picture (FrImageRow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!self->is_editable || !fr_pasted_image_is_in (clipboard))
    return FALSE;
  fr_pasted_image_read_async (clipboard, on_pasted, g_object_ref (self));
  return TRUE;
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  paste_picture (FR_IMAGE_ROW (widget));
}

/* Before the address takes the clipboard's text. */
static void
on_paste_clipboard (FrImageRow *self, GtkWidget *text)
{
  if (paste_picture (self))
    g_signal_stop_emission_by_name (text, "paste-clipboard");
}

static void
summarize (FrImageRow *self)
{
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (self));
  g_autofree char *address = fr_line_row_dup_text (FR_LINE_ROW (self));

  if (session != NULL)
    fr_image_summary_show (self->summary, fr_session_get_site (session), self->field, address);
}

static void
fr_image_row_bind (FrFieldRow *row, const FrField *field)
{
  FR_IMAGE_ROW (row)->field = field;
}

static void
fr_image_row_show_text (FrFieldRow *row, const char *text)
{
  FR_FIELD_ROW_CLASS (fr_image_row_parent_class)->show_text (row, text);
  summarize (FR_IMAGE_ROW (row));
}

static void
fr_image_row_set_editable (FrFieldRow *row, gboolean editable)
{
  FR_FIELD_ROW_CLASS (fr_image_row_parent_class)->set_editable (row, editable);
  FR_IMAGE_ROW (row)->is_editable = editable;
  fr_image_summary_set_editable (FR_IMAGE_ROW (row)->summary, editable);
}

static void
fr_image_row_site_changed (FrFieldRow *row)
{
  summarize (FR_IMAGE_ROW (row));
}

static void
fr_image_row_class_init (FrImageRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  row_class->bind = fr_image_row_bind;
  row_class->show_text = fr_image_row_show_text;
  row_class->set_editable = fr_image_row_set_editable;
  row_class->site_changed = fr_image_row_site_changed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "image.choose", NULL, choose);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "image.paste", NULL, paste);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_v, GDK_CONTROL_MASK, "image.paste", NULL);
}

static void
fr_image_row_init (FrImageRow *self)
{
  GtkWidget *entry;

  self->summary = g_object_new (FR_TYPE_IMAGE_SUMMARY, NULL);
  fr_line_row_put_above (FR_LINE_ROW (self), GTK_WIDGET (self->summary));
  entry = fr_line_row_get_entry (FR_LINE_ROW (self));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard",
                           G_CALLBACK (on_paste_clipboard), self, G_CONNECT_SWAPPED);
}
