/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-values.h: values as the published page sees them (RULES.md, "Values"). */
#pragma once

#include "fr-node.h"
#include "fr-site.h"

G_BEGIN_DECLS

/* Not missing, null or false; the empty string, 0 and an empty list are there. */
gboolean fr_value_is_there      (const FrNode *node);
/* As Liquid prints it: nothing for null, a list’s items joined, a mapping as Ruby 3.1 inspects it. transfer full */
char    *fr_value_print         (const FrNode *node);
/* An http(s) address: it opens a new tab. */
gboolean fr_address_is_external (const char *address);
/* "//host/a.png", "data:…", "HTTPS://…": a browser asks no file of the site for them. */
gboolean fr_address_is_elsewhere (const char *address);
/* As links have it: its ends are stripped, and what is not external gets the base URL in front. transfer full */
char    *fr_address_publish     (const char *address, FrSite *site);
char    *fr_value_to_href       (const FrNode *node, FrSite *site);

G_END_DECLS
