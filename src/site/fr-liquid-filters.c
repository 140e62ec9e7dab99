/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters that style files use, and their like: Liquid's own and Jekyll's. */
#include <math.h>
#include <string.h>

#include "fr-liquid-expression.h"

typedef struct
{
  FrLiquidScope *scope;
  FrLiquidValue  input;
  char          *text;    /* the input as it is printed */
  FrLiquidValue  first;   /* value behind the colon; nil: there is none */
  char          *word;    /* the same, printed */
  char          *second;  /* the next one, printed */
  gint64         count;   /* the next one as a whole number; -1: there is none */
} Call;

typedef FrLiquidValue (*Filter) (const Call *call);

static gint64
to_count (FrLiquidValue value)
{
  double number = fr_liquid_to_double (value);

  return isnan (number) ? 0 : (gint64) CLAMP (number, -1e9, 1e9);
}

static FrLiquidValue
keep (const Call *call, char *text)
{
  return fr_liquid_store_text (call->scope->store, text);
}

/* Texts */

static FrLiquidValue
filter_default (const Call *call)
{
  return fr_liquid_is_true (call->input) && !fr_liquid_is_empty (call->input) ? call->input : call->first;
}

static FrLiquidValue
filter_upcase (const Call *call)
{
  return keep (call, g_utf8_strup (call->text, -1));
}

static FrLiquidValue
filter_downcase (const Call *call)
{
  return keep (call, g_utf8_strdown (call->text, -1));
}

static FrLiquidValue
filter_capitalize (const Call *call)
{
  const char *rest = *call->text != '\0' ? g_utf8_next_char (call->text) : call->text;
  g_autofree char *first = g_utf8_strup (call->text, rest - call->text), *others = g_utf8_strdown (rest, -1);

  return keep (call, g_strconcat (first, others, NULL));
}

static FrLiquidValue
filter_escape (const Call *call)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = call->text; *at != '\0'; at++)
    switch (*at)
      {
      case '&': g_string_append (escaped, "&amp;"); break;
      case '<': g_string_append (escaped, "&lt;"); break;
      case '>': g_string_append (escaped, "&gt;"); break;
      case '"': g_string_append (escaped, "&quot;"); break;
      case '\'': g_string_append (escaped, "&#39;"); break;
      default: g_string_append_c (escaped, *at);
      }
  return keep (call, g_string_free (escaped, FALSE));
}

static FrLiquidValue
filter_strip (const Call *call)
{
  return keep (call, g_strstrip (g_strdup (call->text)));
}

static FrLiquidValue
filter_append (const Call *call)
{
  return keep (call, g_strconcat (call->text, call->word, NULL));
}

static FrLiquidValue
filter_prepend (const Call *call)
{
  return keep (call, g_strconcat (call->word, call->text, NULL));
}

static FrLiquidValue
replace_all (const Call *call, const char *wanted, const char *by)
{
  GString *text = g_string_new (call->text);

  /* What would be put in is paid for before it is. */
  if (*wanted != '\0' && fr_liquid_store_spend (call->scope->store, text->len / strlen (wanted) * strlen (by)))
    g_string_replace (text, wanted, by, 0);
  return keep (call, g_string_free (text, FALSE));
}

static FrLiquidValue
filter_replace (const Call *call)
{
  return replace_all (call, call->word, call->second);
}

static FrLiquidValue
filter_remove (const Call *call)
{
  return replace_all (call, call->word, "");
}

static FrLiquidValue
filter_strip_newlines (const Call *call)
{
  return replace_all (call, "\n", "");
}

static FrLiquidValue
filter_relative_url (const Call *call)
{
  FrLiquidStore *store = call->scope->store;
  FrLiquidValue site = fr_liquid_get (call->scope->root, "site", store);
  g_autofree char *base = fr_liquid_print (fr_liquid_get (site, "baseurl", store));

  if (strstr (call->text, "://") != NULL)
    return call->input;
  return keep (call, g_strconcat (base, *call->text == '/' ? "" : "/", call->text, NULL));
}

static FrLiquidValue
filter_split (const Call *call)
{
  const char *by = strcmp (call->word, " ") == 0 ? " \t\n" : NULL;
  g_auto(GStrv) parts = by != NULL ? g_strsplit_set (call->text, by, -1) : g_strsplit (call->text, call->word, -1);
  GArray *list = fr_liquid_list_new ();

  for (char **part = parts; *part != NULL; part++)
    if (by == NULL || **part != '\0')
      {
        FrLiquidValue item = keep (call, g_strdup (*part));

        g_array_append_val (list, item);
      }
  return fr_liquid_store_list (call->scope->store, list);
}

/* Lists */

static FrLiquidValue
filter_join (const Call *call)
{
  const char *between = call->first.type != FR_LIQUID_NIL ? call->word : " ";
  GString *text = g_string_new (NULL);

  if (call->input.type != FR_LIQUID_LIST)
    {
      g_string_free (text, TRUE);
      return call->input;
    }
  for (unsigned i = 0; i < call->input.list->len; i++)
    {
      g_autofree char *item = fr_liquid_print (g_array_index (call->input.list, FrLiquidValue, i));

      g_string_append_printf (text, "%s%s", i > 0 ? between : "", item);
    }
  return keep (call, g_string_free (text, FALSE));
}

static FrLiquidValue
filter_first (const Call *call)
{
  return fr_liquid_get_at (call->input, 0);
}

static FrLiquidValue
filter_last (const Call *call)
{
  return fr_liquid_get_at (call->input, -1);
}

static FrLiquidValue
filter_size (const Call *call)
{
  return fr_liquid_integer (fr_liquid_size (call->input));
}

/* A new list of those items, or of what `change` makes of them: nil is left out. */
static FrLiquidValue
each (const Call *call, FrLiquidValue (*change) (const Call *call, FrLiquidValue item))
{
  GArray *list = fr_liquid_list_new ();

  for (unsigned i = 0; call->input.type == FR_LIQUID_LIST && i < call->input.list->len; i++)
    {
      FrLiquidValue item = change (call, g_array_index (call->input.list, FrLiquidValue, i));

      if (item.type != FR_LIQUID_NIL)
        g_array_append_val (list, item);
    }
  return fr_liquid_store_list (call->scope->store, list);
}

static FrLiquidValue
get_named (const Call *call, FrLiquidValue item)
{
  return fr_liquid_get (item, call->word, call->scope->store);
}

static FrLiquidValue
filter_map (const Call *call)
{
  return each (call, get_named);
}

static FrLiquidValue
if_equal (const Call *call, FrLiquidValue item)
{
  g_autofree char *own = fr_liquid_print (get_named (call, item));

  return strcmp (own, call->second) == 0 ? item : fr_liquid_nil ();
}

static FrLiquidValue
filter_where (const Call *call)
{
  return each (call, if_equal);
}

static FrLiquidValue
filter_reverse (const Call *call)
{
  GArray *list = fr_liquid_list_new ();

  for (unsigned i = call->input.type == FR_LIQUID_LIST ? call->input.list->len : 0; i > 0; i--)
    g_array_append_val (list, g_array_index (call->input.list, FrLiquidValue, i - 1));
  return fr_liquid_store_list (call->scope->store, list);
}

/* "abcdef" | slice: 1, 3 */
static FrLiquidValue
filter_slice (const Call *call)
{
  gint64 length = g_utf8_strlen (call->text, -1), start = to_count (call->first);
  gint64 from = start < 0 ? start + length : start, count = call->count < 0 ? 1 : call->count;

  if (from < 0 || from > length)
    return keep (call, g_strdup (""));
  return keep (call, g_utf8_substring (call->text, from, from + MIN (count, length - from)));
}

/* Numbers */

/* A whole number if both are. */
static FrLiquidValue
calculate (const Call *call, char sign)
{
  FrLiquidValue one = fr_liquid_to_number (call->input), other = fr_liquid_to_number (call->first);
  gboolean whole = one.type == FR_LIQUID_INTEGER && other.type == FR_LIQUID_INTEGER;
  double a = fr_liquid_to_double (one), b = fr_liquid_to_double (other), result;

  if ((sign == '/' || sign == '%') && b == 0 && whole)
    {
      g_free (call->scope->error);
      call->scope->error = g_strdup ("divided by 0");
      return fr_liquid_nil ();
    }
  result = sign == '+' ? a + b : sign == '-' ? a - b : sign == '*' ? a * b : a / b;
  if (sign == '%')
    result = a - b * floor (a / b);
  if (whole && fabs (result) < 1e15)
    return fr_liquid_integer ((gint64) floor (result));
  return fr_liquid_float (result);
}

static FrLiquidValue
filter_plus (const Call *call)
{
  return calculate (call, '+');
}

static FrLiquidValue
filter_minus (const Call *call)
{
  return calculate (call, '-');
}

static FrLiquidValue
filter_times (const Call *call)
{
  return calculate (call, '*');
}

static FrLiquidValue
filter_divided_by (const Call *call)
{
  return calculate (call, '/');
}

static FrLiquidValue
filter_modulo (const Call *call)
{
  return calculate (call, '%');
}

static FrLiquidValue
whole (double number)
{
  return fabs (number) < 1e15 ? fr_liquid_integer ((gint64) number) : fr_liquid_float (number);
}

static FrLiquidValue
filter_round (const Call *call)
{
  double digits = CLAMP (fr_liquid_to_double (call->first), 0, 15), scale = pow (10, digits);
  double number = fr_liquid_to_double (call->input);

  return digits > 0 ? fr_liquid_float (round (number * scale) / scale) : whole (round (number));
}

static FrLiquidValue
filter_floor (const Call *call)
{
  return whole (floor (fr_liquid_to_double (call->input)));
}

static FrLiquidValue
filter_ceil (const Call *call)
{
  return whole (ceil (fr_liquid_to_double (call->input)));
}

static Filter
find (const char *name)
{
  static const struct { const char *name; Filter filter; } filters[] = {
    { "append", filter_append }, { "capitalize", filter_capitalize }, { "ceil", filter_ceil },
    { "default", filter_default },
    { "divided_by", filter_divided_by }, { "downcase", filter_downcase }, { "escape", filter_escape },
    { "first", filter_first }, { "floor", filter_floor }, { "join", filter_join }, { "last", filter_last },
    { "map", filter_map }, { "minus", filter_minus }, { "modulo", filter_modulo }, { "plus", filter_plus },
    { "prepend", filter_prepend }, { "relative_url", filter_relative_url }, { "remove", filter_remove },
    { "replace", filter_replace }, { "reverse", filter_reverse }, { "round", filter_round }, { "size", filter_size },
    { "slice", filter_slice }, { "split", filter_split }, { "strip", filter_strip },
    { "strip_newlines", filter_strip_newlines }, { "times", filter_times }, { "upcase", filter_upcase },
    { "where", filter_where }, { "xml_escape", filter_escape },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (filters); i++)
    if (strcmp (filters[i].name, name) == 0)
      return filters[i].filter;
  return NULL;
}

FrLiquidValue
fr_liquid_filter (FrLiquidScope *scope, const char *name, FrLiquidValue input, const GArray *values)
{
  Filter filter = find (name);
  FrLiquidValue all = { FR_LIQUID_LIST, .list = values }, second = fr_liquid_get_at (all, 1), result;
  Call call = { scope, input, NULL, fr_liquid_get_at (all, 0), NULL, NULL, -1 };

  if (filter == NULL)
    return input;
  call.text = fr_liquid_print (input);
  call.word = fr_liquid_print (call.first);
  call.second = fr_liquid_print (second);
  if (second.type != FR_LIQUID_NIL)
    call.count = to_count (second);
  /* A text is made of texts: one that grows with each step of a loop is soon paid for. */
  result = fr_liquid_store_spend (scope->store, strlen (call.text) + 16) ? filter (&call) : fr_liquid_nil ();
  g_free (call.text);
  g_free (call.word);
  g_free (call.second);
  return result;
}
