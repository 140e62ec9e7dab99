/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from outside of the window: what an earlier run left unsaved, and what others do to the file. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-dialog.h"

static char *
say_when (gint64 time)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (time);

  return g_date_time_format (when, "%c");
}

static void
on_draft_answer (GtkWindow *window, const char *response)
{
  FrWindow *self = FR_WINDOW (window);

  if (self->session == NULL)
    return;
  if (strcmp (response, "restore") == 0)
    fr_session_restore_draft (self->session);
  else if (strcmp (response, "discard") == 0)
    fr_session_discard_draft (self->session);
}

/* A line for each change. */
static GtkWidget *
make_list (GStrv lines)
{
  g_autofree char *text = g_strjoinv ("\n", lines);
  GtkWidget *label = gtk_label_new (text), *view = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (view), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (view), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (view), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (view), 240);
  return view;
}

void
fr_window_offer_draft (FrWindow *self)
{
  const FrButton buttons[] = {
    { "later", _("_Later") },
    { "discard", _("_Discard"), FR_BUTTON_DESTRUCTIVE },
    { "restore", _("_Restore"), FR_BUTTON_SUGGESTED },
    { NULL }
  };
  g_auto (GStrv) lines = fr_session_list_draft (self->session);
  g_autofree char *when = NULL, *body = NULL;

  if (lines == NULL)
    return;
  when = say_when (fr_session_get_draft_time (self->session));
  body = g_strdup_printf (_("Frontage ended on %s before these changes were saved. The file has not got them:"), when);
  fr_dialog_show_with (GTK_WINDOW (self), _("Restore Unsaved Changes?"), body, make_list (lines), buttons, on_draft_answer);
}

static void
on_trouble (FrWindow *self)
{
  const char *sentence = fr_session_get_trouble (self->session);
  g_autofree char *markup = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;
  AdwToast *toast;

  if (sentence == NULL)
    return;
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Where the system does not tell of a change, as of one on another machine, it is seen when people come back. */
static void
on_active (FrWindow *self)
{
  if (self->session != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    fr_session_look_at_file (self->session);
}

void
fr_window_connect_outside (FrWindow *self)
{
  g_signal_connect_swapped (self->session, "notify::trouble", G_CALLBACK (on_trouble), self);
  g_signal_connect_swapped (self->session, "conflicts", G_CALLBACK (fr_window_ask_conflicts), self);
  g_signal_handlers_disconnect_by_func (self, on_active, NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
}
