/* Saving, and asking before something would be lost. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-dialog.h"
#include "fr-save.h"

typedef struct
{
  FrWindow *window;
  FrDocument *document;  /* the window may show another one by the time it is saved */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->document);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_overwrite_answer (FrWindow *self, const char *response)
{
  if (strcmp (response, "overwrite") == 0)
    fr_window_save (self, TRUE);
  else
    self->close_when_saved = FALSE;
}

static void
ask_overwrite (FrWindow *self)
{
  AdwMessageDialog *dialog = fr_dialog_new (GTK_WINDOW (self), _("The File Has Changed"),
                                              _("Another program has written this file since it was opened. Saving "
                                             "now replaces what it wrote."));

  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"), "overwrite", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_overwrite_answer), self, G_CONNECT_SWAPPED);
  fr_dialog_present (dialog);
}

static void
show_failure (FrWindow *self, const char *sentence)
{
  AdwMessageDialog *dialog = fr_dialog_new (GTK_WINDOW (self), _("Not Saved"), sentence);

  self->close_when_saved = FALSE;
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  fr_dialog_present (dialog);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  FrWindow *self = saving->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (FrSnapshot) saved = fr_save_finish (result, &error);

  self->saving = FALSE;
  if (saved != NULL)
    fr_document_mark_saved (saving->document, saved);
  fr_window_update_title (self);
  fr_window_update_actions (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_overwrite (self);
  else if (saved == NULL)
    show_failure (self, error->message);
  else if (self->close_when_saved)
    gtk_window_close (GTK_WINDOW (self));
}

void
fr_window_save (FrWindow *self, gboolean over_changes)
{
  Saving *saving;

  if (self->document == NULL || self->saving)
    return;
  saving = g_new0 (Saving, 1);
  saving->window = g_object_ref (self);
  saving->document = g_object_ref (self->document);
  self->saving = TRUE;
  fr_window_update_actions (self);
  fr_save_async (self->file, fr_snapshot_new (self->document), over_changes, on_saved, saving);
}

static void
destroy (gpointer window)
{
  gtk_window_destroy (window);
  g_object_unref (window);
}

static void
on_close_answer (FrWindow *self, const char *response)
{
  /* The dialog still holds on to its parent while it closes. */
  if (strcmp (response, "discard") == 0)
    g_idle_add_once (destroy, g_object_ref (self));
  else if (strcmp (response, "save") == 0)
    {
      self->close_when_saved = TRUE;
      fr_window_save (self, FALSE);
    }
}

static void
ask_close (FrWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *body = g_strdup_printf (_("“%s” has changes that are not saved. If they are discarded, they "
                                             "are lost."), shown);
  AdwMessageDialog *dialog = fr_dialog_new (GTK_WINDOW (self), _("Save Changes?"), body);

  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answer), self, G_CONNECT_SWAPPED);
  fr_dialog_present (dialog);
}

gboolean
fr_window_close_request (GtkWindow *window)
{
  FrWindow *self = FR_WINDOW (window);
  gboolean modified = self->document != NULL && fr_document_is_modified (self->document);

  if (self->saving)
    {
      self->close_when_saved = TRUE;
      return TRUE;
    }
  self->close_when_saved = FALSE;
  if (modified)
    {
      ask_close (self);
      return TRUE;
    }
  return FALSE;
}
