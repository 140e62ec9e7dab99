/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-kind-chooser.h"

#include <glib/gi18n-lib.h>

#include "fr-new-section.h"

#define SKETCH_SIZE 72  /* px */

struct _FrKindChooser
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (FrKindChooser, fr_kind_chooser, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static unsigned signals[N_SIGNALS];

typedef struct
{
  const FrKind *kind;
  char         *why_not;
} Offer;

static int
by_need (gconstpointer a, gconstpointer b)
{
  const Offer *one = a, *other = b;

  if ((one->why_not != NULL) != (other->why_not != NULL))
    return one->why_not != NULL ? 1 : -1;
  return (int) one->kind->rank - (int) other->kind->rank;
}

static void
clear_offer (gpointer data)
{
  g_free (((Offer *) data)->why_not);
}

static GArray *
make_offers (FrDocument *document)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  g_array_set_clear_func (offers, clear_offer);
  for (unsigned i = 0; i < n_kinds; i++)
    {
      Offer offer = { &kinds[i], fr_new_section_why_not (document, &kinds[i]) };

      g_array_append_val (offers, offer);
    }
  g_array_sort (offers, by_need);
  return offers;
}

static void
on_clicked (FrKindChooser *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, ((const FrKind *) g_object_get_data (G_OBJECT (button), "kind"))->name);
}

static void
add_line (GtkWidget *lines, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (lines), label);
}

static GtkWidget *
make_content (const Offer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *icon = g_strconcat ("sketch-", offer->kind->name, "-symbolic", NULL);
  GtkWidget *sketch = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (sketch), SKETCH_SIZE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  add_line (lines, _(offer->kind->label), "heading");
  add_line (lines, _(offer->kind->purpose), "body");
  if (offer->why_not != NULL)
    add_line (lines, offer->why_not, "caption");
  gtk_box_append (GTK_BOX (box), sketch);
  gtk_box_append (GTK_BOX (box), lines);
  return box;
}

static void
add_offer (FrKindChooser *self, const Offer *offer)
{
  GtkWidget *button = gtk_button_new ();

  g_object_set_data (G_OBJECT (button), "kind", (gpointer) offer->kind);
  gtk_button_set_child (GTK_BUTTON (button), make_content (offer));
  gtk_widget_set_sensitive (button, offer->why_not == NULL);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "kind");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(offer->kind->label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  offer->why_not != NULL ? offer->why_not : _(offer->kind->purpose), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

void
fr_kind_chooser_offer (FrKindChooser *self, FrDocument *document)
{
  g_autoptr (GArray) offers = NULL;
  GtkWidget *child;

  g_return_if_fail (FR_IS_KIND_CHOOSER (self));

  offers = make_offers (document);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (unsigned i = 0; i < offers->len; i++)
    add_offer (self, &g_array_index (offers, Offer, i));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fr_kind_chooser_focus (FrKindChooser *self)
{
  g_return_if_fail (FR_IS_KIND_CHOOSER (self));

  /* By itself: which is the first one, GTK tells by where they are, and they are nowhere yet. */
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->box));
}

static void
fr_kind_chooser_dispose (GObject *object)
{
  g_clear_pointer (&FR_KIND_CHOOSER (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_kind_chooser_parent_class)->dispose (object);
}

static void
fr_kind_chooser_class_init (FrKindChooserClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fr_kind_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_KIND_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
fr_kind_chooser_init (FrKindChooser *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->box, "kinds");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
