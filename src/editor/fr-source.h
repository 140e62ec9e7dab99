/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-source.h: what stands in the file for a value, to be looked at: its YAML without the indentation around it. */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* Of a value, and of an entry of a mapping with its key; the end of a very long one is left out. transfer full */
char *fr_source_of_value (FrDocument *document, const FrNode *value);
char *fr_source_of_entry (FrDocument *document, const FrNode *mapping, unsigned index);

G_END_DECLS
