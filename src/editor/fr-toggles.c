/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-toggles.h"

struct _FrToggles
{
  GtkWidget parent_instance;

  GPtrArray *buttons;  /* of GtkToggleButton, children */
  gboolean choosing;   /* it is the program that chooses */
};

G_DEFINE_FINAL_TYPE (FrToggles, fr_toggles, GTK_TYPE_WIDGET)

static unsigned chosen_signal;

static void
on_toggled (FrToggles *self, GtkToggleButton *button)
{
  unsigned index;

  if (!self->choosing && gtk_toggle_button_get_active (button) && g_ptr_array_find (self->buttons, button, &index))
    g_signal_emit (self, chosen_signal, 0, index);
}

static GtkWidget *
make_label (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

void
fr_toggles_add (FrToggles *self, const char *name, GtkWidget *picture)
{
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "hexpand", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (picture != NULL)
    gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), make_label (name));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
}

void
fr_toggles_choose (FrToggles *self, int index)
{
  self->choosing = TRUE;
  for (unsigned i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i], (int) i == index);
  self->choosing = FALSE;
}

void
fr_toggles_limit (FrToggles *self, unsigned n)
{
  while (self->buttons->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (self->buttons, self->buttons->len - 1));
}

GtkWidget *
fr_toggles_new (void)
{
  return g_object_new (FR_TYPE_TOGGLES, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
}

static void
fr_toggles_dispose (GObject *object)
{
  fr_toggles_limit (FR_TOGGLES (object), 0);
  G_OBJECT_CLASS (fr_toggles_parent_class)->dispose (object);
}

static void
fr_toggles_finalize (GObject *object)
{
  g_ptr_array_unref (FR_TOGGLES (object)->buttons);
  G_OBJECT_CLASS (fr_toggles_parent_class)->finalize (object);
}

static gboolean
fr_toggles_grab_focus (GtkWidget *widget)
{
  GPtrArray *buttons = FR_TOGGLES (widget)->buttons;

  for (unsigned i = 0; i < buttons->len; i++)
    if (gtk_toggle_button_get_active (buttons->pdata[i]))
      return gtk_widget_grab_focus (buttons->pdata[i]);
  return buttons->len > 0 && gtk_widget_grab_focus (buttons->pdata[0]);
}

static void
fr_toggles_class_init (FrTogglesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fr_toggles_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_toggles_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = fr_toggles_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  chosen_signal = g_signal_new ("chosen", FR_TYPE_TOGGLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
fr_toggles_init (FrToggles *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  self->buttons = g_ptr_array_new ();
  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "toggles");
}
