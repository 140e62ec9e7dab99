/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-row-factory.h"

#include "fr-address-row.h"
#include "fr-choice-row.h"
#include "fr-date-row.h"
#include "fr-image-row.h"
#include "fr-line-row.h"
#include "fr-paragraph-row.h"

static GType
type_for (FrFieldType type)
{
  switch (type)
    {
    case FR_FIELD_PARAGRAPH:
      return FR_TYPE_PARAGRAPH_ROW;
    case FR_FIELD_DATE:
      return FR_TYPE_DATE_ROW;
    case FR_FIELD_ADDRESS:
      return FR_TYPE_ADDRESS_ROW;
    case FR_FIELD_IMAGE:
      return FR_TYPE_IMAGE_ROW;
    case FR_FIELD_CHOICE:
      return FR_TYPE_CHOICE_ROW;
    default:
      return FR_TYPE_LINE_ROW;
    }
}

FrFieldRow *
fr_row_for_field (const FrField *field, const FrField *fields, FrSession *session, const char *pointer)
{
  FrFieldRow *row = g_object_new (type_for (field->type), NULL);

  fr_field_row_bind (row, field, fields, session, pointer);
  return row;
}
