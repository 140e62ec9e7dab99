/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-css-token.h"

#include <string.h>

static gboolean
is_newline (char c)
{
  return c == '\n' || c == '\r' || c == '\f';
}

static gboolean
is_space (char c)
{
  return is_newline (c) || c == ' ' || c == '\t';
}

static gboolean
starts_name (char c)
{
  return g_ascii_isalpha (c) || c == '_' || (guchar) c >= 0x80;
}

static gboolean
is_in_name (char c)
{
  return starts_name (c) || g_ascii_isdigit (c) || c == '-';
}

/* A backslash at the end of the text stands for U+FFFD. */
static gboolean
is_escape (const char *at)
{
  return at[0] == '\\' && !is_newline (at[1]);
}

static gboolean
starts_ident (const char *at)
{
  if (*at == '-')
    return starts_name (at[1]) || at[1] == '-' || is_escape (at + 1);
  return starts_name (*at) || is_escape (at);
}

static gboolean
starts_number (const char *at)
{
  at += *at == '+' || *at == '-';
  return g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1]));
}

static const char *
skip_space (const char *at)
{
  while (is_space (*at))
    at++;
  return at;
}

/* Behind a backslash: a character, or up to six digits and a space. */
static const char *
take_escape (const char *at, GString *value)
{
  unsigned n = 0;
  gunichar c = 0;

  if (*at == '\0')
    {
      g_string_append_unichar (value, 0xfffd);
      return at;
    }
  if (!g_ascii_isxdigit (*at))
    {
      g_string_append_len (value, at, g_utf8_next_char (at) - at);
      return g_utf8_next_char (at);
    }
  for (; n < 6 && g_ascii_isxdigit (*at); n++, at++)
    c = c * 16 + g_ascii_xdigit_value (*at);
  g_string_append_unichar (value, c == 0 || !g_unichar_validate (c) ? 0xfffd : c);
  if (at[0] == '\r' && at[1] == '\n')
    return at + 2;
  return at + is_space (*at);
}

static const char *
take_name (const char *at, GString *value)
{
  for (;;)
    if (is_in_name (*at))
      g_string_append_c (value, *at++);
    else if (is_escape (at))
      at = take_escape (at + 1, value);
    else
      return at;
}

static const char *
take_string (FrCssToken *token, const char *at, GString *value)
{
  char quote = *at++;

  token->type = FR_CSS_STRING;
  while (*at != '\0' && *at != quote)
    if (is_newline (*at))
      {
        token->type = FR_CSS_OTHER;
        return at;
      }
    else if (*at == '\\' && is_newline (at[1]))
      at += at[1] == '\r' && at[2] == '\n' ? 3 : 2;
    else if (*at == '\\')
      at = at[1] != '\0' ? take_escape (at + 1, value) : at + 1;
    else
      g_string_append_c (value, *at++);
  return at + (*at == quote);
}

static const char *
skip_bad_url (const char *at)
{
  g_autoptr(GString) ignored = g_string_new (NULL);

  while (*at != '\0' && *at != ')')
    at = is_escape (at) ? take_escape (at + 1, ignored) : at + 1;
  return at + (*at == ')');
}

static gboolean
breaks_url (const char *at)
{
  return strchr ("\"'(", *at) != NULL || (*at == '\\' && !is_escape (at)) || (g_ascii_iscntrl (*at) && !is_space (*at));
}

/* Behind "url(". */
static const char *
take_url (FrCssToken *token, const char *at, GString *value)
{
  token->type = FR_CSS_URL;
  for (at = skip_space (at); *at != '\0' && *at != ')';)
    {
      const char *behind = skip_space (at);

      if (behind > at && (*behind == ')' || *behind == '\0'))
        at = behind;
      else if (behind > at || breaks_url (at))
        {
          token->type = FR_CSS_BAD_URL;
          return skip_bad_url (at);
        }
      else if (*at == '\\')
        at = take_escape (at + 1, value);
      else
        g_string_append_c (value, *at++);
    }
  return at + (*at == ')');
}

/* A name, and what a bracket behind it makes of it. */
static const char *
take_ident (FrCssToken *token, const char *at, GString *value)
{
  const char *inner;

  at = take_name (at, value);
  token->type = *at == '(' ? FR_CSS_FUNCTION : FR_CSS_IDENT;
  if (*at != '(')
    return at;
  inner = skip_space (++at);
  if (g_ascii_strcasecmp (value->str, "url") != 0 || *inner == '"' || *inner == '\'')
    return at;
  g_string_truncate (value, 0);
  return take_url (token, at, value);
}

static gboolean
has_exponent (const char *at)
{
  gboolean signs = *at != '\0' && (at[1] == '+' || at[1] == '-');

  return (*at == 'e' || *at == 'E') && g_ascii_isdigit (at[signs ? 2 : 1]);
}

/* With its unit. */
static const char *
take_number (const char *at)
{
  g_autoptr(GString) unit = g_string_new (NULL);

  at += *at == '+' || *at == '-';
  at += strspn (at, "0123456789");
  if (*at == '.' && g_ascii_isdigit (at[1]))
    at += 1 + strspn (at + 1, "0123456789");
  if (has_exponent (at))
    at += 2 + strspn (at + 2, "0123456789");
  return starts_ident (at) ? take_name (at, unit) : at + (*at == '%');
}

static const char *
take_comment (FrCssToken *token, const char *at)
{
  const char *end = strstr (at + 2, "*/");

  token->type = FR_CSS_COMMENT;
  return end != NULL ? end + 2 : at + strlen (at);
}

static const char *
take (FrCssToken *token, const char *at, GString *value)
{
  if (*at == '\0')
    return token->type = FR_CSS_END, at;
  if (is_space (*at))
    return skip_space (at);
  if (at[0] == '/' && at[1] == '*')
    return take_comment (token, at);
  if (*at == '"' || *at == '\'')
    return take_string (token, at, value);
  if (g_str_has_prefix (at, "<!--") || g_str_has_prefix (at, "-->"))
    return token->type = FR_CSS_MARKUP, at + (*at == '<' ? 4 : 3);
  if (starts_number (at))
    return take_number (at);
  if (starts_ident (at))
    return take_ident (token, at, value);
  if (*at == '#' && (is_in_name (at[1]) || is_escape (at + 1)))
    return take_name (at + 1, value);
  if (*at != '@' || !starts_ident (at + 1))
    return at + 1;
  token->type = FR_CSS_AT_KEYWORD;
  return take_name (at + 1, value);
}

void
fr_css_token_next (FrCssToken *token, const char **at)
{
  GString *value = g_string_new (NULL);

  fr_css_token_clear (token);
  token->type = FR_CSS_OTHER;
  token->start = *at;
  *at = take (token, *at, value);
  token->length = *at - token->start;
  token->value = g_string_free (value, FALSE);
}

void
fr_css_token_clear (FrCssToken *token)
{
  g_clear_pointer (&token->value, g_free);
}

gboolean
fr_css_token_is (const FrCssToken *token, char sign)
{
  return token->type == FR_CSS_OTHER && token->length == 1 && *token->start == sign;
}

gboolean
fr_css_token_named (const FrCssToken *token, const char * const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strcasecmp (token->value, *names) == 0)
      return TRUE;
  return FALSE;
}
