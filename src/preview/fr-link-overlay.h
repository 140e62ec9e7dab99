/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-link-overlay.h: over the page, says where its links lead, and opens those that lead out of the site. */
#pragma once

#include <gtk/gtk.h>

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_LINK_OVERLAY (fr_link_overlay_get_type ())
G_DECLARE_FINAL_TYPE (FrLinkOverlay, fr_link_overlay, FR, LINK_OVERLAY, GtkWidget)

/* Property "child": the widget below. */

/* What is pointed at is said anew. */
void fr_link_overlay_set_site (FrLinkOverlay *self, FrSite *site);
/* Shown as long as it is pointed at or has the focus; NULL: none is. */
void fr_link_overlay_point    (FrLinkOverlay *self, const char *href);
/* A click: the page stays, and a toast says where the link leads. */
void fr_link_overlay_follow   (FrLinkOverlay *self, const char *href);
/* The same with Ctrl: it is opened if it leads out of the site. */
void fr_link_overlay_open     (FrLinkOverlay *self, const char *href);

G_END_DECLS
