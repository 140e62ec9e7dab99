/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.h: waits until what is to be seen now has been drawn. */
#pragma once

#include <gtk/gtk.h>

#include "../tools/wait.h"

static inline gboolean
bench_count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  return ++*(unsigned *) frames < 2;
}

static inline void
bench_draw_frame (GtkWidget *widget)
{
  unsigned frames = 0;

  gtk_widget_add_tick_callback (widget, bench_count_frame, &frames, NULL);
  wait_until (frames == 2);
}
