/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-preview-patch.h: what has to be told to the web view so that it shows these blocks and no longer those.
 *
 * A block is known by its id, so one that only moved is the same node in another place, and where a block comes from is
 * nothing that the web view knows. A block's HTML is compared by its address: nobody looks at the text.
 */
#pragma once

#include "fr-page.h"

G_BEGIN_DECLS

typedef struct _FrPreviewPatch FrPreviewPatch;

FrPreviewPatch *fr_preview_patch_new   (void);
void            fr_preview_patch_free  (FrPreviewPatch *self);

/* As JSON, {"title", "colors", "header", "footer"}. transfer full */
char           *fr_preview_patch_surroundings (const FrSurroundings *surroundings);

/* As JSON, {"/images/a.png": version, …}; NULL if there are no addresses. transfer full */
char           *fr_preview_patch_versions     (const char * const *addresses, unsigned version);

/* The web view shows no block now. */
void            fr_preview_patch_reset (FrPreviewPatch *self);

/* As JSON, {"blocks": [{"id", "classes", "html"}, …], "order": [id, …]}: the blocks that are new or differ, with what
 * differs of them, and the order if it changed. NULL: nothing to tell. What was told counts as shown from here on.
 * transfer full */
char           *fr_preview_patch_next  (FrPreviewPatch *self, const FrBlock *blocks, unsigned n_blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrPreviewPatch, fr_preview_patch_free)

G_END_DECLS
