/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-habits.h: how the text around a place is written, for new values to be written likewise. */
#pragma once

#include "fr-emitter.h"
#include "fr-entry.h"

G_BEGIN_DECLS

/* Indentation, as `node` and what is above it have it. */
FrHabits fr_habits_around     (const FrSource *source, const FrNode *node);
/* The same for a new entry of a collection that has some, and their quotes and block scalars. */
FrHabits fr_habits_of_entries (const FrSource *source, const FrNode *collection, unsigned index);

G_END_DECLS
