/* SPDX-License-Identifier: GPL-3.0-or-later */
/* find-widget.h: a widget of some type, below another or in any window of the program. */
#pragma once

#include <gtk/gtk.h>

/* The first one of the type at or below `widget`; NULL if there is none. */
static inline GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline GtkWidget *
find_widget_anywhere (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (unsigned i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found = find_widget (window, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
