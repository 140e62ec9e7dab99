/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-preview-scheme.h: frontage-site:///images/a.png, the one way by which the page gets at files.
 * Only regular files inside the site's folder are served, read off the main thread; all else is refused.
 */
#pragma once

#include <webkit/webkit.h>

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_PREVIEW_SCHEME "frontage-site"

void fr_preview_scheme_serve (WebKitURISchemeRequest *request, FrSite *site);

G_END_DECLS
