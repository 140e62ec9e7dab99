/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling how work has ended to those who look at something else by then. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

/* One for each file: the newer takes the place of the older. */
static char *
name_notification (FrWindow *self)
{
  g_autofree char *uri = g_file_get_uri (fr_session_get_file (self->session));

  return g_strconcat ("saved ", uri, NULL);
}

static GApplication *
get_application (FrWindow *self)
{
  return G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

void
fr_window_tell_saved (FrWindow *self, const char *problem)
{
  g_autofree char *id = NULL, *name = NULL, *title = NULL, *uri = NULL;
  g_autoptr (GNotification) notification = NULL;

  if (self->session == NULL || !self->saved_in_sight || gtk_window_is_active (GTK_WINDOW (self)) ||
      get_application (self) == NULL)
    return;
  id = name_notification (self);
  name = fr_session_get_name (self->session);
  title = g_strdup_printf (problem != NULL ? _("“%s” is not saved") : _("“%s” is saved"), name);
  uri = g_file_get_uri (fr_session_get_file (self->session));
  notification = g_notification_new (title);
  if (problem != NULL)
    g_notification_set_body (notification, problem);
  g_notification_set_priority (notification, problem != NULL ? G_NOTIFICATION_PRIORITY_HIGH : G_NOTIFICATION_PRIORITY_LOW);
  /* Shows the window that has it. */
  g_notification_set_default_action_and_target (notification, "app.open-recent", "s", uri);
  g_application_send_notification (get_application (self), id, notification);
  self->notified = TRUE;
}

void
fr_window_withdraw (FrWindow *self)
{
  g_autofree char *id = NULL;

  if (!self->notified || self->session == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;
  self->notified = FALSE;
  id = name_notification (self);
  g_application_withdraw_notification (get_application (self), id);
}
