/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures: whether they are there, and whether they are such as a page can show. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-known-files.h"
#include "fr-values.h"

#define MOST_BYTES (5 * 1000 * 1000)

/* Against what is drawn: less than this share of it is blurred, more than so many times of it is waste. */
#define LEAST_SHARE 0.5
#define MOST_TIMES 4

/* What the web editor takes. */
static gboolean
is_taken (const char *path)
{
  static const char * const endings[] = { ".svg", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".ico", NULL };
  const char *ending = strrchr (path, '.');

  for (unsigned i = 0; ending != NULL && endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Drawings are as sharp as they are drawn. */
static gboolean
is_drawing (const char *path)
{
  return g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".SVG");
}

static void
check_pixels (FrCheck *check, const FrField *field, const FrSiteFile *file, const FrSpot *spot)
{
  if (field->drawn_width == 0 || file->width == 0 || is_drawing (file->path))
    return;
  if (file->width < field->drawn_width * LEAST_SHARE)
    fr_check_report (check, FR_RULE_IMAGE_SMALL, spot,
                     _("The picture is %u pixels wide and is drawn %u wide, so that it is blurred"), file->width, field->drawn_width);
  else if (file->width > field->drawn_width * MOST_TIMES)
    fr_check_report (check, FR_RULE_IMAGE_LARGE, spot,
                     _("The picture is %u pixels wide and is drawn %u wide"), file->width, field->drawn_width);
}

static void
check_file (FrCheck *check, const FrField *field, const FrSiteFile *file, const FrSpot *spot)
{
  if (!is_taken (file->path))
    fr_check_report (check, FR_RULE_IMAGE_KIND, spot, _("“%s” is no picture of a kind that sites take"), file->path);
  if (file->bytes > MOST_BYTES)
    {
      g_autofree char *size = g_format_size (file->bytes);

      fr_check_report (check, FR_RULE_IMAGE_TOO_BIG, spot, _("The picture has %s; 5 MB are the most"), size);
    }
  check_pixels (check, field, file, spot);
}

static void
report_other_case (FrCheck *check, const char *address, const FrSiteFile *file, const FrSpot *spot)
{
  g_autofree char *right = g_strconcat ("/", file->path, NULL);

  fr_problem_replace (fr_check_report (check, FR_RULE_FILE_NAME_CASE, spot,
                                       _("There is no “%s”, but a file with other capital letters: “%s”"), address, right),
                      spot, right, TRUE);
}

static void
check_own (FrCheck *check, const FrField *field, const char *address, const FrSpot *spot)
{
  const FrSiteFile *file = NULL;

  switch (fr_site_look_up (check->scope->site, address, &file))
    {
    case FR_PRESENCE_THERE:
      check_file (check, field, file, spot);
      break;
    case FR_PRESENCE_OTHER_CASE:
      report_other_case (check, address, file, spot);
      break;
    case FR_PRESENCE_MISSING:
      fr_check_report (check, FR_RULE_IMAGE_NOT_FOUND, spot,
                       _("There is no file “%s” in the site's folder, so the page shows no picture"), address);
      break;
    default:
      break;
    }
}

void
fr_check_image (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  g_autofree char *address = fr_value_print (value);
  g_autofree char *trimmed = g_strstrip (g_strdup (address));  /* as browsers do */

  if (*trimmed == '\0' && field->missing_message != NULL)
    fr_check_report (check, FR_RULE_IMAGE_EMPTY, spot,
                     _("The image's address is empty, so the page shows the sign for a broken picture"));
  else if (fr_address_is_elsewhere (trimmed))
    {
      if (!g_str_has_prefix (trimmed, "data:"))
        fr_check_report (check, FR_RULE_IMAGE_ELSEWHERE, spot,
                         _("This picture is fetched from another site: %s"), trimmed);
    }
  else if (*trimmed != '\0')
    check_own (check, field, trimmed, spot);
}
