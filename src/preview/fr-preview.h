/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-preview.h: the web view that shows a page's blocks and patches those that changed.
 * Knows blocks and pointers as opaque texts, not YAML.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-page.h"

G_BEGIN_DECLS

#define FR_TYPE_PREVIEW (fr_preview_get_type ())
G_DECLARE_FINAL_TYPE (FrPreview, fr_preview, FR, PREVIEW, GtkWidget)

/* Signals "clicked", "double-clicked" (FrPreview *, const char *pointer): of the value behind what was clicked. */

/* Signal "scrolled" (FrPreview *, double place): how far down the page is, in CSS pixels. */

/* Properties: "page-width" (int), for which the page is laid out, 0 for the widget's own; "zoom" (double);
 * "site-shown": whether the site's header and footer are there around the page.
 * Actions: "preview.page-width" (int), "preview.zoom-in", "preview.zoom-out", "preview.zoom-reset", "preview.reload". */

GtkWidget *fr_preview_new       (void);
void       fr_preview_set_page  (FrPreview *self, FrPage *page, FrSite *site);
/* The page's blocks may have changed: by these changes of the document (of FrChange), or NULL. */
void       fr_preview_update    (FrPreview *self, const GPtrArray *changes);
/* A newer snapshot of the same site, which the page has got already (fr_page_set_site ()): what differs is shown in place,
 * also images whose files do. */
void       fr_preview_set_site  (FrPreview *self, FrSite *site);
void       fr_preview_scroll_to (FrPreview *self, const char *pointer);  /* shows the block at or above the pointer */
/* Outlines the value at the pointer and its section, wherever they go; where the value is not there, the section; NULL:
 * nothing. */
void       fr_preview_mark      (FrPreview *self, const char *pointer);
/* The value that the page has at a place of this widget, as "clicked" would say it; NULL: there is none. transfer full */
void       fr_preview_find_at_async  (FrPreview *self, double x, double y, GAsyncReadyCallback callback, gpointer data);
char      *fr_preview_find_at_finish (FrPreview *self, GAsyncResult *result);
/* Outlines the value at the pointer as the one that what is dragged would fall to; NULL: none. */
void       fr_preview_mark_drop (FrPreview *self, const char *pointer);

/* Without the buttons above it, for who shows several. */
void       fr_preview_hide_toolbar (FrPreview *self);
void       fr_preview_set_place (FrPreview *self, double place);  /* as "scrolled" has it */

G_END_DECLS
