/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-step-data.h: a step of undo as data, to be kept outside of the program and made again by another one. */
#pragma once

#include "fr-history.h"

G_BEGIN_DECLS

#define FR_STEP_DATA "(msa(usmsbbms)a(tayaybbauuuu))"

GVariant *fr_step_to_data   (const FrStep *step);  /* floating */
FrStep   *fr_step_from_data (GVariant *data);      /* with an id of its own. transfer full */

G_END_DECLS
