/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-fences.h: where the YAML lies in a file: Jekyll's rule for front matter. */
#pragma once

#include "fr-error.h"

G_BEGIN_DECLS

typedef struct
{
  gsize start;  /* bytes: the first line after the opening fence */
  gsize end;    /* of the closing fence's line */
} FrFences;

gboolean fr_fences_find (const char *text, gsize length, FrFences *fences, GError **error);
/* A line of `text` would end the front matter. */
gboolean fr_fences_has_closing_line (const char *text, gsize length);

G_END_DECLS
