/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, and asking before something would be lost. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-dialog.h"
#include "fr-file-chooser.h"

static void save (FrWindow *self, gboolean over_changes);

static void
on_overwrite_answer (GtkWindow *window, const char *response)
{
  FrWindow *self = FR_WINDOW (window);

  if (strcmp (response, "overwrite") == 0)
    save (self, TRUE);
  else
    self->close_when_saved = FALSE;
}

/* The file is not as it was: another one, or gone. */
static void
ask_overwrite (FrWindow *self, gboolean is_gone)
{
  const FrButton buttons[] = {
    { "cancel", _("_Cancel") },
    { "overwrite", is_gone ? _("_Make It Anew") : _("_Replace"), is_gone ? FR_BUTTON_SUGGESTED : FR_BUTTON_DESTRUCTIVE },
    { NULL }
  };

  fr_dialog_show (GTK_WINDOW (self), is_gone ? _("The File Is Gone") : _("The File Has Changed"),
                  is_gone ? _("It was deleted, moved or renamed since it was opened. Saving now makes it anew where it was.")
                          : _("Another program has written this file since it was opened. Saving now replaces what it wrote."),
                  buttons, on_overwrite_answer);
}

static void
on_failure_answer (GtkWindow *window, const char *response)
{
  if (strcmp (response, "again") == 0)
    save (FR_WINDOW (window), FALSE);
  else if (strcmp (response, "copy") == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.save-copy", NULL);
  else if (strcmp (response, "text") == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-text", NULL);
}

/* What to do where something writes to the disk in vain. */
static const char *
advise (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _("Make room on the disk and try again, or put them on another one.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _("Put them somewhere else, or ask the person who looks after the site’s folder to let you write there.");
  return _("Try again, or put them somewhere else.");
}

/* Of a copy, another place is asked for instead of the same once more. */
static void
show_failure (FrWindow *self, const GError *error, gboolean of_copy)
{
  g_autofree char *body = g_strconcat (error->message, "\n\n", _("Your changes are still here, unsaved."), " ", advise (error), NULL);
  const FrButton buttons[] = {
    { "close", _("_Close") },
    { "text", _("Copy the _Text") },
    { "copy", _("Save a _Copy…"), of_copy ? FR_BUTTON_SUGGESTED : FR_BUTTON_PLAIN },
    { of_copy ? NULL : "again", _("_Try Again"), FR_BUTTON_SUGGESTED },
    { NULL }
  };

  self->close_when_saved = FALSE;
  fr_dialog_show (GTK_WINDOW (self), _("Not Saved"), body, buttons, on_failure_answer);
}

static void
on_unreadable_answer (GtkWindow *window, const char *response)
{
  if (strcmp (response, "copy") == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.save-copy", NULL);
  else if (strcmp (response, "back") == 0)
    fr_session_take_back_source (FR_WINDOW (window)->session);
  else if (strcmp (response, "go") == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-source", NULL);
}

/* Nothing else is wrong, and nothing would come of trying again. */
static void
show_unreadable (FrWindow *self, const char *sentence)
{
  const FrButton buttons[] = {
    { "close", _("Keep _Editing") },
    { "copy", _("Save a _Copy…") },
    { "back", _("_Take Back"), FR_BUTTON_DESTRUCTIVE },
    { "go", _("_Go There"), FR_BUTTON_SUGGESTED },
    { NULL }
  };
  g_autofree char *body = g_strconcat (sentence, "\n\n", _("Correct it there, or take back what was typed in the source since "
                                                           "it could be read. A copy has the text as it is."), NULL);

  self->close_when_saved = FALSE;
  fr_dialog_show (GTK_WINDOW (self), _("Not Saved"), body, buttons, on_unreadable_answer);
}

static void
tell_failure (FrWindow *self, const GError *error, gboolean over_changes)
{
  /* Of what both have changed people are asked already. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG) && fr_session_get_conflicts (self->session) != NULL)
    self->close_when_saved = FALSE;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_overwrite (self, FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !over_changes)
    ask_overwrite (self, TRUE);
  else if (fr_session_get_unreadable (self->session) != NULL)
    show_unreadable (self, error->message);
  else
    show_failure (self, error, FALSE);
}

/* Takes the window. */
static void
end_save (FrWindow *window, FrSession *session, GAsyncResult *result, gboolean over_changes)
{
  g_autoptr (FrWindow) self = window;
  g_autoptr (GError) error = NULL;
  gboolean good = fr_session_save_finish (session, result, &error);

  if (session == self->session)
    fr_window_tell_saved (self, good ? NULL : error->message);
  if (!good)
    tell_failure (self, error, over_changes);
  else if (self->close_when_saved && session == self->session)
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer window)
{
  end_save (window, FR_SESSION (source), result, FALSE);
}

static void
on_saved_over (GObject *source, GAsyncResult *result, gpointer window)
{
  end_save (window, FR_SESSION (source), result, TRUE);
}

static void
save (FrWindow *self, gboolean over_changes)
{
  if (self->session == NULL || fr_session_is_saving (self->session))
    return;
  self->saved_in_sight = gtk_window_is_active (GTK_WINDOW (self));
  fr_session_save_async (self->session, over_changes, over_changes ? on_saved_over : on_saved, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (FR_WINDOW (widget), FALSE);
}

static void
on_copy_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrWindow) self = data;
  g_autoptr (GError) error = NULL;

  /* Not in a window that was closed meanwhile. */
  if (!fr_session_save_copy_finish (FR_SESSION (source), result, &error) && self->session != NULL)
    show_failure (self, error, TRUE);
}

static void
on_copy_chosen (gpointer window, GFile *file)
{
  FrWindow *self = window;

  if (self->session != NULL)
    fr_session_save_copy_async (self->session, file, on_copy_saved, g_object_ref (self));
}

static void
save_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  FrFileChooser *chooser;
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;
  chooser = fr_file_chooser_new (FR_CHOOSE_COPY, _("Save a Copy"), _("_Save"));
  name = g_file_get_basename (fr_session_get_file (self->session));
  fr_file_chooser_set_name (chooser, name);
  fr_file_chooser_show (chooser, GTK_WINDOW (self), self, on_copy_chosen);
}

static void
copy_text_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);

  g_autoptr (GBytes) source = self->session != NULL ? fr_session_get_source (self->session) : NULL;
  g_autofree char *text = source != NULL ? g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source)) : NULL;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

void
fr_window_install_saving (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.copy-text", NULL, copy_text_action);
}

static void
destroy (gpointer window)
{
  gtk_window_destroy (window);
  g_object_unref (window);
}

static void
on_close_answer (GtkWindow *window, const char *response)
{
  FrWindow *self = FR_WINDOW (window);

  /* The dialog still holds on to its parent while it closes. */
  if (strcmp (response, "discard") == 0)
    {
      fr_session_forget_unsaved (self->session);
      g_idle_add_once (destroy, g_object_ref (self));
    }
  else if (strcmp (response, "save") == 0)
    {
      self->close_when_saved = TRUE;
      save (self, FALSE);
    }
  else if (strcmp (response, "copy") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
}

static void
ask_close (FrWindow *self)
{
  gboolean faulty = fr_session_get_fault (self->session) != NULL;
  g_autofree char *name = fr_session_get_name (self->session);
  g_autofree char *body = g_strdup_printf (_("“%s” has changes that are not saved. If they are discarded, they "
                                             "are lost."), name);
  const FrButton buttons[] = {
    { "cancel", _("_Cancel") },
    { "discard", _("_Discard"), FR_BUTTON_DESTRUCTIVE },
    { faulty ? "copy" : "save", faulty ? _("Save a _Copy…") : _("_Save"), FR_BUTTON_SUGGESTED },
    { NULL }
  };

  fr_dialog_show (GTK_WINDOW (self), _("Save Changes?"), body, buttons, on_close_answer);
}

gboolean
fr_window_close_request (GtkWindow *window)
{
  FrWindow *self = FR_WINDOW (window);

  /* What another window shows as well is not lost with this one. */
  if (self->session == NULL || fr_window_find_other (self, self->session) != NULL)
    return FALSE;
  if (fr_session_is_saving (self->session))
    {
      self->close_when_saved = TRUE;
      return TRUE;
    }
  self->close_when_saved = FALSE;
  if (!fr_session_is_modified (self->session))
    return FALSE;
  ask_close (self);
  return TRUE;
}

/* The program's, and not the window's own: a window that goes has none any more. */
void
fr_window_guard_changes (FrWindow *self)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  gboolean wanted = self->session != NULL && fr_session_is_modified (self->session);

  if (wanted && self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT,
                                               _("There are unsaved changes"));
  else if (!wanted && self->inhibited != 0)
    {
      gtk_application_uninhibit (application, self->inhibited);
      self->inhibited = 0;
    }
}
