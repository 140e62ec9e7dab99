/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-markup-clean.h"

#include <gumbo.h>
#include <string.h>

/* Writers of letters nest deeper than anybody would by hand. */
#define MAX_DEPTH 200

typedef struct
{
  GString *text;
  gboolean with_links;
  gboolean in_link;
  unsigned breaks;   /* that are due before the next word */
  gboolean space;    /* likewise */
} Cleaning;

static void clean_children (Cleaning *it, const GumboVector *children, unsigned depth);

static void
write_due (Cleaning *it)
{
  if (it->text->len == 0)
    it->breaks = it->space = 0;
  for (; it->breaks > 0; it->breaks--, it->space = FALSE)
    g_string_append (it->text, "<br>");
  if (it->space)
    g_string_append_c (it->text, ' ');
  it->space = FALSE;
}

/* Only what would be read as markup: quotes are themselves. */
static void
write_character (Cleaning *it, const char *character)
{
  gunichar c = g_utf8_get_char (character);

  if (c == '<' || c == '>' || c == '&')
    g_string_append (it->text, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
  else
    g_string_append_unichar (it->text, c);
}

static void
clean_text (Cleaning *it, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      it->space = TRUE;
    else
      {
        write_due (it);
        write_character (it, c);
      }
}

static const char *
get_attribute (const GumboElement *element, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  return attribute != NULL ? attribute->value : "";
}

/* Word processors and mail programs write weights as styles, also the normal one on a <b>. */
static gboolean
is_bold (const GumboElement *element)
{
  const char *style = get_attribute (element, "style");
  gboolean by_style = strstr (style, "font-weight") != NULL;

  if (by_style)
    return g_regex_match_simple ("font-weight:\\s*(bold|[6-9]00)", style, 0, 0);
  return element->tag == GUMBO_TAG_B || element->tag == GUMBO_TAG_STRONG;
}

static gboolean
is_block (GumboTag tag)
{
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_UL ||
         tag == GUMBO_TAG_OL || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE ||
         (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
}

static gboolean
is_left_out (GumboTag tag)
{
  return tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_HEAD;
}

/* An address that a page can lead to. transfer full */
static char *
find_link (Cleaning *it, const GumboElement *element)
{
  const char *address = get_attribute (element, "href");

  if (!it->with_links || it->in_link || element->tag != GUMBO_TAG_A ||
      !(g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://") || *address == '/' ||
        g_str_has_prefix (address, "mailto:")))
    return NULL;
  return g_markup_escape_text (address, -1);
}

/* Between the two tags, unless there is nothing; what is due comes before. */
static void
clean_within (Cleaning *it, const GumboElement *element, const char *open, const char *close, unsigned depth)
{
  gsize start, end;

  write_due (it);
  start = it->text->len;
  g_string_append (it->text, open);
  end = it->text->len;
  clean_children (it, &element->children, depth);
  if (it->text->len > end)
    g_string_append (it->text, close);
  else
    g_string_truncate (it->text, start);
}

static void
clean_inline (Cleaning *it, const GumboElement *element, unsigned depth)
{
  g_autofree char *address = find_link (it, element), *open = NULL;

  if (address != NULL)
    {
      open = g_strdup_printf ("<a href=\"%s\">", address);
      it->in_link = TRUE;
      clean_within (it, element, open, "</a>", depth);
      it->in_link = FALSE;
    }
  else if (is_bold (element))
    clean_within (it, element, "<b>", "</b>", depth);
  else if (element->tag == GUMBO_TAG_I || element->tag == GUMBO_TAG_EM)
    clean_within (it, element, "<i>", "</i>", depth);
  else
    clean_children (it, &element->children, depth);
}

static void
clean_element (Cleaning *it, const GumboElement *element, unsigned depth)
{
  if (is_left_out (element->tag))
    return;
  if (element->tag == GUMBO_TAG_BR)
    it->breaks++;
  else if (is_block (element->tag))
    {
      it->breaks = MAX (it->breaks, 1);
      clean_children (it, &element->children, depth);
      it->breaks = MAX (it->breaks, 1);
    }
  else
    clean_inline (it, element, depth);
}

static void
clean_children (Cleaning *it, const GumboVector *children, unsigned depth)
{
  for (unsigned i = 0; i < children->length && depth < MAX_DEPTH; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_ELEMENT)
        clean_element (it, &child->v.element, depth + 1);
      else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
        clean_text (it, child->v.text.text);
    }
}

char *
fr_markup_clean (const char *html, gboolean with_links)
{
  GumboOutput *output = gumbo_parse (html);
  Cleaning it = { g_string_new (NULL), with_links };

  clean_children (&it, &output->document->v.document.children, 0);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  return g_string_free (it.text, FALSE);
}
