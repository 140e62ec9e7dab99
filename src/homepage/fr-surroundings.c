/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-surroundings.h"

#include "fr-markup.h"
#include "fr-navigation.h"
#include "fr-page-style.h"
#include "fr-posts.h"
#include "fr-render-links.h"
#include "fr-values.h"

static char *
render_masthead (const FrRendering *rendering)
{
  const FrNode *config = fr_site_get_config (rendering->site, "");
  const FrNode *government = fr_node_lookup (config, "is_government");
  gboolean other = fr_node_get_type (government) == FR_TYPE_BOOLEAN && !fr_value_is_there (government);

  if (config == NULL)
    return g_strdup ("");
  return fr_template_render (rendering, "site-masthead", NULL, NULL, "",
                             (const char *[]) { "visibility", other ? "hidden" : "visible", NULL });
}

static char *
render_bar (const FrRendering *rendering)
{
  static const char hides_search[] = "/hide_search_on_nav";
  FrDocument *document = fr_site_get_data (rendering->site, FR_NAVIGATION_FILE);
  g_autoptr(GPtrArray) links = NULL;
  g_autofree char *html = NULL;
  gboolean hidden;

  if (document == NULL)
    return g_strdup ("");
  links = fr_navigation_links (rendering->site, FR_NAVIGATION_BAR);
  html = fr_render_groups (rendering, links, "site-page", "site-menu", "site-link");
  hidden = fr_node_is_true (fr_document_get (document, hides_search)) ||
           fr_node_is_true (fr_site_get_config (rendering->site, hides_search));
  return fr_template_render (rendering, "site-bar", fr_document_get_root (document), NULL, "",
                             (const char *[]) { "home", fr_site_get_base_url (rendering->site), "links", html,
                                                "has_search", hidden ? "" : "yes", NULL });
}

static char *
render_header (const FrRendering *rendering)
{
  g_autofree char *masthead = render_masthead (rendering);
  g_autofree char *bar = render_bar (rendering);
  g_autofree char *html = g_strconcat (masthead, bar, NULL);
  g_autofree char *confined = fr_markup_confine (html);

  if (*confined == '\0')
    return g_strdup ("");
  return g_strconcat ("<header class=\"site\"><div class=\"masthead-container\" id=\"navbar\">", confined, "</div></header>\n",
                      NULL);
}

/* Variables of the style sheets. */
static char *
list_colors (FrSite *site)
{
  GString *css = g_string_new (NULL);

  g_string_append_printf (css, "--primary: %s; --secondary: %s", fr_site_get_primary_color (site),
                          fr_site_get_secondary_color (site));
  for (unsigned i = 0; i < FR_POST_COLORS; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/colors/media-colors/%u/color", i);
      g_autofree char *color = fr_site_dup_color (site, pointer, NULL);

      if (color != NULL)
        g_string_append_printf (css, "; --media-%u: %s", i + 1, color);
    }
  return g_string_free (css, FALSE);
}

FrSurroundings *
fr_surroundings_new (const FrRendering *rendering, const char *title, gboolean with_site)
{
  FrSurroundings *self = g_new (FrSurroundings, 1);

  self->title = g_strdup (title);
  self->colors = list_colors (rendering->site);
  self->style = fr_page_style_draw (rendering);
  self->header = with_site ? render_header (rendering) : g_strdup ("");
  self->footer = with_site ? fr_render_footer (rendering) : g_strdup ("");
  return self;
}

void
fr_surroundings_free (FrSurroundings *self)
{
  g_free (self->title);
  g_free (self->colors);
  g_free (self->style);
  g_free (self->header);
  g_free (self->footer);
  g_free (self);
}
