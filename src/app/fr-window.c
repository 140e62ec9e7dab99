/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-dialog.h"
#include "fr-error.h"
#include "fr-pointer.h"
#include "fr-recent-sites.h"
#include "fr-settings.h"

G_DEFINE_FINAL_TYPE (FrWindow, fr_window, ADW_TYPE_APPLICATION_WINDOW)

GtkWidget *
fr_window_new (GtkApplication *application)
{
  return g_object_new (FR_TYPE_WINDOW, "application", application, NULL);
}

gboolean
fr_window_is_empty (FrWindow *self)
{
  g_return_val_if_fail (FR_IS_WINDOW (self), FALSE);

  return self->session == NULL && self->wanted == NULL;
}

gboolean
fr_window_is_of (FrWindow *self, GFile *place)
{
  g_return_val_if_fail (FR_IS_WINDOW (self), FALSE);

  return (self->wanted != NULL && g_file_equal (self->wanted, place)) ||
         (self->session != NULL && g_file_equal (fr_session_get_file (self->session), place));
}

FrSession *
fr_window_get_session (FrWindow *self)
{
  g_return_val_if_fail (FR_IS_WINDOW (self), NULL);

  return self->session;
}

static void
show_fault (FrWindow *self)
{
  g_autofree char *text = g_markup_printf_escaped (
    _("Frontage has lost track of what is in the file, which is a fault of Frontage. Nothing can be changed here any more. "
      "The file on the disk is as it was saved last. Save the text with your changes as another file, and open that one; a text "
      "editor can mend it.\n\nIn the text, %s"),
    fr_session_get_fault (self->session));

  adw_status_page_set_description (self->fault, text);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

/* The pane follows by itself. */
static void
on_changed (FrWindow *self, GPtrArray *changes)
{
  const FrChange *last = changes->pdata[changes->len - 1];

  g_free (self->last_changed);
  self->last_changed = g_strdup (last->kind == FR_CHANGE_REMOVED ? NULL : last->pointer);
  fr_window_forget_regret (self);
  fr_preview_update (self->preview, changes);
  fr_window_describe_steps (self);
  if (fr_session_get_fault (self->session) == NULL)
    return;
  show_fault (self);
  fr_window_show_state (self);
}

static void
on_site_changed (FrWindow *self)
{
  fr_preview_set_site (self->preview, fr_session_get_site (self->session));
  if (self->settings != NULL)
    fr_recent_sites_update (self->settings, self->session);
  fr_window_show_state (self);
}

static void
forget_session (FrWindow *self)
{
  fr_pane_set_session (self->pane, NULL);
  fr_source_view_set_session (self->source, NULL);
  fr_review_page_set_session (self->review, NULL);
  fr_window_forget_regret (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->last_changed, g_free);
}

/* Unless people have said that nothing is to be remembered. */
static void
remember_site (FrWindow *self)
{
  gboolean wanted = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-recent-files-enabled", &wanted, NULL);
  if (self->settings != NULL && wanted)
    fr_recent_sites_add (self->settings, self->session);
}

void
fr_window_show (FrWindow *self, FrSession *session)
{
  FrDocument *document = fr_session_get_document (session);

  g_return_if_fail (FR_IS_WINDOW (self));
  g_return_if_fail (FR_IS_SESSION (session));

  forget_session (self);
  self->session = g_object_ref (session);
  fr_preview_set_page (self->preview, fr_session_get_page (session), fr_session_get_site (session));
  fr_pane_set_session (self->pane, session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (session, "site-changed", G_CALLBACK (on_site_changed), self);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (fr_window_show_state), self);
  fr_window_connect_outside (self);
  gtk_stack_set_visible_child_name (self->stack, "editor");
  fr_window_update_source (self);
  /* The hero, where there is one: what people come to change. */
  fr_pane_choose (self->pane, fr_document_get (document, "/sections/0/hero") ? "/sections/0/hero" : "");
  fr_pane_show_list (self->pane);
  if (fr_session_get_fault (session) != NULL)
    show_fault (self);
  fr_window_show_state (self);
  remember_site (self);
  fr_window_offer_draft (self);
}

/* What to do about it; an error of the disk says so itself. */
static const char *
advise (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return "";
  if (g_error_matches (error, FR_ERROR, FR_ERROR_NOT_TEXT))
    return _("Open the folder of a site, or the file of its homepage, index.md.");
  return _("The file was not changed. Correct it in a text editor and try again, or open another one.");
}

static void
show_problem (FrWindow *self, const GError *error)
{
  g_autofree char *path = fr_place_describe (self->wanted);
  FrPlace place = fr_error_get_place (error);
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;

  if (place.line > 0)
    where = g_strdup_printf (_("%s, line %u, column %u"), path, place.line, place.column);
  else
    where = g_steal_pointer (&path);
  text = g_markup_printf_escaped ("%s\n\n%s\n\n%s", where, error->message, advise (error));
  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

GtkWindow *
fr_window_find_other (FrWindow *self, FrSession *session)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (FR_IS_WINDOW (l->data) && l->data != self && FR_WINDOW (l->data)->session == session)
      return l->data;
  return NULL;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FrSession) session = fr_session_open_finish (result, &error);
  GtkWindow *other = session != NULL ? fr_window_find_other (self, session) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_can_focus (GTK_WIDGET (self->bar), TRUE);
  if (other != NULL)
    {
      gtk_window_present (other);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (session != NULL)
    fr_window_show (self, session);
  else
    show_problem (self, error);
}

void
fr_window_open (FrWindow *self, GFile *place)
{
  g_return_if_fail (FR_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (place));

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_set_object (&self->wanted, place);
  forget_session (self);
  fr_window_show_state (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  /* Early keys are meant for the page, and not for the button that opens something else. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->bar), FALSE);
  fr_session_open_async (place, self->opening, on_opened, g_object_ref (self));
}

static void
try_again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  g_autoptr (GFile) file = self->wanted ? g_object_ref (self->wanted) : NULL;

  if (file != NULL && self->session == NULL)
    fr_window_open (self, file);
}

/* "win.zoom-in" is "preview.zoom-in": for the menu and the keys, which are not in the preview. */
static void
preview_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat ("preview.", strchr (action, '.') + 1, NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (FR_WINDOW (widget)->preview), name, NULL);
}

static void
bind_settings (FrWindow *self)
{
  g_autoptr (GPropertyAction) show_site = g_property_action_new ("show-site", self->preview, "site-shown");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_site));
  self->settings = fr_settings_new ();
  if (self->settings == NULL)
    return;
  fr_recent_list_set_settings (self->recent, self->settings);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "side-width", self->panes, "position", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "page-width", self->preview, "page-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "zoom", self->preview, "zoom", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-site", self->preview, "site-shown", G_SETTINGS_BIND_DEFAULT);
}

/* GTK lets go of a window's actions later than of the window, or never; of a property they hold the widget, and all that it shows. */
static void
remove_property_actions (FrWindow *self)
{
  g_action_map_remove_action (G_ACTION_MAP (self), "show-site");
  g_action_map_remove_action (G_ACTION_MAP (self), "source");
}

static void
fr_window_dispose (GObject *object)
{
  FrWindow *self = FR_WINDOW (object);

  remove_property_actions (self);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->pane != NULL)
    forget_session (self);
  if (self->pane != NULL)
    fr_window_guard_changes (self);
  g_clear_object (&self->wanted);
  g_clear_weak_pointer (&self->conflicts);
  g_clear_weak_pointer (&self->drop_row);
  g_clear_pointer (&self->mine, g_ptr_array_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (fr_window_parent_class)->dispose (object);
  self->pane = NULL;
}

static void
fr_window_class_init (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = fr_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/fr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, lone);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, open_folder);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, new_homepage);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, recent);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_query_undo);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_query_redo);
  gtk_widget_class_bind_template_callback (widget_class, fr_window_withdraw);

  fr_window_install_saving (class);
  fr_window_install_places (class);
  fr_window_install_turns (class);
  fr_window_install_toasts (class);
  fr_window_install_source (class);
  fr_window_install_review (class);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-reset", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, preview_action);
}

static void
fr_window_init (FrWindow *self)
{
  g_type_ensure (FR_TYPE_RECENT_LIST);
  g_type_ensure (FR_TYPE_PANE);
  g_type_ensure (FR_TYPE_PREVIEW);
  g_type_ensure (FR_TYPE_SOURCE_VIEW);
  g_type_ensure (FR_TYPE_REVIEW_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  fr_dialog_name_button (self->open_folder, _("Open folder"));
  fr_dialog_name_button (self->new_homepage, _("New homepage"));
  bind_settings (self);
  fr_window_init_turns (self);
  fr_window_accept_drops (self);
  fr_window_show_state (self);
}
