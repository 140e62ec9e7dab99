/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window tells of an edit: that something is gone, and how it comes back; that it could not be made. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#define SECONDS_TO_REGRET 10

static void
show_toast (FrWindow *self, const char *sentence, gboolean with_undo)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_timeout (toast, SECONDS_TO_REGRET);
    }
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
tell_removed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Translators: a section or an item of a list: "Infopic: SCRI Academy removed" */
  g_autofree char *sentence = g_strdup_printf (_("%s removed"), g_variant_get_string (parameter, NULL));

  show_toast (FR_WINDOW (widget), sentence, TRUE);
}

static void
tell_problem (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_toast (FR_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

void
fr_window_install_toasts (FrWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-removed", "s", tell_removed);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.tell-problem", "s", tell_problem);
}
