/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-row-factory.h: the row that fits a field. */
#pragma once

#include "fr-field-row.h"

G_BEGIN_DECLS

/* Bound to the value at the pointer, one of the `fields` of a mapping (fr_field_row_bind ()). floating */
FrFieldRow *fr_row_for_field (const FrField *field, const FrField *fields, FrSession *session, const char *pointer);

G_END_DECLS
