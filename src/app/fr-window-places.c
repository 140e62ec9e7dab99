/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the page one is: what a click in the preview, an undo or a key leads to, in pane and preview. */
#include "fr-window-private.h"

#include <string.h>

#include "fr-pointer.h"

void
fr_window_follow_chosen (FrWindow *self, const char *pointer)
{
  if (!self->choosing_from_preview && *pointer != '\0')
    fr_preview_scroll_to (self->preview, pointer);
  fr_window_follow_focus (self);
}

static void
open_from_preview (FrWindow *self, const char *pointer, gboolean select)
{
  if (self->session == NULL || fr_session_get_unreadable (self->session) != NULL)
    return;
  fr_window_take_turn (self, FALSE);
  self->choosing_from_preview = TRUE;
  fr_pane_open (self->pane, pointer, select);
  self->choosing_from_preview = FALSE;
}

void
fr_window_open_clicked (FrWindow *self, const char *pointer)
{
  open_from_preview (self, pointer, FALSE);
}

void
fr_window_open_double_clicked (FrWindow *self, const char *pointer)
{
  open_from_preview (self, pointer, TRUE);
}

void
fr_window_follow_focus (FrWindow *self)
{
  const char *focused;

  if (self->preview == NULL || self->pane == NULL)
    return;
  focused = fr_pane_get_focused (self->pane);
  if (focused != NULL)
    fr_source_view_show_value (self->source, focused);
  fr_preview_mark (self->preview, fr_source_view_has_focus (self->source) ? fr_source_view_get_place (self->source) : focused);
}

/* Whether it is a section that came, went or moved, and not something in one. */
static gboolean
is_section (const char *pointer)
{
  return fr_pointer_is_within (pointer, "/sections") && strchr (pointer + strlen ("/sections") + 1, '/') == NULL;
}

/* What came back may be in another section than the one that is open, or in another field than the one that has the focus:
 * go there. */
static void
show_last_change (FrWindow *self)
{
  const char *changed = self->last_changed, *focused = fr_pane_get_focused (self->pane);

  if (changed == NULL || *changed == '\0' || strcmp (changed, "/sections") == 0)
    return;
  if (is_section (changed))
    fr_pane_choose (self->pane, changed);
  else if (focused == NULL || !fr_pointer_is_within (focused, changed))
    fr_pane_open (self->pane, changed, FALSE);
}

static void
history_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  gboolean is_undo = strcmp (action, "win.undo") == 0, from_source;

  if (self->session == NULL)
    return;
  from_source = fr_window_is_reviewing (self) || fr_source_view_has_focus (self->source) || fr_session_steps_in_source (self->session, !is_undo);
  if ((is_undo ? fr_session_undo : fr_session_redo) (self->session) && !from_source)
    show_last_change (self);
}

/* "win.add-section" is "pane.add", "win.find" is "pane.find": for the keys, which may be pressed anywhere in the window. */
static void
pane_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  g_autofree char *name = g_strconcat ("pane.", strchr (action, '.') + 1, NULL);
  char *section = strstr (name, "-section");

  if (self->session == NULL)
    return;
  gtk_widget_activate_action (widget, "win.back-from-review", NULL);
  if (section != NULL)
    *section = '\0';
  fr_window_take_turn (self, FALSE);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->pane), name, NULL);
}

void
fr_window_install_places (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_bind_template_callback (widget_class, fr_window_follow_chosen);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_open_double_clicked);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_follow_focus);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.previous-section", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.next-section", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.add-section", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, pane_action);
}
