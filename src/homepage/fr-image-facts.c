/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-facts.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* What the official web editor takes. */
#define MOST_BYTES (5 * G_GINT64_CONSTANT (1000000))
/* Screens have up to two pixels for one of the page's. */
#define DENSITY 2
/* So many times larger than even those can show: far larger. */
#define FAR 1.5
/* Of what the page draws as wide as it is. */
#define ANY_WIDTH 1440

static gboolean
has_ending (const FrImage *image, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (image->name, -1);

  return g_str_has_suffix (lower, ending);
}

char *
fr_image_describe_size (const FrImage *image)
{
  g_autofree char *weight = g_format_size (image->bytes);

  if (has_ending (image, ".svg") || image->width == 0)
    return g_steal_pointer (&weight);
  /* Translators: of a picture: "1600 × 1067 pixels, 240 kB" */
  return g_strdup_printf (_("%u × %u pixels, %s"), image->width, image->height, weight);
}

char *
fr_image_describe_sharpness (const FrImage *image, const FrField *field, gboolean *is_bad)
{
  *is_bad = FALSE;
  if (has_ending (image, ".svg"))
    return g_strdup (_("A drawing, sharp at any size."));
  if (image->width == 0 || field->drawn_width == 0)
    return NULL;
  *is_bad = image->width < field->drawn_width || image->height < field->drawn_height;
  if (!*is_bad)
    return g_strdup_printf (_("Sharp: the page draws it up to %u pixels wide."), field->drawn_width);
  if (image->width >= field->drawn_width)
    return g_strdup_printf (_("Not sharp: the page needs it to be %u pixels high."), field->drawn_height);
  return g_strdup_printf (_("Not sharp: the page draws it up to %u pixels wide."), field->drawn_width);
}

/* A drawing has no size of its own, and what moves would stand still. */
static gboolean
can_shrink (const FrImage *image)
{
  return has_ending (image, ".jpg") || has_ending (image, ".jpeg") || has_ending (image, ".png");
}

gboolean
fr_image_wants_smaller (const FrImage *image, const FrField *field, unsigned *width, unsigned *height)
{
  double needed = DENSITY * (field->drawn_width > 0 ? field->drawn_width : ANY_WIDTH);
  double least = image->width > 0 && image->height > 0 ? DENSITY * field->drawn_height / (double) image->height : 0;
  /* Both sides have to be covered. */
  double scale = image->width > 0 ? MAX (needed / image->width, least) : 0;

  if (!can_shrink (image) || image->width == 0 || (scale * FAR > 1 && image->bytes <= MOST_BYTES))
    return FALSE;
  scale = MIN (scale, 1);
  *width = image->width * scale + 0.5;
  *height = image->height * scale + 0.5;
  return TRUE;
}
