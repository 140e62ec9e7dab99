/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-recent-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-recent-sites.h"
#include "fr-thumbnail-view.h"

#define PICTURE_WIDTH 72

struct _FrRecentList
{
  AdwBin       parent_instance;

  GMenu       *menu;
  GSettings   *settings;
};

G_DEFINE_FINAL_TYPE (FrRecentList, fr_recent_list, ADW_TYPE_BIN)

enum { PROP_MENU = 1, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static void
on_forget (GtkWidget *row)
{
  FrRecentList *self = FR_RECENT_LIST (gtk_widget_get_ancestor (row, FR_TYPE_RECENT_LIST));
  g_autoptr (GFile) place = g_object_ref (g_object_get_data (G_OBJECT (row), "place"));

  fr_recent_sites_forget (self->settings, place);
}

static void
on_activated (GtkWidget *row)
{
  g_autofree char *uri = g_file_get_uri (g_object_get_data (G_OBJECT (row), "place"));

  gtk_widget_activate_action (row, "app.open-recent", "s", uri);
}

/* What cannot be opened has no place in a menu, which could not say why. */
static void
remove_menu_item (GMenu *menu, GFile *place)
{
  g_autofree char *uri = g_file_get_uri (place);

  for (int i = g_menu_model_get_n_items (G_MENU_MODEL (menu)) - 1; i >= 0; i--)
    {
      g_autofree char *target = NULL;

      if (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_TARGET, "s", &target) &&
          strcmp (target, uri) == 0)
        g_menu_remove (menu, i);
    }
}

/* A folder may be on a disk that takes its time, or is not there. */
static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  GtkWidget *list = gtk_widget_get_ancestor (row, FR_TYPE_RECENT_LIST);

  /* NULL: the list was made anew since. */
  if (info != NULL || list == NULL)
    return;
  remove_menu_item (FR_RECENT_LIST (list)->menu, G_FILE (source));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Not there any more"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "dim-label");
}

static GtkWidget *
new_forget_button (GtkWidget *row, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Forget “%s”"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_forget), row);
  return button;
}

/* By which people know a site sooner than by its name. */
static GtkWidget *
new_picture (const FrRecentSite *site)
{
  GtkWidget *view = fr_thumbnail_view_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PICTURE_WIDTH);
  gtk_widget_set_size_request (clamp, PICTURE_WIDTH, -1);
  gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (view, GTK_OVERFLOW_HIDDEN);
  adw_clamp_set_child (ADW_CLAMP (clamp), view);
  fr_thumbnail_view_show (FR_THUMBNAIL_VIEW (view), site->picture, 0, "folder-symbolic");
  return clamp;
}

static GtkWidget *
new_row (const FrRecentSite *site)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *path = fr_place_describe (site->place);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), site->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_picture (site));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_forget_button (row, site->title));
  g_object_set_data_full (G_OBJECT (row), "place", g_object_ref (site->place), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), NULL);
  g_file_query_info_async (site->place, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW, NULL,
                           on_looked_up, g_object_ref_sink (row));
  return row;
}

static void
add_menu_item (GMenu *menu, const FrRecentSite *site)
{
  g_autofree char *uri = g_file_get_uri (site->place);
  g_auto (GStrv) parts = g_strsplit (site->title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "app.open-recent", "s", uri);
  g_menu_append_item (menu, item);
}

/* Anew: there are few. */
static void
show_sites (FrRecentList *self)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (self->settings);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Recent Sites"));
  g_menu_remove_all (self->menu);
  for (unsigned i = 0; i < sites->len; i++)
    {
      adw_preferences_group_add (group, new_row (sites->pdata[i]));
      add_menu_item (self->menu, sites->pdata[i]);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  gtk_widget_set_visible (GTK_WIDGET (self), sites->len > 0);
}

void
fr_recent_list_set_settings (FrRecentList *self, GSettings *settings)
{
  g_return_if_fail (FR_IS_RECENT_LIST (self));

  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::recent-sites", G_CALLBACK (show_sites), self, G_CONNECT_SWAPPED);
  show_sites (self);
}

static void
fr_recent_list_set_property (GObject *object, unsigned id, const GValue *value, GParamSpec *spec)
{
  FR_RECENT_LIST (object)->menu = g_value_dup_object (value);
}

static void
fr_recent_list_dispose (GObject *object)
{
  FrRecentList *self = FR_RECENT_LIST (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (fr_recent_list_parent_class)->dispose (object);
}

static void
fr_recent_list_class_init (FrRecentListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = fr_recent_list_set_property;
  object_class->dispose = fr_recent_list_dispose;
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fr_recent_list_init (FrRecentList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
