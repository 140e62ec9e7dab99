/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-render-links.h"

#include "fr-values.h"

void
fr_append_link (GString *out, const FrRendering *rendering, const char *template, const FrLink *link, const char *below)
{
  g_autofree char *address = g_markup_escape_text (link->address, -1);
  g_autofree char *anchor = g_strdup_printf ("href=\"%s\"%s", address,
                                             !link->same_tab && fr_address_is_external (link->address) ? " target=\"_blank\"" : "");
  g_autofree char *html = fr_template_render (rendering, template, NULL, NULL, "",
                                              (const char *[]) { "title", link->title, "anchor", anchor, "below", below, NULL });

  g_string_append (out, html);
}

char *
fr_render_links (const FrRendering *rendering, const char *template, GPtrArray *links)
{
  GString *html = g_string_new (NULL);

  for (unsigned i = 0; links != NULL && i < links->len; i++)
    fr_append_link (html, rendering, template, links->pdata[i], "");
  return g_string_free (html, FALSE);
}

char *
fr_render_groups (const FrRendering *rendering, GPtrArray *links, const char *single, const char *group, const char *below)
{
  GString *html = g_string_new (NULL);

  for (unsigned i = 0; i < links->len; i++)
    {
      const FrLink *link = links->pdata[i];
      g_autofree char *list = fr_render_links (rendering, below, link->below);

      fr_append_link (html, rendering, link->below != NULL ? group : single, link, list);
    }
  return g_string_free (html, FALSE);
}
