/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-render.h"

#include "fr-plain-text.h"
#include "fr-posts.h"
#include "fr-values.h"

#define POST_TITLE_WORDS 15

/* The picture stands before the text or behind it, as the place in the page and its width want: the template
 * has it in both places, and the style hides one. */
static char *
render_with_picture (const FrRendering *rendering, const FrKind *kind, const FrNode *value)
{
  g_autofree char *template = g_strconcat (kind->name, "-picture", NULL);
  g_autofree char *picture = fr_template_render (rendering, template, value, kind->fields, "", NULL);

  return fr_template_render (rendering, kind->name, value, kind->fields, "",
                             (const char *[]) { "picture", picture, NULL });
}

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
format_date (const char *date)
{
  static const char * const months[] =
    { "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC" };
  unsigned month = g_ascii_strtoull (date + 5, NULL, 10);

  if (month < 1 || month > G_N_ELEMENTS (months))
    return g_strdup (date);
  return g_strdup_printf ("%.2s %s %.4s", date + 8, months[month - 1], date);
}

static char *
color_of (const FrRendering *rendering, unsigned number)
{
  static const char * const fallbacks[] = { "#2164da", "#4372d6", "#6031b6", "#0c8099", "#333333" };
  g_autofree char *pointer = g_strdup_printf ("/colors/media-colors/%u/color", number - 1);
  const char *color = fr_node_get_text (fr_site_get_config (rendering->site, pointer));

  return g_markup_escape_text (color != NULL ? color : fallbacks[number - 1], -1);
}

static char *
render_post (const FrRendering *rendering, const FrPost *post)
{
  g_autofree char *category = g_utf8_strup (post->category, -1);
  g_autofree char *title = shorten (post->title);
  g_autofree char *date = format_date (post->date);
  g_autofree char *color = color_of (rendering, post->color);
  g_autofree char *published = fr_address_publish (post->address != NULL ? post->address : "", rendering->site);
  g_autofree char *address = g_markup_escape_text (published, -1);
  const char *extra[] = { "category", category, "title", title, "date", date, "color", color, "address", address,
                          "class", fr_address_is_external (published) ? "external" : "", NULL };

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
  switch (kind->drawing)
    {
    case FR_DRAW_WITH_PICTURE:
      return render_with_picture (rendering, kind, value);
    case FR_DRAW_WITH_POSTS:
      return render_with_posts (rendering, kind, value);
    default:
      return fr_template_render (rendering, kind->name, value, kind->fields, "", NULL);
    }
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
  g_autoptr(GBytes) style = fr_template_style ();
  g_autofree char *title = g_markup_escape_text (around->title, -1);
  const char *extra[] = {
    "title", title, "colors", around->colors, "header", around->header, "blocks", blocks, "footer", around->footer,
    "style", g_bytes_get_data (style, NULL), "sources", sources[rendering->images], NULL
  };

  return fr_template_render (rendering, "page", NULL, NULL, "", extra);
}
