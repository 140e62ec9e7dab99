/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-page-style.h: the site's own style in a page, and what there is to say of it and of the site's theme. */
#pragma once

#include "fr-template.h"

G_BEGIN_DECLS

/* The CSS that stands behind the theme's, with its addresses as this rendering has those of images. transfer full */
char *fr_page_style_draw         (const FrRendering *rendering);
/* Adds what is wrong: of FrFinding, about the style's files and _config.yml. */
void  fr_page_style_add_findings (FrSite *site, GPtrArray *findings);
/* The same, to be read beside a page: a line for each, "custom.scss, line 3: …"; "" if there is nothing. transfer full */
char *fr_page_style_describe     (FrSite *site);

G_END_DECLS
