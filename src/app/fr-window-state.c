/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of its session all the time: name, path, what can be done, what is missing. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-recent-sites.h"

/* Before it is read, a place has no other name than its own. */
static char *
name_window (FrWindow *self)
{
  g_autofree char *name = NULL;

  if (self->session != NULL)
    return fr_session_get_name (self->session);
  if (self->wanted == NULL)
    return g_strdup (_("Frontage"));
  name = g_file_get_basename (self->wanted);
  return g_filename_display_name (name);
}

/* The site first, the file second. */
static void
show_title (FrWindow *self)
{
  gboolean modified = self->session != NULL && fr_session_is_modified (self->session);
  GFile *file = self->session != NULL ? fr_session_get_file (self->session) : self->wanted;
  g_autofree char *name = name_window (self);
  g_autofree char *title = g_strconcat (modified ? "• " : "", name, NULL);
  g_autofree char *path = file ? fr_place_describe (file) : NULL;

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, path ? path : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), modified ? _("There are unsaved changes") : NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
enable_actions (FrWindow *self)
{
  static const char * const edits[] = { "can-undo", "can-redo", "modified" };
  static const char * const actions[] = { "win.undo", "win.redo", "win.save" };
  gboolean usable = self->session != NULL && fr_session_get_fault (self->session) == NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      gboolean can = FALSE;

      if (usable)
        g_object_get (self->session, edits[i], &can, NULL);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], can);
    }
  if (usable && fr_session_is_saving (self->session))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", FALSE);
}

/* What the session says of itself is another thing now. */
void
fr_window_show_state (FrWindow *self)
{
  show_title (self);
  enable_actions (self);
  gtk_widget_set_visible (self->lone, self->session != NULL && fr_session_is_lone (self->session));
  fr_window_guard_changes (self);
}
