/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-details.h"

#include <glib/gi18n-lib.h>

#include "fr-alt-text.h"
#include "fr-thumbnail-view.h"

#define WIDTH 240
#define HEIGHT 160

struct _FrImageDetails
{
  GtkBox parent_instance;

  GtkWidget *view;
  GtkWidget *name;
  GtkWidget *facts;
  GtkWidget *smaller;
  GtkWidget *alt_box;
  GtkWidget *alt;
  GtkWidget *word;         /* said of the alternative text */
  char *address;           /* or the file's name: what the alternative text must not be */
  unsigned width, height;  /* that it can be made; 0: as it is */
  gboolean is_told;        /* that the text says nothing, as it is now */
};

G_DEFINE_FINAL_TYPE (FrImageDetails, fr_image_details, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static void
say (FrImageDetails *self, const char *sentence, gboolean is_warning)
{
  gtk_label_set_text (GTK_LABEL (self->word), sentence);
  if (is_warning)
    gtk_widget_add_css_class (self->word, "warning");
  else
    gtk_widget_remove_css_class (self->word, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->alt), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
on_alt_changed (FrImageDetails *self)
{
  self->is_told = FALSE;
  say (self, _("Say in a few words what the picture shows, for people who cannot see it."), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
fr_image_details_settle (FrImageDetails *self)
{
  g_autofree char *doubt = NULL;

  g_return_val_if_fail (FR_IS_IMAGE_DETAILS (self), FALSE);

  if (!gtk_widget_get_visible (self->alt_box) || self->is_told)
    return TRUE;
  doubt = fr_alt_text_doubt (gtk_editable_get_text (GTK_EDITABLE (self->alt)), self->address);
  if (doubt == NULL)
    return TRUE;
  self->is_told = TRUE;
  say (self, doubt, TRUE);
  gtk_widget_grab_focus (self->alt);
  return FALSE;
}

gboolean
fr_image_offer_asks (const FrImageOffer *offer)
{
  unsigned width, height;

  return offer->alt != NULL || (offer->is_outside && fr_image_wants_smaller (&offer->image, offer->field, &width, &height));
}

static void
show_facts (FrImageDetails *self, const FrImageOffer *offer)
{
  gboolean is_bad;
  g_autofree char *size = fr_image_describe_size (&offer->image);
  g_autofree char *sharpness = fr_image_describe_sharpness (&offer->image, offer->field, &is_bad);
  g_autofree char *text = sharpness != NULL ? g_strdup_printf ("%s\n%s", size, sharpness) : g_strdup (size);
  g_autofree char *name = g_path_get_basename (offer->image.name);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->facts), text);
  if (is_bad)
    gtk_widget_add_css_class (self->facts, "warning");
  else
    gtk_widget_remove_css_class (self->facts, "warning");
}

static void
show_smaller (FrImageDetails *self, const FrImageOffer *offer)
{
  gboolean wanted = offer->is_outside && fr_image_wants_smaller (&offer->image, offer->field, &self->width, &self->height);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->smaller, wanted);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->smaller), wanted);
  if (!wanted)
    return;
  text = self->width < offer->image.width
         ? g_strdup_printf (_("Make it smaller for the page: %u × %u pixels"), self->width, self->height)
         : g_strdup (_("Make its file lighter"));
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->smaller), text);
}

static void
show_alt (FrImageDetails *self, const FrImageOffer *offer)
{
  g_autofree char *doubt = offer->alt != NULL ? fr_alt_text_doubt (offer->alt, self->address) : NULL;

  gtk_widget_set_visible (self->alt_box, offer->alt != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->alt), offer->alt != NULL && doubt == NULL ? offer->alt : "");
  on_alt_changed (self);
  gtk_widget_grab_focus (offer->alt != NULL ? self->alt : self->smaller);
}

void
fr_image_details_show (FrImageDetails *self, const FrImageOffer *offer)
{
  g_return_if_fail (FR_IS_IMAGE_DETAILS (self));

  g_free (self->address);
  self->address = g_strdup (offer->image.name);
  fr_thumbnail_view_show (FR_THUMBNAIL_VIEW (self->view), offer->path, offer->modified, "image-x-generic-symbolic");
  show_facts (self, offer);
  show_smaller (self, offer);
  show_alt (self, offer);
}

const char *
fr_image_details_get_alt (FrImageDetails *self)
{
  g_return_val_if_fail (FR_IS_IMAGE_DETAILS (self), NULL);

  return gtk_widget_get_visible (self->alt_box) ? gtk_editable_get_text (GTK_EDITABLE (self->alt)) : NULL;
}

gboolean
fr_image_details_get_smaller (FrImageDetails *self, unsigned *width, unsigned *height)
{
  g_return_val_if_fail (FR_IS_IMAGE_DETAILS (self), FALSE);

  *width = self->width;
  *height = self->height;
  return gtk_widget_get_visible (self->smaller) && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->smaller));
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_alt (FrImageDetails *self)
{
  GtkWidget *label;

  self->alt_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = add_label (self->alt_box, "heading");
  gtk_label_set_text (GTK_LABEL (label), _("Alternative text"));
  self->alt = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->alt), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->alt), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Alternative text"), -1);
  g_signal_connect_object (self->alt, "changed", G_CALLBACK (on_alt_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->alt_box), self->alt);
  self->word = add_label (self->alt_box, "caption");
  gtk_box_append (GTK_BOX (self), self->alt_box);
}

static void
fr_image_details_finalize (GObject *object)
{
  g_free (FR_IMAGE_DETAILS (object)->address);
  G_OBJECT_CLASS (fr_image_details_parent_class)->finalize (object);
}

static void
fr_image_details_class_init (FrImageDetailsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_image_details_finalize;
  signals[CHANGED] = g_signal_new ("changed", FR_TYPE_IMAGE_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fr_image_details_init (FrImageDetails *self)
{
  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-start", 18, "margin-end", 18,
                "margin-top", 18, "margin-bottom", 18, NULL);
  self->view = fr_thumbnail_view_new ();
  gtk_widget_set_size_request (self->view, WIDTH, HEIGHT);
  gtk_widget_set_halign (self->view, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->view);
  self->name = add_label (GTK_WIDGET (self), "heading");
  self->facts = add_label (GTK_WIDGET (self), "body");
  self->smaller = gtk_check_button_new ();
  gtk_box_append (GTK_BOX (self), self->smaller);
  add_alt (self);
}

GtkWidget *
fr_image_details_new (void)
{
  return g_object_new (FR_TYPE_IMAGE_DETAILS, NULL);
}
