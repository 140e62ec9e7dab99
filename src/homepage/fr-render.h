/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-render.h: the HTML of one thing of the page, from its values. */
#pragma once

#include "fr-template.h"

G_BEGIN_DECLS

char *fr_render_section      (const FrRendering *rendering, const FrKind *kind, const FrNode *value);
/* NULL where nothing but markup and spaces is in it. */
char *fr_render_notification (const FrRendering *rendering, const FrNode *value);
char *fr_render_error        (const FrRendering *rendering, const char *message);
char *fr_render_page         (const FrRendering *rendering, const FrSurroundings *around, const char *blocks);

G_END_DECLS
