/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that were changed here and in the file: side by side, to be chosen from. */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-change-name.h"
#include "fr-dialog.h"

#define LONGEST_VALUE 200  /* characters */

/* The values as people know them: a text without its quotes. */
static char *
say_value (const char *json)
{
  g_autofree char *text = NULL;
  g_autofree char *start = NULL;

  if (json == NULL)
    return g_strdup (_("(removed)"));
  text = g_strdup (json);
  if (*json == '"')
    {
      g_autofree char *inner = g_strndup (json + 1, strlen (json) - 2);

      g_free (text);
      text = g_strcompress (inner);
    }
  if (g_utf8_strlen (text, -1) <= LONGEST_VALUE)
    return g_steal_pointer (&text);
  start = g_utf8_substring (text, 0, LONGEST_VALUE);
  return g_strconcat (start, "…", NULL);
}

static char *
say_name (const FrConflict *conflict)
{
  g_autoptr (GPtrArray) changes = fr_changes_new ();

  fr_changes_add (changes, FR_CHANGE_EDITED, conflict->pointer != NULL ? conflict->pointer : "", FALSE, NULL, FALSE, NULL);
  return fr_changes_get_heading (changes);
}

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_choice (const char *format, const char *json)
{
  g_autofree char *value = say_value (json), *text = g_strdup_printf (format, value);
  GtkWidget *choice = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), make_label (text, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return choice;
}

/* Adds the choice that is on where mine is wanted to `mine`. */
static GtkWidget *
make_conflict (const FrConflict *conflict, GPtrArray *mine)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = say_name (conflict), *before = say_value (conflict->original);
  g_autofree char *old = g_strdup_printf (_("Before: %s"), before);
  GtkWidget *here = make_choice (_("Here: %s"), conflict->mine), *there = make_choice (_("In the file: %s"), conflict->theirs);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (there), GTK_CHECK_BUTTON (here));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (here), TRUE);
  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), here);
  gtk_box_append (GTK_BOX (box), there);
  if (conflict->original != NULL)
    gtk_box_append (GTK_BOX (box), make_label (old, "dim-label"));
  g_ptr_array_add (mine, here);
  return box;
}

static GtkWidget *
make_list (const GPtrArray *conflicts, GPtrArray *mine)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *view = gtk_scrolled_window_new ();

  for (unsigned i = 0; i < conflicts->len; i++)
    gtk_box_append (GTK_BOX (box), make_conflict (conflicts->pdata[i], mine));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (view), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (view), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (view), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (view), 320);
  return view;
}

#define MINE "mine"

/* Whoever closes it keeps what is there, which is mine. */
static void
on_answer (FrWindow *self, const char *response, GObject *dialog)
{
  const GPtrArray *mine = g_object_get_data (dialog, MINE);
  g_autofree gboolean *answers = g_new0 (gboolean, mine->len);

  for (unsigned i = 0; i < mine->len; i++)
    answers[i] = strcmp (response, "use") != 0 || gtk_check_button_get_active (mine->pdata[i]);
  if (self->session != NULL)
    fr_session_answer_conflicts (self->session, answers);
}

/* One asks for all that is to be asked; the one before it is not answered. */
static void
close_others (FrWindow *self)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (unsigned i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (window) != GTK_WINDOW (self) || g_object_get_data (G_OBJECT (window), MINE) == NULL)
        continue;
      g_signal_handlers_disconnect_by_func (window, on_answer, self);
      gtk_window_destroy (window);
    }
}

void
fr_window_ask_conflicts (FrWindow *self)
{
  const GPtrArray *conflicts = fr_session_get_conflicts (self->session);
  GPtrArray *mine = g_ptr_array_new ();
  AdwMessageDialog *dialog;

  close_others (self);
  dialog = fr_dialog_new (GTK_WINDOW (self), _("Changed Here and in the File"),
                          _("Another program has written the file meanwhile. What it changed elsewhere is here by now. Choose "
                            "what these are to be; nothing is saved before you save."));
  adw_message_dialog_set_extra_child (dialog, make_list (conflicts, mine));
  g_object_set_data_full (G_OBJECT (dialog), MINE, mine, (GDestroyNotify) g_ptr_array_unref);
  adw_message_dialog_add_responses (dialog, "keep", _("_Keep Mine"), "use", _("_Use Chosen"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "use");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  fr_dialog_present (dialog);
}
