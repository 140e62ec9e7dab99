/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-summary.h"

#include <glib/gi18n-lib.h>

#include "fr-image-facts.h"
#include "fr-thumbnail-view.h"

#define WIDTH 112
#define HEIGHT 84

struct _FrImageSummary
{
  GtkBox parent_instance;

  GtkWidget *view;
  GtkWidget *size;
  GtkWidget *sharpness;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (FrImageSummary, fr_image_summary, GTK_TYPE_BOX)

static void
set_text (GtkWidget *label, const char *text, gboolean is_bad)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  if (is_bad)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
show_file (FrImageSummary *self, FrSite *site, const FrField *field, const FrSiteFile *file)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), file->path, NULL);
  const FrImage image = { file->path, file->width, file->height, file->bytes };
  gboolean is_bad;
  g_autofree char *size = fr_image_describe_size (&image), *sharpness = fr_image_describe_sharpness (&image, field, &is_bad);

  fr_thumbnail_view_show (FR_THUMBNAIL_VIEW (self->view), path, file->modified, "image-x-generic-symbolic");
  set_text (self->size, size, FALSE);
  set_text (self->sharpness, sharpness, is_bad);
}

static void
show_none (FrImageSummary *self, const char *icon_name, const char *sentence)
{
  fr_thumbnail_view_show (FR_THUMBNAIL_VIEW (self->view), NULL, 0, icon_name);
  set_text (self->size, sentence, FALSE);
  set_text (self->sharpness, NULL, FALSE);
}

static gboolean
is_elsewhere (const char *address)
{
  return g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://");
}

void
fr_image_summary_show (FrImageSummary *self, FrSite *site, const FrField *field, const char *address)
{
  const FrSiteFile *file = NULL;
  FrPresence presence;

  g_return_if_fail (FR_IS_IMAGE_SUMMARY (self));

  presence = *address != '\0' && !is_elsewhere (address) ? fr_site_look_up (site, address, &file) : FR_PRESENCE_UNKNOWN;
  if (*address == '\0')
    show_none (self, "image-x-generic-symbolic", _("No picture yet. Choose one, drop one here, or paste one."));
  else if (is_elsewhere (address))
    show_none (self, "image-x-generic-symbolic", _("A picture of another site. It is not shown here."));
  else if (presence == FR_PRESENCE_UNKNOWN)
    show_none (self, "image-x-generic-symbolic", NULL);
  else if (presence == FR_PRESENCE_THERE)
    show_file (self, site, field, file);
  else
    show_none (self, "image-missing-symbolic", _("There is no such picture in the site."));
}

void
fr_image_summary_set_editable (FrImageSummary *self, gboolean editable)
{
  gtk_widget_set_sensitive (self->button, editable);
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Choose image"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_vexpand (button, TRUE);
  gtk_widget_add_css_class (button, "fix");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "image.choose");
  return button;
}

static void
fr_image_summary_class_init (FrImageSummaryClass *class)
{
}

static void
fr_image_summary_init (FrImageSummary *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->view = fr_thumbnail_view_new ();
  gtk_widget_set_size_request (self->view, WIDTH, HEIGHT);
  gtk_widget_set_valign (self->view, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->view);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self), words);
  self->size = add_label (words);
  self->sharpness = add_label (words);
  self->button = make_button ();
  gtk_box_append (GTK_BOX (words), self->button);
}
