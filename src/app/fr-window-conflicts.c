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

/* Whoever closes it keeps what is there, which is mine. */
static void
on_answer (GtkWindow *window, const char *response)
{
  FrWindow *self = FR_WINDOW (window);
  g_autoptr (GPtrArray) mine = g_steal_pointer (&self->mine);
  g_autofree gboolean *answers = g_new0 (gboolean, mine->len);

  for (unsigned i = 0; i < mine->len; i++)
    answers[i] = strcmp (response, "use") != 0 || gtk_check_button_get_active (mine->pdata[i]);
  if (self->session != NULL)
    fr_session_answer_conflicts (self->session, answers);
}

void
fr_window_ask_conflicts (FrWindow *self)
{
  const FrButton buttons[] = { { "keep", _("_Keep Mine") }, { "use", _("_Use Chosen"), FR_BUTTON_SUGGESTED }, { NULL } };
  const GPtrArray *conflicts = fr_session_get_conflicts (self->session);
  GPtrArray *mine = g_ptr_array_new ();
  GtkWindow *dialog;

  /* One asks for all that is to be asked; the one before it is not answered. */
  if (self->conflicts != NULL)
    gtk_window_destroy (self->conflicts);
  dialog = fr_dialog_show_with (GTK_WINDOW (self), _("Changed Here and in the File"),
                                _("Another program has written the file meanwhile. What it changed elsewhere is here by now. "
                                  "Choose what these are to be; nothing is saved before you save."),
                                make_list (conflicts, mine), buttons, on_answer);
  g_set_weak_pointer (&self->conflicts, dialog);
  g_clear_pointer (&self->mine, g_ptr_array_unref);
  self->mine = mine;
}
