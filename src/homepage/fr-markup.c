/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-markup.h"

#include <glib/gi18n-lib.h>
#include <gumbo.h>
#include <string.h>

/* More than in any page. The parser, and the writer below, go down into elements by calls, and the parser looks through
 * all elements that are open. */
#define MAX_TAGS 20000
#define MAX_OPEN 1000

static gboolean
is_one_of (GumboTag tag, const GumboTag *tags)
{
  while (*tags != GUMBO_TAG_LAST && *tags != tag)
    tags++;
  return *tags != GUMBO_TAG_LAST;
}

/* Of <noscript> the parser reads what a browser that runs scripts takes for text. */
static gboolean
is_left_out (GumboTag tag)
{
  static const GumboTag tags[] = { GUMBO_TAG_SCRIPT, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_BASE, GUMBO_TAG_LINK, GUMBO_TAG_META,
                                   GUMBO_TAG_LAST };

  return is_one_of (tag, tags);
}

static gboolean
is_frame (GumboTag tag)
{
  static const GumboTag tags[] =
    { GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_LAST };

  return is_one_of (tag, tags);
}

static gboolean
has_no_end (GumboTag tag)
{
  static const GumboTag tags[] = {
    GUMBO_TAG_AREA, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_HR, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_PARAM,
    GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR, GUMBO_TAG_KEYGEN, GUMBO_TAG_BGSOUND, GUMBO_TAG_LAST
  };

  return is_one_of (tag, tags);
}

/* Its text is no markup and is not escaped; within SVG and MathML there is no such element. */
static gboolean
is_raw (const GumboElement *element)
{
  static const GumboTag tags[] = { GUMBO_TAG_STYLE, GUMBO_TAG_XMP, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
                                   GUMBO_TAG_LAST };

  return element->tag_namespace == GUMBO_NAMESPACE_HTML && is_one_of (element->tag, tags);
}

static void
write_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&': g_string_append (out, "&amp;"); break;
      case '<': g_string_append (out, "&lt;"); break;
      case '>': g_string_append (out, "&gt;"); break;
      case '"': g_string_append (out, "&quot;"); break;
      default: g_string_append_c (out, *text); break;
      }
}

static void
write_attribute (GString *out, const GumboAttribute *attribute)
{
  if (g_ascii_strncasecmp (attribute->name, "on", 2) == 0)
    return;
  g_string_append_printf (out, " %s%s=\"", attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK ? "xlink:" : "",
                          attribute->name);
  write_escaped (out, attribute->value);
  g_string_append_c (out, '"');
}

static char *
name_of (const GumboElement *element)
{
  GumboStringPiece piece = element->original_tag;
  const char *known = NULL;

  if (element->tag == GUMBO_TAG_PLAINTEXT)
    return g_strdup ("pre");   /* nothing could end it */
  if (element->tag != GUMBO_TAG_UNKNOWN && element->tag_namespace != GUMBO_NAMESPACE_SVG)
    return g_strdup (gumbo_normalized_tagname (element->tag));
  if (piece.data == NULL)
    return g_strdup (gumbo_normalized_tagname (element->tag));
  gumbo_tag_from_original_text (&piece);
  if (element->tag_namespace == GUMBO_NAMESPACE_SVG)
    known = gumbo_normalize_svg_tagname (&piece);
  return known != NULL ? g_strdup (known) : g_ascii_strdown (piece.data, piece.length);
}

static const char *
get_attribute (const GumboElement *element, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

/* Of a video, it may be in an element of its own. */
static const char *
address_of (const GumboElement *frame)
{
  const char *address = get_attribute (frame, frame->tag == GUMBO_TAG_OBJECT ? "data" : "src");

  for (unsigned i = 0; address == NULL && i < frame->children.length; i++)
    {
      const GumboNode *child = frame->children.data[i];

      if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_SOURCE)
        address = get_attribute (&child->v.element, "src");
    }
  return address != NULL ? address : "";
}

static char *
label_of (const GumboElement *frame, const char *address)
{
  g_autofree char *absolute = g_strconcat (g_str_has_prefix (address, "//") ? "https:" : "", address, NULL);
  g_autoptr(GUri) uri = g_uri_parse (absolute, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  gboolean media = frame->tag == GUMBO_TAG_VIDEO || frame->tag == GUMBO_TAG_AUDIO;

  if (host == NULL || *host == '\0')
    return g_strdup (media ? _("Embedded recording") : _("Embedded page"));
  return g_strdup_printf (media ? _("Embedded recording: %s") : _("Embedded page: %s"), host);
}

/* width="560" and width="100%"; what stands behind the number is ignored, as browsers do. */
static void
write_length (GString *out, const GumboElement *frame, const char *name)
{
  const char *text = get_attribute (frame, name);
  unsigned digits = text != NULL ? strspn (text, "0123456789.") : 0;

  if (digits > 0)
    g_string_append_printf (out, "%s:%.*s%s;", name, (int) digits, text, text[digits] == '%' ? "%" : "px");
}

/* What the program says itself is out of reach of the site's style: each rule is important and stands at its element. */
static void
write_label_part (GString *out, const char *tag, const char *rules, const char *text)
{
  g_auto(GStrv) each = g_strsplit (rules, ";", -1);
  g_autofree char *important = g_strjoinv ("!important;", each);

  g_string_append_printf (out, "<%s style=\"all:initial!important;%s!important\">", tag, important);
  write_escaped (out, text);
}

static void
write_label (GString *out, const char *label, const char *address)
{
  static const char font[] = "display:block;color:#344054;text-align:center;overflow-wrap:anywhere;";
  g_autofree char *strong = g_strconcat (font, "font:600 14px/20px Lato,sans-serif", NULL);
  g_autofree char *plain = g_strconcat (font, "font:14px/20px Lato,sans-serif", NULL);

  write_label_part (out, "span", "display:flex;flex-direction:column;justify-content:center;height:100%", "");
  write_label_part (out, "b", strong, label);
  g_string_append (out, "</b>");
  write_label_part (out, "span", plain, address);
  g_string_append (out, "</span></span>");
}

static void
write_frame (GString *out, const GumboElement *frame)
{
  const char *address = address_of (frame), *classes = get_attribute (frame, "class");
  const char *style = get_attribute (frame, "style");
  g_autofree char *label = label_of (frame, address);

  g_string_append (out, "<span class=\"embedded ");
  write_escaped (out, classes != NULL ? classes : "");
  g_string_append (out, "\" style=\"");
  write_length (out, frame, "width");
  write_length (out, frame, "height");
  write_escaped (out, style != NULL ? style : "");
  g_string_append (out, "\">");
  write_label (out, label, address);
  g_string_append (out, "</span>");
}

static void write_children (GString *out, const GumboElement *element);

static void
write_element (GString *out, const GumboElement *element)
{
  g_autofree char *name = NULL;

  if (is_left_out (element->tag))
    return;
  if (is_frame (element->tag))
    {
      write_frame (out, element);
      return;
    }
  name = name_of (element);
  g_string_append_printf (out, "<%s", name);
  for (unsigned i = 0; i < element->attributes.length; i++)
    write_attribute (out, element->attributes.data[i]);
  g_string_append_c (out, '>');
  if (has_no_end (element->tag))
    return;
  if (element->tag == GUMBO_TAG_PRE || element->tag == GUMBO_TAG_TEXTAREA)
    g_string_append_c (out, '\n');   /* the first one is never shown */
  write_children (out, element);
  g_string_append_printf (out, "</%s>", name);
}

static void
write_children (GString *out, const GumboElement *element)
{
  for (unsigned i = 0; i < element->children.length; i++)
    {
      const GumboNode *child = element->children.data[i];

      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE)
        write_element (out, &child->v.element);
      else if (child->type == GUMBO_NODE_COMMENT)
        continue;
      else if (is_raw (element))
        g_string_append (out, child->v.text.text);
      else
        write_escaped (out, child->v.text.text);
    }
}

/* Whether a tag opens an element that stays open until its end is written. */
static gboolean
is_opening (const char *tag)
{
  static const char * const others[] = { "br", "img", "hr", "input", "wbr", "col", "p", "li", "dt", "dd", NULL };
  g_autofree char *name = g_ascii_strdown (tag, strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"));

  return *name != '\0' && !g_strv_contains (others, name);
}

static gboolean
is_too_much (const char *html)
{
  unsigned tags = 0;
  int open = 0;

  for (const char *at = html; (at = strchr (at, '<')) != NULL && tags <= MAX_TAGS && open <= MAX_OPEN; at++)
    {
      tags++;
      if (at[1] == '/')
        open = MAX (open - 1, 0);
      else if (is_opening (at + 1))
        open++;
    }
  return tags > MAX_TAGS || open > MAX_OPEN;
}

char *
fr_markup_confine (const char *html)
{
  GumboOptions options = kGumboDefaultOptions;
  GString *out = g_string_sized_new (strlen (html) + 64);
  GumboOutput *tree;

  if (is_too_much (html))
    {
      write_escaped (out, html);
      return g_string_free (out, FALSE);
    }
  options.fragment_context = GUMBO_TAG_DIV;
  tree = gumbo_parse_with_options (&options, html, strlen (html));
  write_children (out, &tree->root->v.element);
  gumbo_destroy_output (&options, tree);
  return g_string_free (out, FALSE);
}
