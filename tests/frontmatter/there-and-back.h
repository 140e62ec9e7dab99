/* SPDX-License-Identifier: GPL-3.0-or-later */
/* there-and-back.h: what goes somewhere and comes back, or comes and goes again, leaves the same bytes. */
#pragma once

#include "fr-document.h"
#include "tape.h"

/* One random way there and back. NULL if the bytes are the same, or the first step was refused; else what went wrong.
 * transfer full */
char *there_and_back (FrDocument *document, Tape *tape);
