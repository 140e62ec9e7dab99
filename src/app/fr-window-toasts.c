/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window tells of an edit: that something is gone or many texts are others, and how they come back; that it could not be
 * made. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#define SECONDS_TO_REGRET 10

static AdwToast *
make_toast (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

/* Its button takes back the last edit: it goes with the next one, whatever that is. */
void
fr_window_forget_regret (FrWindow *self)
{
  if (self->regret != NULL)
    adw_toast_set_button_label (self->regret, NULL);
}

static void
on_dismissed (FrWindow *self)
{
  self->regret = NULL;
}

static AdwToast *
add_regret (FrWindow *self)
{
  AdwToast *toast = make_toast ("");

  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, SECONDS_TO_REGRET);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

/* One that is shown says the newest: libadwaita 1.2 crashes where one takes the place of another that is on its way out. */
static void
tell_with_undo (FrWindow *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  if (self->regret == NULL)
    self->regret = add_regret (self);
  adw_toast_set_title (self->regret, markup);
  adw_toast_set_button_label (self->regret, _("_Undo"));
}

static void
tell_done (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tell_with_undo (FR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
tell_removed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Translators: a section or an item of a list: "Infopic: SCRI Academy removed" */
  g_autofree char *sentence = g_strdup_printf (_("%s removed"), g_variant_get_string (parameter, NULL));

  tell_with_undo (FR_WINDOW (widget), sentence);
}

static void
tell_problem (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_toast_overlay_add_toast (FR_WINDOW (widget)->toasts, make_toast (g_variant_get_string (parameter, NULL)));
}

void
fr_window_install_toasts (FrWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-done", "s", tell_done);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-removed", "s", tell_removed);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-problem", "s", tell_problem);
}
