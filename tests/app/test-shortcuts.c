/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shortcuts: the window that lists the keys has all that the program listens to, and none that does nothing. */
#include <adwaita.h>

#include "fr-application.h"
#include "fr-shortcuts.h"
#include "fr-window.h"

/* The one way to write it. transfer full */
static char *
normalize (const char *keys)
{
  GdkModifierType modifiers;
  unsigned key;

  g_assert_true (gtk_accelerator_parse (keys, &key, &modifiers));
  return gtk_accelerator_name (key, modifiers);
}

/* Titles by keys. */
static void
find_shown (GtkWidget *widget, GHashTable *shown)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *keys = NULL, *title = NULL;

      g_object_get (widget, "accelerator", &keys, "title", &title, NULL);
      g_assert_nonnull (keys);
      g_assert_cmpstr (title, !=, "");
      g_hash_table_insert (shown, normalize (keys), g_steal_pointer (&title));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_shown (child, shown);
}

static GHashTable *
list_shown (void)
{
  GHashTable *shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GtkWindow *window = fr_shortcuts_new_window ();

  find_shown (GTK_WIDGET (window), shown);
  gtk_window_destroy (window);
  return shown;
}

/* The only one of this process. */
static GtkApplication *
make_application (void)
{
  FrApplication *application = fr_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return GTK_APPLICATION (application);
}

static gboolean
class_has_action (GtkWidgetClass *class, const char *name)
{
  const GVariantType *type;
  const char *known, *property;
  GType owner;

  for (unsigned i = 0; gtk_widget_class_query_action (class, i, &owner, &known, &type, &property); i++)
    if (g_str_equal (known, name))
      return TRUE;
  return FALSE;
}

static gboolean
is_action (GtkApplication *application, GtkWidgetClass *window, const char *name)
{
  return g_str_has_prefix (name, "app.") ? g_action_group_has_action (G_ACTION_GROUP (application), name + strlen ("app."))
                                         : class_has_action (window, name);
}

static void
test_complete (gconstpointer data)
{
  GtkApplication *application = (gpointer) data;
  g_autoptr (GTypeClass) window = g_type_class_ref (FR_TYPE_WINDOW);
  g_autoptr (GHashTable) shown = list_shown ();
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  g_assert_cmpuint (g_strv_length (actions), >, 0);
  for (unsigned i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);
      g_autofree char *first = normalize (keys[0]);

      g_test_message ("%s", actions[i]);
      g_assert_true (is_action (application, GTK_WIDGET_CLASS (window), actions[i]));
      g_assert_true (g_hash_table_contains (shown, first));
    }
}

/* One key does one thing. */
static void
test_no_key_twice (gconstpointer data)
{
  GtkApplication *application = (gpointer) data;
  g_autoptr (GHashTable) shown = list_shown ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, key);

      g_test_message ("%s", (char *) key);
      g_assert_cmpuint (g_strv_length (actions), <=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  adw_init ();
  g_test_init (&argc, &argv, NULL);
  application = make_application ();
  g_test_add_data_func ("/shortcuts/complete", application, test_complete);
  g_test_add_data_func ("/shortcuts/no-key-twice", application, test_no_key_twice);
  return g_test_run ();
}
