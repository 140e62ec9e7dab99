/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has just happened, said over the window for a while. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

static AdwToast *
make_toast (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

static void
on_dismissed (FrWindow *self, AdwToast *toast)
{
  if (self->removed == toast)
    self->removed = NULL;
}

/* Its Undo takes back what is done last, so it goes with the next change. */
static void
tell_removed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  /* Translators: the title of what is gone: "Infopic: Learn to sail" */
  g_autofree char *sentence = g_strdup_printf (_("“%s” removed"), g_variant_get_string (parameter, NULL));

  fr_window_forget_removed (self);
  self->removed = make_toast (sentence);
  adw_toast_set_button_label (self->removed, _("Undo"));
  adw_toast_set_action_name (self->removed, "win.undo");
  g_signal_connect_object (self->removed, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->removed);
}

static void
tell_problem (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_toast_overlay_add_toast (FR_WINDOW (widget)->toasts, make_toast (g_variant_get_string (parameter, NULL)));
}

void
fr_window_forget_removed (FrWindow *self)
{
  if (self->removed != NULL)
    adw_toast_dismiss (self->removed);
  self->removed = NULL;
}

void
fr_window_install_toasts (FrWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-removed", "s", tell_removed);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-problem", "s", tell_problem);
}
