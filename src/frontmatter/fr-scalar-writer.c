/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-scalar-writer.h"

#include <string.h>

#include "fr-scalar-escapes.h"
#include "fr-scalar-folder.h"
#include "fr-scalar-type.h"

/* What the web editor's YAML library folds at; wider only where the file's own lines are. */
#define WIDTH 80

static gboolean
is_all_printable (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!fr_is_printable (g_utf8_get_char (p)))
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
may_be_block (const char *text, gsize length, const FrScalarFormat *format)
{
  if (length == 0 || format->in_flow || format->one_line ||
      format->indent <= format->parent_indent || format->indent - format->parent_indent > 9 ||
      strspn (text, " \t\n") == length || !is_all_printable (text, length))
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
    case FR_STYLE_FOLDED:
      if (may_be_block (text, length, format))
        return format->style;
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

static gboolean
was_on_several_lines (const FrScalarFormat *format)
{
  return format->old != NULL && memchr (format->old_raw, '\n', format->old->length) != NULL;
}

static unsigned
width_of (const FrScalarFormat *format)
{
  const char *end = format->old != NULL ? format->old_raw + format->old->length : NULL;
  unsigned widest = WIDTH, column = format->column;

  if (!was_on_several_lines (format))
    return G_MAXUINT;
  for (const char *p = format->old_raw; p < end; p = g_utf8_next_char (p))
    {
      column = *p == '\n' ? 0 : column + (*p != '\r');
      widest = MAX (widest, column);
    }
  return widest;
}

static gboolean
was_block (const FrScalarFormat *format)
{
  return format->old != NULL && (format->old->style == FR_STYLE_LITERAL || format->old->style == FR_STYLE_FOLDED);
}

char *
fr_scalar_header_comment (const FrScalarFormat *format)
{
  const char *end = was_block (format) ? memchr (format->old_raw, '\n', format->old->length) : NULL;
  const char *comment = format->old_raw;

  if (end == NULL)
    return g_strdup ("");
  while (comment < end && strchr (" \t\r", *comment) == NULL)
    comment++;
  while (end > comment && end[-1] == '\r')
    end--;
  return g_strndup (comment, end - comment);
}

/* Plain and quoted. */
static void
write_flow (GString *out, const char *text, gsize length, FrStyle style, const FrScalarFormat *format)
{
  const char *quote = style == FR_STYLE_PLAIN ? "" : style == FR_STYLE_SINGLE_QUOTED ? "'" : "\"";
  gsize inset = strlen (quote);
  g_autofree char *comment = fr_scalar_header_comment (format);
  gboolean like = format->old != NULL && format->old->style == style && format->old->length >= 2 * inset;
  FrFolding folding = { style, format->column + inset, format->indent, width_of (format), format->newline };
  g_autofree char *folded = fr_fold (text, length, &folding,
                                     like ? format->old_raw + inset : NULL, like ? format->old->length - 2 * inset : 0,
                                     like ? format->old->text : NULL, like ? format->old->text_length : 0);

  g_string_append (out, quote);
  g_string_append (out, folded);
  g_string_append (out, quote);
  g_string_append (out, comment);
}

/* Chomping and indentation follow the text. */
static void
append_block_header (GString *out, const char *text, gsize trailing, FrStyle style, const FrScalarFormat *format)
{
  gsize blank = strspn (text, "\n");
  g_autofree char *comment = fr_scalar_header_comment (format);

  g_string_append_c (out, style == FR_STYLE_LITERAL ? '|' : '>');
  if (strchr (" \t", text[blank]) != NULL)
    g_string_append_printf (out, "%u", format->indent - format->parent_indent);
  if (trailing != 1)
    g_string_append_c (out, trailing == 0 ? '-' : '+');
  g_string_append (out, comment);
}

/* Without the newlines at its ends, which are not folded. */
static void
fold_block (GString *out, const char *body, gsize length, FrStyle style, const FrScalarFormat *format)
{
  FrFolding folding = { style, format->indent, format->indent, width_of (format), format->newline };
  const char *first = was_block (format) ? memchr (format->old_raw, '\n', format->old->length) : NULL;
  gboolean like = first != NULL && format->old->style == style;
  const char *old_body = like ? format->old->text + strspn (format->old->text, "\n") : NULL;
  gsize old_length = like ? strlen (old_body) : 0;
  g_autofree char *folded = NULL;

  while (old_length > 0 && old_body[old_length - 1] == '\n')
    old_length--;
  folded = fr_fold (body, length, &folding, like ? first + 1 : NULL,
                    like ? format->old_raw + format->old->length - first - 1 : 0, old_body, old_length);
  g_string_append (out, folded);
}

static void
append_newlines (GString *out, gsize count, const FrScalarFormat *format)
{
  for (gsize i = 0; i < count; i++)
    g_string_append (out, format->newline);
}

static void
write_block (GString *out, const char *text, gsize length, FrStyle style, const FrScalarFormat *format)
{
  gsize leading = strspn (text, "\n"), trailing = 0;

  while (trailing < length && text[length - 1 - trailing] == '\n')
    trailing++;
  append_block_header (out, text, trailing, style, format);
  append_newlines (out, leading + 1, format);
  for (unsigned i = 0; i < format->indent; i++)
    g_string_append_c (out, ' ');
  fold_block (out, text + leading, length - leading - trailing, style, format);
  if (trailing > 0)
    append_newlines (out, trailing - !format->ends_file, format);
}

char *
fr_scalar_write (const char *text, gsize length, const FrScalarFormat *format)
{
  GString *out = g_string_sized_new (length + 16);
  FrStyle style = choose_style (text, length, format);

  if (style == FR_STYLE_LITERAL || style == FR_STYLE_FOLDED)
    write_block (out, text, length, style, format);
  else
    write_flow (out, text, length, style, format);
  return g_string_free (out, FALSE);
}
