/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-css-token.h: CSS cut into tokens as browsers cut it (CSS Syntax Module Level 3, section 4), so that nothing is an
 * address to one and not to the other.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FR_CSS_END,
  FR_CSS_COMMENT,
  FR_CSS_MARKUP,      /* <!-- and -->, which mean nothing */
  FR_CSS_IDENT,
  FR_CSS_FUNCTION,    /* name and bracket */
  FR_CSS_AT_KEYWORD,
  FR_CSS_STRING,
  FR_CSS_URL,         /* all of url(a.png); url("a.png") is a function with a string */
  FR_CSS_BAD_URL,
  FR_CSS_OTHER,       /* numbers, hashes, strings that a line ends, spaces; else a single character */
} FrCssType;

typedef struct
{
  FrCssType   type;
  const char *start;
  gsize       length;  /* bytes */
  char       *value;   /* without escapes: a name, a string's text, an address; else NULL */
} FrCssToken;

/* The token at `*at` of a text that ends with a NUL; goes on behind it. What is in `token` before is cleared. */
void     fr_css_token_next  (FrCssToken *token, const char **at);
void     fr_css_token_clear (FrCssToken *token);
gboolean fr_css_token_is    (const FrCssToken *token, char sign);
/* Whether its value is one of these, whatever the case of its letters. `names` end with NULL. */
gboolean fr_css_token_named (const FrCssToken *token, const char * const *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FrCssToken, fr_css_token_clear)

G_END_DECLS
