/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-page.h: the homepage's HTML, as a list of blocks (one for each thing drawn, top to bottom).
 *
 * A block's HTML does not say where it stands: its place in the list and its classes do (band colour, side
 * of the image), so that adding or moving a section changes no other section's HTML. Within the HTML,
 * data-field="title" or "key_highlights/0/title" names the value behind an element, relative to the block.
 */
#pragma once

#include "fr-document.h"
#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_PAGE (fr_page_get_type ())
G_DECLARE_FINAL_TYPE (FrPage, fr_page, FR, PAGE, GObject)

typedef struct
{
  guint64     id;       /* the block's alone: it keeps it wherever it goes, and whatever is in it */
  char       *pointer;  /* of the mapping drawn: "/sections/0/hero"; "/notification" for that bar */
  const char *classes;  /* of the wrapping element, e.g. "block white left"; static, and the same for the same classes */
  GRefString *html;     /* shared by two updates if nothing in it changed: compare the pointers first */
} FrBlock;

typedef enum
{
  FR_IMAGES_AS_ADDRESSES,   /* frontage-site:///images/a.png, for the preview's own scheme */
  FR_IMAGES_AS_FILE_URIS,
  FR_IMAGES_AS_DATA_URIS,
} FrImages;

/* What the document has around the blocks. */
typedef struct
{
  char *title;            /* plain text */
  char *colors;           /* the site's, as the style of <html> */
  char *style;            /* CSS that stands behind the theme's: the site's own, or what the theme has in its place */
  char *header, *footer;  /* HTML; empty where the files in _data that they are made from are missing or broken */
} FrSurroundings;

FrPage        *fr_page_new        (FrSite *site, FrImages images);
/* Brings the blocks up to date with the document after these changes (of FrChange; NULL: any). */
void           fr_page_update     (FrPage *self, const FrNode *root, const GPtrArray *changes);
/* A newer snapshot of the site. The document, whose root this is, is the one that was drawn last. */
void           fr_page_set_site   (FrPage *self, FrSite *site, const FrNode *root);
const FrBlock *fr_page_get_blocks (FrPage *self, unsigned *n_blocks);
/* NULL: there is none. */
const FrBlock *fr_page_find_block (FrPage *self, guint64 id);
/* The one that shows the value at the pointer. */
const FrBlock *fr_page_find_block_of (FrPage *self, const char *pointer);

/* One HTML document with the style in it; the blocks in <main>, and nothing else there. `with_site`: around it the
 * site's header and footer. transfer full */
char          *fr_page_to_document (FrPage *self, gboolean with_site);
/* A document with nothing in it but the style, for surroundings and blocks to be put into. transfer full */
char          *fr_page_new_empty_document (void);

/* Of the site as it was given last. transfer full */
FrSurroundings *fr_page_draw_surroundings (FrPage *self);
void            fr_surroundings_free      (FrSurroundings *surroundings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrSurroundings, fr_surroundings_free)

G_END_DECLS
