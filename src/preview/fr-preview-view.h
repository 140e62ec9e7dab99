/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-preview-view.h: a web view that shows the document it is given and nothing else. Markup in it runs no script,
 * nothing is fetched from any network, and of all files only the site's are read.
 */
#pragma once

#include <webkit/webkit.h>

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_PREVIEW_VIEW (fr_preview_view_get_type ())
G_DECLARE_FINAL_TYPE (FrPreviewView, fr_preview_view, FR, PREVIEW_VIEW, WebKitWebView)

/* `messages`: the names under which our scripts say something; signal "script-message-received::NAME" of the user
 * content manager. */
FrPreviewView *fr_preview_view_new  (const char * const *messages);
/* Of whose files pages are shown; none before. */
void           fr_preview_view_set_site (FrPreviewView *self, FrSite *site);
/* The empty document (fr_page_new_empty_document ()), for our scripts to fill. Files are read anew. */
void           fr_preview_view_load (FrPreviewView *self);
/* The site's header and footer, too. */
void           fr_preview_view_show_site (FrPreviewView *self, gboolean shown);
/* Calls a function of our scripts with one text. */
void           fr_preview_view_call (FrPreviewView *self, const char *function, const char *argument,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
