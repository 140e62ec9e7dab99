/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-file-chooser.h"

#include <glib/gi18n-lib.h>

#define OF_OWNER "fr-file-chooser"

struct _FrFileChooser
{
  GtkFileChooserNative *dialog;
  GObject *owner;
  FrFileChosen chosen;
};

static void
fr_file_chooser_free (gpointer data)
{
  FrFileChooser *self = data;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->dialog));
  g_object_unref (self->dialog);
  g_free (self);
}

FrFileChooser *
fr_file_chooser_new (FrFileChooserKind kind, const char *title, const char *accept)
{
  static const GtkFileChooserAction actions[] = {
    [FR_CHOOSE_FILE] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [FR_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    [FR_CHOOSE_COPY] = GTK_FILE_CHOOSER_ACTION_SAVE,
  };
  FrFileChooser *self = g_new0 (FrFileChooser, 1);

  self->dialog = gtk_file_chooser_native_new (title, NULL, actions[kind], accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->dialog), TRUE);
  return self;
}

static void
add_filter (FrFileChooser *self, const char *name, GtkFileFilter *filter)
{
  gtk_file_filter_set_name (filter, name);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->dialog), filter);
}

void
fr_file_chooser_add_pattern (FrFileChooser *self, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_pattern (filter, pattern);
  add_filter (self, name, filter);
}

void
fr_file_chooser_add_type (FrFileChooser *self, const char *name, const char *mime_type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, mime_type);
  add_filter (self, name, filter);
}

void
fr_file_chooser_set_folder (FrFileChooser *self, GFile *folder)
{
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->dialog), folder, NULL);
}

void
fr_file_chooser_set_name (FrFileChooser *self, const char *name)
{
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->dialog), name);
}

static void
on_response (GtkNativeDialog *dialog, int response, FrFileChooser *self)
{
  g_autoptr (GFile) place = NULL;
  g_autoptr (GObject) owner = g_object_ref (self->owner);
  FrFileChosen chosen = self->chosen;

  if (response == GTK_RESPONSE_ACCEPT)
    place = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_set_data (owner, OF_OWNER, NULL);
  if (place != NULL)
    chosen (owner, place);
}

void
fr_file_chooser_show (FrFileChooser *self, GtkWindow *parent, gpointer owner, FrFileChosen chosen)
{
  self->owner = owner;
  self->chosen = chosen;
  g_object_set_data_full (owner, OF_OWNER, self, fr_file_chooser_free);
  g_signal_connect (self->dialog, "response", G_CALLBACK (on_response), self);
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (self->dialog), parent);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->dialog));
}
