/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-row.h"

#include <glib/gi18n-lib.h>

#include "fr-file-chooser.h"
#include "fr-image-summary.h"
#include "fr-site-import.h"

struct _FrImageRow
{
  FrLineRow parent_instance;

  FrImageSummary *summary;
  const FrField *field;
};

G_DEFINE_FINAL_TYPE (FrImageRow, fr_image_row, FR_TYPE_LINE_ROW)

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrImageRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = fr_site_import_image_finish (FR_SITE (source), result, &error);

  /* The form may have gone on to another section. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (address != NULL)
    fr_line_row_set_text (FR_LINE_ROW (self), address);
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
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (widget));
  FrSite *site = session != NULL ? fr_session_get_site (session) : NULL;
  g_autoptr (GFile) images = NULL;
  FrFileChooser *chooser;

  if (site == NULL)
    return;
  chooser = fr_file_chooser_new (FR_CHOOSE_FILE, _("Choose an Image"), _("_Choose"));
  images = find_images (site);
  fr_file_chooser_set_folder (chooser, images);
  fr_file_chooser_add_type (chooser, _("Images"), "image/*");
  fr_file_chooser_show (chooser, GTK_WINDOW (gtk_widget_get_root (widget)), widget, on_image_chosen);
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
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "image.choose", NULL, browse);
}

static void
fr_image_row_init (FrImageRow *self)
{
  self->summary = g_object_new (FR_TYPE_IMAGE_SUMMARY, NULL);
  fr_line_row_put_above (FR_LINE_ROW (self), GTK_WIDGET (self->summary));
}
