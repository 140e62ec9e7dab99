/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From JSON text straight to nodes. */
#include <math.h>
#include <string.h>

#include "fr-error.h"
#include "fr-json.h"
#include "fr-node-private.h"
#include "fr-scalar-type.h"

typedef struct
{
  const char *at;
  unsigned    depth;
  GError    **error;
} Reader;

static FrNode *read_value (Reader *self);

G_GNUC_PRINTF (2, 3) static gpointer
refuse (Reader *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  *self->error = g_error_new_valist (FR_ERROR, FR_ERROR_VALUE, format, arguments);
  va_end (arguments);
  return NULL;
}

/* Shows the line from where it goes wrong. */
static gpointer
refuse_here (Reader *self)
{
  g_autofree char *rest = NULL;

  if (*self->at == '\0')
    return refuse (self, "This is not JSON: it ends too early");
  rest = g_utf8_substring (self->at, 0, MIN (20, g_utf8_strlen (self->at, -1)));
  return refuse (self, "This is not JSON: “%.*s”", (int) strcspn (rest, "\n"), rest);
}

static void
skip_space (Reader *self)
{
  self->at += strspn (self->at, " \t\r\n");
}

/* Skips it where it comes next. */
static gboolean
take (Reader *self, char c)
{
  skip_space (self);
  if (*self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_hexadecimal (const char *p, gunichar *c)
{
  *c = 0;
  for (unsigned i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *c = *c * 16 + g_ascii_xdigit_value (p[i]);
    }
  return TRUE;
}

/* "\uD83D\uDE00" is one character. */
static gboolean
read_code (Reader *self, GString *text)
{
  gunichar c, second;

  if (!read_hexadecimal (self->at + 1, &c))
    return refuse_here (self) != NULL;
  if (c == 0)
    return refuse (self, "A text with the character U+0000 cannot be written") != NULL;
  if (c >= 0xd800 && c <= 0xdbff && self->at[5] == '\\' && self->at[6] == 'u' &&
      read_hexadecimal (self->at + 7, &second) && second >= 0xdc00 && second <= 0xdfff)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (second - 0xdc00);
      self->at += 6;
    }
  if (c >= 0xd800 && c <= 0xdfff)
    return refuse (self, "A text with half a character (\\%.5s) cannot be written", self->at) != NULL;
  g_string_append_unichar (text, c);
  self->at += 5;
  return TRUE;
}

static gboolean
read_escape (Reader *self, GString *text)
{
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  self->at++;
  if (*self->at == 'u')
    return read_code (self, text);
  letter = *self->at != '\0' ? strchr (letters, *self->at) : NULL;
  if (letter == NULL)
    {
      self->at--;
      return refuse_here (self) != NULL;
    }
  g_string_append_c (text, meant[letter - letters]);
  self->at++;
  return TRUE;
}

/* From its quote on. */
static GString *
read_string (Reader *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  self->at++;
  while (*self->at != '"')
    {
      const char *from = self->at;

      while (*self->at != '"' && *self->at != '\\' && (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (text, from, self->at - from);
      if (*self->at == '\\' ? !read_escape (self, text) : *self->at != '"')
        return *self->error != NULL ? NULL : refuse_here (self);
    }
  self->at++;
  return g_steal_pointer (&text);
}

static FrNode *
read_text (Reader *self)
{
  g_autoptr(GString) text = read_string (self);

  return text != NULL ? fr_node_new_scalar (FR_TYPE_STRING, text->str, text->len) : NULL;
}

/* The bytes of a number at `p`, or 0; whether it has a point or an exponent. */
static gsize
number_length (const char *p, gboolean *is_float)
{
  const char *end = p + (*p == '-');
  gsize digits = strspn (end, "0123456789");

  if (digits == 0 || (*end == '0' && digits > 1))
    return 0;
  end += digits;
  *is_float = *end == '.' || *end == 'e' || *end == 'E';
  if (*end == '.')
    {
      digits = strspn (end + 1, "0123456789");
      if (digits == 0)
        return 0;
      end += 1 + digits;
    }
  if (*end == 'e' || *end == 'E')
    {
      end += 1 + (end[1] == '+' || end[1] == '-');
      digits = strspn (end, "0123456789");
      if (digits == 0)
        return 0;
      end += digits;
    }
  return end - p;
}

static FrNode *
read_number (Reader *self)
{
  gboolean is_float;
  gsize length = number_length (self->at, &is_float);
  g_autofree char *token = g_strndup (self->at, length), *written = NULL;
  double value = g_ascii_strtod (token, NULL);
  gint64 integer = 0;

  if (length == 0 || g_ascii_isalnum (self->at[length]) || self->at[length] == '_' || self->at[length] == '.')
    return refuse_here (self);
  if (is_float ? !isfinite (value) : !g_ascii_string_to_signed (token, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return refuse (self, "The number %.*s is too large to be written", 40, token);
  self->at += length;
  written = is_float ? fr_scalar_from_float (value) : g_strdup_printf ("%" G_GINT64_FORMAT, integer);
  return fr_node_new_scalar (is_float ? FR_TYPE_FLOAT : FR_TYPE_INTEGER, written, -1);
}

static FrNode *
read_word (Reader *self)
{
  static const struct { const char *word; FrType type; } words[] = {
    { "null", FR_TYPE_NULL }, { "true", FR_TYPE_BOOLEAN }, { "false", FR_TYPE_BOOLEAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if (strncmp (self->at, words[i].word, length) != 0 || g_ascii_isalnum (self->at[length]) || self->at[length] == '_')
        continue;
      self->at += length;
      return fr_node_new_scalar (words[i].type, words[i].type == FR_TYPE_NULL ? "" : words[i].word, -1);
    }
  return refuse_here (self);
}

static gboolean
read_member (Reader *self, FrNode *mapping, GHashTable *indices)
{
  g_autoptr(FrNode) key = NULL, value = NULL;
  gpointer index;

  skip_space (self);
  key = *self->at == '"' ? read_text (self) : refuse_here (self);
  if (key == NULL || (!take (self, ':') && refuse_here (self) == NULL))
    return FALSE;
  value = read_value (self);
  if (value == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (indices, key->text, NULL, &index))
    {
      fr_node_splice_children (mapping, GPOINTER_TO_UINT (index), 1, &value, 1);
      value = NULL;
      return TRUE;
    }
  g_hash_table_insert (indices, key->text, GUINT_TO_POINTER (mapping->n_children + 1));
  fr_node_append (mapping, g_steal_pointer (&key));
  fr_node_append (mapping, g_steal_pointer (&value));
  return TRUE;
}

static FrNode *
read_mapping (Reader *self)
{
  g_autoptr(FrNode) mapping = fr_node_new (FR_NODE_MAPPING, FR_STYLE_BLOCK);
  g_autoptr(GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);

  if (take (self, '}'))
    return g_steal_pointer (&mapping);
  do
    if (!read_member (self, mapping, indices))
      return NULL;
  while (take (self, ','));
  return take (self, '}') ? g_steal_pointer (&mapping) : refuse_here (self);
}

static FrNode *
read_sequence (Reader *self)
{
  g_autoptr(FrNode) sequence = fr_node_new (FR_NODE_SEQUENCE, FR_STYLE_BLOCK);

  if (take (self, ']'))
    return g_steal_pointer (&sequence);
  do
    {
      FrNode *item = read_value (self);

      if (item == NULL)
        return NULL;
      fr_node_append (sequence, item);
    }
  while (take (self, ','));
  return take (self, ']') ? g_steal_pointer (&sequence) : refuse_here (self);
}

static FrNode *
read_collection (Reader *self)
{
  FrNode *node;

  if (self->depth == FR_MAX_DEPTH)
    return refuse (self, "Values are nested more than %d levels deep", FR_MAX_DEPTH);
  self->depth++;
  self->at++;
  node = self->at[-1] == '{' ? read_mapping (self) : read_sequence (self);
  self->depth--;
  return node;
}

static FrNode *
read_value (Reader *self)
{
  skip_space (self);
  switch (*self->at)
    {
    case '{':
    case '[':
      return read_collection (self);
    case '"':
      return read_text (self);
    case '-':
    case '0' ... '9':
      return read_number (self);
    default:
      return read_word (self);
    }
}

FrNode *
fr_json_read (const char *json, GError **error)
{
  GError *problem = NULL;
  Reader self = { json, 0, &problem };
  g_autoptr(FrNode) root = NULL;

  skip_space (&self);
  if (!g_utf8_validate (json, -1, NULL))
    refuse (&self, "This is not JSON: it is not UTF-8");
  else if (*self.at == '\0')
    refuse (&self, "This is not JSON: it is empty");
  else
    root = read_value (&self);
  if (root != NULL)
    skip_space (&self);
  if (root != NULL && *self.at != '\0')
    refuse_here (&self);
  if (problem == NULL)
    return g_steal_pointer (&root);
  g_propagate_error (error, problem);
  return NULL;
}
