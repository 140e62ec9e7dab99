/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-preview-private.h: what the parts of the preview share. fr-preview.c shows and patches the page, fr-preview-messages.c
 * hears what happens there, fr-preview-drop.c knows what is under the pointer of one who drags; fr-preview-size.c is about how wide and how large it is.
 */
#pragma once

#include "fr-link-overlay.h"
#include "fr-page-frame.h"
#include "fr-preview-patch.h"
#include "fr-preview-view.h"
#include "fr-preview.h"

G_BEGIN_DECLS

typedef enum
{
  FR_PREVIEW_LOADING,  /* the document */
  FR_PREVIEW_EMPTY,    /* our script in it answered */
  FR_PREVIEW_FILLED,   /* the page is in it, or on its way */
  FR_PREVIEW_STOPPED,  /* the web process ended, or cannot be */
} FrPreviewState;

struct _FrPreview
{
  GtkWidget parent_instance;

  FrLinkOverlay *links;
  GtkWidget *stack;
  FrPageFrame *frame;
  GtkWidget *toolbar;
  GtkButton *scale;
  GtkLabel *notice;    /* what of the site is not shown as it will be */

  FrPreviewView *view;
  FrPreviewPatch *patch;
  FrPage *page;
  FrSite *site;
  unsigned version;           /* of the newest images that differ from those that were loaded first */
  char *around;               /* header, footer and colours that are shown, as JSON */
  GCancellable *cancellable;  /* of the calls into the document that is loaded now */
  char *scroll_to;            /* asked for while the page is behind */
  char *marked;               /* the pointer; NULL for none */
  char *marked_place;         /* what the document was told of it; NULL: nothing yet */
  double place;               /* how far down the page is scrolled, CSS pixels */
  int page_width;             /* CSS pixels; 0: as there is room */
  double zoom;
  unsigned show_scale;        /* source id */

  gboolean site_shown; /* header and footer, too */
  FrPreviewState state;
  gboolean failed;     /* the last patch did, and the document was loaded again for it */
  gboolean in_flight;  /* a patch is under way … */
  gboolean outdated;   /* … and the blocks have changed since */
};

/* fr-preview.c: loads the empty document, fills it when our script is in it, and says that it cannot go on. */
void fr_preview_load         (FrPreview *self);
void fr_preview_fill         (FrPreview *self);
void fr_preview_stop         (FrPreview *self);

/* Where the page has the value: "12 key_highlights/0/title", as preview.js says it; "": nowhere. NULL is allowed. transfer full */
char *fr_preview_find_place  (FrPreview *self, const char *pointer);
/* The other way round, in a page that may have gone on since; NULL: it is not there. */
char *fr_preview_find_pointer (FrPreview *self, const char *place);

/* fr-preview-messages.c */
void fr_preview_create_view  (FrPreview *self);

/* fr-preview-size.c; the first also installs the other properties, as a class has one function for them all. */
void fr_preview_install_size (FrPreviewClass *class);
void fr_preview_init_size    (FrPreview *self);

G_END_DECLS
