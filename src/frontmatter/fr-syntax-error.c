/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-syntax-error.h"

#include <string.h>

#include "fr-error.h"

/* libyaml's own words are for people who know its scanner. */
static const char *
explain (const char *problem)
{
  static const struct { const char *theirs, *ours; } table[] = {
    { "mapping values are not allowed in this context",
      "A colon followed by a space stands here inside a text, or the line is indented differently from the ones above. "
      "Put the text in quotes or mend the indentation" },
    { "could not find expected ':'", "A colon is missing after the name on this line, or a quote is left open above" },
    { "did not find expected key", "This line is not indented like the ones it belongs to, or a quote is closed too early" },
    { "did not find expected '-' indicator", "A dash is missing, or this line is not indented like the list above" },
    { "found character that cannot start any token",
      "A text cannot begin with this character (a tab, @, ` or %). Put the text in quotes, or use spaces for indentation" },
    { "found unexpected end of stream", "A quote or bracket that is opened here is never closed" },
    { "found unknown escape character", "After a backslash in double quotes, this character means nothing. Write the backslash twice" },
    { "did not find expected ',' or ']'", "A comma or the closing ] is missing in this list" },
    { "did not find expected ',' or '}'", "A comma or the closing } is missing here" },
    { "block sequence entries are not allowed in this context", "A dash stands here where no list can begin. Put it on a line of its own" },
    { "found undefined tag handle", "The text begins with !, which YAML takes for a tag. Put the text in quotes" },
    { "control characters are not allowed", "There is a control character here that YAML does not allow. Remove it" },
    { "did not find expected node content", "A value is missing here: there is a comma, colon or bracket too many" },
    { "did not find expected alphabetic or numeric character", "A text cannot begin with * or & here. Put the text in quotes" },
    { "found a tab character that violates indentation", "This line is indented with a tab. Use spaces" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (problem, table[i].theirs))
      return table[i].ours;
  return problem;
}

static FrPlace
place_of_byte (const char *text, gsize offset)
{
  FrPlace at = { 1, 1 };
  const char *line = text;

  for (const char *p = text; p < text + offset; p++)
    if (*p == '\n')
      {
        at.line++;
        line = p + 1;
      }
  at.column += g_utf8_strlen (line, text + offset - line);
  return at;
}

GError *
fr_syntax_error_new (const yaml_parser_t *parser, const char *text, gsize length)
{
  const char *problem = parser->problem != NULL ? parser->problem : "This is not YAML";
  gboolean unclosed = strstr (problem, "unexpected end of stream") != NULL && parser->context != NULL;
  yaml_mark_t mark = unclosed ? parser->context_mark : parser->problem_mark;
  FrPlace at = { mark.line + 1, mark.column + 1 };

  if (parser->error == YAML_READER_ERROR)
    at = place_of_byte (text, MIN (parser->problem_offset, length));
  return fr_error_new_at (FR_ERROR_SYNTAX, at, "%s", explain (problem));
}
