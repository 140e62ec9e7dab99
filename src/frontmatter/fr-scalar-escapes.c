/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-scalar-escapes.h"

#include <string.h>

static const struct { char letter; gunichar c; } escapes[] = {
  { '0', 0 }, { 'a', '\a' }, { 'b', '\b' }, { 't', '\t' }, { 'n', '\n' }, { 'v', '\v' }, { 'f', '\f' }, { 'r', '\r' },
  { 'e', 0x1b }, { '"', '"' }, { '\\', '\\' },
  /* Only read: */
  { '\t', '\t' }, { ' ', ' ' }, { '/', '/' }, { 'N', 0x85 }, { '_', 0xa0 }, { 'L', 0x2028 }, { 'P', 0x2029 },
};

#define N_WRITTEN 11

gboolean
fr_is_printable (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029) ||
         (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || (c >= 0x10000 && c <= 0x10ffff);
}

static void
append_escaped (GString *out, gunichar c)
{
  for (gsize i = 0; i < N_WRITTEN; i++)
    if (escapes[i].c == c)
      {
        g_string_append_printf (out, "\\%c", escapes[i].letter);
        return;
      }
  if (fr_is_printable (c))
    g_string_append_unichar (out, c);
  else if (c <= 0xff)
    g_string_append_printf (out, "\\x%02X", c);
  else
    g_string_append_printf (out, c <= 0xffff ? "\\u%04X" : "\\U%08X", c);
}

static void
escape (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = *p == '\0' ? p + 1 : g_utf8_next_char (p))
    append_escaped (out, *p == '\0' ? 0 : g_utf8_get_char (p));
}

char *
fr_escape (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length + 16);

  escape (out, text, length);
  return g_string_free (out, FALSE);
}

/* The character written with `digits` hexadecimal digits; FALSE if they are not there or mean none. */
static gboolean
append_hexadecimal (GString *out, const char *p, const char *end, unsigned digits)
{
  gunichar c = 0;

  for (unsigned i = 0; i < digits; i++)
    {
      if (p + i >= end || !g_ascii_isxdigit (p[i]))
        return FALSE;
      c = c * 16 + g_ascii_xdigit_value (p[i]);
    }
  if (c == 0)
    g_string_append_c (out, '\0');
  else if (g_unichar_validate (c))
    g_string_append_unichar (out, c);
  else
    return FALSE;
  return TRUE;
}

/* Appends what the next character or escape says. Returns its bytes in `p`, or 0. */
static gsize
read_atom (GString *out, const char *p, const char *end)
{
  unsigned digits;

  if (*p != '\\')
    {
      gsize size = MIN (g_utf8_next_char (p) - p, end - p);

      g_string_append_len (out, p, size);
      return size;
    }
  if (p + 1 == end)
    return 0;
  digits = p[1] == 'x' ? 2 : p[1] == 'u' ? 4 : p[1] == 'U' ? 8 : 0;
  if (digits > 0)
    return append_hexadecimal (out, p + 2, end, digits) ? 2 + digits : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i].letter == p[1])
      {
        if (escapes[i].c == 0)
          g_string_append_c (out, '\0');
        else
          g_string_append_unichar (out, escapes[i].c);
        return 2;
      }
  return 0;
}

gboolean
fr_unescape (const char *raw, gsize length, GString *out)
{
  for (gsize done = 0, size; done < length; done += size)
    if ((size = read_atom (out, raw + done, raw + length)) == 0)
      return FALSE;
  return TRUE;
}

/* How far `a` and `b` are alike from the beginning, and from there to the end. */
static void
compare (const char *a, gsize a_length, const char *b, gsize b_length, gsize *front, gsize *back)
{
  gsize most = MIN (a_length, b_length);

  for (*front = 0; *front < most && a[*front] == b[*front];)
    ++*front;
  for (*back = 0; *back < most - *front && a[a_length - 1 - *back] == b[b_length - 1 - *back];)
    ++*back;
}

typedef struct { gsize raw, text; } Atom;  /* where a character begins: in the file, in the value */

/* Where each character begins, and the end; NULL if `raw` cannot be read. */
static GArray *
find_atoms (const char *raw, GString *says)
{
  g_autoptr(GArray) atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  Atom atom = { 0, 0 };
  gsize length = strlen (raw), size;

  for (; atom.raw < length; atom.raw += size, atom.text = says->len)
    {
      g_array_append_val (atoms, atom);
      if ((size = read_atom (says, raw + atom.raw, raw + length)) == 0)
        return NULL;
    }
  g_array_append_val (atoms, atom);
  return g_steal_pointer (&atoms);
}

char *
fr_escape_like (const char *raw, const char *text, gsize length)
{
  g_autoptr(GString) says = g_string_new (NULL);
  g_autoptr(GArray) atoms = find_atoms (raw, says);
  GString *out = g_string_sized_new (length + 16);
  gsize front, back, first = 0, last;
  Atom from, to;

  if (atoms == NULL)
    {
      escape (out, text, length);
      return g_string_free (out, FALSE);
    }
  compare (says->str, says->len, text, length, &front, &back);
  while (first + 1 < atoms->len && g_array_index (atoms, Atom, first + 1).text <= front)
    first++;
  for (last = first; says->len - g_array_index (atoms, Atom, last).text > back;)
    last++;
  from = g_array_index (atoms, Atom, first);
  to = g_array_index (atoms, Atom, last);
  g_string_append_len (out, raw, from.raw);
  escape (out, text + from.text, length - from.text - (says->len - to.text));
  g_string_append (out, raw + to.raw);
  return g_string_free (out, FALSE);
}
