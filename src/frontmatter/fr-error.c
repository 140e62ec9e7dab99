/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-error.h"

typedef struct
{
  FrPlace place;
} FrErrorPrivate;

static void
fr_error_private_init (FrErrorPrivate *priv)
{
  priv->place = (FrPlace) { 0, 0 };
}

static void
fr_error_private_copy (const FrErrorPrivate *from, FrErrorPrivate *to)
{
  *to = *from;
}

static void
fr_error_private_clear (FrErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (FrError, fr_error)

GError *
fr_error_new_at (FrErrorCode code, FrPlace place, const char *format, ...)
{
  va_list args;
  GError *error;

  va_start (args, format);
  error = g_error_new_valist (FR_ERROR, code, format, args);
  va_end (args);
  fr_error_get_private (error)->place = place;
  return error;
}

/* The place of any error; one of another domain has none. */
FrPlace
fr_error_get_place (const GError *error)
{
  if (error == NULL || error->domain != FR_ERROR)
    return (FrPlace) { 0, 0 };
  return fr_error_get_private (error)->place;
}
