/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From nodes straight to JSON text. */
#include "fr-json.h"

#include <stdio.h>
#include <string.h>

#include "fr-node-private.h"
#include "fr-scalar-type.h"

typedef struct
{
  char         *name;
  const FrNode *value;
} Member;

/* In the order of a page; of equal names the last value, where the first one stood. */
typedef struct
{
  GArray     *list;     /* of Member */
  GHashTable *indices;  /* by name */
} Members;

static void
clear_member (gpointer data)
{
  g_free (((Member *) data)->name);
}

static void
members_clear (Members *members)
{
  g_hash_table_unref (members->indices);
  g_array_unref (members->list);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Members, members_clear)

static const Member *
member_at (const Members *members, unsigned index)
{
  return &g_array_index (members->list, Member, index);
}

static const Member *
member_named (const Members *members, const char *name)
{
  gpointer index;

  return g_hash_table_lookup_extended (members->indices, name, NULL, &index)
         ? member_at (members, GPOINTER_TO_UINT (index)) : NULL;
}

static void
add_member (Members *members, char *name, const FrNode *value)
{
  Member member = { name, value }, *there = (Member *) member_named (members, name);

  if (there != NULL)
    {
      there->value = value;
      g_free (name);
      return;
    }
  g_hash_table_insert (members->indices, name, GUINT_TO_POINTER (members->list->len));
  g_array_append_val (members->list, member);
}

/* Psych merges where the key stands. */
static void
add_members (Members *members, const FrNode *mapping)
{
  for (unsigned i = 0; i < fr_node_count (mapping); i++)
    {
      const FrNode *key = fr_node_get_key (mapping, i), *value = fr_node_get_value (mapping, i);

      if (!key->is_merge)
        add_member (members, fr_json_name_of_key (key), value);
      else if (fr_node_get_type (value) == FR_TYPE_MAPPING)
        add_members (members, value);
      else
        for (unsigned j = fr_node_count (value); j-- > 0;)
          add_members (members, fr_node_get_item (value, j));
    }
}

static Members
members_of (const FrNode *mapping)
{
  Members members = { g_array_new (FALSE, FALSE, sizeof (Member)), g_hash_table_new (g_str_hash, g_str_equal) };

  g_array_set_clear_func (members.list, clear_member);
  add_members (&members, mapping);
  return members;
}

char *
fr_json_name_of_key (const FrNode *key)
{
  FrType type = fr_node_get_type (key);

  if (type >= FR_TYPE_SEQUENCE)
    return fr_json_to_text (key, FALSE);
  if (type == FR_TYPE_BOOLEAN)
    return g_strdup (fr_node_is_true (key) ? "true" : "false");
  return g_strdup (type == FR_TYPE_NULL ? "" : fr_node_get_text (key));
}

void
fr_json_append_string (GString *out, const char *text, gssize length)
{
  static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  g_string_append_c (out, '"');
  for (const char *from = text; from < end;)
    {
      const char *p = from, *special;

      while (p < end && (guchar) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        p++;
      g_string_append_len (out, from, p - from);
      special = p < end && *p != '\0' ? strchr (escaped, *p) : NULL;
      if (special != NULL)
        g_string_append_printf (out, "\\%c", letters[special - escaped]);
      else if (p < end)
        g_string_append_printf (out, "\\u%04x", *p);
      from = p + 1;
    }
  g_string_append_c (out, '"');
}

/* 2026-3-1 is a date, too. */
static char *
string_of (const FrNode *node, gssize *length)
{
  const char *text = fr_node_get_text (node);
  unsigned year, month, day;

  *length = -1;
  if (fr_node_get_type (node) == FR_TYPE_SYMBOL)
    return g_strdup (text + 1);
  if (fr_node_get_type (node) != FR_TYPE_DATE)
    return g_memdup2 (text, (*length = fr_node_get_length (node)) + 1);
  sscanf (text, "%4u-%2u-%2u", &year, &month, &day);
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static void
append_break (GString *out, gboolean pretty, unsigned depth)
{
  if (!pretty)
    return;
  g_string_append_c (out, '\n');
  for (unsigned i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void append_value (GString *out, const FrNode *node, gboolean pretty, unsigned depth);

static void
append_mapping (GString *out, const FrNode *mapping, gboolean pretty, unsigned depth)
{
  g_auto(Members) members = members_of (mapping);

  g_string_append_c (out, '{');
  for (unsigned i = 0; i < members.list->len; i++)
    {
      const Member *member = member_at (&members, i);

      if (i > 0)
        g_string_append_c (out, ',');
      append_break (out, pretty, depth + 1);
      fr_json_append_string (out, member->name, -1);
      g_string_append (out, pretty ? " : " : ":");
      append_value (out, member->value, pretty, depth + 1);
    }
  if (members.list->len > 0)
    append_break (out, pretty, depth);
  g_string_append_c (out, '}');
}

static void
append_sequence (GString *out, const FrNode *sequence, gboolean pretty, unsigned depth)
{
  unsigned count = fr_node_count (sequence);

  g_string_append_c (out, '[');
  for (unsigned i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_break (out, pretty, depth + 1);
      append_value (out, fr_node_get_item (sequence, i), pretty, depth + 1);
    }
  if (count > 0)
    append_break (out, pretty, depth);
  g_string_append_c (out, ']');
}

/* NULL: it is none that JSON has. */
static char *
number_of (const FrNode *node)
{
  FrType type = fr_node_get_type (node);

  return type == FR_TYPE_INTEGER || type == FR_TYPE_FLOAT ? fr_scalar_number_to_json (type, fr_node_get_text (node)) : NULL;
}

static void
append_scalar (GString *out, const FrNode *node)
{
  g_autofree char *text = NULL;
  gssize length;

  switch (fr_node_get_type (node))
    {
    case FR_TYPE_NULL:
      g_string_append (out, "null");
      break;
    case FR_TYPE_BOOLEAN:
      g_string_append (out, fr_node_is_true (node) ? "true" : "false");
      break;
    case FR_TYPE_INTEGER:
    case FR_TYPE_FLOAT:
      text = number_of (node);
      g_string_append (out, text != NULL ? text : "null");
      break;
    default:
      text = string_of (node, &length);
      fr_json_append_string (out, text, length);
      break;
    }
}

static void
append_value (GString *out, const FrNode *node, gboolean pretty, unsigned depth)
{
  FrType type = fr_node_get_type (node);

  if (type == FR_TYPE_MAPPING)
    append_mapping (out, node, pretty, depth);
  else if (type == FR_TYPE_SEQUENCE)
    append_sequence (out, node, pretty, depth);
  else
    append_scalar (out, node);
}

char *
fr_json_to_text (const FrNode *node, gboolean pretty)
{
  GString *out = g_string_new (NULL);

  append_value (out, node, pretty, 0);
  return g_string_free (out, FALSE);
}

static gboolean
equal_mappings (const FrNode *a, const FrNode *b)
{
  g_auto(Members) ours = members_of (a), theirs = members_of (b);

  if (ours.list->len != theirs.list->len)
    return FALSE;
  for (unsigned i = 0; i < ours.list->len; i++)
    {
      const Member *member = member_at (&ours, i), *other = member_named (&theirs, member->name);

      if (other == NULL || !fr_json_equal (member->value, other->value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_sequences (const FrNode *a, const FrNode *b)
{
  unsigned count = fr_node_count (a);

  if (count != fr_node_count (b))
    return FALSE;
  for (unsigned i = 0; i < count; i++)
    if (!fr_json_equal (fr_node_get_item (a, i), fr_node_get_item (b, i)))
      return FALSE;
  return TRUE;
}

/* Integers to the last digit, however long. */
static gboolean
equal_numbers (const char *a, const char *b)
{
  if (strcmp (a, b) == 0)
    return TRUE;
  return (strpbrk (a, ".e") != NULL || strpbrk (b, ".e") != NULL) && g_ascii_strtod (a, NULL) == g_ascii_strtod (b, NULL);
}

gboolean
fr_json_equal (const FrNode *a, const FrNode *b)
{
  g_autofree char *number = number_of (a), *other = number_of (b);
  g_autoptr(GString) text = NULL, other_text = NULL;

  if (number != NULL && other != NULL)
    return equal_numbers (number, other);
  if (fr_node_get_type (a) == FR_TYPE_MAPPING && fr_node_get_type (b) == FR_TYPE_MAPPING)
    return equal_mappings (a, b);
  if (fr_node_get_type (a) == FR_TYPE_SEQUENCE && fr_node_get_type (b) == FR_TYPE_SEQUENCE)
    return equal_sequences (a, b);
  if (fr_node_get_type (a) >= FR_TYPE_SEQUENCE || fr_node_get_type (b) >= FR_TYPE_SEQUENCE)
    return FALSE;
  append_scalar (text = g_string_new (NULL), a);
  append_scalar (other_text = g_string_new (NULL), b);
  return g_string_equal (text, other_text);
}
