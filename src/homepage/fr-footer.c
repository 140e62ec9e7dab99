/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the page: the list of pages, the footer's own links, the signs of social networks, the credits. */
#include "fr-markup.h"
#include "fr-render-links.h"
#include "fr-values.h"

/* "Contact us" and "FAQ" have a place of their own in the footer. */
static GPtrArray *
list_pages (FrSite *site)
{
  GPtrArray *links = fr_navigation_links (site, FR_NAVIGATION_FOOTER);

  for (unsigned i = links->len; i-- > 0;)
    {
      const char *title = ((const FrLink *) links->pdata[i])->title;

      if (g_ascii_strcasecmp (title, "contact us") == 0 || g_ascii_strcasecmp (title, "faq") == 0)
        g_ptr_array_remove_index (links, i);
    }
  return links;
}

static gboolean
is_filled (const FrNode *value)
{
  g_autofree char *text = fr_value_print (value);

  return fr_value_is_there (value) && *text != '\0';
}

static void
add_filled (GPtrArray *links, FrSite *site, const FrNode *footer, const char *title, const char *key)
{
  const FrNode *value = fr_node_lookup (footer, key);

  if (is_filled (value))
    fr_links_add (links, g_strdup (title), fr_value_to_href (value, site));
}

/* What every site has, at the address that it says or at a usual one. */
static void
add_page (GPtrArray *links, FrSite *site, const FrNode *footer, const char *title, const char *key, const char *usual)
{
  const FrNode *value = fr_node_lookup (footer, key);

  fr_links_add (links, g_strdup (title),
                is_filled (value) ? fr_value_to_href (value, site) : fr_address_publish (usual, site));
}

/* The first two of the links that the site names. */
static void
add_named (GPtrArray *links, FrSite *site, const FrNode *named)
{
  for (unsigned i = 0; fr_node_get_type (named) == FR_TYPE_SEQUENCE && i < MIN (fr_node_count (named), 2); i++)
    {
      const FrNode *title = fr_node_lookup (fr_node_get_item (named, i), "title");
      const FrNode *address = fr_node_lookup (fr_node_get_item (named, i), "url");

      if (fr_value_is_there (title) && fr_value_is_there (address))
        fr_links_add (links, fr_value_print (title), fr_value_to_href (address, site));
    }
}

static GPtrArray *
list_own (FrSite *site, const FrNode *footer)
{
  GPtrArray *links = fr_links_new ();

  add_named (links, site, fr_node_lookup (footer, "links"));
  add_filled (links, site, footer, "FAQ", "faq");
  add_filled (links, site, footer, "Contact Us", "contact_us");
  add_filled (links, site, footer, "Feedback", "feedback");
  if (is_filled (fr_node_lookup (footer, "show_reach")))
    fr_links_add (links, g_strdup ("REACH"), g_strdup ("https://www.reach.gov.sg/"));
  fr_links_add (links, g_strdup ("Report Vulnerability"), g_strdup ("https://www.tech.gov.sg/report_vulnerability/"))->same_tab =
    TRUE;
  add_page (links, site, footer, "Privacy Statement", "privacy_policy", "/privacy/");
  add_page (links, site, footer, "Terms of Use", "terms_of_use", "/terms-of-use/");
  return links;
}

/* The signs of a row; that of phones has none for an address that is empty. */
static char *
render_social (const FrRendering *rendering, const FrNode *social, const char *template, gboolean with_empty)
{
  static const struct { const char *key, *title, *sign; } networks[] = {
    { "facebook", "Facebook", "sgds-icon sgds-icon-facebook" }, { "twitter", "Twitter", NULL },
    { "youtube", "YouTube", "sgds-icon sgds-icon-youtube" }, { "instagram", "Instagram", "bx bxl-instagram" },
    { "linkedin", "LinkedIn", "sgds-icon sgds-icon-linkedin" }, { "telegram", "Telegram", "bx bxl-telegram" },
    { "tiktok", "TikTok", "bx bxl-tiktok" },
  };
  GString *html = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      const FrNode *value = fr_node_lookup (social, networks[i].key);
      g_autofree char *address = fr_value_to_href (value, rendering->site);
      g_autofree char *sign = fr_template_render (rendering, networks[i].sign != NULL ? "site-sign" : "site-sign-x", NULL, NULL,
                                                  "", (const char *[]) { "sign", networks[i].sign, NULL });

      if (with_empty ? fr_value_is_there (value) : is_filled (value))
        fr_append_link (html, rendering, template, &(FrLink) { (char *) networks[i].title, address }, sign);
    }
  return g_string_free (html, FALSE);
}

/* "Last Updated 22 Nov 2026": a site is published when it was changed, so the day is today. */
static char *
format_day (GDateTime *now)
{
  static const char * const months[] =
    { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  return g_strdup_printf ("Last Updated %02d %s %d", g_date_time_get_day_of_month (now),
                          months[g_date_time_get_month (now) - 1], g_date_time_get_year (now));
}

static char *
render_all (const FrRendering *rendering, const FrNode *footer)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GPtrArray) pages = list_pages (rendering->site), own = list_own (rendering->site, footer);
  const FrNode *social = fr_node_lookup (footer, "social_media"), *agency = fr_node_lookup (footer, "copyright_agency");
  g_autofree char *title = fr_value_print (fr_site_get_config (rendering->site, "/title"));
  g_autofree char *name = fr_value_is_there (agency) ? fr_value_print (agency) : g_strdup (title);
  g_autofree char *copyright = g_strdup_printf ("© %d %s,", g_date_time_get_year (now), name);
  g_autofree char *updated = format_day (now);
  g_autofree char *columns = fr_render_groups (rendering, pages, "site-column", "site-column", "site-below");
  g_autofree char *lines = fr_render_links (rendering, "site-line", pages);
  g_autofree char *in_row = fr_render_links (rendering, "site-own", own);
  g_autofree char *own_lines = fr_render_links (rendering, "site-line", own);
  g_autofree char *signs = render_social (rendering, social, "site-social", TRUE);
  g_autofree char *signs_touch = render_social (rendering, social, "site-social-touch", FALSE);

  return fr_template_render (rendering, "site-footer", footer, NULL, "", (const char *[]) {
    "title", title, "columns", columns, "lines", lines, "own", in_row, "own_lines", own_lines, "social", signs,
    "social_touch", signs_touch, "copyright", copyright, "updated", updated, NULL });
}

char *
fr_render_footer (const FrRendering *rendering)
{
  FrDocument *document = fr_site_get_data (rendering->site, FR_FOOTER_FILE);
  g_autofree char *html = document != NULL ? render_all (rendering, fr_document_get_root (document)) : NULL;
  g_autofree char *confined = html != NULL ? fr_markup_confine (html) : g_strdup ("");

  return *confined == '\0' ? g_strdup ("") : g_strconcat ("<div class=\"site-end\">", confined, "</div>\n", NULL);
}
