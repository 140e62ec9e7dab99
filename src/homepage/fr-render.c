/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-render.h"

#include <glib/gi18n-lib.h>

#include "fr-plain-text.h"
#include "fr-posts.h"
#include "fr-values.h"

#define POST_TITLE_WORDS 15

/* At most 15 words, and then three dots. */
static char *
shorten (const char *title)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) pieces = g_strsplit_set (title, " \t\r\n", -1), words = NULL;
  g_autofree char *kept = NULL;
  unsigned n = 0;

  for (char **piece = pieces; *piece != NULL; piece++)
    if (**piece != '\0' && n++ < POST_TITLE_WORDS)
      g_strv_builder_add (builder, *piece);
  if (n <= POST_TITLE_WORDS)
    return g_strdup (title);
  words = g_strv_builder_end (builder);
  kept = g_strjoinv (" ", words);
  return g_strconcat (kept, "...", NULL);
}

static char *
format_date (gint64 time)
{
  static const char * const months[] =
    { "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC" };
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (time);

  return g_strdup_printf ("%02d %s %04d", g_date_time_get_day_of_month (date), months[g_date_time_get_month (date) - 1],
                          g_date_time_get_year (date));
}

static char *
format_category (const char *name)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (name != NULL ? name : ""), "-_", ' ');

  return g_utf8_strup (spaced, -1);
}

/* A post that stands for another site or for a file opens a new tab, even if it does not say which. */
static char *
link_post (const FrRendering *rendering, const FrSiteFile *post)
{
  const char *file = post->post_file != NULL ? post->post_file : "";

  if (post->post_external != NULL)
    return g_strdup_printf ("href=\"%s\" target=\"_blank\"", post->post_external);
  if (post->permalink != NULL)
    return g_strdup_printf ("href=\"%s\"", post->permalink);
  return g_strdup_printf ("href=\"%s%s\" target=\"_blank\"", *file != '\0' ? fr_site_get_base_url (rendering->site) : "", file);
}

static char *
render_post (const FrRendering *rendering, const FrPost *post)
{
  g_autofree char *category = format_category (post->category);
  g_autofree char *title = shorten (post->file->title);
  g_autofree char *date = format_date (post->time);
  g_autofree char *color = g_strdup_printf ("%u", post->color);
  g_autofree char *anchor = link_post (rendering, post->file);
  const char *icon = post->file->post_file != NULL ? "sgds-icon sgds-icon-download" :
                     post->file->post_is_link ? "bx bx-link-external" : "";
  const char *extra[] = { "category", category, "title", title, "date", date, "color", color, "anchor", anchor,
                          "icon", icon, NULL };

  return fr_template_render (rendering, "post", NULL, NULL, "", extra);
}

static char *
render_with_posts (const FrRendering *rendering, const FrKind *kind, const FrNode *value)
{
  g_autoptr(GPtrArray) posts = fr_posts_newest (rendering->site, FR_POSTS_DRAWN);
  g_autofree char *name = fr_value_print (fr_site_get_config (rendering->site, "/resources_name"));
  g_autofree char *room = g_strconcat (fr_site_get_base_url (rendering->site), "/", name, "/", NULL);
  g_autoptr(GString) html = g_string_new (NULL);

  for (unsigned i = 0; i < posts->len; i++)
    {
      g_autofree char *post = render_post (rendering, g_ptr_array_index (posts, i));

      g_string_append (html, post);
    }
  return fr_template_render (rendering, kind->name, value, kind->fields, "",
                             (const char *[]) { "posts", html->str, "room", room, NULL });
}

char *
fr_render_section (const FrRendering *rendering, const FrKind *kind, const FrNode *value)
{
  if (kind->drawing == FR_DRAW_WITH_POSTS)
    return render_with_posts (rendering, kind, value);
  return fr_template_render (rendering, kind->name, value, kind->fields, "",
                             (const char *[]) { "label", _("The published page shows slides here"), NULL });
}

char *
fr_render_notification (const FrRendering *rendering, const FrNode *value)
{
  g_autofree char *text = fr_value_print (value);

  if (!fr_plain_text_has_words (text))
    return NULL;
  return fr_template_render (rendering, "notification", NULL, NULL, "", (const char *[]) { "text", text, NULL });
}

char *
fr_render_error (const FrRendering *rendering, const char *message)
{
  return fr_template_render (rendering, "error", NULL, NULL, "", (const char *[]) { "message", message, NULL });
}

char *
fr_render_page (const FrRendering *rendering, const FrSurroundings *around, const char *blocks)
{
  /* data: everywhere, for the style's own marks. */
  static const char * const sources[] = { "frontage-site: data:", "file: data:", "data:" };
  g_autoptr(GBytes) style = fr_template_style ("style");
  g_autoptr(GBytes) around_style = fr_template_style ("around");
  g_autofree char *title = g_markup_escape_text (around->title, -1);
  const char *extra[] = {
    "title", title, "colors", around->colors, "header", around->header, "blocks", blocks, "footer", around->footer,
    "style", g_bytes_get_data (style, NULL), "around_style", g_bytes_get_data (around_style, NULL),
    "site_style", around->style, "sources", sources[rendering->images], NULL
  };

  return fr_template_render (rendering, "page", NULL, NULL, "", extra);
}
