/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-plain-text.h"

#include <string.h>

const char *
fr_plain_text_find_tag_end (const char *at)
{
  while ((at = strpbrk (at, "\"'>")) != NULL && *at != '>')
    {
      at = strchr (at + 1, *at);
      if (at == NULL)
        return NULL;
      at++;
    }
  return at != NULL ? at + 1 : NULL;
}

/* Parts that go with what is in them. Behind the end; NULL: `at` is no such part. */
static const char *
skip_part (const char *at)
{
  static const struct { const char *start, *end; } parts[] =
    { { "<script", "</script>" }, { "<!--", "-->" }, { "<style", "</style>" } };

  for (unsigned i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (at, parts[i].start))
      {
        const char *end = strstr (at, parts[i].end);

        return end != NULL ? end + strlen (parts[i].end) : NULL;
      }
  return NULL;
}

/* `at` is a "<". Behind the markup that begins with it; NULL: it is text. `any_tag`: as Liquid reads it. */
static const char *
skip_markup (const char *at, gboolean any_tag)
{
  const char *end = skip_part (at);

  if (end != NULL)
    return end;
  if (any_tag)
    return (end = strchr (at, '>')) != NULL ? end + 1 : NULL;
  return g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!' ? fr_plain_text_find_tag_end (at + 1) : NULL;
}

char *
fr_plain_text (const char *html)
{
  GString *plain = g_string_sized_new (strlen (html));

  while (*html != '\0')
    {
      const char *after = *html == '<' ? skip_markup (html, FALSE) : NULL;

      if (after != NULL)
        html = after;
      else
        g_string_append_c (plain, *html++);
    }
  return g_string_free (plain, FALSE);
}

unsigned
fr_plain_text_length (const char *html)
{
  g_autofree char *plain = strchr (html, '<') != NULL ? fr_plain_text (html) : NULL;
  const char *text = plain != NULL ? plain : html;
  gsize bytes = strlen (text);

  while (bytes > 0 && text[bytes - 1] == '\n')
    bytes--;
  return g_utf8_strlen (text, bytes);
}

/* What Markdown makes no words of, and what is left of it. */
static const struct { const char *pattern, *left; } wordless[] = {
  { "!\\[[^\\]]*\\]\\([^)]*\\)", "" },                       /* ![image](/a.png) */
  { "\\[([^\\]]*)\\]\\([^)]*\\)", "\\1" },                   /* [link](/a/) */
  { "^ {0,3}\\[[^\\]]+\\]:[ \\t]*\\S+.*$", "" },             /* [name]: /a/ */
  { "^(?: {0,3}>)* {0,3}(?:[-*_][ \\t]*){3,}$", "" },       /* --- */
  { "^(?: {0,3}>)* {0,3}(?:(?:[-*+]|\\d+\\.)[ \\t]+)?$", "" },  /* an empty item, or a quotation of nothing */
};

static char *
without_markdown (const char *text)
{
  char *left = g_strdup (text);

  for (unsigned i = 0; i < G_N_ELEMENTS (wordless); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (wordless[i].pattern, G_REGEX_MULTILINE, 0, NULL);
      g_autofree char *before = left;

      left = g_regex_replace (regex, before, -1, 0, wordless[i].left, 0, NULL);
    }
  return left;
}

static gboolean
has_text (const char *html)
{
  while (*html != '\0')
    {
      const char *after = *html == '<' ? skip_markup (html, TRUE) : NULL;

      if (after == NULL && !g_ascii_isspace (*html))
        return TRUE;
      html = after != NULL ? after : html + 1;
    }
  return FALSE;
}

gboolean
fr_plain_text_has_words (const char *text)
{
  g_autofree char *html = without_markdown (text);

  return has_text (html);
}
