/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-change-name.h: what an edit is called: "change of Hero title", "removal of Infopic". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As the end of a sentence that begins with "Undo" or "Redo"; the changes are those that were made, in either case
 * (fr_document_get_undo (), fr_document_get_redo ()). transfer full */
char *fr_changes_get_name (const GPtrArray *changes);
/* The same where it stands by itself, with a capital letter. transfer full */
char *fr_changes_get_heading (const GPtrArray *changes);

G_END_DECLS
