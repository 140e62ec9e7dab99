/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-text-change.h: what text fields do with texts: the one stretch in which two texts differ, so that a field can be brought
 * up to date around the cursor instead of being filled anew; and lines made one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int         start;    /* characters; the same in both */
  int         old_end;  /* characters in the old text */
  const char *text;     /* within the new text: what stands there now … */
  int         length;   /* … bytes */
} FrTextChange;

/* Lines made one: each break and the spaces around it are a space, and none at the ends. transfer full */
char    *fr_text_to_line     (const char *text);
gboolean fr_text_change_find (const char *old_text, const char *new_text, FrTextChange *change);  /* FALSE: equal */

G_END_DECLS
