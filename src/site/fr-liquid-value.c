/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-liquid-value.h"

#include <math.h>
#include <string.h>

#include "fr-scalar-type.h"
#include "fr-values.h"

/* Steps and bytes of one run: a style of 300 kB with its loops takes less than a hundredth of it. */
#define MOST_SPENT ((gsize) 64 << 20)

struct _FrLiquidStore
{
  GPtrArray *memory;
  GPtrArray *lists;
  gsize      left;
};

FrLiquidStore *
fr_liquid_store_new (void)
{
  FrLiquidStore *self = g_new0 (FrLiquidStore, 1);

  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->left = MOST_SPENT;
  return self;
}

void
fr_liquid_store_free (FrLiquidStore *self)
{
  g_ptr_array_unref (self->memory);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

gboolean
fr_liquid_store_spend (FrLiquidStore *self, gsize amount)
{
  self->left -= MIN (amount, self->left);
  return self->left > 0;
}

gpointer
fr_liquid_store_memory (FrLiquidStore *self, gpointer memory)
{
  g_ptr_array_add (self->memory, memory);
  return memory;
}

FrLiquidValue
fr_liquid_store_text (FrLiquidStore *self, char *text)
{
  fr_liquid_store_spend (self, strlen (text));
  return (FrLiquidValue) { FR_LIQUID_TEXT, .text = fr_liquid_store_memory (self, text) };
}

FrLiquidValue
fr_liquid_store_list (FrLiquidStore *self, GArray *list)
{
  fr_liquid_store_spend (self, list->len * sizeof (FrLiquidValue));
  g_ptr_array_add (self->lists, list);
  return (FrLiquidValue) { FR_LIQUID_LIST, .list = list };
}

GArray *
fr_liquid_list_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (FrLiquidValue));
}

FrLiquidValue
fr_liquid_nil (void)
{
  return (FrLiquidValue) { FR_LIQUID_NIL };
}

FrLiquidValue
fr_liquid_boolean (gboolean is_true)
{
  return (FrLiquidValue) { FR_LIQUID_BOOLEAN, .integer = is_true };
}

FrLiquidValue
fr_liquid_integer (gint64 integer)
{
  return (FrLiquidValue) { FR_LIQUID_INTEGER, .integer = integer };
}

FrLiquidValue
fr_liquid_float (double number)
{
  return (FrLiquidValue) { FR_LIQUID_FLOAT, .number = number };
}

static FrLiquidValue
list_items (const FrNode *node, FrLiquidStore *store)
{
  GArray *list = fr_liquid_list_new ();

  for (unsigned i = 0; i < fr_node_count (node) && fr_liquid_store_spend (store, 1); i++)
    {
      FrLiquidValue item = fr_liquid_of_node (fr_node_get_item (node, i), store);

      g_array_append_val (list, item);
    }
  return fr_liquid_store_list (store, list);
}

FrLiquidValue
fr_liquid_of_node (const FrNode *node, FrLiquidStore *store)
{
  g_autofree char *printed = NULL;

  switch (fr_node_get_type (node))
    {
    case FR_TYPE_NULL:
      return fr_liquid_nil ();
    case FR_TYPE_BOOLEAN:
      return fr_liquid_boolean (fr_node_is_true (node));
    case FR_TYPE_INTEGER:
      printed = fr_value_print (node);
      return fr_liquid_integer (g_ascii_strtoll (printed, NULL, 10));
    case FR_TYPE_FLOAT:
      printed = fr_value_print (node);
      return fr_liquid_float (g_ascii_strtod (printed, NULL));
    case FR_TYPE_SEQUENCE:
      return list_items (node, store);
    case FR_TYPE_MAPPING:
      return (FrLiquidValue) { FR_LIQUID_MAP, .map = node };
    default:
      return fr_liquid_store_text (store, fr_value_print (node));
    }
}

static gboolean
has_size (FrLiquidValue value)
{
  return value.type == FR_LIQUID_TEXT || value.type == FR_LIQUID_LIST || value.type == FR_LIQUID_MAP;
}

FrLiquidValue
fr_liquid_get (FrLiquidValue value, const char *name, FrLiquidStore *store)
{
  const FrNode *found = value.type == FR_LIQUID_MAP ? fr_node_lookup (value.map, name) : NULL;

  if (value.type == FR_LIQUID_OBJECT)
    return value.object.ask (value.object.data, name, store);
  if (found != NULL)
    return fr_liquid_of_node (found, store);
  if (strcmp (name, "size") == 0 && has_size (value))
    return fr_liquid_integer (fr_liquid_size (value));
  if (value.type == FR_LIQUID_LIST && strcmp (name, "first") == 0)
    return fr_liquid_get_at (value, 0);
  if (value.type == FR_LIQUID_LIST && strcmp (name, "last") == 0)
    return fr_liquid_get_at (value, -1);
  return fr_liquid_nil ();
}

/* Negative numbers count from the end. */
FrLiquidValue
fr_liquid_get_at (FrLiquidValue value, gint64 index)
{
  gint64 count = value.type == FR_LIQUID_LIST ? value.list->len : 0;
  gint64 at = index < 0 ? index + count : index;

  return at >= 0 && at < count ? g_array_index (value.list, FrLiquidValue, at) : fr_liquid_nil ();
}

gsize
fr_liquid_size (FrLiquidValue value)
{
  switch (value.type)
    {
    case FR_LIQUID_TEXT:
      return g_utf8_strlen (value.text, -1);
    case FR_LIQUID_LIST:
      return value.list->len;
    case FR_LIQUID_MAP:
      return fr_node_count (value.map);
    default:
      return 0;
    }
}

gboolean
fr_liquid_is_true (FrLiquidValue value)
{
  return value.type != FR_LIQUID_NIL && (value.type != FR_LIQUID_BOOLEAN || value.integer != 0);
}

gboolean
fr_liquid_is_empty (FrLiquidValue value)
{
  return has_size (value) && fr_liquid_size (value) == 0;
}

gboolean
fr_liquid_is_number (FrLiquidValue value)
{
  return value.type == FR_LIQUID_INTEGER || value.type == FR_LIQUID_FLOAT;
}

FrLiquidValue
fr_liquid_to_number (FrLiquidValue value)
{
  char *end;
  gint64 integer;

  if (fr_liquid_is_number (value))
    return value;
  if (value.type != FR_LIQUID_TEXT)
    return fr_liquid_integer (0);
  integer = g_ascii_strtoll (value.text, &end, 10);
  if (*end == '.' && g_ascii_isdigit (end[1]))
    return fr_liquid_float (g_ascii_strtod (value.text, NULL));
  return fr_liquid_integer (integer);
}

double
fr_liquid_to_double (FrLiquidValue value)
{
  FrLiquidValue number = fr_liquid_to_number (value);

  return number.type == FR_LIQUID_FLOAT ? number.number : (double) number.integer;
}

static gboolean
lists_equal (const GArray *one, const GArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (unsigned i = 0; i < one->len; i++)
    if (!fr_liquid_equal (g_array_index (one, FrLiquidValue, i), g_array_index (other, FrLiquidValue, i)))
      return FALSE;
  return TRUE;
}

gboolean
fr_liquid_equal (FrLiquidValue one, FrLiquidValue other)
{
  if (fr_liquid_is_number (one) && fr_liquid_is_number (other))
    return fr_liquid_to_double (one) == fr_liquid_to_double (other);
  if (one.type != other.type)
    return FALSE;
  switch (one.type)
    {
    case FR_LIQUID_NIL:
      return TRUE;
    case FR_LIQUID_TEXT:
      return strcmp (one.text, other.text) == 0;
    case FR_LIQUID_LIST:
      return lists_equal (one.list, other.list);
    case FR_LIQUID_MAP:
      return one.map == other.map;
    case FR_LIQUID_OBJECT:
      return one.object.data == other.object.data;
    default:
      return one.integer == other.integer;
    }
}

int
fr_liquid_compare (FrLiquidValue one, FrLiquidValue other)
{
  double difference;
  int order;

  if (fr_liquid_is_number (one) && fr_liquid_is_number (other))
    difference = fr_liquid_to_double (one) - fr_liquid_to_double (other);
  else if (one.type == FR_LIQUID_TEXT && other.type == FR_LIQUID_TEXT)
    difference = strcmp (one.text, other.text);
  else
    return 2;
  order = (difference > 0) - (difference < 0);
  return order;
}

static char *
print_list (const GArray *list)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < list->len; i++)
    {
      g_autofree char *item = fr_liquid_print (g_array_index (list, FrLiquidValue, i));

      g_string_append (text, item);
    }
  return g_string_free (text, FALSE);
}

char *
fr_liquid_print (FrLiquidValue value)
{
  switch (value.type)
    {
    case FR_LIQUID_BOOLEAN:
      return g_strdup (value.integer ? "true" : "false");
    case FR_LIQUID_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    case FR_LIQUID_FLOAT:
      if (isfinite (value.number))
        return fr_scalar_from_float (value.number);
      return g_strdup (isnan (value.number) ? "NaN" : value.number < 0 ? "-Infinity" : "Infinity");
    case FR_LIQUID_TEXT:
      return g_strdup (value.text);
    case FR_LIQUID_LIST:
      return print_list (value.list);
    case FR_LIQUID_MAP:
      return fr_value_print (value.map);
    default:
      return g_strdup ("");
    }
}
