/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-edge-scroll.h: what is dragged near the upper or lower edge of a scrolled window scrolls it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fr_edge_scroll_add (GtkScrolledWindow *scroller);

G_END_DECLS
