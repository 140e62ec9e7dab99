/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-css.h: a style that others wrote, made fit to be shown: it loads files of its site and nothing else, however it is
 * written, and ends where the element ends that it is put into.
 *
 * What imports another style is left out. An address that leads elsewhere becomes one that loads nothing, so that what
 * stands around it (a colour behind a picture) stays.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an address becomes; NULL: nothing is loaded. transfer full */
typedef char *(*FrCssAddress) (const char *address, gconstpointer data);

/* Every address in it passed through `change`, whose answers are not changed again. transfer full */
char *fr_css_change    (const char *css, FrCssAddress change, gconstpointer data);
/* For a style that is published at `own` ("/misc/custom.css") of a site with this base URL: its addresses become those of
 * files in the site, "/fonts/a.ttf", percent-encoded; data: and "#a" stay. transfer full */
char *fr_css_keep_home (const char *css, const char *own, const char *base_url);

G_END_DECLS
