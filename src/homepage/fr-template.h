/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-template.h: the templates of data/homepage, filled with values of the front matter.
 *
 * A template sees the fields of one mapping. Of a field "x", {{x}} is its text as it is published (markup and
 * all), and these are made when a template asks for them:
 *   x_there     it is there (RULES.md: an empty text is)
 *   x_href      the address with the site's base URL; x_external: it leads to another site
 *   x_src       the image's address
 *   x_choice    the value if it is one of the field's choices, else the first of them that is not ""
 *   x_items     the HTML of a list's items, each by the template "TEMPLATE-x"; x_count: how many there are
 *   x_group     the HTML of a mapping, by the template "TEMPLATE-x"
 *   at          where the mapping is within its block: "key_highlights/0/", for data-field
 */
#pragma once

#include <gio/gio.h>

#include "fr-kinds.h"
#include "fr-node.h"
#include "fr-page.h"

G_BEGIN_DECLS

typedef struct
{
  FrSite   *site;
  FrImages  images;
} FrRendering;

/* `extra`: name, text pairs ending in NULL, or NULL itself; they go before the fields. transfer full */
char *fr_template_render     (const FrRendering *rendering, const char *name, const FrNode *mapping,
                              const FrField *fields, const char *at, const char * const *extra);
gboolean fr_template_exists  (const char *name);
/* An image's address in this rendering. transfer full */
char *fr_template_image      (const FrRendering *rendering, const char *address);

/* One of the style sheets that go with the templates: "style" is the theme's, "site-style" what a site's own style takes the
 * place of. transfer full */
GBytes *fr_template_style    (const char *name);

G_END_DECLS
