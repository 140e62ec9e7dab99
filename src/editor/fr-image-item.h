/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-item.h: one of the site's pictures in a list. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_ITEM (fr_image_item_get_type ())
G_DECLARE_FINAL_TYPE (FrImageItem, fr_image_item, FR, IMAGE_ITEM, GObject)

const char *fr_image_item_get_path     (FrImageItem *self);  /* within the site's folder */
const char *fr_image_item_get_name     (FrImageItem *self);
const char *fr_image_item_get_file     (FrImageItem *self);  /* the whole path */
gint64      fr_image_item_get_modified (FrImageItem *self);
/* All of the words, as g_utf8_casefold () has them, are in its path. */
gboolean    fr_image_item_has          (FrImageItem *self, const char * const *words);

/* All of the site's, newest first. transfer full */
GPtrArray  *fr_image_items_of          (FrSite *site);
/* Whether these are the very same files. */
gboolean    fr_image_items_are         (const GPtrArray *items, GListModel *others);

G_END_DECLS
