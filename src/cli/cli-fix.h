/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli-fix.h: a homepage mended in its file, by the fixes of what is found in it. */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* What is found in the document now. transfer full, of FrFinding */
typedef GPtrArray *(*CliLook) (FrDocument *document, gpointer data);

/* Makes the fixes of this rule, or the safe ones of all that are found where `rule` is NULL, until there are no more. Returns how
 * many it made. */
unsigned cli_fix (FrDocument *document, const char *rule, CliLook look, gpointer data);

G_END_DECLS
