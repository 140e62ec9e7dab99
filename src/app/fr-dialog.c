/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-dialog.h"

void
fr_dialog_name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* GTK 4.8 calls a button with a mnemonic "_Cancel Cancel" on the accessibility bus. */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", 2);
      g_autofree char *name = g_strjoinv ("", parts);

      fr_dialog_name_button (widget, name);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
add_button (AdwMessageDialog *dialog, const FrButton *button)
{
  static const AdwResponseAppearance appearances[] = {
    [FR_BUTTON_PLAIN] = ADW_RESPONSE_DEFAULT,
    [FR_BUTTON_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [FR_BUTTON_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };

  adw_message_dialog_add_response (dialog, button->name, button->label);
  adw_message_dialog_set_response_appearance (dialog, button->name, appearances[button->look]);
  if (button->look == FR_BUTTON_SUGGESTED)
    adw_message_dialog_set_default_response (dialog, button->name);
}

GtkWindow *
fr_dialog_show_with (GtkWindow *window, const char *heading, const char *body, GtkWidget *child, const FrButton *buttons,
                     FrDialogAnswered answered)
{
  GtkWidget *dialog = adw_message_dialog_new (window, heading, body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), child);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), buttons->name);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), buttons->name);
  for (; buttons->name != NULL; buttons++)
    add_button (ADW_MESSAGE_DIALOG (dialog), buttons);
  if (answered != NULL)
    g_signal_connect_object (dialog, "response", G_CALLBACK (answered), window, G_CONNECT_SWAPPED);
  name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

void
fr_dialog_enable (GtkWindow *dialog, const char *name, gboolean enabled)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), name, enabled);
}

void
fr_dialog_show (GtkWindow *window, const char *heading, const char *body, const FrButton *buttons,
                FrDialogAnswered answered)
{
  fr_dialog_show_with (window, heading, body, NULL, buttons, answered);
}
