/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-find-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-find.h"
#include "fr-find-row.h"

#define MOST_ROWS 200

struct _FrFindPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *words;
  GtkToggleButton *match_case;
  GtkEditable *replacement;
  GtkLabel *summary;
  GtkListBox *list;

  FrSession *session;
  GPtrArray *matches;  /* of FrMatch; NULL: the page has changed since */
  unsigned update;     /* idle source */
  int opened;          /* the match that was opened last; -1: none */
};

G_DEFINE_FINAL_TYPE (FrFindPage, fr_find_page, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS
};
static unsigned signals[N_SIGNALS];

static char *
summarize (FrFindPage *self)
{
  unsigned count = self->matches->len;
  g_autofree char *places = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->words)) == '\0')
    return g_strdup (_("Titles, descriptions, addresses and pictures of the whole page are searched."));
  if (count == 0)
    return g_strdup (_("Nothing found. The page’s menu, footer and posts are no part of this file."));
  places = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Found in %u place", "Found in %u places", count), count);
  return count <= MOST_ROWS ? g_steal_pointer (&places)
                            : g_strdup_printf (_("%s, of which the first %u are shown"), places, MOST_ROWS);
}

/* One step of undo. */
static gboolean
replace (FrFindPage *self, const GPtrArray *matches)
{
  g_autofree char *patch = fr_matches_replace (matches, gtk_editable_get_text (self->replacement));
  g_autoptr (GError) error = NULL;

  if (patch == NULL)
    return FALSE;
  if (fr_document_patch (fr_session_get_document (self->session), patch, &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
  return FALSE;
}

static void
on_replace (GtkListBoxRow *row, FrFindPage *self)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  /* Where the page has changed since, another row will be there in a moment. */
  if (self->matches == NULL)
    return;
  g_ptr_array_add (one, self->matches->pdata[gtk_list_box_row_get_index (row)]);
  replace (self, one);
}

static GtkWidget *
make_row (FrFindPage *self, unsigned index)
{
  GtkWidget *row = fr_find_row_new (fr_session_get_document (self->session), self->matches->pdata[index]);

  g_signal_connect (row, "replace", G_CALLBACK (on_replace), self);
  return row;
}

static void
show_rows (FrFindPage *self)
{
  g_autofree char *summary = summarize (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (unsigned i = 0; i < MIN (self->matches->len, MOST_ROWS); i++)
    gtk_list_box_append (self->list, make_row (self, i));
  gtk_label_set_text (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", self->matches->len > 0);
}

/* Looks again where the page has changed since. */
static void
refresh (FrFindPage *self)
{
  g_clear_handle_id (&self->update, g_source_remove);
  if (self->matches != NULL || self->session == NULL)
    return;
  self->matches = fr_find (fr_session_get_document (self->session), gtk_editable_get_text (GTK_EDITABLE (self->words)),
                           gtk_toggle_button_get_active (self->match_case));
  show_rows (self);
}

static void
search (FrFindPage *self)
{
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->opened = -1;
  refresh (self);
}

static gboolean
on_idle (gpointer data)
{
  FrFindPage *self = data;

  self->update = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (FrFindPage *self)
{
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->update == 0)
    self->update = g_idle_add (on_idle, self);
}

static void
open_match (FrFindPage *self, unsigned index)
{
  const FrMatch *match = self->matches->pdata[index];

  self->opened = index;
  g_signal_emit (self, signals[OPENED], 0, match->pointer, (int) g_utf8_strlen (match->text, match->start),
                 (int) g_utf8_strlen (match->text, match->end));
}

void
fr_find_page_step (FrFindPage *self, gboolean forward)
{
  unsigned count;

  g_return_if_fail (FR_IS_FIND_PAGE (self));

  refresh (self);
  count = self->matches != NULL ? self->matches->len : 0;
  if (count == 0)
    return;
  if (forward)
    open_match (self, (self->opened + 1) % count);
  else
    open_match (self, self->opened > 0 ? MIN ((unsigned) self->opened, count) - 1 : count - 1);
}

static void
on_activate (FrFindPage *self)
{
  fr_find_page_step (self, TRUE);
}

static void
on_next_match (FrFindPage *self)
{
  fr_find_page_step (self, TRUE);
}

static void
on_previous_match (FrFindPage *self)
{
  fr_find_page_step (self, FALSE);
}

static void
on_stop_search (FrFindPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.back", NULL);
}

static void
on_row_activated (FrFindPage *self, GtkListBoxRow *row)
{
  unsigned index = gtk_list_box_row_get_index (row);

  refresh (self);
  if (index < self->matches->len)
    open_match (self, index);
}

static void
replace_all_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrFindPage *self = FR_FIND_PAGE (widget);
  g_autoptr (GPtrArray) matches = NULL;
  g_autofree char *sentence = NULL;
  unsigned count = 0;

  refresh (self);
  if (self->matches == NULL)
    return;
  matches = g_ptr_array_ref (self->matches);
  for (unsigned i = 0; i < matches->len; i++)
    count += ((FrMatch *) matches->pdata[i])->why_read_only == NULL;
  if (!replace (self, matches))
    return;
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Replaced in %u place", "Replaced in %u places", count), count);
  gtk_widget_activate_action (widget, "win.tell-done", "s", sentence);
}

void
fr_find_page_set_session (FrFindPage *self, FrSession *session)
{
  g_return_if_fail (FR_IS_FIND_PAGE (self));
  g_return_if_fail (session == NULL || FR_IS_SESSION (session));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->opened = -1;
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
}

void
fr_find_page_start (FrFindPage *self)
{
  g_return_if_fail (FR_IS_FIND_PAGE (self));

  refresh (self);
  gtk_widget_grab_focus (self->words);
  gtk_editable_select_region (GTK_EDITABLE (self->words), 0, -1);
}

static void
fr_find_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fr_find_page_parent_class)->map (widget);
  refresh (FR_FIND_PAGE (widget));
}

static void
fr_find_page_dispose (GObject *object)
{
  FrFindPage *self = FR_FIND_PAGE (object);

  fr_find_page_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_find_page_parent_class)->dispose (object);
}

static void
fr_find_page_class_init (FrFindPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_find_page_dispose;
  widget_class->map = fr_find_page_map;
  signals[OPENED] = g_signal_new ("opened", FR_TYPE_FIND_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-find-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FrFindPage, box);
  gtk_widget_class_bind_template_child (widget_class, FrFindPage, words);
  gtk_widget_class_bind_template_child (widget_class, FrFindPage, match_case);
  gtk_widget_class_bind_template_child (widget_class, FrFindPage, replacement);
  gtk_widget_class_bind_template_child (widget_class, FrFindPage, summary);
  gtk_widget_class_bind_template_child (widget_class, FrFindPage, list);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_match);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "find.replace-all", NULL, replace_all_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_find_page_init (FrFindPage *self)
{
  self->opened = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
