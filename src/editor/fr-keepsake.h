/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-keepsake.h: values that were switched off in a form and left the file, until they are wanted back or the file is
 * saved without them. They are the session's: another section may be looked at meanwhile.
 */
#pragma once

#include "fr-session.h"

G_BEGIN_DECLS

/* What is kept for a place, as JSON; the place is followed where it goes. */
void        fr_keepsake_put (FrSession *session, const char *pointer, const FrNode *value);
const char *fr_keepsake_get (FrSession *session, const char *pointer);  /* NULL: nothing */

G_END_DECLS
