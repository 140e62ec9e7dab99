/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be saved, in the place of pane and preview while somebody looks at it. */
#include "fr-window-private.h"

gboolean
fr_window_is_reviewing (FrWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "review") == 0;
}

static void
review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);

  fr_session_settle (self->session);
  if (fr_session_get_unreadable (self->session) != NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "review");
  fr_review_page_set_session (self->review, self->session);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);

  if (!fr_window_is_reviewing (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, "editor");
  fr_review_page_set_session (self->review, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

void
fr_window_install_review (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_bind_template_child (widget_class, FrWindow, review);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, review_button);
  gtk_widget_class_install_action (widget_class, "win.review", NULL, review);
  gtk_widget_class_install_action (widget_class, "win.back-from-review", NULL, back);
}
