/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-field.h: which field a picture is meant for, by the table of kinds. */
#pragma once

#include "fr-kinds.h"

G_BEGIN_DECLS

/* The field at this pointer, there or not, if it is for a picture; else NULL. */
const FrField *fr_image_field_find (const char *pointer);
/* The pointer of the picture that the value at this one is, or is with: the field itself, or the picture of the item, group or
 * section around it. NULL: there is none. transfer full */
char          *fr_image_field_near (const char *pointer);
/* Of the field beside it that is for its alternative text; NULL: there is none. transfer full */
char          *fr_image_field_get_alt (const char *pointer);

G_END_DECLS
