/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's text below pane and preview: shown when it is wanted, and in step with them. */
#include "fr-window-private.h"

/* Of the height that there is, for what stands above. */
#define SHARE_ABOVE 0.55

/* The pane goes where the cursor is, and the page with it; the focus stays. */
static void
on_source_pointed (FrWindow *self, const char *pointer)
{
  fr_pane_reveal (self->pane, pointer);
  fr_preview_mark (self->preview, pointer);
}

static void
begin_source (FrWindow *self)
{
  const char *focused = fr_pane_get_focused (self->pane);
  g_autofree char *pointer = g_strdup (focused != NULL ? focused : fr_pane_get_chosen (self->pane));

  gtk_paned_set_position (self->levels, gtk_widget_get_height (GTK_WIDGET (self->levels)) * SHARE_ABOVE);
  fr_source_view_set_session (self->source, self->session);
  if (pointer != NULL)
    fr_source_view_show_value (self->source, pointer);
  gtk_widget_grab_focus (GTK_WIDGET (self->source));
}

/* Property "source-shown", which the action "win.source" is of; it is also asked for before and after there is a source. */
static void
fr_window_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  FrWindow *self = FR_WINDOW (object);

  g_value_set_boolean (value, self->source != NULL && gtk_widget_get_visible (GTK_WIDGET (self->source)));
}

static void
fr_window_set_property (GObject *object, unsigned id, const GValue *value, GParamSpec *spec)
{
  gtk_widget_set_visible (GTK_WIDGET (FR_WINDOW (object)->source), g_value_get_boolean (value));
}

void
fr_window_update_source (FrWindow *self)
{
  gboolean had_focus = fr_source_view_has_focus (self->source);

  g_object_notify (G_OBJECT (self), "source-shown");
  if (self->session != NULL && gtk_widget_get_visible (GTK_WIDGET (self->source)))
    {
      begin_source (self);
      return;
    }
  fr_source_view_set_session (self->source, NULL);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
show_source (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->source), TRUE);
  fr_source_view_go_to_problem (self->source);
}

void
fr_window_install_source (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->get_property = fr_window_get_property;
  G_OBJECT_CLASS (class)->set_property = fr_window_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (class), 1, g_param_spec_boolean (
    "source-shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_install_property_action (widget_class, "win.source", "source-shown");
  gtk_widget_class_bind_template_child (widget_class, FrWindow, levels);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, source);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, source_button);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_update_source);
  gtk_widget_class_bind_template_callback (widget_class, on_source_pointed);
  gtk_widget_class_install_action (widget_class, "win.show-source", NULL, show_source);
}
