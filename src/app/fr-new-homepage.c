/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-new-homepage.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-dialog.h"
#include "fr-file-chooser.h"
#include "fr-recent-sites.h"
#include "fr-starter.h"

/* The dialog's, which is the window's until it is answered. */
typedef struct
{
  GtkWindow    *dialog;
  GtkEditable  *title;
  AdwActionRow *place;
  GFile        *folder;  /* NULL: none was chosen */
} Question;

#define OF_WINDOW "fr-new-homepage"

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->folder);
  g_free (question);
}

static void
tell (GtkWindow *window, const char *heading, const GError *error)
{
  static const FrButton buttons[] = { { "close", N_("_Close"), FR_BUTTON_SUGGESTED }, { NULL } };

  fr_dialog_show (window, heading, error->message, buttons, NULL);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = fr_starter_finish (result, &error);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (folder != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "app.open-recent", "s", uri);
  else if (gtk_widget_get_visible (GTK_WIDGET (window)))
    tell (window, _("The Site Could Not Be Made"), error);
}

static char *
get_title (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->title)));
}

static void
settle (Question *question)
{
  g_autofree char *title = get_title (question);

  fr_dialog_enable (question->dialog, "make", *title != '\0' && question->folder != NULL);
}

static void
on_folder_chosen (gpointer window, GFile *folder)
{
  Question *question = g_object_get_data (window, OF_WINDOW);
  g_autofree char *place = fr_place_describe (folder);

  if (question == NULL)
    return;
  g_set_object (&question->folder, folder);
  adw_action_row_set_subtitle (question->place, place);
  settle (question);
}

static void
choose_folder (GtkWindow *window)
{
  Question *question = g_object_get_data (G_OBJECT (window), OF_WINDOW);
  FrFileChooser *chooser = fr_file_chooser_new (FR_CHOOSE_FOLDER, _("Choose a Folder for the Site"), _("_Choose"));

  fr_file_chooser_show (chooser, question->dialog, window, on_folder_chosen);
}

static void
on_answered (GtkWindow *window, const char *answer)
{
  Question *question = g_object_get_data (G_OBJECT (window), OF_WINDOW);
  g_autofree char *title = get_title (question);

  if (g_strcmp0 (answer, "make") == 0)
    fr_starter_make_async (question->folder, title, on_made, g_object_ref (window));
  g_object_set_data (G_OBJECT (window), OF_WINDOW, NULL);
}

static GtkWidget *
add_place (Question *question, GtkWindow *window)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_("Choose…"));

  question->place = ADW_ACTION_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Folder"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (question->place, _("A new one, or one without a homepage"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_folder), window, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (question->place, button);
  return row;
}

static GtkWidget *
new_fields (Question *question, GtkWindow *window)
{
  GtkWidget *group = adw_preferences_group_new (), *title = adw_entry_row_new ();

  question->title = GTK_EDITABLE (title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (title), _("Title of the site"));
  g_signal_connect_swapped (title, "changed", G_CALLBACK (settle), question);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add_place (question, window));
  return group;
}

void
fr_new_homepage_ask (GtkWindow *window)
{
  static const FrButton buttons[] = {
    { "cancel", N_("_Cancel"), FR_BUTTON_PLAIN },
    { "make", N_("_Make Homepage"), FR_BUTTON_SUGGESTED },
    { NULL },
  };
  Question *question = g_new0 (Question, 1);
  GtkWidget *fields = new_fields (question, window);

  g_object_set_data_full (G_OBJECT (window), OF_WINDOW, question, free_question);
  question->dialog = fr_dialog_show_with (window, _("New Homepage"),
                                          _("It begins with a banner, highlights and two pictures, each with a text that says what "
                                            "belongs there."), fields, buttons, on_answered);
  settle (question);
  gtk_widget_grab_focus (GTK_WIDGET (question->title));
}

void
fr_new_homepage_try_sample (GtkWindow *window)
{
  fr_starter_sample_async (on_made, g_object_ref (window));
}
