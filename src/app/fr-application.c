/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "fr-file-chooser.h"
#include "fr-new-homepage.h"
#include "fr-shortcuts.h"
#include "fr-window.h"

struct _FrApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FrApplication, fr_application, ADW_TYPE_APPLICATION)

FrApplication *
fr_application_new (void)
{
  return g_object_new (FR_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,  /* to be asked before logging out */
                       "resource-base-path", "/io/github/frontage/Frontage",  /* style.css, icons */
                       NULL);
}

/* The window of this place; NULL: one that has nothing yet. */
static FrWindow *
find_window (FrApplication *self, GFile *place)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (FR_IS_WINDOW (l->data) && (place == NULL ? fr_window_is_empty (l->data) : fr_window_is_of (l->data, place)))
      return l->data;
  return NULL;
}

/* The window that has it; else `instead`, or one that has nothing yet; else a new one. */
static void
open_place (FrApplication *self, GFile *place, FrWindow *instead)
{
  FrWindow *window = find_window (self, place);

  if (window == NULL)
    {
      window = instead != NULL ? instead : find_window (self, NULL);
      if (window == NULL)
        window = FR_WINDOW (fr_window_new (GTK_APPLICATION (self)));
      fr_window_open (window, place);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
fr_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (fr_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
fr_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_place (FR_APPLICATION (application), files[i], NULL);
}

static void
on_file_chosen (gpointer application, GFile *file)
{
  open_place (application, file, NULL);
}

/* What was opened without its site gives way to the site. */
static void
on_site_chosen (gpointer application, GFile *site)
{
  GtkWindow *active = gtk_application_get_active_window (application);
  FrSession *session = FR_IS_WINDOW (active) ? fr_window_get_session (FR_WINDOW (active)) : NULL;
  gboolean gives_way = session != NULL && fr_session_is_lone (session) && !fr_session_is_modified (session);

  open_place (application, site, gives_way ? FR_WINDOW (active) : NULL);
}

/* The folder, since a sandbox is given no more than what was chosen: of a file alone, not its pictures. */
static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  FrFileChooser *chooser = fr_file_chooser_new (FR_CHOOSE_FOLDER, _("Open a Site’s Folder"), _("_Open"));

  fr_file_chooser_show (chooser, gtk_application_get_active_window (application), application, on_site_chosen);
}

static void
open_file_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  FrFileChooser *chooser = fr_file_chooser_new (FR_CHOOSE_FILE, _("Open a Homepage’s File"), _("_Open"));

  fr_file_chooser_add_pattern (chooser, _("Homepages"), "*.md");
  fr_file_chooser_add_pattern (chooser, _("All files"), "*");
  fr_file_chooser_show (chooser, gtk_application_get_active_window (application), application, on_file_chosen);
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) place = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_place (data, place, NULL);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (fr_window_new (data)));
}

static void
new_homepage_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fr_new_homepage_ask (gtk_application_get_active_window (data));
}

static void
try_sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fr_new_homepage_try_sample (gtk_application_get_active_window (data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", _("Frontage"),
                         "application-icon", APP_ID,
                         "version", APP_VERSION,
                         "comments", _("Change a government homepage beside its live preview."),
                         "developer-name", _("The Frontage developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = fr_shortcuts_new_window ();

  gtk_window_set_transient_for (window, gtk_application_get_active_window (data));
  gtk_window_present (window);
}

/* Each window asks for itself; the program ends with the last one. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* What is unsaved is kept first. */
static gboolean
on_signal (gpointer number)
{
  fr_sessions_keep_drafts ();
  signal (GPOINTER_TO_INT (number), SIG_DFL);
  raise (GPOINTER_TO_INT (number));
  return G_SOURCE_REMOVE;
}

static void
end_well (void)
{
  static const int signals[] = { SIGTERM, SIGHUP, SIGINT };

  for (unsigned i = 0; i < G_N_ELEMENTS (signals); i++)
    g_unix_signal_add (signals[i], on_signal, GINT_TO_POINTER (signals[i]));
}

static void
fr_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "open", open_action },
    { "open-file", open_file_action },
    { "open-recent", open_recent_action, "s" },
    { "new-window", new_window_action },
    { "new-homepage", new_homepage_action },
    { "try-sample", try_sample_action },
    { "about", about_action },
    { "shortcuts", shortcuts_action },
    { "quit", quit_action },
  };

  G_APPLICATION_CLASS (fr_application_parent_class)->startup (application);
  end_well ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  fr_shortcuts_install (GTK_APPLICATION (application));
}

static void
fr_application_class_init (FrApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->activate = fr_application_activate;
  application_class->open = fr_application_open;
  application_class->startup = fr_application_startup;
}

static void
fr_application_init (FrApplication *self)
{
}
