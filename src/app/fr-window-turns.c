/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there is no room for both, pane and preview take turns; where there is none for all buttons beside each other, some are
 * below. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

/* px, of the window without its shadow */
#define BOTH_FROM 900
#define BUTTONS_FROM 500

/* What is in the header bar no more is in the menu. */
static void
move_open_menu (FrWindow *self)
{
  gboolean is_in_menu = !gtk_widget_get_visible (self->open_button);

  if (is_in_menu == self->is_narrow)
    return;
  gtk_widget_set_visible (self->open_button, !self->is_narrow);
  if (self->is_narrow)
    g_menu_prepend_section (self->primary_menu, NULL, G_MENU_MODEL (self->open_menu));
  else
    g_menu_remove (self->primary_menu, 0);
}

static void
name_turn_button (FrWindow *self)
{
  const char *name = self->shows_page ? _("Edit") : _("Preview");

  gtk_button_set_label (self->turn_button, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->turn_button),
                               self->shows_page ? _("Go back to the sections and forms") : _("See the page as it will be published"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->turn_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_at_end (FrWindow *self, GtkWidget *button)
{
  return button != self->undo_button && button != self->redo_button;
}

static void
put_below (FrWindow *self, GtkWidget *button)
{
  adw_header_bar_remove (self->bar, button);
  if (is_at_end (self, button))
    gtk_action_bar_pack_end (self->bar_below, button);
  else
    gtk_action_bar_pack_start (self->bar_below, button);
}

static void
put_back (FrWindow *self, GtkWidget *button)
{
  gtk_action_bar_remove (self->bar_below, button);
  if (is_at_end (self, button))
    adw_header_bar_pack_end (self->bar, button);
  else
    adw_header_bar_pack_start (self->bar, button);
}

static void
move_buttons (FrWindow *self)
{
  GtkWidget *buttons[] = { self->undo_button, self->redo_button, self->review_button, self->source_button,
                           GTK_WIDGET (self->turn_button) };

  for (unsigned i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autoptr (GtkWidget) button = g_object_ref (buttons[i]);

      if (self->is_tight)
        put_below (self, button);
      else
        put_back (self, button);
    }
}

static void
show_turns (FrWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pane), !self->is_narrow || !self->shows_page);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !self->is_narrow || self->shows_page);
  name_turn_button (self);
  move_open_menu (self);
  fr_window_show_state (self);
}

void
fr_window_take_turn (FrWindow *self, gboolean shows_page)
{
  if (self->shows_page == shows_page)
    return;
  self->shows_page = shows_page;
  show_turns (self);
}

static void
take_turns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);

  fr_window_take_turn (self, !self->shows_page);
  gtk_widget_child_focus (self->shows_page ? GTK_WIDGET (self->preview) : GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
fit (FrWindow *self, double width)
{
  gboolean was_narrow = self->is_narrow, was_tight = self->is_tight;

  self->is_narrow = width < BOTH_FROM;
  self->is_tight = width < BUTTONS_FROM;
  if (self->is_tight != was_tight)
    move_buttons (self);
  if (self->is_narrow != was_narrow || self->is_tight != was_tight)
    show_turns (self);
}

/* Before the window is laid out with its new width, which may be less than both need. */
static void
on_width (FrWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  double shadow, top;

  gtk_native_get_surface_transform (GTK_NATIVE (self), &shadow, &top);
  fit (self, gdk_surface_get_width (surface) - 2 * shadow);
}

/* It begins as wide as it is to be, and not as all that it could show needs. */
static void
on_realized (FrWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  fit (self, width);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "notify::width", G_CALLBACK (on_width), self,
                           G_CONNECT_SWAPPED);
}

void
fr_window_init_turns (FrWindow *self)
{
  g_signal_connect (self, "realize", G_CALLBACK (on_realized), NULL);
  name_turn_button (self);
}

void
fr_window_install_turns (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_bind_template_child (widget_class, FrWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, bar_below);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, open_menu);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, turn_button);
  gtk_widget_class_install_action (widget_class, "win.take-turns", NULL, take_turns);
}
