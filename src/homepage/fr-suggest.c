/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-suggest.h"

#include <string.h>

#define LONGEST 31

/* "Key-Highlights " → "keyhighlights"; FALSE: it is too long for a name. */
static gboolean
reduce (const char *name, char *reduced)
{
  unsigned length = 0;

  for (; *name != '\0'; name++)
    {
      if (*name == '-' || *name == '_' || *name == ' ')
        continue;
      if (length == LONGEST)
        return FALSE;
      reduced[length++] = g_ascii_tolower (*name);
    }
  reduced[length] = '\0';
  return TRUE;
}

/* Letters that have to be changed, put in, left out or swapped with their neighbour (Damerau and Levenshtein). */
static unsigned
measure (const char *a, const char *b)
{
  unsigned rows[LONGEST + 1][LONGEST + 1];
  gsize n = strlen (a), m = strlen (b);

  for (gsize i = 0; i <= n; i++)
    for (gsize j = 0; j <= m; j++)
      {
        if (i == 0 || j == 0)
          {
            rows[i][j] = i + j;
            continue;
          }
        rows[i][j] = MIN (MIN (rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          rows[i][j] = MIN (rows[i][j], rows[i - 2][j - 2] + 1);
      }
  return rows[n][m];
}

/* Of short names, one letter; "url" and "alt" are no words for each other. */
FrLikeness
fr_names_compare (const char *name, const char *other)
{
  char a[LONGEST + 1], b[LONGEST + 1];
  unsigned allowed;

  if (!reduce (name, a) || !reduce (other, b))
    return FR_NAMES_DIFFER;
  if (strcmp (a, b) == 0)
    return FR_NAMES_ALIKE;
  allowed = strlen (b) >= 7 ? 2 : 1;
  return strlen (a) > 2 && measure (a, b) <= allowed ? FR_NAMES_CLOSE : FR_NAMES_DIFFER;
}
