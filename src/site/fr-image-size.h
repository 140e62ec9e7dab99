/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-size.h: how large a picture is, from the first bytes of its file.
 *
 * Not by gdk-pixbuf: it takes 45 µs for a PNG, 75 for a JPEG and 400 for an SVG, and runs the decoders of what other
 * people wrote in this process, or, in its newest versions, starts a process for each file.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of so many bytes: nearly always enough; a JPEG may have a small picture of itself in front. */
#define FR_IMAGE_FIRST_BYTES 2048
#define FR_IMAGE_MOST_BYTES  (1 << 20)

/* By the file's name. */
gboolean fr_image_is_name (const char *path);
/* Pixels, as a browser shows it, which turns photos (fr-image-turn.h); of an SVG, CSS pixels. FALSE: it is none of the pictures that are known (PNG, JPEG, GIF, WebP, BMP, ICO, AVIF,
 * SVG), says nothing of its size, or says it further down. */
gboolean fr_image_measure (const guchar *bytes, gsize length, unsigned *width, unsigned *height);

G_END_DECLS
