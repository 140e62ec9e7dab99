/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-new-section.h: which sections may be added to a homepage, and where they go. */
#pragma once

#include "fr-document.h"
#include "fr-kinds.h"

G_BEGIN_DECLS

/* NULL: one of this kind may be added; else a sentence that says why not. transfer full */
char *fr_new_section_why_not (FrDocument *document, const FrKind *kind);

/* Adds one, as the web editor would begin it, behind the section that is or holds the value at `after` (what must be first
 * goes there; "" or what is in no section: the end): one step of undo. Returns the pointer of its mapping, "/sections/3/infopic";
 * NULL with an error. transfer full */
char *fr_new_section_add     (FrDocument *document, const FrKind *kind, const char *after, GError **error);

G_END_DECLS
