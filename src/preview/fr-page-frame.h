/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-page-frame.h: gives a web view the width that its page is to be laid out for. A page wider than the room there is
 * is made smaller as a whole; one that is narrower stands in the middle.
 */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define FR_TYPE_PAGE_FRAME (fr_page_frame_get_type ())
G_DECLARE_FINAL_TYPE (FrPageFrame, fr_page_frame, FR, PAGE_FRAME, GtkWidget)

/* Property "scale" (double, read only): how large the page is shown. */

void   fr_page_frame_set_view  (FrPageFrame *self, WebKitWebView *view);
/* CSS pixels; 0: that of the frame. `zoom`: how large the page is shown where there is room. */
void   fr_page_frame_set_width (FrPageFrame *self, int width);
void   fr_page_frame_set_zoom  (FrPageFrame *self, double zoom);

G_END_DECLS
