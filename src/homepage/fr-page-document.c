/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page as one HTML document. */
#include "fr-page-private.h"

#include <string.h>

#include "fr-render.h"
#include "fr-surroundings.h"

/* A picture that a value has in its markup, in what fr_markup_confine () made of it. */
#define OWN_PICTURE "(<(?:img|source|input)(?: [^\\s=]+=\"[^\"]*\")*? src=\")([^\"]*)"

static char *
unescape (const char *text)
{
  static const char * const entities[][2] = { { "&quot;", "\"" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" } };
  GString *plain = g_string_new (text);

  for (unsigned i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (plain, entities[i][0], entities[i][1], 0);
  return g_string_free (plain, FALSE);
}

/* What is the site's own begins at its root; what is drawn by our templates has a scheme already. */
static gboolean
replace_address (const GMatchInfo *match, GString *out, gpointer rendering)
{
  g_autofree char *before = g_match_info_fetch (match, 1), *escaped = g_match_info_fetch (match, 2);
  g_autofree char *address = unescape (escaped);
  const char *base = fr_site_get_base_url (((const FrRendering *) rendering)->site);
  g_autofree char *published = NULL, *written = NULL;

  if (g_uri_peek_scheme (address) == NULL && *address == '/' && address[1] != '/' && g_str_has_prefix (address, base))
    published = fr_template_image (rendering, address + strlen (base));
  written = g_markup_escape_text (published != NULL ? published : address, -1);
  g_string_append_printf (out, "%s%s", before, written);
  return FALSE;
}

static char *
find_pictures (const FrRendering *rendering, const char *html)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (OWN_PICTURE, G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace_eval (regex, html, -1, 0, 0, replace_address, (gpointer) rendering, NULL);
}

/* As paint () in preview.js does. */
static void
append_block (GString *out, const FrBlock *block)
{
  static const char start[] = "<section class=\"";
  gboolean is_grey = strstr (block->classes, " grey") != NULL && g_str_has_prefix (block->html, start);

  g_string_append_printf (out, "<div class=\"%s\" data-pointer=\"%s\">", block->classes, block->pointer);
  if (is_grey)
    g_string_append_printf (out, "%s" FR_PAGE_GREY_CLASS " ", start);
  g_string_append_printf (out, "%s</div>\n", block->html + (is_grey ? strlen (start) : 0));
}

char *
fr_page_to_document (FrPage *self, gboolean with_site)
{
  g_autoptr(FrSurroundings) around = fr_surroundings_new (&self->rendering, self->title, with_site);
  g_autoptr(GString) html = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (unsigned i = 0; i < self->blocks->len; i++)
    append_block (html, &g_array_index (self->blocks, FrBlock, i));
  found = find_pictures (&self->rendering, html->str);
  return fr_render_page (&self->rendering, around, found);
}
