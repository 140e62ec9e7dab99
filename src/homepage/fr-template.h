/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-template.h: the templates of data/homepage, filled with values of the front matter.
 *
 * A template sees the fields of one mapping. Of a field "x", {{x}} is its text as it is published (markup and
 * all), and these are made when a template asks for them:
 *   x_there     it is there (RULES.md: an empty text is); x_filled: and not empty; x_written: its key is
 *   x_anchor    href, and target where it leads to another site, for a link whose address's ends do not count
 *   x_src       the image's address
 *   x_choice    the value if it is one of the field's choices, else the first of them that is not ""
 *   x_items     the HTML of a list's items, each by the template "KIND-x", which also sees its {{number}} {{of}} how many
 *   x_count     how many items are drawn, or keys there are
 *   x_group     the HTML of a mapping, by the template "KIND-x"
 *   x_part      the HTML of this very mapping by the template "KIND-x": what is wanted in several places
 *   self        the mapping itself
 *   base        the site's base URL
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

/* What makes a link of <a>: its address as it is published, in a new tab if it is another site's. transfer full */
char *fr_template_anchor     (const FrRendering *rendering, const char *address);

/* A style sheet that goes with the templates: "style", "around" for what stands around the page, or "site-style", which
 * stands where a site has none of its own. transfer full */
GBytes *fr_template_style    (const char *name);

G_END_DECLS
