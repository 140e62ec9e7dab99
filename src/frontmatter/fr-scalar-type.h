/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-scalar-type.h: what Ruby's Psych makes of a plain scalar (YAML 1.1 with Psych's own habits). */
#pragma once

#include "fr-node.h"

G_BEGIN_DECLS

FrType   fr_scalar_type (const char *text, gsize length);
/* A finite number as Ruby writes it: the fewest digits that mean it, with a point: 0.1, 1.0e+16. transfer full */
char    *fr_scalar_from_float (double value);
/* An INTEGER's or FLOAT's value as JSON text; NULL where JSON has none (infinite, not a number). transfer full */
char    *fr_scalar_number_to_json (FrType type, const char *text);
/* Any of the YAML readers that matter here (Psych, the web editor's, YAML 1.1's own rules) might take the
 * plain text for something else than this very string. */
gboolean fr_scalar_needs_quotes (const char *text, gsize length);

G_END_DECLS
