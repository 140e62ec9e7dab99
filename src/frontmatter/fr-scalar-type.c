/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-scalar-type.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The patterns are facts about Psych 4 (Ruby 3.1); tests hold them against the real one. What repeats a group keeps what it
 * has (*+), so that a number of a million digits is as quick to read as any other line. */
typedef enum
{
  WORDY, TIME, DATE, INFINITE, SYMBOL, BASE_60, BASE_60_FLOAT, FLOAT, FLOAT_POINT_ONLY, INTEGER, OTHERS,
  N_PATTERNS
} Pattern;

static const char * const patterns[N_PATTERNS] = {
  [WORDY] = "^[^\\d.:-]?[\\p{L}\\p{Nl}\\p{M}_\\s!@#$%\\^&*(){}<>|/\\\\~;=]",
  [TIME] = "^-?\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]|\\s+)\\d{1,2}:\\d\\d:\\d\\d(?:\\.\\d*)?(?:\\s*(?:Z|[-+]\\d{1,2}:?(?:\\d\\d)?))?$",
  [DATE] = "^(\\d{4})-(1[012]|0\\d|\\d)-([12]\\d|3[01]|0\\d|\\d)$",
  [INFINITE] = "^(?:[-+]?\\.inf|\\.nan)$",
  [SYMBOL] = "^:.",
  [BASE_60] = "^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}$",
  [BASE_60_FLOAT] = "^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}\\.[0-9_]*$",
  [FLOAT] = "^[-+]?([0-9][0-9_,]*)?\\.[0-9]*([eE][+-][0-9]+)?$",
  [FLOAT_POINT_ONLY] = "^[-+]?\\.([eE].*)?$",
  [INTEGER] = "^(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[,_]?[0-9])*+)|[-+]?0x[0-9a-fA-F_,]+)$",
  /* Not Psych's, but YAML 1.1's and 1.2's: a quote costs nothing there. */
  [OTHERS] = "^(?:[yn]|=|<<|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?[0-9_]*\\.[0-9_]*(?:[eE][-+]?[0-9]+)?|0o[0-7]+|[-+]?\\.inf|\\.nan)$",
};

static gboolean
matches (Pattern pattern, const char *text, gsize length)
{
  static GRegex *compiled[N_PATTERNS];

  if (g_once_init_enter (&compiled[pattern]))
    {
      /* Few texts come here, fewer than it would take to make up for compiling to machine code. */
      GRegexCompileFlags flags = G_REGEX_DOLLAR_ENDONLY;

      if (pattern == INFINITE || pattern == OTHERS)
        flags |= G_REGEX_CASELESS;
      g_once_init_leave (&compiled[pattern], g_regex_new (patterns[pattern], flags, 0, NULL));
    }
  return g_regex_match_full (compiled[pattern], text, length, 0, 0, NULL, NULL);
}

static gboolean
is_word (const char *text, const char * const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_tolower (*text) == **words && g_ascii_strcasecmp (text, *words) == 0)
      return TRUE;
  return FALSE;
}

#define LONGEST_WORD 5

static FrType
type_of_word (const char *text)
{
  static const char * const nulls[] = { "~", "null", NULL };
  static const char * const booleans[] = { "yes", "true", "on", "no", "false", "off", NULL };

  if (is_word (text, nulls))
    return FR_TYPE_NULL;
  return is_word (text, booleans) ? FR_TYPE_BOOLEAN : FR_TYPE_STRING;
}

static gboolean
is_real_date (const char *text)
{
  unsigned year, month, day;

  return sscanf (text, "%4u-%2u-%2u", &year, &month, &day) == 3 &&
         month >= 1 && month <= 12 && day >= 1 &&
         day <= (unsigned) g_date_get_days_in_month (month, CLAMP (year, 1, 9999));
}

/* WORDY, as far as the first character tells. */
static gboolean
begins_wordy (const char *text)
{
  if (g_ascii_isalpha (*text) || (*text != '\0' && strchr ("_!@#$%^&*(){}<>|/\\~;=", *text) != NULL))
    return TRUE;
  return (*text & 0x80) != 0 && g_unichar_isalpha (g_utf8_get_char (text));
}

FrType
fr_scalar_type (const char *text, gsize length)
{
  if (length == 0)
    return FR_TYPE_NULL;
  /* Nearly every text of a page is decided here: it begins with a letter, or is an address or markup. */
  if (begins_wordy (text))
    return length > LONGEST_WORD || memchr (text, '\0', length) != NULL ? FR_TYPE_STRING : type_of_word (text);
  if (memchr (text, '\n', length) != NULL || memchr (text, '\0', length) != NULL)
    return FR_TYPE_STRING;
  if (matches (WORDY, text, length))
    return length > LONGEST_WORD ? FR_TYPE_STRING : type_of_word (text);
  if (matches (TIME, text, length))
    return is_real_date (text + (*text == '-')) ? FR_TYPE_TIME : FR_TYPE_STRING;
  if (matches (DATE, text, length))
    return is_real_date (text) ? FR_TYPE_DATE : FR_TYPE_STRING;
  if (matches (INFINITE, text, length))
    return FR_TYPE_FLOAT;
  if (matches (SYMBOL, text, length))
    return FR_TYPE_SYMBOL;
  if (matches (BASE_60, text, length))
    return FR_TYPE_INTEGER;
  if (matches (BASE_60_FLOAT, text, length))
    return FR_TYPE_FLOAT;
  if (matches (FLOAT, text, length))
    return matches (FLOAT_POINT_ONLY, text, length) ? FR_TYPE_STRING : FR_TYPE_FLOAT;
  return matches (INTEGER, text, length) ? FR_TYPE_INTEGER : FR_TYPE_STRING;
}

gboolean
fr_scalar_needs_quotes (const char *text, gsize length)
{
  if (fr_scalar_type (text, length) != FR_TYPE_STRING)
    return TRUE;
  return length <= 32 && strchr ("yYnN=<+-.0123456789", *text) != NULL && matches (OTHERS, text, length);
}

static char *
without (const char *text, const char *unwanted)
{
  GString *kept = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (strchr (unwanted, *text) == NULL)
      g_string_append_c (kept, *text);
  return g_string_free (kept, FALSE);
}

/* Psych counts from the left: 1:30 is 1 × 3600 + 30 × 60. */
static double
base_60 (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 3);
  static const double weights[] = { 3600, 60, 1 };
  double sum = 0;

  for (unsigned i = 0; parts[i] != NULL; i++)
    sum += g_ascii_strtod (parts[i], NULL) * weights[i];
  return sum;
}

/* The fewest digits, as one before the point and `*exponent` of ten. */
static char *
shortest_digits (double value, int *exponent)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE], format[] = "%.00e";
  char *e;

  for (unsigned precision = 0; precision == 0 || g_ascii_strtod (buffer, NULL) != value; precision++)
    {
      g_snprintf (format, sizeof format, "%%.%ue", precision);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
    }
  e = strchr (buffer, 'e');
  *exponent = atoi (e + 1);
  *e = '\0';
  return buffer[1] == '.' ? g_strdup_printf ("%c%s", buffer[0], buffer + 2) : g_strdup (buffer);
}

char *
fr_scalar_from_float (double value)
{
  int exponent;
  g_autofree char *digits = shortest_digits (fabs (value), &exponent);
  const char *sign = signbit (value) ? "-" : "";
  int n = strlen (digits);

  if (exponent < -4 || (exponent > 14 && exponent + 1 >= n))
    return g_strdup_printf ("%s%c.%se%+03d", sign, *digits, n > 1 ? digits + 1 : "0", exponent);
  if (exponent < 0)
    return g_strdup_printf ("%s0.%.*s%s", sign, -exponent - 1, "000", digits);
  if (n <= exponent + 1)
    return g_strdup_printf ("%s%s%.*s.0", sign, digits, exponent + 1 - n, "00000000000000");
  return g_strdup_printf ("%s%.*s.%s", sign, exponent + 1, digits, digits + exponent + 1);
}

static char *
float_to_json (const char *digits)
{
  double value = strchr (digits, ':') ? base_60 (digits) : g_ascii_strtod (digits, NULL);

  if (!isfinite (value) || strpbrk (digits, "nN") != NULL)
    return NULL;
  return fr_scalar_from_float (value);
}

char *
fr_scalar_number_to_json (FrType type, const char *text)
{
  g_autofree char *digits = without (text, ",_+");
  gboolean negative = *digits == '-';
  const char *bare = digits + negative;
  int base = 0;

  if (type == FR_TYPE_FLOAT)
    return float_to_json (digits);
  if (strchr (digits, ':') != NULL)
    return g_strdup_printf ("%.0f", base_60 (digits));
  if (bare[0] == '0' && bare[1] != '\0')
    base = bare[1] == 'x' ? 16 : bare[1] == 'b' ? 2 : 8;
  /* Ruby's integers have no limit; decimal ones are their own JSON. */
  if (base == 0)
    return g_strdup (digits);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT, negative ? "-" : "",
                          g_ascii_strtoull (bare + (base != 8 ? 2 : 1), NULL, base));
}
