#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-error.h"
#include "fr-load.h"
#include "fr-pointer.h"
#include "fr-settings.h"

G_DEFINE_FINAL_TYPE (FrWindow, fr_window, ADW_TYPE_APPLICATION_WINDOW)

GtkWidget *
fr_window_new (GtkApplication *application)
{
  return g_object_new (FR_TYPE_WINDOW, "application", application, NULL);
}

GFile *
fr_window_get_file (FrWindow *self)
{
  g_return_val_if_fail (FR_IS_WINDOW (self), NULL);

  return self->file;
}

/* A path as people say it: the home folder is "~". */
static char *
display_path (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && strncmp (path, home, length) == 0 && path[length] == '/')
    return g_strconcat ("~", path + length, NULL);
  return g_steal_pointer (&path);
}

void
fr_window_update_title (FrWindow *self)
{
  gboolean modified = self->document != NULL && fr_document_is_modified (self->document);
  g_autofree char *name = self->file ? g_file_get_basename (self->file) : NULL;
  g_autofree char *shown = name ? g_filename_display_name (name) : g_strdup (_("Frontage"));
  g_autofree char *title = g_strconcat (modified ? "• " : "", shown, NULL);
  g_autofree char *path = self->file ? display_path (self->file) : NULL;

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, path ? path : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), modified ? _("There are unsaved changes") : NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
fr_window_update_actions (FrWindow *self)
{
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (self->document != NULL)
    g_object_get (self->document, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save",
                                 self->document != NULL && !self->saving && fr_document_is_modified (self->document));
}

static void
on_document_state (FrWindow *self)
{
  fr_window_update_title (self);
  fr_window_update_actions (self);
}

static void
on_document_changed (FrWindow *self, GPtrArray *changes)
{
  const char *chosen = fr_section_list_get_chosen (self->sections);
  const FrChange *first = changes->pdata[0];

  g_free (self->last_changed);
  self->last_changed = g_strdup (first->pointer);
  fr_page_update (self->page, fr_document_get_root (self->document), changes);
  fr_preview_update (self->preview, changes);
  if (chosen != NULL && fr_document_get (self->document, chosen) == NULL)
    {
      g_autofree char *wanted = g_strdup (chosen);

      fr_section_list_choose (self->sections, wanted);
    }
}

static void
on_section_chosen (FrWindow *self, const char *pointer)
{
  fr_form_show (self->form, self->document, self->site, pointer);
  if (!self->choosing_from_preview && *pointer != '\0')
    fr_preview_scroll_to (self->preview, pointer);
}

static void
choose_from_preview (FrWindow *self, const char *pointer, gboolean select)
{
  if (self->document == NULL)
    return;
  self->choosing_from_preview = TRUE;
  fr_section_list_choose (self->sections, pointer);
  self->choosing_from_preview = FALSE;
  fr_form_focus (self->form, pointer, select);
}

static void
on_preview_clicked (FrWindow *self, const char *pointer)
{
  choose_from_preview (self, pointer, FALSE);
}

static void
on_preview_double_clicked (FrWindow *self, const char *pointer)
{
  choose_from_preview (self, pointer, TRUE);
}

static void
on_focus_changed (FrWindow *self)
{
  if (self->preview != NULL)
    fr_preview_mark (self->preview, fr_form_get_focused (self->form));
}

static void
forget_document (FrWindow *self)
{
  fr_section_list_set_document (self->sections, NULL);
  fr_form_clear (self->form);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->page);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->site);
  g_clear_pointer (&self->last_changed, g_free);
}

static void
on_site_changed (FrWindow *self)
{
  g_set_object (&self->site, fr_site_watch_get_site (self->watch));
  fr_page_set_site (self->page, self->site, fr_document_get_root (self->document));
  fr_preview_set_site (self->preview, self->site);
}

static void
take_document (FrWindow *self, FrLoaded *loaded)
{
  self->document = g_object_ref (loaded->document);
  self->watch = fr_site_watch_get (loaded->site);
  self->site = g_object_ref (fr_site_watch_get_site (self->watch));
  g_signal_connect_swapped (self->watch, "notify::site", G_CALLBACK (on_site_changed), self);
  self->page = fr_page_new (self->site, FR_IMAGES_AS_ADDRESSES);
  fr_page_update (self->page, fr_document_get_root (self->document), NULL);
  fr_preview_set_page (self->preview, self->page, self->site);

  fr_section_list_set_document (self->sections, self->document);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (self->document, "notify", G_CALLBACK (on_document_state), self);
  gtk_stack_set_visible_child_name (self->stack, "editor");
  /* The hero, where there is one: what people come to change. */
  fr_section_list_choose (self->sections,
                          fr_document_get (self->document, "/sections/0/hero") ? "/sections/0/hero" : "");
}

static void
show_problem (FrWindow *self, const GError *error)
{
  g_autofree char *path = display_path (self->file);
  FrPlace place = fr_error_get_place (error);
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;

  if (place.line > 0)
    where = g_strdup_printf (_("%s, line %u, column %u"), path, place.line, place.column);
  else
    where = g_steal_pointer (&path);
  text = g_markup_printf_escaped ("%s\n\n%s\n\n%s", where, error->message,
                                  _("The file was not changed. Correct it in a text editor and try again, or open "
                                    "another one."));
  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FrLoaded) loaded = fr_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (loaded != NULL)
    take_document (self, loaded);
  else
    show_problem (self, error);
  on_document_state (self);
}

void
fr_window_open (FrWindow *self, GFile *file)
{
  g_return_if_fail (FR_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  g_set_object (&self->file, file);
  forget_document (self);
  on_document_state (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  fr_load_async (file, self->loading, on_loaded, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fr_window_save (FR_WINDOW (widget), FALSE);
}

/* What came back may be in another section than the one that is open: show it. */
static void
history_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  gboolean is_undo = strcmp (action, "win.undo") == 0;
  const char *chosen;

  if (self->document == NULL)
    return;
  if (!(is_undo ? fr_document_undo (self->document) : fr_document_redo (self->document)))
    return;
  chosen = fr_section_list_get_chosen (self->sections);
  if (self->last_changed != NULL && chosen != NULL && !fr_pointer_is_within (chosen, self->last_changed))
    fr_section_list_choose (self->sections, self->last_changed);
}

static void
try_again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrWindow *self = FR_WINDOW (widget);
  g_autoptr (GFile) file = self->file ? g_object_ref (self->file) : NULL;

  if (file != NULL && self->document == NULL)
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
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "side-width", self->panes, "position", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "page-width", self->preview, "page-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "zoom", self->preview, "zoom", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "list-height", self->side, "position", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-site", self->preview, "site-shown", G_SETTINGS_BIND_DEFAULT);
}

static void
fr_window_dispose (GObject *object)
{
  FrWindow *self = FR_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->sections != NULL)
    forget_document (self);
  g_clear_object (&self->file);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (fr_window_parent_class)->dispose (object);
  self->sections = NULL;
}

static void
fr_window_class_init (FrWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = fr_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/fr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, side);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, form);
  gtk_widget_class_bind_template_child (widget_class, FrWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_double_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_changed);

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-reset", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, preview_action);
}

static void
fr_window_init (FrWindow *self)
{
  g_type_ensure (FR_TYPE_SECTION_LIST);
  g_type_ensure (FR_TYPE_FORM);
  g_type_ensure (FR_TYPE_PREVIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_settings (self);
  on_document_state (self);
}
