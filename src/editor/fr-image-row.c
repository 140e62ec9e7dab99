/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-row.h"

#include <glib/gi18n-lib.h>

struct _FrImageRow
{
  FrLineRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FrImageRow, fr_image_row, FR_TYPE_LINE_ROW)

static void
on_file_chosen (GtkNativeDialog *dialog, int response, FrImageRow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *address = NULL;
  g_autofree char *sentence = NULL;
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (self));
  GFile *folder = session != NULL ? fr_site_get_folder (fr_session_get_site (session)) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (file == NULL)
    return;
  path = g_file_get_relative_path (folder, file);
  if (path == NULL)
    {
      sentence = g_strdup_printf (_("That image is not in the site. Copy it into “%s” and choose it there."),
                                  g_file_peek_path (folder));
      fr_field_row_show_problem (FR_FIELD_ROW (self), sentence);
      return;
    }
  address = g_strconcat ("/", path, NULL);
  fr_line_row_set_text (FR_LINE_ROW (self), address);
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
  FrImageRow *self = FR_IMAGE_ROW (widget);
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (self));
  FrSite *site = session != NULL ? fr_session_get_site (session) : NULL;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) images = NULL;
  GtkFileChooserNative *dialog;

  if (site == NULL)
    return;
  dialog = gtk_file_chooser_native_new (_("Choose an Image"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), _("_Cancel"));
  images = find_images (site);
  gtk_file_filter_set_name (filter, _("Images"));
  gtk_file_filter_add_mime_type (filter, "image/*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), images, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), self, 0);
  g_object_set_data_full (G_OBJECT (self), "dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
fr_image_row_class_init (FrImageRowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "image.browse", NULL, browse);
}

static void
fr_image_row_init (FrImageRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_widget_set_tooltip_text (button, _("Choose an image of the site"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Browse"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "image.browse");
  fr_line_row_add_button (FR_LINE_ROW (self), button);
}
