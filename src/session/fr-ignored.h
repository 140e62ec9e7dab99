/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-ignored.h: findings that somebody has looked at and lets be. They are kept in the state folder, never in the site, by site,
 * rule, place and what is said: what is found elsewhere, or of another text, is told of again.
 */
#pragma once

#include "fr-findings.h"

G_BEGIN_DECLS

typedef struct _FrIgnored FrIgnored;

/* Those of the site with this folder. transfer full */
FrIgnored *fr_ignored_new  (GFile *folder);
void       fr_ignored_free (FrIgnored *self);
gboolean   fr_ignored_has  (FrIgnored *self, const FrFinding *finding);
/* FALSE with an error of GFileError: it is so until the program ends. */
gboolean   fr_ignored_set  (FrIgnored *self, const FrFinding *finding, gboolean ignored, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrIgnored, fr_ignored_free)

G_END_DECLS
