/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-patch.h: a picture and its alternative text come into a page together. */
#pragma once

#include "fr-session.h"

G_BEGIN_DECLS

/* One step of undo. `pointer`: of the picture's address; `alt`: for the field beside it; NULL: that stays as it is. */
gboolean fr_image_patch (FrSession *session, const char *pointer, const char *address, const char *alt, GError **error);

G_END_DECLS
