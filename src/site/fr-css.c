/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-css.h"

#include <gio/gio.h>
#include <string.h>

#include "fr-css-token.h"

#define NOTHING "data:,"

/* Brackets within brackets. */
#define MOST_DEPTH 100

static const char * const urls[] = { "url", "src", NULL };

typedef struct
{
  const char   *at;
  FrCssToken    token;   /* the one before `at` */
  FrCssAddress  change;
  gconstpointer data;
  GString      *out;
} Cleaner;

static void
next (Cleaner *self)
{
  fr_css_token_next (&self->token, &self->at);
}

/* As it is written, but for what could end the element around it: "<" is written by its number. */
static void
write_copy (Cleaner *self)
{
  const char *at = self->token.start, *end = at + self->token.length;

  for (; at < end; at++)
    if (*at == '<' || (*at == '\\' && at + 1 < end && at[1] == '<'))
      {
        g_string_append (self->out, "\\3c ");
        at += *at == '\\';
      }
    else
      {
        g_string_append_c (self->out, *at);
        if (*at == '\\' && at + 1 < end)
          g_string_append_c (self->out, *++at);
      }
}

static void
write_address (Cleaner *self, const char *address)
{
  g_autofree char *changed = address != NULL ? self->change (address, self->data) : NULL;

  g_string_append (self->out, "url(\"");
  for (const char *at = changed != NULL ? changed : NOTHING; *at != '\0'; at++)
    if (strchr ("\"\\<\n\r\f", *at) != NULL)
      g_string_append_printf (self->out, "\\%x ", (guchar) *at);
    else
      g_string_append_c (self->out, *at);
  g_string_append (self->out, "\")");
}

/* The bracket that ends what the token begins; NUL: it begins nothing. */
static char
get_closing (const FrCssToken *token)
{
  if (token->type == FR_CSS_FUNCTION || fr_css_token_is (token, '('))
    return ')';
  return fr_css_token_is (token, '[') ? ']' : fr_css_token_is (token, '{') ? '}' : '\0';
}

/* Of the text, or of what this bracket ends. */
static gboolean
is_end (const Cleaner *self, char closing)
{
  return self->token.type == FR_CSS_END || fr_css_token_is (&self->token, closing);
}

static gboolean
is_between (const FrCssToken *token)
{
  return token->type == FR_CSS_COMMENT || (token->type == FR_CSS_OTHER && strchr (" \t\n\r\f", *token->start) != NULL);
}

/* Goes on to the bracket that ends what has begun, as a browser finds it: others' brackets do not count. */
static void
skip_to (Cleaner *self, char closing, unsigned depth)
{
  for (next (self); !is_end (self, closing); next (self))
    {
      char inner = get_closing (&self->token);

      if (inner != '\0' && depth < MOST_DEPTH)
        skip_to (self, inner, depth + 1);
    }
}

/* All of a rule like @import: to its semicolon or the end of its block, at most to the end of the block around it. */
static void
skip_rule (Cleaner *self)
{
  const char *before = self->at;

  for (next (self); !is_end (self, ';'); before = self->at, next (self))
    {
      char closing = get_closing (&self->token);

      if (fr_css_token_is (&self->token, '}'))
        self->at = before;
      else if (closing != '\0')
        skip_to (self, closing, 0);
      if (closing == '}' || self->at == before)
        break;
    }
  g_string_append_c (self->out, ' ');
}

/* url("a.png") and src("a.png"), whatever stands behind the string. */
static void
write_url_function (Cleaner *self)
{
  g_autofree char *address = NULL;

  do
    next (self);
  while (is_between (&self->token));
  if (self->token.type == FR_CSS_STRING)
    address = g_strdup (self->token.value);
  write_address (self, address);
  if (get_closing (&self->token) != '\0')
    skip_to (self, get_closing (&self->token), 0);
  else if (fr_css_token_is (&self->token, ')'))
    return;
  skip_to (self, ')', 0);
}

static void write_token (Cleaner *self, unsigned depth);

/* image-set () and the like, where a string is an address, but for that of type ("image/png"). An address that is made
 * somewhere else is not known here. */
static void
write_pictures (Cleaner *self, gboolean of_addresses, unsigned depth)
{
  static const char * const unknown[] = { "var", "env", "attr", "if", "random-item", NULL };
  static const char * const types[] = { "type", NULL };

  write_copy (self);
  for (next (self); !is_end (self, ')'); next (self))
    {
      gboolean is_function = self->token.type == FR_CSS_FUNCTION;

      if (self->token.type == FR_CSS_STRING && of_addresses)
        {
          /* A string ends what stands before it; a name would go on in this one. */
          g_string_append (self->out, strchr (" (,\n", self->out->str[self->out->len - 1]) == NULL ? " " : "");
          write_address (self, self->token.value);
        }
      else if ((is_function && fr_css_token_named (&self->token, unknown)) || depth > MOST_DEPTH)
        {
          write_address (self, NULL);
          skip_to (self, ')', depth);
        }
      else if (get_closing (&self->token) == ')' && !(is_function && fr_css_token_named (&self->token, urls)))
        write_pictures (self, !is_function || !fr_css_token_named (&self->token, types), depth + 1);
      else
        write_token (self, depth + 1);
    }
  /* At the end of the text a bracket could become a part of what stands open there. */
  if (self->token.type != FR_CSS_END)
    g_string_append_c (self->out, ')');
}

static void
write_function (Cleaner *self, unsigned depth)
{
  static const char * const pictures[] = { "image-set", "-webkit-image-set", "image", "cross-fade", "-webkit-cross-fade",
                                           NULL };

  if (fr_css_token_named (&self->token, urls))
    write_url_function (self);
  else if (fr_css_token_named (&self->token, pictures))
    write_pictures (self, TRUE, depth);
  else
    write_copy (self);
}

static void
write_token (Cleaner *self, unsigned depth)
{
  static const char * const left_out[] = { "import", "namespace", "charset", NULL };

  switch (self->token.type)
    {
    case FR_CSS_COMMENT:
      g_string_append (self->out, "/**/");
      break;
    case FR_CSS_MARKUP:
      g_string_append_c (self->out, ' ');
      break;
    case FR_CSS_URL:
    case FR_CSS_BAD_URL:
      write_address (self, self->token.type == FR_CSS_URL ? self->token.value : NULL);
      break;
    case FR_CSS_FUNCTION:
      write_function (self, depth);
      break;
    case FR_CSS_AT_KEYWORD:
      (fr_css_token_named (&self->token, left_out) ? skip_rule : write_copy) (self);
      break;
    default:
      if (fr_css_token_is (&self->token, '<'))
        g_string_append (self->out, *self->at == '/' ? "< " : "<");
      else
        write_copy (self);
    }
}

char *
fr_css_change (const char *css, FrCssAddress change, gconstpointer data)
{
  static const char mark[] = "\xef\xbb\xbf";
  Cleaner self = { css + (g_str_has_prefix (css, mark) ? strlen (mark) : 0), { 0 }, change, data, g_string_new (NULL) };

  for (next (&self); self.token.type != FR_CSS_END; next (&self))
    write_token (&self, 0);
  fr_css_token_clear (&self.token);
  return g_string_free (self.out, FALSE);
}

/* What browsers make of an address before they look at it. */
static char *
tidy (const char *address)
{
  GString *tidied = g_string_new (NULL);
  g_autofree char *copy = g_strstrip (g_strdup (address));

  for (const char *at = copy; *at != '\0'; at++)
    if (strchr ("\t\n\r", *at) == NULL)
      g_string_append_c (tidied, *at);
  return g_string_free (tidied, FALSE);
}

typedef struct
{
  char       *published;  /* where the style is published, with a host of its own */
  char       *home;       /* what the addresses of all of the site's files begin with */
} Home;

/* NULL: it leads out of the site. */
static char *
find_at_home (const char *address, gconstpointer data)
{
  static const char allowed[] = "!$&'()*+,;=:@/?#%";
  const Home *home = data;
  g_autofree char *tidied = tidy (address), *encoded = NULL, *found = NULL;
  const char *path;

  if (*tidied == '#' || g_ascii_strncasecmp (tidied, "data:", 5) == 0)
    return g_steal_pointer (&tidied);
  g_strdelimit (tidied, "\\", '/');
  encoded = g_uri_escape_string (tidied, allowed, FALSE);
  if (*tidied != '\0')
    found = g_uri_resolve_relative (home->published, encoded, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (found == NULL || !g_str_has_prefix (found, home->home))
    return NULL;
  path = found + strlen (home->home);
  path += strspn (path, "/");
  return g_strconcat ("/", path, NULL);
}

char *
fr_css_keep_home (const char *css, const char *own, const char *base_url)
{
  const char *slash = *base_url != '\0' && *base_url != '/' ? "/" : "";
  g_autofree char *start = g_strconcat ("site://home", slash, base_url, NULL);
  g_autofree char *home = g_strconcat (start, g_str_has_suffix (start, "/") ? "" : "/", NULL);
  g_autofree char *published = g_strconcat (start, own, NULL);
  const Home data = { published, home };

  return fr_css_change (css, find_at_home, &data);
}
