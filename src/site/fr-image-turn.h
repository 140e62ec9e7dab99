/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-turn.h: which way up a photo is, as the camera says in its file (EXIF): browsers turn it, other programs may not. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* EXIF's number, from the first bytes of a JPEG: 1 to 8. 1: it stands as it is, or is none of these. From 5 on, what is its width in
 * the file is its height. */
unsigned fr_image_read_turn (const guchar *bytes, gsize length);

G_END_DECLS
