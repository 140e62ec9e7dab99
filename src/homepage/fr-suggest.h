/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-suggest.h: which of some names was meant by one that is none of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FR_NAMES_DIFFER,
  FR_NAMES_CLOSE,    /* a letter or two are wrong, missing, too many or the other way round */
  FR_NAMES_ALIKE,    /* but for capitals, dashes, underscores and spaces they are the same */
} FrLikeness;

FrLikeness fr_names_compare (const char *name, const char *other);

G_END_DECLS
