#include "fr-scalar-writer.h"

#include <string.h>

#include "fr-scalar-type.h"

/* What the web editor's YAML library folds at; wider only where the file's own lines are. */
#define WIDTH 80

/* What YAML reads outside of double quotes; line breaks other than newline are not among it. */
static gboolean
is_printable (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029) ||
         (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || (c >= 0x10000 && c <= 0x10ffff);
}

static gboolean
is_all_printable (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_printable (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Newlines that folding can stand for: none at the ends, none beside a space. */
static gboolean
can_fold (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++)
    if (*p == '\n' && (p == text || p + 1 == text + length || strchr (" \t", p[-1]) || strchr (" \t", p[1])))
      return FALSE;
  return TRUE;
}

static gboolean
has_special_pair (const char *text, gsize length, gboolean in_flow)
{
  for (const char *p = text; p < text + length; p++)
    {
      gboolean last = p + 1 == text + length;

      if (*p == ':' && (last || strchr (" \t\n", p[1]) || (in_flow && strchr (",[]{}", p[1]))))
        return TRUE;
      if (*p == '#' && p > text && strchr (" \t\n", p[-1]))
        return TRUE;
      if (in_flow && strchr (",[]{}?", *p) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_be_plain (const char *text, gsize length, const FrScalarFormat *format)
{
  if (length == 0 || strchr (" \t\n,[]{}#&*!|>'\"%@`", text[0]) || strchr (" \t\n", text[length - 1]))
    return FALSE;
  if (strchr ("-?:", text[0]) && (length == 1 || strchr (" \t\n", text[1]) || format->in_flow))
    return FALSE;
  if (g_str_has_prefix (text, "---") || g_str_has_prefix (text, "..."))
    return FALSE;
  return is_all_printable (text, length) && can_fold (text, length) && !fr_scalar_needs_quotes (text, length) &&
         !has_special_pair (text, length, format->in_flow);
}

static gboolean
may_be_single_quoted (const char *text, gsize length)
{
  return is_all_printable (text, length) && can_fold (text, length);
}

/* Every line of a block scalar begins where its first one does, or further right. */
static gboolean
may_be_block (const char *text, gsize length, FrStyle style, const FrScalarFormat *format)
{
  if (length == 0 || format->in_flow || format->one_line ||
      format->indent <= format->parent_indent || format->indent - format->parent_indent > 9 ||
      strspn (text, " \t\n") == length || !is_all_printable (text, length))
    return FALSE;
  if (style == FR_STYLE_LITERAL)
    return TRUE;
  for (const char *p = text; p < text + length; p++)
    if ((p == text || p[-1] == '\n') && strchr (" \t", *p) != NULL)
      return FALSE;
  return TRUE;
}

static FrStyle
choose_style (const char *text, gsize length, const FrScalarFormat *format)
{
  gboolean newline = memchr (text, '\n', length) != NULL;
  gboolean foldable = !newline || (!format->one_line && format->style != FR_STYLE_DOUBLE_QUOTED);

  if (memchr (text, '\0', length) != NULL)
    return FR_STYLE_DOUBLE_QUOTED;
  switch (format->style)
    {
    case FR_STYLE_LITERAL:
      if (may_be_block (text, length, FR_STYLE_LITERAL, format))
        return FR_STYLE_LITERAL;
      break;
    case FR_STYLE_FOLDED:
      if (may_be_block (text, length, FR_STYLE_FOLDED, format))
        return FR_STYLE_FOLDED;
      if (may_be_block (text, length, FR_STYLE_LITERAL, format))
        return FR_STYLE_LITERAL;
      break;
    case FR_STYLE_DOUBLE_QUOTED:
      return FR_STYLE_DOUBLE_QUOTED;
    case FR_STYLE_PLAIN:
      if (foldable && may_be_plain (text, length, format))
        return FR_STYLE_PLAIN;
      break;
    default:
      break;
    }
  return length > 0 && foldable && may_be_single_quoted (text, length) ? FR_STYLE_SINGLE_QUOTED : FR_STYLE_DOUBLE_QUOTED;
}

static void
append_break (GString *out, const FrScalarFormat *format, unsigned breaks)
{
  for (unsigned i = 0; i < breaks; i++)
    g_string_append (out, format->newline);
  for (unsigned i = 0; i < format->indent; i++)
    g_string_append_c (out, ' ');
}

static gboolean
was_on_several_lines (const FrScalarFormat *format)
{
  return format->old != NULL && memchr (format->old, '\n', format->old_length) != NULL;
}

static unsigned
width_of (const FrScalarFormat *format)
{
  unsigned widest = WIDTH, column = format->column;

  if (!was_on_several_lines (format))
    return G_MAXUINT;
  for (const char *p = format->old; p < format->old + format->old_length; p = g_utf8_next_char (p))
    {
      column = *p == '\n' ? 0 : column + (*p != '\r');
      widest = MAX (widest, column);
    }
  return widest;
}

static char *
doubled_quotes (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "'", -1);

  return g_strjoinv ("''", parts);
}

static void
append_lines (GString *out, GArray *lines, const FrScalarFormat *format)
{
  for (unsigned i = 0; i < lines->len; i++)
    {
      const FrLine *line = &g_array_index (lines, FrLine, i);

      g_string_append (out, line->text);
      if (i + 1 < lines->len)
        append_break (out, format, line->breaks);
    }
}

/* Plain and single quoted. A quote that is doubled is folded like any other character. */
static void
write_flow_lines (GString *out, const char *text, const char *quote, const FrScalarFormat *format)
{
  gboolean same_quotes = format->old_length >= 2 && format->old != NULL &&
                         (*quote == '\0') == (strchr ("'\"", *format->old) == NULL) && *format->old != '"';
  gsize inset = strlen (quote);
  g_autofree char *body = *quote != '\0' ? doubled_quotes (text) : g_strdup (text);
  g_autoptr(GArray) old = NULL;
  g_autoptr(GArray) lines = NULL;

  if (was_on_several_lines (format) && same_quotes)
    old = fr_lines_of (format->old + inset, format->old_length - 2 * inset);
  lines = fr_fold (body, old, format->column + inset, format->indent, width_of (format));
  g_string_append (out, quote);
  append_lines (out, lines, format);
  g_string_append (out, quote);
}

static void
append_escaped (GString *out, gunichar c)
{
  static const char specials[] = "\0\a\b\t\n\v\f\r\033\"\\";
  static const char letters[] = "0abtnvfre\"\\";
  const char *special = c < 0x80 ? memchr (specials, c, sizeof specials - 1) : NULL;

  if (special != NULL)
    g_string_append_printf (out, "\\%c", letters[special - specials]);
  else if (is_printable (c))
    g_string_append_unichar (out, c);
  else if (c <= 0xff)
    g_string_append_printf (out, "\\x%02X", c);
  else
    g_string_append_printf (out, c <= 0xffff ? "\\u%04X" : "\\U%08X", c);
}

/* Folds only at spaces between two words, so that no line begins or ends with one. */
static void
write_double_quoted (GString *out, const char *text, gsize length, const FrScalarFormat *format)
{
  g_autoptr(GString) escaped = g_string_sized_new (length + 16);
  g_autoptr(GArray) lines = NULL;

  for (const char *p = text; p < text + length; p = *p == '\0' ? p + 1 : g_utf8_next_char (p))
    append_escaped (escaped, *p == '\0' ? 0 : g_utf8_get_char (p));
  lines = fr_fold (escaped->str, NULL, format->column + 1, format->indent,
                   format->one_line ? G_MAXUINT : width_of (format));
  g_string_append_c (out, '"');
  append_lines (out, lines, format);
  g_string_append_c (out, '"');
}

/* The header keeps its comment; chomping and indentation follow the text. */
static void
append_block_header (GString *out, const char *text, gsize trailing, FrStyle style, const FrScalarFormat *format)
{
  gsize blank = strspn (text, "\n");
  const char *old_end = format->old != NULL ? memchr (format->old, '\n', format->old_length) : NULL;
  const char *comment = format->old;

  g_string_append_c (out, style == FR_STYLE_LITERAL ? '|' : '>');
  if (strchr (" \t", text[blank]) != NULL)
    g_string_append_printf (out, "%u", format->indent - format->parent_indent);
  if (trailing != 1)
    g_string_append_c (out, trailing == 0 ? '-' : '+');
  if (old_end == NULL || (*comment != '|' && *comment != '>'))
    return;
  while (comment < old_end && strchr (" \t\r", *comment) == NULL)
    comment++;
  while (old_end > comment && strchr (" \t\r", old_end[-1]) != NULL)
    old_end--;
  g_string_append_len (out, comment, old_end - comment);
}

static GArray *
old_block_lines (const FrScalarFormat *format)
{
  const char *first = format->old != NULL && *format->old == '>' ? memchr (format->old, '\n', format->old_length) : NULL;

  return first == NULL ? NULL : fr_lines_of (first + 1, format->old + format->old_length - first - 1);
}

static void
write_folded_body (GString *out, const char *body, const FrScalarFormat *format)
{
  gsize blank = strspn (body, "\n");
  g_autoptr(GArray) old = old_block_lines (format);
  FrScalarFormat folding = *format;
  g_autoptr(GArray) lines = NULL;

  folding.column = 0;
  lines = fr_fold (body + blank, old, format->indent, format->indent, width_of (&folding));
  for (gsize i = 0; i < blank; i++)
    g_string_append (out, format->newline);
  append_break (out, format, 0);
  append_lines (out, lines, format);
}

static void
write_literal_body (GString *out, const char *body, const FrScalarFormat *format)
{
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (line > lines)
        g_string_append (out, format->newline);
      if (**line != '\0')
        append_break (out, format, 0);
      g_string_append (out, *line);
    }
}

static void
write_block (GString *out, const char *text, gsize length, FrStyle style, const FrScalarFormat *format)
{
  gsize trailing = 0;
  g_autofree char *body = NULL;

  while (trailing < length && text[length - 1 - trailing] == '\n')
    trailing++;
  body = g_strndup (text, length - trailing);
  append_block_header (out, text, trailing, style, format);
  g_string_append (out, format->newline);
  if (style == FR_STYLE_LITERAL)
    write_literal_body (out, body, format);
  else
    write_folded_body (out, body, format);
  for (gsize i = 1; i < trailing; i++)
    g_string_append (out, format->newline);
}

char *
fr_scalar_write (const char *text, gsize length, const FrScalarFormat *format)
{
  GString *out = g_string_sized_new (length + 16);
  FrStyle style = choose_style (text, length, format);

  switch (style)
    {
    case FR_STYLE_PLAIN:
      write_flow_lines (out, text, "", format);
      break;
    case FR_STYLE_SINGLE_QUOTED:
      write_flow_lines (out, text, "'", format);
      break;
    case FR_STYLE_LITERAL:
    case FR_STYLE_FOLDED:
      write_block (out, text, length, style, format);
      break;
    default:
      write_double_quoted (out, text, length, format);
      break;
    }
  return g_string_free (out, FALSE);
}
