/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-liquid-expression.h"

#include <string.h>

/* Brackets within brackets. */
#define MOST_DEPTH 50

/* A range is a list. */
#define MOST_ITEMS 100000

gboolean
fr_liquid_accept (const char **at, const char *sign)
{
  gsize length = strlen (sign);

  while (g_ascii_isspace (**at))
    (*at)++;
  if (strncmp (*at, sign, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

char *
fr_liquid_take_name (const char **at)
{
  const char *start, *end;

  fr_liquid_accept (at, "");
  start = end = *at;
  if (!g_ascii_isalpha (*end) && *end != '_')
    return NULL;
  while (g_ascii_isalnum (*end) || *end == '_' || *end == '-')
    end++;
  *at = end + (*end == '?');
  return g_strndup (start, *at - start);
}

static gboolean
accept_word (const char **at, const char *word)
{
  const char *start = *at;
  g_autofree char *name = fr_liquid_take_name (at);

  if (g_strcmp0 (name, word) == 0)
    return TRUE;
  *at = start;
  return FALSE;
}

/* What "x == empty" asks for. */
static FrLiquidValue
ask_empty (gconstpointer object, const char *name, FrLiquidStore *store)
{
  return fr_liquid_nil ();
}

static const FrLiquidValue empty = { FR_LIQUID_OBJECT, .object = { ask_empty, NULL } };

static gboolean
is_empty_word (FrLiquidValue value)
{
  return value.type == FR_LIQUID_OBJECT && value.object.ask == ask_empty;
}

static FrLiquidValue
find_name (FrLiquidScope *scope, const char *name)
{
  static const struct { const char *name; FrLiquidValue value; } words[] = {
    { "true", { FR_LIQUID_BOOLEAN, .integer = TRUE } }, { "false", { FR_LIQUID_BOOLEAN } },
    { "nil", { FR_LIQUID_NIL } }, { "null", { FR_LIQUID_NIL } },
  };
  const FrLiquidValue *variable = g_hash_table_lookup (scope->variables, name);

  for (unsigned i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].name, name) == 0)
      return words[i].value;
  if (strcmp (name, "empty") == 0 || strcmp (name, "blank") == 0)
    return empty;
  return variable != NULL ? *variable : fr_liquid_get (scope->root, name, scope->store);
}

static FrLiquidValue evaluate (FrLiquidScope *scope, const char **at, unsigned depth);

static FrLiquidValue
get_by_value (FrLiquidScope *scope, FrLiquidValue value, FrLiquidValue key)
{
  if (key.type == FR_LIQUID_INTEGER)
    return fr_liquid_get_at (value, key.integer);
  return key.type == FR_LIQUID_TEXT ? fr_liquid_get (value, key.text, scope->store) : fr_liquid_nil ();
}

/* ".colors['primary-color'][0]" */
static FrLiquidValue
go_down (FrLiquidScope *scope, FrLiquidValue value, const char **at, unsigned depth)
{
  for (;;)
    {
      g_autofree char *name = NULL;

      if (**at == '.' && (*at)[1] != '.')
        {
          (*at)++;
          name = fr_liquid_take_name (at);
          if (name == NULL)
            return fr_liquid_nil ();
          value = fr_liquid_get (value, name, scope->store);
        }
      else if (**at == '[')
        {
          (*at)++;
          value = get_by_value (scope, value, evaluate (scope, at, depth + 1));
          fr_liquid_accept (at, "]");
        }
      else
        return value;
    }
}

static FrLiquidValue
take_text (FrLiquidScope *scope, const char **at)
{
  const char *start = *at + 1, *end = strchr (start, **at);

  if (end == NULL)
    end = start + strlen (start);
  *at = end + (*end != '\0');
  return fr_liquid_store_text (scope->store, g_strndup (start, end - start));
}

static FrLiquidValue
take_number (const char **at)
{
  const char *start = *at, *end = start + (*start == '-');

  while (g_ascii_isdigit (*end))
    end++;
  *at = end;
  if (*end != '.' || !g_ascii_isdigit (end[1]))
    return fr_liquid_integer (g_ascii_strtoll (start, NULL, 10));
  for (end++; g_ascii_isdigit (*end); end++);
  *at = end;
  return fr_liquid_float (g_ascii_strtod (start, NULL));
}

/* "(1..4)" */
static FrLiquidValue
take_range (FrLiquidScope *scope, const char **at, unsigned depth)
{
  GArray *list = fr_liquid_list_new ();
  FrLiquidValue from, to;
  gboolean is_whole;

  (*at)++;
  from = fr_liquid_to_number (evaluate (scope, at, depth + 1));
  fr_liquid_accept (at, "..");
  to = fr_liquid_to_number (evaluate (scope, at, depth + 1));
  fr_liquid_accept (at, ")");
  is_whole = from.type == FR_LIQUID_INTEGER && to.type == FR_LIQUID_INTEGER;
  for (gint64 i = from.integer; is_whole && i <= to.integer && list->len < MOST_ITEMS; i++)
    {
      FrLiquidValue item = fr_liquid_integer (i);

      g_array_append_val (list, item);
    }
  return fr_liquid_store_list (scope->store, list);
}

static FrLiquidValue
evaluate (FrLiquidScope *scope, const char **at, unsigned depth)
{
  g_autofree char *name = NULL;

  fr_liquid_accept (at, "");
  if (depth > MOST_DEPTH || !fr_liquid_store_spend (scope->store, 16))
    return fr_liquid_nil ();
  if (**at == '"' || **at == '\'')
    return take_text (scope, at);
  if (g_ascii_isdigit (**at) || (**at == '-' && g_ascii_isdigit ((*at)[1])))
    return take_number (at);
  if (**at == '(')
    return take_range (scope, at, depth);
  name = fr_liquid_take_name (at);
  return name != NULL ? go_down (scope, find_name (scope, name), at, depth) : fr_liquid_nil ();
}

FrLiquidValue
fr_liquid_evaluate (FrLiquidScope *scope, const char **at)
{
  return evaluate (scope, at, 0);
}

/* Behind a filter's name: ": 1, 'a'". A value with a name of its own ("allow_false: true") is left out. */
static GArray *
take_values (FrLiquidScope *scope, const char **at)
{
  GArray *values = fr_liquid_list_new ();

  if (!fr_liquid_accept (at, ":"))
    return values;
  do
    {
      const char *start = *at;
      FrLiquidValue value = evaluate (scope, at, 0);

      if (fr_liquid_accept (at, ":"))
        evaluate (scope, at, 0);
      else if (*at > start)
        g_array_append_val (values, value);
    }
  while (fr_liquid_accept (at, ","));
  return values;
}

FrLiquidValue
fr_liquid_evaluate_filtered (FrLiquidScope *scope, const char *text)
{
  FrLiquidValue value = evaluate (scope, &text, 0);

  while (fr_liquid_accept (&text, "|"))
    {
      g_autofree char *name = fr_liquid_take_name (&text);
      g_autoptr(GArray) values = take_values (scope, &text);

      if (name != NULL)
        value = fr_liquid_filter (scope, name, value, values);
    }
  return value;
}

static gboolean
contains (FrLiquidValue value, FrLiquidValue part)
{
  g_autofree char *text = fr_liquid_print (part);

  if (value.type == FR_LIQUID_TEXT)
    return part.type != FR_LIQUID_NIL && strstr (value.text, text) != NULL;
  for (unsigned i = 0; value.type == FR_LIQUID_LIST && i < value.list->len; i++)
    if (fr_liquid_equal (g_array_index (value.list, FrLiquidValue, i), part))
      return TRUE;
  return value.type == FR_LIQUID_MAP && fr_node_lookup (value.map, text) != NULL;
}

static gboolean
are_equal (FrLiquidValue one, FrLiquidValue other)
{
  if (is_empty_word (one) || is_empty_word (other))
    return fr_liquid_is_empty (is_empty_word (one) ? other : one);
  return fr_liquid_equal (one, other);
}

/* "a", "a == b" */
static gboolean
test_one (FrLiquidScope *scope, const char **at)
{
  static const char * const signs[] = { "==", "!=", "<>", "<=", ">=", "<", ">" };
  FrLiquidValue left = evaluate (scope, at, 0), right;
  const char *sign = NULL;
  int order;

  if (accept_word (at, "contains"))
    return contains (left, evaluate (scope, at, 0));
  for (unsigned i = 0; i < G_N_ELEMENTS (signs) && sign == NULL; i++)
    if (fr_liquid_accept (at, signs[i]))
      sign = signs[i];
  if (sign == NULL)
    return fr_liquid_is_true (left);
  right = evaluate (scope, at, 0);
  if (sign[1] == '=' && (*sign == '=' || *sign == '!'))
    return are_equal (left, right) == (*sign == '=');
  if (strcmp (sign, "<>") == 0)
    return !are_equal (left, right);
  order = fr_liquid_compare (left, right);
  return order != 2 && ((*sign == '<' && order < 0) || (*sign == '>' && order > 0) || (sign[1] == '=' && order == 0));
}

/* Liquid takes the last "and" or "or" first. */
gboolean
fr_liquid_test (FrLiquidScope *scope, const char *condition)
{
  const char *at = condition;
  gboolean first = test_one (scope, &at);

  if (at == condition || !fr_liquid_store_spend (scope->store, 16))
    return first;
  if (accept_word (&at, "and"))
    return fr_liquid_test (scope, at) && first;
  if (accept_word (&at, "or"))
    return fr_liquid_test (scope, at) || first;
  return first;
}
