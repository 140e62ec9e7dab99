/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-liquid-expression.h: what stands within {{ }} and {% if %}: values, filters, conditions. What is not understood is
 * nil, and the rest of it is not read, as Jekyll's Liquid has it.
 */
#pragma once

#include "fr-liquid-value.h"

G_BEGIN_DECLS

typedef struct
{
  FrLiquidStore *store;
  FrLiquidValue  root;       /* an object: "site", "page" */
  GHashTable    *variables;  /* of FrLiquidValue, by name: before the root's */
  char          *error;      /* what the site is not published for; NULL: nothing */
} FrLiquidScope;

/* A value; goes on behind it. */
FrLiquidValue fr_liquid_evaluate          (FrLiquidScope *scope, const char **at);
/* A value and its filters. */
FrLiquidValue fr_liquid_evaluate_filtered (FrLiquidScope *scope, const char *text);
gboolean      fr_liquid_test              (FrLiquidScope *scope, const char *condition);
/* Goes on behind spaces, and behind this if it stands there: then it is TRUE. */
gboolean      fr_liquid_accept            (const char **at, const char *sign);
/* A name, "media-color"; goes on behind it. NULL: there is none. transfer full */
char         *fr_liquid_take_name         (const char **at);

/* fr-liquid-filters.c: an unknown filter gives its input. `values`: of FrLiquidValue, what stands behind its colon. */
FrLiquidValue fr_liquid_filter            (FrLiquidScope *scope, const char *name, FrLiquidValue input,
                                           const GArray *values);

G_END_DECLS
