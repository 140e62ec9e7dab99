/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-line-row.h"

#include <glib/gi18n-lib.h>

#include "fr-file-chooser.h"
#include "fr-site-import.h"
#include "fr-text-change.h"

struct _FrLineRow
{
  FrFieldRow parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (FrLineRow, fr_line_row, FR_TYPE_FIELD_ROW)

static void
on_changed (FrLineRow *self)
{
  fr_field_row_commit (FR_FIELD_ROW (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
fr_line_row_show_text (FrFieldRow *row, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (FR_LINE_ROW (row)->entry);
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
  FrLineRow *self = FR_LINE_ROW (row);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "image.browse", editable);
}

static void
fr_line_row_select_text (FrFieldRow *row, gboolean all)
{
  gtk_editable_select_region (GTK_EDITABLE (FR_LINE_ROW (row)->entry), all ? 0 : -1, -1);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrLineRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = fr_site_import_image_finish (FR_SITE (source), result, &error);

  /* The form may have gone on to another section. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (address != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), address);
  else
    fr_field_row_show_problem (FR_FIELD_ROW (self), error->message);
}

static void
on_image_chosen (gpointer row, GFile *image)
{
  FrSession *session = fr_field_row_get_session (row);

  if (session != NULL)
    fr_site_import_image_async (fr_session_get_site (session), image, on_imported, g_object_ref (row));
}

/* Where the site keeps its images, as far as they are known; else the site's folder. */
static GFile *
find_images (FrSite *site)
{
  g_autoptr (GPtrArray) images = fr_site_list_images (site);

  for (unsigned i = 0; i < images->len; i++)
    if (g_str_has_prefix (((const FrSiteFile *) images->pdata[i])->path, "images/"))
      return g_file_get_child (fr_site_get_folder (site), "images");
  return g_object_ref (fr_site_get_folder (site));
}

static void
browse (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrLineRow *self = FR_LINE_ROW (widget);
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (self));
  FrSite *site = session != NULL ? fr_session_get_site (session) : NULL;
  g_autoptr (GFile) images = NULL;
  FrFileChooser *chooser;

  if (site == NULL)
    return;
  chooser = fr_file_chooser_new (FR_CHOOSE_FILE, _("Choose an Image"), _("_Choose"));
  images = find_images (site);
  fr_file_chooser_set_folder (chooser, images);
  fr_file_chooser_add_type (chooser, _("Images"), "image/*");
  fr_file_chooser_show (chooser, GTK_WINDOW (gtk_widget_get_root (widget)), self, on_image_chosen);
}

static void
fr_line_row_bind (FrFieldRow *row, const FrField *field)
{
  FrLineRow *self = FR_LINE_ROW (row);
  GtkWidget *button;

  if (field->type == FR_FIELD_ADDRESS)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);
  if (field->type != FR_FIELD_IMAGE)
    return;
  button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Choose an image; one from elsewhere is copied into the site"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Browse"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "image.browse");
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
fr_line_row_class_init (FrLineRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  row_class->bind = fr_line_row_bind;
  row_class->show_text = fr_line_row_show_text;
  row_class->set_editable = fr_line_row_set_editable;
  row_class->select_text = fr_line_row_select_text;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "image.browse", NULL, browse);
}

static void
fr_line_row_init (FrLineRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  /* Undo is the document's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  fr_field_row_set_control (FR_FIELD_ROW (self), self->box, self->entry);
}
