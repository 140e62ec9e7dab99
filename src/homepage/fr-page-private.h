/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-page-private.h: what the parts of the page share. fr-page-items.c draws and follows the items of `sections`,
 * fr-page-blocks.c puts what is drawn together, fr-page.c is the page as others see it.
 */
#pragma once

#include "fr-kinds.h"
#include "fr-page.h"
#include "fr-template.h"

G_BEGIN_DECLS

#define FR_PAGE_LIST "/sections"
#define FR_PAGE_NOTIFICATION_ID 1
#define FR_PAGE_NO_LIST_ID      2

/* What the published page calls a grey band. */
#define FR_PAGE_GREY_CLASS "bg-newssection"

/* One kind of one item of `sections`, as HTML. */
typedef struct
{
  const FrKind *kind;
  guint64       id;    /* of its block; the next number is that of an error in its place */
  GRefString   *html;
} FrDrawn;

/* An item of `sections`. */
typedef struct
{
  guint64  id;         /* of the block that says what is wrong with it */
  gboolean outdated;
  GArray  *drawn;      /* of FrDrawn, in the order of the table */
} FrPageItem;

struct _FrPage
{
  GObject      parent_instance;
  FrRendering  rendering;
  GRefString  *notification;   /* NULL: not drawn */
  GPtrArray   *items;          /* of FrPageItem */
  GArray      *blocks;         /* of FrBlock */
  guint64      last_id;        /* of a block */
  gboolean     is_no_list;     /* `sections` is something else that holds something */
  gboolean     reordered;      /* the blocks are others, or in another order, since they were put together */
  char        *title;
};

/* The HTML, which is taken, kept where it is put, and interned: the same HTML is the same pointer, whichever update made
 * it. transfer full */
GRefString *fr_page_intern       (char *html);

/* fr-page-items.c: a GPtrArray of FrPageItem. */
GPtrArray  *fr_page_items_new    (void);
void        fr_page_follow       (FrPage *self, const GPtrArray *changes);
void        fr_page_outdate_all  (gpointer self);
void        fr_page_outdate_item (gpointer self, unsigned index);
/* Draws what is outdated, and as many items as there are. */
void        fr_page_draw_outdated (FrPage *self, const FrNode *sections);

/* fr-page-blocks.c: a GArray of FrBlock. */
GArray     *fr_page_blocks_new   (void);
void        fr_page_assemble     (FrPage *self);
void        fr_page_replace_html (FrPage *self, const FrDrawn *drawn);

G_END_DECLS
