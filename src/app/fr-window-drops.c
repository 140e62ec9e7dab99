/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are dropped on the window. A picture goes to the field that it falls on, or to the picture of the page; all else is
 * opened. The window is asked before what lies below: the page and the text fields take files for addresses.
 */
#include "fr-window-private.h"

#include <glib/gi18n-lib.h>

#include "fr-image-dialog.h"
#include "fr-image-field.h"
#include "fr-image-row.h"
#include "fr-image-size.h"

/* A picture, where one can go into a page; NULL: it is none. transfer none */
static GFile *
get_picture (FrWindow *self, const GValue *value)
{
  GSList *files = value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;
  g_autofree char *name = files != NULL ? g_file_get_basename (files->data) : NULL;

  return self->session != NULL && name != NULL && fr_image_is_name (name) ? files->data : NULL;
}

static FrImageRow *
find_row (FrWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, FR_TYPE_IMAGE_ROW) : NULL;

  return row != NULL ? FR_IMAGE_ROW (row) : NULL;
}

static gboolean
is_in_page (FrWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL && gtk_widget_is_ancestor (widget, GTK_WIDGET (self->preview));
}

/* Asks the page what it has at a place of the window. */
static void
find_in_page (FrWindow *self, double x, double y, GAsyncReadyCallback callback, gpointer data)
{
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->preview), x, y, &x, &y);
  fr_preview_find_at_async (self->preview, x, y, callback, data);
}

/* The picture that is meant by what was found there. transfer full; NULL: none */
static char *
finish_finding (FrWindow *self, GAsyncResult *result)
{
  g_autofree char *pointer = fr_preview_find_at_finish (self->preview, result);

  return pointer != NULL ? fr_image_field_near (pointer) : NULL;
}

static void
mark_row (FrWindow *self, GtkWidget *row)
{
  if (row == self->drop_row)
    return;
  if (self->drop_row != NULL)
    gtk_widget_unset_state_flags (self->drop_row, GTK_STATE_FLAG_DROP_ACTIVE);
  if (row != NULL)
    gtk_widget_set_state_flags (row, GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  g_set_weak_pointer (&self->drop_row, row);
}

static void
on_held_over (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrWindow) self = data;
  g_autofree char *image = NULL;

  if (self->pane == NULL)
    return;
  image = finish_finding (self, result);
  if (self->finding_drop)
    fr_preview_mark_drop (self->preview, image);
  self->finding_drop = FALSE;
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, FrWindow *self)
{
  if (get_picture (self, gtk_drop_target_get_value (target)) == NULL)
    return GDK_ACTION_COPY;
  mark_row (self, (GtkWidget *) find_row (self, x, y));
  /* One question at a time; the pointer moves on, and the next one is about where it is then. */
  if (!self->finding_drop && is_in_page (self, x, y))
    {
      self->finding_drop = TRUE;
      find_in_page (self, x, y, on_held_over, g_object_ref (self));
    }
  else if (!is_in_page (self, x, y))
    fr_preview_mark_drop (self->preview, NULL);
  return GDK_ACTION_COPY;
}

static void
on_leave (FrWindow *self)
{
  mark_row (self, NULL);
  self->finding_drop = FALSE;
  fr_preview_mark_drop (self->preview, NULL);
}

typedef struct
{
  FrWindow *window;
  GFile    *picture;
} Drop;

static void
tell_where (FrWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s",
                              _("There is no picture at this place. Drop it onto a picture of the page, or onto its field."));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Drop *drop = data;
  g_autoptr (FrWindow) self = drop->window;
  g_autoptr (GFile) picture = drop->picture;
  g_autofree char *image = NULL;

  if (self->pane == NULL || self->session == NULL)
    return;
  image = finish_finding (self, result);
  if (image == NULL)
    {
      tell_where (self);
      return;
    }
  fr_pane_open (self->pane, image, FALSE);
  fr_image_dialog_take (GTK_WIDGET (self->pane), self->session, image, picture, FALSE);
}

static void
drop_picture (FrWindow *self, GFile *picture, double x, double y)
{
  FrImageRow *row = find_row (self, x, y);
  Drop *drop;

  if (row != NULL)
    fr_image_row_take_file (row, picture);
  else if (!is_in_page (self, x, y))
    tell_where (self);
  else
    {
      drop = g_new0 (Drop, 1);
      drop->window = g_object_ref (self);
      drop->picture = g_object_ref (picture);
      find_in_page (self, x, y, on_found, drop);
    }
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, FrWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GFile *picture = get_picture (self, value);

  on_leave (self);
  if (picture != NULL)
    drop_picture (self, picture, x, y);
  else
    for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
      g_application_open (application, (GFile **) &l->data, 1, "");
  return TRUE;
}

void
fr_window_accept_drops (FrWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
