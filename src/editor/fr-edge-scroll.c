/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-edge-scroll.h"

#define EDGE 48      /* px */
#define FASTEST 900  /* px a second, at the very edge */

typedef struct
{
  GtkWidget *scroller;
  double     speed;  /* px a second, downwards */
  unsigned   tick;   /* 0: nothing scrolls */
  gint64     last;   /* µs of the frame clock */
} EdgeScroll;

static gboolean
on_tick (GtkWidget *scroller, GdkFrameClock *clock, gpointer data)
{
  EdgeScroll *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last != 0 ? (now - self->last) / 1e6 : 0;

  self->last = now;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->speed * seconds);
  return G_SOURCE_CONTINUE;
}

static void
scroll (EdgeScroll *self, double speed)
{
  self->speed = speed;
  if (speed != 0 && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->scroller, on_tick, self, NULL);
  else if (speed == 0 && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (self->scroller, self->tick);
      self->tick = 0;
      self->last = 0;
    }
}

static void
on_motion (EdgeScroll *self, double x, double y)
{
  double below = EDGE - (gtk_widget_get_height (self->scroller) - y), above = EDGE - y;

  scroll (self, below > 0 ? FASTEST * below / EDGE : above > 0 ? -FASTEST * above / EDGE : 0);
}

static void
on_leave (EdgeScroll *self)
{
  scroll (self, 0);
}

static void
free_edge_scroll (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* What is dropped has left, too. */
void
fr_edge_scroll_add (GtkScrolledWindow *scroller)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  EdgeScroll *self = g_new0 (EdgeScroll, 1);

  self->scroller = GTK_WIDGET (scroller);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_data (motion, "leave", G_CALLBACK (on_leave), self, free_edge_scroll, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (scroller), motion);
}
