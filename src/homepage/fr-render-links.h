/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-render-links.h: lists of links as HTML, for what stands around the page. A link's template sees its {{title}}, the
 * {{anchor}} (href and target) and what is {{below}} it.
 */
#pragma once

#include "fr-navigation.h"
#include "fr-template.h"

G_BEGIN_DECLS

void  fr_append_link   (GString *html, const FrRendering *rendering, const char *template, const FrLink *link,
                        const char *below);
/* Each by one template; `links` may be NULL. transfer full */
char *fr_render_links  (const FrRendering *rendering, const char *template, GPtrArray *links);
/* With what is below each: by the template `group`, or `single` where it is a single page. transfer full */
char *fr_render_groups (const FrRendering *rendering, GPtrArray *links, const char *single, const char *group,
                        const char *below);

/* The site's footers; "" where the file that they are made from is missing or broken. transfer full */
char *fr_render_footer (const FrRendering *rendering);

G_END_DECLS
