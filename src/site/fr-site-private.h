/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-private.h: the parts of a snapshot. fr-site.c makes it, fr-site-read.c reads it,
 * fr-site-find.c finds files in it. */
#pragma once

#include "fr-posts.h"
#include "fr-site.h"
#include "fr-site-data.h"
#include "fr-site-style-private.h"
#include "fr-walk.h"

G_BEGIN_DECLS

struct _FrSite
{
  GObject     parent_instance;
  GFile      *folder;
  char       *real_folder;  /* with symbolic links resolved */
  FrWalk     *walk;         /* without its files */
  GPtrArray  *files;        /* of FrSiteFile, in the order of fr_path_compare () */
  GPtrArray  *data;         /* of FrSiteData, likewise */
  GHashTable *pages;        /* FrSiteFile, by address */
  GHashTable *doubles;      /* of those that have the same address as a page, one, likewise */
  GArray     *posts;        /* of FrPost, oldest first */
  GArray     *categories;   /* of FrCategory, in the order in which posts from the oldest on use them */
  FrDocument *config;       /* one of the data's */
  char       *base_url;
  char       *primary_color;
  char       *secondary_color;
  FrSiteStyle    *style;
  char       *other_theme;  /* NULL: it is Isomer's, or not named */
};

typedef struct
{
  char     *name;
  unsigned  first;  /* the post that uses it first */
} FrCategory;

/* Takes the walk. `before`, which may be NULL, is what is not read again where it is still true. */
FrSite *fr_site_new_from_walk (GFile *folder, const char *real_folder, FrWalk *walk, FrSiteDepth depth, FrSite *before);
gboolean fr_site_is_same      (FrSite *self, FrSite *other);

/* fr-site-read.c: fills files and data. */
void    fr_site_read_walked   (FrSite *self, FrSiteDepth depth, FrSite *before);
/* fr-posts.c: fills posts and categories. */
void    fr_site_sort_posts    (FrSite *self);

G_END_DECLS
