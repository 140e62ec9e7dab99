/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-error.h: what can go wrong with a file, said so that the person who wrote the file understands it.
 *
 * A message is one sentence about what is wrong and what to do, without the place: the place, where there
 * is one, is asked for apart, because the window shows it as text and the command line as FILE:LINE:COLUMN.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FR_ERROR_ENCODING,      /* the bytes are not UTF-8 */
  FR_ERROR_NOT_TEXT,      /* nor any other text */
  FR_ERROR_FENCES,        /* no front matter where it must be */
  FR_ERROR_SYNTAX,        /* not YAML */
  FR_ERROR_POINTER,       /* not a JSON Pointer, or nothing there */
  FR_ERROR_NOT_EDITABLE,  /* readable, but writing there could change something else */
  FR_ERROR_VALUE,         /* the new value cannot be written (or a patch's test failed) */
  FR_ERROR_PATCH,         /* not a JSON Patch */
  FR_ERROR_FAULT,         /* a promise of Frontage's own is broken */
} FrErrorCode;

#define FR_ERROR (fr_error_quark ())
GQuark fr_error_quark (void);

/* Lines count from 1, columns from 1 in characters; 0 where no place is known. */
typedef struct
{
  unsigned line;
  unsigned column;
} FrPlace;

GError  *fr_error_new_at   (FrErrorCode code, FrPlace place, const char *format, ...) G_GNUC_PRINTF (3, 4);
FrPlace  fr_error_get_place (const GError *error);

G_END_DECLS
