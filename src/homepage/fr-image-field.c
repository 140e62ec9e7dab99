/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-field.h"

#include <string.h>

#include "fr-pointer.h"

/* What the table has for a pointer: a field, or the fields of a mapping. */
typedef struct
{
  const FrField *field;
  const FrField *fields;
} Place;

/* "/sections/2/infopic" are three. */
#define SECTION 3

static Place
find_start (char **tokens, unsigned n_tokens)
{
  const FrKind *kind = n_tokens >= SECTION && strcmp (tokens[0], "sections") == 0 ? fr_kind_find (tokens[2]) : NULL;

  return (Place) { NULL, kind != NULL ? kind->fields : NULL };
}

static Place
find_place (char **tokens, unsigned n_tokens)
{
  Place place = find_start (tokens, n_tokens);

  for (unsigned i = SECTION; i < n_tokens && place.fields != NULL;)
    {
      /* A list that is the value itself has no name. */
      const FrField *field = *place.fields->name == '\0' ? place.fields : fr_field_find (place.fields, tokens[i++]);

      /* The number of its item. */
      i += field != NULL && field->type == FR_FIELD_LIST;
      place = (Place) { field, field != NULL && i <= n_tokens ? field->fields : NULL };
    }
  return place;
}

/* Page settings have their fields at the top. */
const FrField *
fr_image_field_find (const char *pointer)
{
  g_auto (GStrv) tokens = fr_pointer_split (pointer, NULL);
  unsigned n_tokens = g_strv_length (tokens);
  const FrField *field = n_tokens == 1 ? fr_field_find (fr_page_settings_fields (), tokens[0]) : find_place (tokens, n_tokens).field;

  return field != NULL && field->type == FR_FIELD_IMAGE ? field : NULL;
}

static const FrField *
find_image (const FrField *fields)
{
  for (; fields != NULL && fields->name != NULL; fields++)
    if (fields->type == FR_FIELD_IMAGE)
      return fields;
  return NULL;
}

char *
fr_image_field_near (const char *pointer)
{
  g_auto (GStrv) tokens = fr_pointer_split (pointer, NULL);
  g_autofree char *holder = g_strdup (pointer);

  if (fr_image_field_find (pointer) != NULL)
    return g_steal_pointer (&holder);
  for (unsigned n = g_strv_length (tokens); n >= SECTION; n--)
    {
      const FrField *image = find_image (find_place (tokens, n).fields);
      char *above;

      if (image != NULL)
        return fr_pointer_join (holder, image->name);
      above = fr_pointer_split_last (holder, NULL);
      g_free (holder);
      holder = above;
    }
  return NULL;
}

char *
fr_image_field_get_alt (const char *pointer)
{
  const FrField *image = fr_image_field_find (pointer);
  g_autofree char *holder = fr_pointer_split_last (pointer, NULL);

  return image != NULL && image->alt != NULL ? fr_pointer_join (holder, image->alt) : NULL;
}
