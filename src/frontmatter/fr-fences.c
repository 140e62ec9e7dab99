/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jekyll takes for front matter what matches \A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?) with "." for newlines
 * too: the closing fence is the first line of three dashes or dots and nothing else but white space. */
#include "fr-fences.h"

#include <string.h>

static const char *
line_end (const char *line, const char *end)
{
  const char *newline = memchr (line, '\n', end - line);

  return newline == NULL ? end : newline;
}

static gboolean
is_fence (const char *line, const char *end, gboolean closing)
{
  if (end - line < 3 || (memcmp (line, "---", 3) != 0 && !(closing && memcmp (line, "...", 3) == 0)))
    return FALSE;
  for (line += 3; line < end; line++)
    if (strchr (" \t\r\f\v", *line) == NULL || *line == '\0')
      return FALSE;
  return TRUE;
}

/* The first closing fence's line at or after `line`, or NULL. */
static const char *
find_closing (const char *line, const char *end)
{
  while (line < end)
    {
      const char *stop = line_end (line, end);

      if (is_fence (line, stop, TRUE))
        return line;
      line = stop + (stop < end);
    }
  return NULL;
}

gboolean
fr_fences_find (const char *text, gsize length, FrFences *fences, GError **error)
{
  gboolean bom = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0;
  const char *end = text + length;
  const char *first = text + (bom ? 3 : 0);
  const char *first_end = line_end (first, end);
  const char *closing;

  if (first_end == end || !is_fence (first, first_end, FALSE))
    {
      g_propagate_error (error, fr_error_new_at (FR_ERROR_FENCES, (FrPlace) { 1, 1 },
        "This file has no front matter: a homepage begins with a line of three dashes (---)"));
      return FALSE;
    }
  closing = find_closing (first_end + 1, end);
  if (closing == NULL)
    {
      g_propagate_error (error, fr_error_new_at (FR_ERROR_FENCES, (FrPlace) { 1, 1 },
        "The front matter that begins here does not end: a line of three dashes (---) must close it"));
      return FALSE;
    }
  fences->start = first_end + 1 - text;
  fences->end = closing - text;
  return TRUE;
}

gboolean
fr_fences_has_closing_line (const char *text, gsize length)
{
  return find_closing (text, text + length) != NULL;
}
