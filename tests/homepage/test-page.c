/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the published page (RULES.md), asked of the blocks' HTML. */
#include <gumbo.h>
#include <string.h>
#include <unistd.h>

#include "../tools/contains.h"
#include "../tools/folder.h"
#include "fr-markup.h"
#include "fr-page.h"
#include "fr-values.h"

typedef struct
{
  FrDocument *document;
  char       *folder;
  FrSite     *site;
  FrPage     *page;
} Fixture;

static FrDocument *
read_text (const char *yaml)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (yaml, strlen (yaml));
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_YAML, &error);

  g_assert_no_error (error);
  return document;
}

static Fixture
draw (const char *yaml)
{
  Fixture it = { read_text (yaml), make_folder () };
  g_autoptr(GFile) folder = g_file_new_for_path (it.folder);

  it.site = fr_site_new (folder);
  it.page = fr_page_new (it.site, FR_IMAGES_AS_ADDRESSES);
  fr_page_update (it.page, fr_document_get_root (it.document), NULL);
  return it;
}

static void
clear (Fixture *it)
{
  g_object_unref (it->page);
  g_object_unref (it->site);
  g_object_unref (it->document);
  g_free (it->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

/* "pointer classes" of each block, a line each. */
static char *
outline (FrPage *page)
{
  unsigned n;
  const FrBlock *blocks = fr_page_get_blocks (page, &n);
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    g_string_append_printf (out, "%s %s\n", blocks[i].pointer, blocks[i].classes);
  return g_string_free (out, FALSE);
}

static void
assert_outline (const char *yaml, const char *expected)
{
  g_auto(Fixture) it = draw (yaml);
  g_autofree char *found = outline (it.page);

  g_assert_cmpstr (found, ==, expected);
}

static const char *
html_of (FrPage *page, unsigned index)
{
  unsigned n;
  const FrBlock *blocks = fr_page_get_blocks (page, &n);

  g_assert_cmpuint (index, <, n);
  return blocks[index].html;
}

static void
test_bands_alternate (void)
{
  assert_outline ("sections: [{hero: {}}, {infobar: {}}, {infobar: {}}, {unknown: {}}, {infobar: {}}]",
                  "/sections/0/hero block\n/sections/1/infobar block white\n/sections/2/infobar block grey\n"
                  "/sections/4/infobar block white\n");
}

static void
test_infopics_alternate_over_the_page (void)
{
  assert_outline ("sections: [{hero: {}}, {infopic: {}}, {infobar: {}}, {infopic: {}}, {infopic: {}}]",
                  "/sections/0/hero block\n/sections/1/infopic block white left\n/sections/2/infobar block grey\n"
                  "/sections/3/infopic block white right\n/sections/4/infopic block grey left\n");
}

static void
test_hero_must_be_first (void)
{
  g_auto(Fixture) it = draw ("sections: [{infobar: {title: x}}, {hero: {title: y}}]");
  g_autofree char *found = outline (it.page);

  g_assert_cmpstr (found, ==, "/sections/0 block grey\n/sections/0/infobar block white\n");
  assert_has (html_of (it.page, 0), "Hero must be the first section!");
}

static void
test_sections_that_are_no_list (void)
{
  static const struct { const char *yaml; gboolean is_error; } cases[] = {
    { "sections: {hero: {title: x}, infobar: {}}", TRUE }, { "sections: words", TRUE }, { "sections: {}", FALSE },
    { "sections: ''", FALSE }, { "sections: 12", FALSE }, { "sections:", FALSE }, { "title: x", FALSE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_outline (cases[i].yaml, cases[i].is_error ? "/sections block grey\n" : "");
}

/* A listing is white, and swaps all the same; a carousel makes itself and the next one grey, and does not swap. */
static void
test_bands_of_listing_and_carousel (void)
{
  assert_outline ("sections: [{hero: {}}, {infobar: {}}, {listing: {}}, {infobar: {}}]",
                  "/sections/0/hero block\n/sections/1/infobar block white\n/sections/2/listing block white\n"
                  "/sections/3/infobar block white\n");
  assert_outline ("sections: [{hero: {}}, {carousel: []}, {infobar: {}}, {infobar: {}}]",
                  "/sections/0/hero block\n/sections/1/carousel block grey\n/sections/2/infobar block grey\n"
                  "/sections/3/infobar block white\n");
}

/* The section of a grey band has the name that a site's own style knows. */
static void
test_grey_bands_are_named (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {}}, {infobar: {}}, {textcards: {}}]");
  g_autofree char *html = fr_page_to_document (it.page, FALSE);

  assert_has (html, "data-pointer=\"/sections/1/infobar\"><section class=\"bp-section\">");
  assert_has (html, "data-pointer=\"/sections/2/textcards\"><section class=\"bg-newssection ");
}

/* What a value's markup names lies in the site, too. */
static void
test_pictures_within_values (void)
{
  static const char page[] = "sections: [{hero: {}}, {infobar: {description: '<img src=/d.png><img src=//a.b/d.png>"
                             "<img src=\"data:image/png;base64,x\"><i title=\"<img src=/e.png>\"></i>'}}]";
  g_auto(Fixture) it = draw (page);
  g_autofree char *html = fr_page_to_document (it.page, FALSE);

  assert_has (html, "<img src=\"frontage-site:///d.png\">");
  assert_has (html, "<img src=\"//a.b/d.png\">");
  assert_has (html, "<img src=\"data:image/png;base64,x\">");
  assert_has (html, "src=/e.png&gt;");
}

static void
test_several_kinds_in_one_item (void)
{
  assert_outline ("sections: [{hero: {}}, {infopic: {}, textcards: {}, infobar: {}}]",
                  "/sections/0/hero block\n/sections/1/infobar block white\n/sections/1/infopic block grey left\n"
                  "/sections/1/textcards block white\n");
}

static void
test_second_announcements (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {}}, {announcements: {}}, {announcements: {}}, {infobar: {}}]");
  g_autofree char *found = outline (it.page);

  /* The error is grey, and does not swap. */
  g_assert_cmpstr (found, ==, "/sections/0/hero block\n/sections/1/announcements block white\n/sections/2 block grey\n"
                              "/sections/3/infobar block grey\n");
  assert_has (html_of (it.page, 2), "Each page should only have one announcements section");
}

static void
test_only_one_of_a_kind (void)
{
  static const char * const cases[][2] = {
    { "resources", "Each page should only have one resource room" },
    { "carousel", "Only 1 carousel is allowed per page." },
    { "announcements", "Each page should only have one announcements section" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *yaml = g_strdup_printf ("sections: [{hero: {}}, {%s: {}}, {infobar: {}}, {%s: {}}]", cases[i][0], cases[i][0]);
      g_auto(Fixture) it = draw (yaml);

      assert_has (html_of (it.page, 3), cases[i][1]);
      assert_has_not (html_of (it.page, 1), cases[i][1]);
    }
  assert_outline ("sections: [{hero: {}}, {infobar: {}}, {infobar: {}}, {infopic: {}}, {infopic: {}}]",
                  "/sections/0/hero block\n/sections/1/infobar block white\n/sections/2/infobar block grey\n"
                  "/sections/3/infopic block white left\n/sections/4/infopic block grey right\n");
}

static void
test_choices (void)
{
  static const char * const cases[][2] = {
    { "{}", "gray-overlay" },
    { "{variant: center}", "gray-overlay" },
    { "{variant: '', alignment: up, size: [md], backgroundColor: }", "gray-overlay" },
    { "{variant: image}", "min-height-mobile" },
    { "{variant: side, alignment: right, size: md, backgroundColor: gray}", "flex-end\"><div class=\"p-16 hero-background-gray" },
    { "{variant: side, size: md}", "flex-start\"><div class=\"p-16 hero-background-white is-flex hero-side-md" },
    /* Without a size, the number of the hero's keys is taken for one. */
    { "{variant: side}", "hero-side-1\"" },
    { "{variant: floating, dropdown: {}, alignment: left}", "hero-floating-3\"" },
    { "{variant: floating, size: ~}", "hero-floating-md" },
    { "{variant: floating, size: ''}", "hero-floating-md" },
    { "{variant: floating, size: lg, backgroundColor: pink}", "hero-background-pink is-flex hero-floating-lg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *yaml = g_strdup_printf ("sections: [{hero: %s}]", cases[i][0]);
      g_auto(Fixture) it = draw (yaml);

      assert_has (html_of (it.page, 0), cases[i][1]);
    }
}

static void
test_null_and_false_are_not_there (void)
{
  assert_outline ("sections: [{hero: {}}, {infobar: }, {infobar: no}, {infobar: ''}]",
                  "/sections/0/hero block\n/sections/3/infobar block white\n");
}

static void
test_empty_text_is_there (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {}}, {infobar: {title: '', description: }}]");

  assert_has (html_of (it.page, 1), "data-field=\"title\"");
  assert_has_not (html_of (it.page, 1), "data-field=\"description\"");
}

static void
test_notification (void)
{
  assert_outline ("notification: ' <b> </b> '\nsections: [{hero: {}}]", "/sections/0/hero block\n");
  assert_outline ("notification: <b>x</b>\nsections: [{hero: {}}]", "/notification block\n/sections/0/hero block\n");
}

static void
test_four_highlights (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {key_highlights: ["
                             "{title: one}, {}, {description: three}, {url: /four/}, {title: five}]}}]");
  const char *html = html_of (it.page, 0);

  assert_has (html, "key_highlights/0/title");
  assert_has_not (html, "key_highlights/1/");
  assert_has (html, "key_highlights/2/description");
  assert_has (html, "href=\"/four/\"");
  assert_has_not (html, "five");
}

static void
test_button_needs_text_and_address (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {button: Go}}, {infobar: {url: /x/}}, {infobar: {button: Go, url: /x/}}]");

  assert_has_not (html_of (it.page, 0), "Go");
  assert_has_not (html_of (it.page, 1), "/x/");
  assert_has (html_of (it.page, 2), "href=\"/x/\"");
}

static void
test_dropdown_replaces_the_button (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {button: Go, url: /x/, dropdown: {options: ["
                             "{title: one, url: /one/}, {title: no address}]}}}]");
  const char *html = html_of (it.page, 0);

  assert_has (html, "I want to...");
  assert_has (html, "/one/");
  assert_has_not (html, "no address");
  assert_has_not (html, "/x/");
}

static void
test_image_needs_alternative_text (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {}}, {infopic: {image: /a b.png, alt: ''}}, {infopic: {image: /a.png}}]");

  assert_has (html_of (it.page, 1), "frontage-site:///a%20b.png");
  assert_has (html_of (it.page, 2), "Both the image and alt text are required.");
}

static void
test_values_are_printed_as_ruby_prints_them (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {}}, {infobar: {title: yes, subtitle: 2026-3-1, description: 012}}]");

  assert_has (html_of (it.page, 1), ">true<");
  assert_has (html_of (it.page, 1), ">2026-03-01<");
  assert_has (html_of (it.page, 1), ">10<");
}

static void
assert_printed (const char * const values[][2], unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    {
      g_autoptr(FrDocument) document = read_text (values[i][0]);
      g_autofree char *printed = fr_value_print (fr_document_get_root (document));

      g_assert_cmpstr (printed, ==, values[i][1]);
    }
}

/* What Ruby 3.1 prints of the same YAML where the time zone is UTC. */
static void
test_numbers_and_times_are_printed_as_ruby_prints_them (void)
{
  static const char * const values[][2] = {
    { "0.00001", "1.0e-05" }, { "0.00012", "0.00012" }, { "68_5.2", "685.2" }, { "100.0", "100.0" }, { "-0.0", "-0.0" },
    { "999999999999999.0", "999999999999999.0" }, { "1000000000000000.0", "1.0e+15" },
    { "1234567890123456.5", "1234567890123456.5" }, { "1234567890123456.0", "1.234567890123456e+15" },
    { "1.0e+21", "1.0e+21" }, { ".inf", "Infinity" }, { "-.inf", "-Infinity" }, { ".nan", "NaN" },
    { "100000000000000000000", "100000000000000000000" },
    { "2026-03-01T10:00:00Z", "2026-03-01 10:00:00 UTC" }, { "2026-3-1 9:00:00.5 -3", "2026-03-01 09:00:00 -0300" },
    { "2026-03-01 10:00:00 +05:30", "2026-03-01 10:00:00 +0530" }, { "2026-03-01 10:00:00", "2026-03-01 10:00:00 +0000" },
  };

  assert_printed (values, G_N_ELEMENTS (values));
}

static void
test_notification_needs_words (void)
{
  static const struct { const char *text; gboolean drawn; } notices[] = {
    { "''", FALSE }, { "' <b> </b>\t'", FALSE }, { "'<!-- a > b -->'", FALSE }, { "'<script>x</script><style>y</style>'", FALSE },
    /* It is read as Markdown. */
    { "'***'", FALSE }, { "'---'", FALSE }, { "'<br>'", FALSE }, { "'![x](/a.png)'", FALSE }, { "'[](/a/)'", FALSE },
    { "'- '", FALSE }, { "'> '", FALSE }, { "'[x]: http://a.b'", FALSE }, { "'* * *'", FALSE }, { "\"![x](/a.png)\\n- \"", FALSE },
    { "'[x](/a/)'", TRUE }, { "'&nbsp;'", TRUE }, { "'# '", TRUE }, { "12", TRUE }, { "true", TRUE }, { "'-'", TRUE }, { "'**'", TRUE },
    { "x\npermalink: /other/", FALSE }, { "x\npermalink: /", TRUE },
    { "'< 5 days left'", TRUE }, { "'<b>a</b>'", TRUE }, { "'a > b'", TRUE }, { "0", TRUE }, { "no", FALSE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autofree char *yaml = g_strdup_printf ("notification: %s", notices[i].text);
      g_auto(Fixture) it = draw (yaml);
      unsigned n;

      fr_page_get_blocks (it.page, &n);
      g_assert_cmpuint (n, ==, notices[i].drawn ? 1 : 0);
    }
}

static void
test_external_addresses_open_a_new_tab (void)
{
  static const struct { const char *yaml; gboolean never; } sections[] = {
    { "{hero: {button: a, url: %s}}", TRUE },
    { "{hero: {dropdown: {title: a, options: [{title: a, url: %s}]}}}", TRUE },
    { "{hero: {key_highlights: [{title: a, url: %s}]}}" },
    { "{hero: {}}, {infobar: {button: a, url: %s}}" },
    { "{hero: {}}, {infocols: {url: %s, linktext: a, infoboxes: [{title: a}]}}" },
    { "{hero: {}}, {infopic: {image: a, alt: a, button: a, url: %s}}" },
    { "{hero: {}}, {textcards: {cards: [{url: %s, linktext: a}]}}" },
    { "{hero: {}}, {announcements: {announcement_items: [{link_text: a, link_url: %s}]}}" },
    { "{hero: {}}, {listing: {entries: [{image: a, url: %s}]}}", TRUE },
  };
  static const struct { const char *address, *link; gboolean opens_tab; } links[] = {
    { "'https://a.example/'", "href=\"https://a.example/\"", TRUE }, { "/a/", "href=\"/a/\"", FALSE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (sections) * G_N_ELEMENTS (links); i++)
    {
      unsigned kind = i / G_N_ELEMENTS (links), link = i % G_N_ELEMENTS (links);
      g_autofree char *section = g_strdup_printf (sections[kind].yaml, links[link].address);
      g_autofree char *yaml = g_strdup_printf ("sections: [%s]", section);
      g_autofree char *in_new_tab = g_strconcat (links[link].link, " target=\"_blank\"", NULL);
      g_auto(Fixture) it = draw (yaml);
      g_autofree char *html = fr_page_to_document (it.page, FALSE);

      assert_has (html, links[link].link);
      g_assert_cmpint (strstr (html, in_new_tab) != NULL, ==, links[link].opens_tab && !sections[kind].never);
    }
}

/* What Liquid 5.4 prints under Ruby 3.1 of the same YAML. */
static void
test_lists_and_mappings_are_printed_as_liquid_prints_them (void)
{
  static const char * const values[][2] = {
    { "[1, two, [x, 'y z'], null, true, {k: v}]", "1twoxy ztrue{\"k\"=>\"v\"}" },
    { "{k: v, n: 1, l: [a, null], s: 'q\"uo', t: true, z: null, f: 1.5}",
      "{\"k\"=>\"v\", \"n\"=>1, \"l\"=>[\"a\", nil], \"s\"=>\"q\\\"uo\", \"t\"=>true, \"z\"=>nil, \"f\"=>1.5}" },
    { "{t: \"a\\tb\\nc\\\\d #{x} e#f\", é: ü}", "{\"t\"=>\"a\\tb\\nc\\\\d \\#{x} e#f\", \"é\"=>\"ü\"}" },
    { "{1: [], 2: {}, true: 1.50}", "{1=>[], 2=>{}, true=>1.5}" },
    { "[[1, [2, null]], {a: ~}]", "12{\"a\"=>nil}" },
    { "[]", "" },
    { "{}", "{}" },
  };

  assert_printed (values, G_N_ELEMENTS (values));
}

static void
on_changed (Fixture *it, GPtrArray *changes)
{
  fr_page_update (it->page, fr_document_get_root (it->document), changes);
}

/* The sections that an edit does not touch keep their very string, so that nothing of them is sent again. */
static void
test_update_touches_one_block (void)
{
  g_auto(Fixture) it = draw ("sections: [{hero: {title: a}}, {infobar: {title: b}}, {infobar: {title: c}}]");
  const char *hero = html_of (it.page, 0), *last = html_of (it.page, 2);

  g_signal_connect_swapped (it.document, "changed", G_CALLBACK (on_changed), &it);
  g_assert_true (fr_document_set_string (it.document, "/sections/1/infobar/title", "new", NULL));
  g_assert_true (html_of (it.page, 0) == hero);
  g_assert_true (html_of (it.page, 2) == last);
  assert_has (html_of (it.page, 1), "new");
}

static void
test_moved_sections_keep_their_html (void)
{
  g_auto(Fixture) it = draw ("sections:\n- hero: {title: a}\n- infopic: {title: b}\n- infobar: {title: c}\n");
  const char *infopic = html_of (it.page, 1), *infobar = html_of (it.page, 2);

  g_signal_connect_swapped (it.document, "changed", G_CALLBACK (on_changed), &it);
  g_assert_true (fr_document_move (it.document, "/sections/1", "/sections/2", NULL));
  g_assert_true (html_of (it.page, 1) == infobar);
  g_assert_true (html_of (it.page, 2) == infopic);
}

/* All of it but the style. */
static char *
content (FrPage *page)
{
  g_autoptr(FrSurroundings) surroundings = fr_page_draw_surroundings (page);
  unsigned n;
  const FrBlock *blocks = fr_page_get_blocks (page, &n);
  GString *out = g_string_new (surroundings->title);

  for (unsigned i = 0; i < n; i++)
    g_string_append_printf (out, "\n%s %s %s", blocks[i].pointer, blocks[i].classes, blocks[i].html);
  return g_string_free (out, FALSE);
}

static void
assert_as_if_drawn_anew (Fixture *it)
{
  g_autoptr(FrPage) anew = fr_page_new (it->site, FR_IMAGES_AS_ADDRESSES);
  g_autofree char *expected = NULL, *found = content (it->page);

  fr_page_update (anew, fr_document_get_root (it->document), NULL);
  expected = content (anew);
  g_assert_cmpstr (found, ==, expected);
}

/* Whatever an edit is about: other sections are in other places, in other colours, or errors because of it. */
static void
test_updates_are_as_if_drawn_anew (void)
{
  static const char page[] = "title: t\nsections:\n- hero: {title: a}\n- infopic: {title: b}\n"
                             "- infopic: {title: c}\n  infobar: {title: d}\n- resources: {title: e}\n"
                             "- resources: {title: f}\n- infopic: {title: b}\nnotification: g\n";
  static const struct { const char *pointer, *added, *set; } edits[] = {
    { "/sections/1/infopic/title", .set = "\"new\"" },
    { "/sections/4/resources/title", .set = "\"new\"" },
    { "/sections/2/infobar/title", .set = "\"new\"" },
    { "/sections/1/infopic", .set = "null" },
    { "/sections/0/hero", .set = "\"\"" },
    { "/sections/2/hero", .added = "{\"title\": \"new\"}" },
    { "/sections/3/resources" },
    { "/sections/3", .set = "{\"infobar\": {}}" },
    { "/sections/1" },
    { "/sections/1", .added = "{\"infopic\": {\"title\": \"new\"}}" },
    { "/sections" },
    { "/sections", .set = "{\"hero\": {}}" },
    { "/permalink", .added = "\"/other/\"" },
    { "/notification", .set = "\"new\"" },
    { "/notification" },
    { "/title", .set = "\"new\"" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_auto(Fixture) it = draw (page);
      g_autoptr(GError) error = NULL;

      g_signal_connect_swapped (it.document, "changed", G_CALLBACK (on_changed), &it);
      if (edits[i].set != NULL)
        fr_document_set_json (it.document, edits[i].pointer, edits[i].set, &error);
      else if (edits[i].added != NULL)
        fr_document_add (it.document, edits[i].pointer, edits[i].added, &error);
      else
        fr_document_remove (it.document, edits[i].pointer, &error);
      g_assert_no_error (error);
      assert_as_if_drawn_anew (&it);
      g_assert_true (fr_document_undo (it.document));
      assert_as_if_drawn_anew (&it);
    }
}

static const GumboNode *
find_element (const GumboNode *node, GumboTag tag)
{
  const GumboNode *found = node->v.element.tag == tag ? node : NULL;

  for (unsigned i = 0; found == NULL && i < node->v.element.children.length; i++)
    {
      const GumboNode *child = node->v.element.children.data[i];

      found = child->type == GUMBO_NODE_ELEMENT ? find_element (child, tag) : NULL;
    }
  return found;
}

/* The pointers of the elements in <main>, as a browser reads the document. */
static char *
read_blocks (const char *html)
{
  GumboOutput *tree = gumbo_parse (html);
  const GumboNode *root = find_element (tree->root, GUMBO_TAG_MAIN);
  GString *pointers = g_string_new (NULL);

  for (unsigned i = 0; i < root->v.element.children.length; i++)
    {
      const GumboNode *child = root->v.element.children.data[i];

      if (child->type == GUMBO_NODE_ELEMENT)
        g_string_append_printf (pointers, "%s ", gumbo_get_attribute (&child->v.element.attributes, "data-pointer")->value);
    }
  gumbo_destroy_output (&kGumboDefaultOptions, tree);
  return g_string_free (pointers, FALSE);
}

/* What a value opens or closes must not reach the sections around it: they share one document. */
static void
test_values_stay_in_their_section (void)
{
  static const char * const values[] = {
    "<div>", "</div></div></section></main>", "<b><i>", "<table><tr><td>", "<!-- ", "<p title=\"", "<svg><g>",
    "<textarea>", "<style>", "<select><option>", "<script>", "<iframe>", "<plaintext>", NULL
  };

  for (unsigned i = 0; values[i] != NULL; i++)
    {
      g_auto(Fixture) it = draw ("sections: [{hero: {}}, {infobar: {description: ''}}, {infobar: {title: last}}]");
      g_autofree char *html = NULL, *blocks = NULL;

      g_assert_true (fr_document_set_string (it.document, "/sections/1/infobar/description", values[i], NULL));
      fr_page_update (it.page, fr_document_get_root (it.document), NULL);
      html = fr_page_to_document (it.page, TRUE);
      blocks = read_blocks (html);
      g_assert_cmpstr (blocks, ==, "/sections/0/hero /sections/1/infobar /sections/2/infobar ");
      assert_has_not (html, "<script");
    }
}

static void
test_markup_stays_what_it_is (void)
{
  static const char value[] = "a &amp; b <em class=\"x\">c</em><br><img src=\"/d.png\" alt=\"&quot;\"> "
                              "<svg viewBox=\"0 0 1 1\"><linearGradient></linearGradient></svg><own-name>é</own-name>"
                              "<pre>\n\ne</pre><style>f > g { color: red }</style>";
  g_autofree char *confined = fr_markup_confine (value);

  g_assert_cmpstr (confined, ==, value);
}

static void
test_frames_are_shown_as_boxes (void)
{
  static const struct { const char *value, *label, *address, *size; } frames[] = {
    { "<iframe src='https://maps.example/a?b&c' width=560 height='315px'></iframe>", "Embedded page: maps.example<",
      ">https://maps.example/a?b&amp;c<", "width:560px;height:315px;" },
    { "<iframe src='//maps.example/' width='100%' style='border:0'>x</iframe>", "Embedded page: maps.example<",
      ">//maps.example/<", "width:100%;border:0" },
    { "<video width=2.5><source src='/film.mp4'></video>", ">Embedded recording<", ">/film.mp4<", "width:2.5px;" },
    { "<object data='/plan.pdf' height=40><p>or not</p></object>", ">Embedded page<", ">/plan.pdf<", "height:40px;" },
    { "<embed src='http://films.example/f'>", ">Embedded page: films.example<", ">http://films.example/f<", "style=\"\"" },
    { "<iframe srcdoc='<script></script>'>", ">Embedded page<", "><", "style=\"\"" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autofree char *confined = fr_markup_confine (frames[i].value);

      assert_has (confined, frames[i].label);
      assert_has (confined, frames[i].address);
      assert_has (confined, frames[i].size);
      for (const char * const *gone = (const char * const[]) { "<iframe", "<video", "<object", "<embed", "script", "or not",
                                                              NULL }; *gone != NULL; gone++)
        assert_has_not (confined, *gone);
    }
}

static void
test_handlers_are_left_out (void)
{
  g_autofree char *confined = fr_markup_confine ("<b onclick=\"x\" id=\"y\" ONfocus=\"z\"></b><base href=\"/\">");

  g_assert_cmpstr (confined, ==, "<b id=\"y\"></b>");
}

/* What is text to this parser must not be markup to the next one. */
static void
test_what_is_left_stays_text (void)
{
  static const char * const values[] = {
    "<svg><xmp>&lt;meta http-equiv=refresh></xmp></svg>", "<svg><style>&lt;meta></style></svg>",
    "<math><noframes>&lt;meta></noframes></math>", "<noscript><style></noscript><meta></style></noscript>",
    "<math><noembed>&lt;meta></noembed></math>", NULL
  };

  for (unsigned i = 0; values[i] != NULL; i++)
    {
      g_autofree char *confined = fr_markup_confine (values[i]);

      assert_has_not (confined, "<meta");
    }
}

static char *
repeat (const char *text, unsigned times)
{
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

/* So deep that parsing it would take more stack than there is, or seconds. */
static void
test_too_many_tags_are_shown_as_text (void)
{
  static const struct { const char *part; unsigned times; } values[] =
    { { "<b>", 500000 }, { "<i><br></i>", 8000 }, { "<div>", 1200 }, { "<table><td>", 700 } };

  for (unsigned i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = repeat (values[i].part, values[i].times);
      g_autofree char *confined = fr_markup_confine (value);

      g_assert_true (g_str_has_prefix (confined, "&lt;"));
    }
}

static void
test_long_lists_stay_markup (void)
{
  static const char * const parts[] = { "<img src=\"a\">", "<b>a</b><br>", "<p>a</p>" };

  for (unsigned i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *value = repeat (parts[i], 3000);
      g_autofree char *confined = fr_markup_confine (value);

      g_assert_cmpstr (confined, ==, value);
    }
}

static void
test_title_is_escaped_in_the_head (void)
{
  g_auto(Fixture) it = draw ("title: '</title><script>'\nsections: []");
  g_autofree char *html = fr_page_to_document (it.page, TRUE);

  assert_has (html, "&lt;/title&gt;&lt;script&gt;");
  assert_has (html, "<main id=\"main-content\">\n</main>");
}

static void
test_site_keeps_to_its_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *link = g_build_filename (folder, "link.png", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(FrSite) site = fr_site_new (file);
  g_autofree char *found = NULL;

  write_file (folder, "a b.png", "x");
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  found = fr_site_resolve (site, "/a%20b.png?1");
  g_assert_nonnull (found);
  for (const char * const *out = (const char * const[]) { "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/link.png",
                                                         "/../../../../etc/passwd", "/nothing.png", NULL };
       *out != NULL; out++)
    g_assert_null (fr_site_resolve (site, *out));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/bands-alternate", test_bands_alternate);
  g_test_add_func ("/page/infopics-alternate-over-the-page", test_infopics_alternate_over_the_page);
  g_test_add_func ("/page/hero-must-be-first", test_hero_must_be_first);
  g_test_add_func ("/page/several-kinds-in-one-item", test_several_kinds_in_one_item);
  g_test_add_func ("/page/second-announcements", test_second_announcements);
  g_test_add_func ("/page/only-one-of-a-kind", test_only_one_of_a_kind);
  g_test_add_func ("/page/choices", test_choices);
  g_test_add_func ("/page/null-and-false-are-not-there", test_null_and_false_are_not_there);
  g_test_add_func ("/page/empty-text-is-there", test_empty_text_is_there);
  g_test_add_func ("/page/sections-that-are-no-list", test_sections_that_are_no_list);
  g_test_add_func ("/page/bands-of-listing-and-carousel", test_bands_of_listing_and_carousel);
  g_test_add_func ("/page/grey-bands-are-named", test_grey_bands_are_named);
  g_test_add_func ("/page/pictures-within-values", test_pictures_within_values);
  g_test_add_func ("/page/notification", test_notification);
  g_test_add_func ("/page/four-highlights", test_four_highlights);
  g_test_add_func ("/page/button-needs-text-and-address", test_button_needs_text_and_address);
  g_test_add_func ("/page/dropdown-replaces-the-button", test_dropdown_replaces_the_button);
  g_test_add_func ("/page/image-needs-alternative-text", test_image_needs_alternative_text);
  g_test_add_func ("/page/values-are-printed-as-ruby-prints-them", test_values_are_printed_as_ruby_prints_them);
  g_test_add_func ("/values/numbers-and-times", test_numbers_and_times_are_printed_as_ruby_prints_them);
  g_test_add_func ("/page/notification-needs-words", test_notification_needs_words);
  g_test_add_func ("/page/external-addresses-open-a-new-tab", test_external_addresses_open_a_new_tab);
  g_test_add_func ("/values/lists-and-mappings", test_lists_and_mappings_are_printed_as_liquid_prints_them);
  g_test_add_func ("/page/update-touches-one-block", test_update_touches_one_block);
  g_test_add_func ("/page/moved-sections-keep-their-html", test_moved_sections_keep_their_html);
  g_test_add_func ("/page/updates-are-as-if-drawn-anew", test_updates_are_as_if_drawn_anew);
  g_test_add_func ("/page/values-stay-in-their-section", test_values_stay_in_their_section);
  g_test_add_func ("/markup/stays-what-it-is", test_markup_stays_what_it_is);
  g_test_add_func ("/markup/frames-are-shown-as-boxes", test_frames_are_shown_as_boxes);
  g_test_add_func ("/markup/handlers-are-left-out", test_handlers_are_left_out);
  g_test_add_func ("/markup/too-many-tags-are-shown-as-text", test_too_many_tags_are_shown_as_text);
  g_test_add_func ("/markup/long-lists-stay-markup", test_long_lists_stay_markup);
  g_test_add_func ("/markup/what-is-left-stays-text", test_what_is_left_stays_text);
  g_test_add_func ("/page/title-is-escaped-in-the-head", test_title_is_escaped_in_the_head);
  g_test_add_func ("/site/keeps-to-its-folder", test_site_keeps_to_its_folder);
  return g_test_run ();
}
