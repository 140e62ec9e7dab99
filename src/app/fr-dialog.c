/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-dialog.h"

AdwMessageDialog *
fr_dialog_new (GtkWindow *parent, const char *heading, const char *body)
{
  return ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
}

/* GTK 4.8 calls a button with a mnemonic "_Cancel Cancel" on the accessibility bus. */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", 2);
      g_autofree char *name = g_strjoinv ("", parts);

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

void
fr_dialog_present (AdwMessageDialog *self)
{
  name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
