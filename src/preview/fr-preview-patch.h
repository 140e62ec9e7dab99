/* fr-preview-patch.h: what has to be told to the web view so that it shows these blocks and no longer those.
 *
 * Each block shown has a number of its own. Blocks are recognised by their HTML's pointer, so finding what
 * changed among thousands costs no look at their text, and a block that only moved keeps its number: the
 * page then moves the node it has.
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

/* As JSON, {"blocks": [{"id", "pointer", "classes", "html"}, …], "order": [id, …]}: the blocks that are new
 * or differ (with "html" only where that does), and the order if it changed. NULL: nothing to tell.
 * What was told counts as shown from here on. transfer full */
char           *fr_preview_patch_next  (FrPreviewPatch *self, const FrBlock *blocks, unsigned n_blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrPreviewPatch, fr_preview_patch_free)

G_END_DECLS
