/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-style-private.h: reading a style. fr-site-style.c does it, fr-site-style-names.c knows what Liquid may ask for. */
#pragma once

#include "fr-liquid-value.h"
#include "fr-site.h"
#include "fr-site-style.h"

G_BEGIN_DECLS

/* Blocks. `site`: all of the snapshot but its style; `before`, which may be NULL, is taken if it is the same. transfer full,
 * by fr_site_style_unref () */
FrSiteStyle      *fr_site_style_read  (FrSite *site, const char *real_folder, FrSiteStyle *before);
void          fr_site_style_unref (FrSiteStyle *self);

/* What "site" and "page" stand for: `page` is the style file's own front matter, and may be NULL. */
typedef struct
{
  FrSite       *site;
  const FrNode *page;
  const char   *address;  /* where the style is published */
  const char   *path;
} FrSiteStyleNames;

FrLiquidValue fr_site_style_names (const FrSiteStyleNames *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrSiteStyle, fr_site_style_unref)

G_END_DECLS
