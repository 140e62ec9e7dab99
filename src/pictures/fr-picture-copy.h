/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-picture-copy.h: a smaller copy of a picture, by frontage-picture: a program of its own, which breaks instead of this one if the
 * picture is made to break what reads it, and has no more memory and time than it is given.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of a picture's file; no larger one is read. */
#define FR_PICTURE_MOST_BYTES ((gsize) 64 << 20)

/* How frontage-picture ends where it has made no copy. */
enum { FR_PICTURE_BROKEN = 3, FR_PICTURE_TOO_LARGE = 4 };

/* The whole copy, which fits into the box (pixels) and is no larger than the picture; it is turned as its camera says. Of a JPEG it is
 * a JPEG; else a PNG, or a JPEG where that is far lighter and nothing is transparent. All block. NULL with an error of G_IO_ERROR: the
 * picture cannot be read (INVALID_DATA), or not with the memory there is for it (NO_SPACE); else the file cannot. transfer full */
GBytes *fr_picture_copy           (const char *path, unsigned width, unsigned height, GError **error);
/* A PNG of at most so many pixels each way, with these texts in it: keys and values in turn, NULL at the end. */
GBytes *fr_picture_copy_thumbnail (const char *path, unsigned size, const char * const *texts, GError **error);

G_END_DECLS
