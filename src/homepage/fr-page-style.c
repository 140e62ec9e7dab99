/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-page-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-css.h"
#include "fr-findings-private.h"

#define CONFIG "_config.yml"

/* The style has addresses of the site's files, with "data:" and "#a" among them (fr-css.h). */
static char *
draw_address (const char *address, gconstpointer data)
{
  g_autofree char *path = g_strndup (address, strcspn (address, "?#"));

  return *address == '/' ? fr_template_image (data, path) : g_strdup (address);
}

char *
fr_page_style_draw (const FrRendering *rendering)
{
  const FrSiteStyle *style = fr_site_get_style (rendering->site);
  g_autoptr(GBytes) theme = NULL;

  if (style->css != NULL && rendering->images == FR_IMAGES_AS_ADDRESSES)
    return g_strdup (style->css);
  if (style->css != NULL)
    return fr_css_change (style->css, draw_address, rendering);
  theme = fr_template_style ("site-style");
  return g_strndup (g_bytes_get_data (theme, NULL), g_bytes_get_size (theme));
}

/* Takes the message. */
static void
add (GPtrArray *findings, FrSite *site, FrRuleId rule, char *message, const char *path, FrPlace place)
{
  g_ptr_array_add (findings, fr_finding_new_of_file (rule, message, site, path, place));
}

static char *
explain_error (const FrSiteStyle *style)
{
  g_autofree char *problem = g_strchomp (g_strdup (style->error->message));
  g_autofree char *sentence = NULL;

  if (g_str_has_suffix (problem, "."))
    problem[strlen (problem) - 1] = '\0';
  sentence = g_strdup_printf (_("The site cannot be published, as its style has an error, and the preview leaves it out: %s"),
                              problem);
  if (style->built_line == 0)
    return g_steal_pointer (&sentence);
  return g_strdup_printf (_("%s (a build’s message says line %u)"), sentence, style->built_line);
}

/* Where _config.yml says it. */
static FrPlace
find_in_config (FrSite *site, const char *pointer)
{
  const FrNode *node = fr_site_get_config (site, pointer);

  if (node == NULL)
    return (FrPlace) { 1, 1 };
  return fr_document_get_place (fr_site_get_data (site, CONFIG), fr_node_get_start (node));
}

static void
add_style (FrSite *site, GPtrArray *findings)
{
  const FrSiteStyle *style = fr_site_get_style (site);

  switch (style->state)
    {
    case FR_SITE_STYLE_BROKEN:
      add (findings, site, FR_RULE_STYLE_ERROR, explain_error (style), style->error_path,
           fr_error_get_place (style->error));
      break;
    case FR_SITE_STYLE_UNPUBLISHED:
      add (findings, site, FR_RULE_STYLE_UNPUBLISHED,
           g_strdup (_("The site is published without this style: a .scss file has to begin with two lines of three "
                       "dashes (---)")),
           style->path, (FrPlace) { 1, 1 });
      break;
    case FR_SITE_STYLE_MISSING:
      add (findings, site, FR_RULE_STYLE_MISSING,
           g_strdup (_("There is no such file, so the site is published without a style of its own")), CONFIG,
           find_in_config (site, "/custom_css_path"));
      break;
    default:
      break;
    }
}

static void
add_theme (FrSite *site, GPtrArray *findings)
{
  const char *theme = fr_site_get_other_theme (site);
  const char *remote = fr_node_get_text (fr_site_get_config (site, "/remote_theme"));

  if (theme != NULL)
    add (findings, site, FR_RULE_THEME_UNKNOWN,
         g_strdup_printf (_("Frontage does not know the theme “%s” and shows the page as Isomer’s own theme does; it may be "
                            "published otherwise"), theme),
         CONFIG, find_in_config (site, g_strcmp0 (remote, theme) == 0 ? "/remote_theme" : "/theme"));
}

void
fr_page_style_add_findings (FrSite *site, GPtrArray *findings)
{
  add_style (site, findings);
  add_theme (site, findings);
}

char *
fr_page_style_describe (FrSite *site)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free);
  GString *text = g_string_new (NULL);

  fr_page_style_add_findings (site, findings);
  for (unsigned i = 0; i < findings->len; i++)
    {
      const FrFinding *finding = findings->pdata[i];
      g_autofree char *name = g_path_get_basename (finding->file);

      g_string_append (text, i > 0 ? "\n" : "");
      /* Translators: a file’s name, a line in it, and what is wrong there */
      g_string_append_printf (text, _("%s, line %u: %s"), name, finding->place.line, finding->message);
    }
  return g_string_free (text, FALSE);
}
