/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-surroundings.h: what the site puts around each of its pages: masthead, navigation bar and footer. */
#pragma once

#include "fr-template.h"

G_BEGIN_DECLS

/* `title`: of the page; `with_site`: header and footer, too. transfer full */
FrSurroundings *fr_surroundings_new (const FrRendering *rendering, const char *title, gboolean with_site);

G_END_DECLS
