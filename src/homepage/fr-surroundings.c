/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-surroundings.h"

#include "fr-markup.h"
#include "fr-navigation.h"
#include "fr-page-style.h"
#include "fr-values.h"

static char *
render_link (const FrRendering *rendering, const char *template, const FrLink *link, const char *below)
{
  gboolean external = fr_address_is_external (link->address);
  g_autofree char *address = g_markup_escape_text (link->address, -1);

  return fr_template_render (rendering, template, NULL, NULL, "",
                             (const char *[]) { "title", link->title, "address", address,
                                                "class", external ? "external" : "", "below", below, NULL });
}

static char *
render_below (const FrRendering *rendering, GPtrArray *links)
{
  GString *html = g_string_new (NULL);

  for (unsigned i = 0; links != NULL && i < links->len; i++)
    {
      g_autofree char *link = render_link (rendering, "site-link", links->pdata[i], "");

      g_string_append (html, link);
    }
  return g_string_free (html, FALSE);
}

static char *
render_links (const FrRendering *rendering, GPtrArray *links)
{
  GString *html = g_string_new (NULL);

  for (unsigned i = 0; i < links->len; i++)
    {
      const FrLink *link = links->pdata[i];
      g_autofree char *below = render_below (rendering, link->below);
      g_autofree char *group = render_link (rendering, link->below != NULL ? "site-menu" : "site-page", link, below);

      g_string_append (html, group);
    }
  return g_string_free (html, FALSE);
}

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
  FrDocument *document = fr_site_get_data (rendering->site, FR_NAVIGATION_FILE);
  g_autoptr(GPtrArray) links = NULL;
  g_autofree char *html = NULL;

  if (document == NULL)
    return g_strdup ("");
  links = fr_navigation_links (rendering->site);
  html = render_links (rendering, links);
  return fr_template_render (rendering, "site-bar", fr_document_get_root (document), NULL, "",
                             (const char *[]) { "home", fr_site_get_base_url (rendering->site), "links", html, NULL });
}

static char *
render_header (const FrRendering *rendering)
{
  g_autofree char *masthead = render_masthead (rendering);
  g_autofree char *bar = render_bar (rendering);
  g_autofree char *html = g_strconcat (masthead, bar, NULL);
  g_autofree char *confined = fr_markup_confine (html);

  return *confined == '\0' ? g_strdup ("") : g_strconcat ("<header class=\"site\">", confined, "</header>\n", NULL);
}

/* What the list of all pages leaves out because the footer has a place of its own for it. */
static gboolean
has_own_place (const FrLink *link)
{
  return g_ascii_strcasecmp (link->title, "contact us") == 0 || g_ascii_strcasecmp (link->title, "faq") == 0;
}

static char *
render_social (const FrRendering *rendering, const FrNode *social)
{
  static const char * const names[] =
    { "Facebook", "Twitter", "YouTube", "Instagram", "LinkedIn", "Telegram", "TikTok" };
  GString *html = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = g_ascii_strdown (names[i], -1);
      const FrNode *value = fr_node_lookup (social, key);
      g_autofree char *address = fr_value_to_href (value, rendering->site);
      g_autofree char *one = render_link (rendering, "site-social", &(FrLink) { (char *) names[i], address }, "");

      if (fr_value_is_there (value))
        g_string_append (html, one);
    }
  return g_string_free (html, FALSE);
}

/* "© 2026 Agency, Last Updated 22 Nov 2026": a site is published when it was changed, so the day is today. */
static char *
render_copyright (const FrRendering *rendering, const FrNode *agency, const char *title)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  static const char * const months[] =
    { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autofree char *name = fr_value_is_there (agency) ? fr_value_print (agency) : g_strdup (title);

  return g_strdup_printf ("<span>© %d %s,</span> <span>Last Updated %02d %s %d</span>", g_date_time_get_year (now), name,
                          g_date_time_get_day_of_month (now), months[g_date_time_get_month (now) - 1],
                          g_date_time_get_year (now));
}

static char *
render_footer (const FrRendering *rendering)
{
  FrDocument *document = fr_site_get_data (rendering->site, FR_FOOTER_FILE);
  g_autoptr(GPtrArray) links = fr_navigation_links (rendering->site);
  g_autofree char *title = fr_value_print (fr_site_get_config (rendering->site, "/title"));
  g_autofree char *columns = NULL, *social = NULL, *copyright = NULL, *html = NULL, *confined = NULL;
  const FrNode *footer;

  if (document == NULL)
    return g_strdup ("");
  footer = fr_document_get_root (document);
  for (unsigned i = links->len; i-- > 0;)
    if (has_own_place (links->pdata[i]))
      g_ptr_array_remove_index (links, i);
  columns = render_links (rendering, links);
  social = render_social (rendering, fr_node_lookup (footer, "social_media"));
  copyright = render_copyright (rendering, fr_node_lookup (footer, "copyright_agency"), title);
  html = fr_template_render (rendering, "site-footer", footer, NULL, "",
                             (const char *[]) { "base", fr_site_get_base_url (rendering->site), "title", title,
                                                "columns", columns, "social", social, "copyright", copyright, NULL });
  confined = fr_markup_confine (html);
  return g_strconcat ("<footer class=\"site\">", confined, "</footer>\n", NULL);
}

FrSurroundings *
fr_surroundings_new (const FrRendering *rendering, const char *title, gboolean with_site)
{
  FrSurroundings *self = g_new (FrSurroundings, 1);

  self->title = g_strdup (title);
  self->colors = g_strdup_printf ("--primary: %s; --secondary: %s", fr_site_get_primary_color (rendering->site),
                                  fr_site_get_secondary_color (rendering->site));
  self->style = fr_page_style_draw (rendering);
  self->header = with_site ? render_header (rendering) : g_strdup ("");
  self->footer = with_site ? render_footer (rendering) : g_strdup ("");
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
