/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of its session all the time: name, path, what can be done, what is missing. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-change-name.h"
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-section",
                                 usable && fr_session_get_unreadable (self->session) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.take-turns", self->session != NULL && self->is_narrow);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.source", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.review",
                                 usable && fr_session_is_modified (self->session) &&
                                 fr_session_get_unreadable (self->session) == NULL);
  if (usable && fr_session_is_saving (self->session))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", FALSE);
}

/* "Undo change of Hero title"; "Undo" where there is nothing. transfer full */
static char *
name_step (FrWindow *self, gboolean is_undo)
{
  FrDocument *document = self->session != NULL ? fr_session_get_document (self->session) : NULL;
  gboolean in_source = self->session != NULL && fr_session_steps_in_source (self->session, !is_undo);
  const GPtrArray *changes = document == NULL || in_source ? NULL
                             : is_undo ? fr_document_get_undo (document) : fr_document_get_redo (document);
  g_autofree char *name = changes != NULL ? fr_changes_get_name (changes) : NULL;

  if (in_source)
    return g_strdup (is_undo ? _("Undo typing in the source") : _("Redo typing in the source"));
  if (name == NULL)
    return g_strdup (is_undo ? _("Undo") : _("Redo"));
  /* Translators: what is undone or redone: "change of Hero title", "removal of Infopic" */
  return g_strdup_printf (is_undo ? _("Undo %s") : _("Redo %s"), name);
}

static gboolean
query_step (FrWindow *self, GtkTooltip *tooltip, gboolean is_undo)
{
  g_autofree char *name = name_step (self, is_undo);

  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

/* Asked for when they are to be shown: to set them with each key press would make GTK wait for the X server. */
gboolean
fr_window_query_undo (FrWindow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkWidget *button)
{
  return query_step (self, tooltip, TRUE);
}

gboolean
fr_window_query_redo (FrWindow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkWidget *button)
{
  return query_step (self, tooltip, FALSE);
}

/* What a tooltip says to those who see it. */
void
fr_window_describe_steps (FrWindow *self)
{
  g_autofree char *undo = name_step (self, TRUE);
  g_autofree char *redo = name_step (self, FALSE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, undo, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, redo, -1);
}

/* What the session says of itself is another thing now. */
void
fr_window_show_state (FrWindow *self)
{
  show_title (self);
  enable_actions (self);
  fr_window_describe_steps (self);
  gtk_widget_set_visible (GTK_WIDGET (self->turn_button), self->session != NULL && self->is_narrow);
  gtk_widget_set_visible (self->source_button, self->session != NULL);
  gtk_widget_set_visible (self->review_button, self->session != NULL);
  gtk_action_bar_set_revealed (self->bar_below, self->session != NULL && self->is_tight);
  gtk_widget_set_visible (self->lone, self->session != NULL && fr_session_is_lone (self->session));
  fr_window_guard_changes (self);
}
