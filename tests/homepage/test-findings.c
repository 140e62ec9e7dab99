/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule finds, and what it must not find. */
#include <string.h>
#include <unistd.h>

#include "../tools/contains.h"
#include "../tools/folder.h"
#include "fr-findings.h"

/* Texts of so many characters. */
#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN
#define ACCENTED "éèàùâêîôûç"

typedef struct
{
  const char *yaml;
  const char *expected;  /* "rule pointer", parted by commas */
} Case;

/* With pictures that are there, and two that only seem to be. */
static FrSite *
make_site (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *link = g_build_filename (folder, "images", "outside.png", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  write_file (folder, "_config.yml", "title: A site\n");
  write_file (folder, "images/a.png", "");
  write_file (folder, "images/a b.png", "");
  write_file (folder, "images/folder/c.png", "");
  g_assert_cmpint (symlink ("/etc/hostname", link), ==, 0);
  return fr_site_new (file);
}

static FrDocument *
read_text (const char *text, FrFormat format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  FrDocument *document = fr_document_new (bytes, format, &error);

  g_assert_no_error (error);
  return document;
}

/* The pages here are made for these alone, and lack much that others ask for. */
static gboolean
is_meant (const FrFinding *finding)
{
  static const char * const rules[] = { "too-long", "default-text", "image-not-found", "file-name-case", "too-many", "link-incomplete",
                                        "image-missing", "alt-missing", "hero-first", "hero-not-first", "site-file-broken", NULL };

  return g_strv_contains (rules, finding->rule);
}

/* Takes out the others. */
static GPtrArray *
only_meant (GPtrArray *list)
{
  for (unsigned i = list->len; i-- > 0;)
    if (!is_meant (list->pdata[i]))
      g_ptr_array_remove_index (list, i);
  return list;
}

static char *
outline_list (GPtrArray *list)
{
  GString *out = g_string_new (NULL);

  only_meant (list);
  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = g_ptr_array_index (list, i);

      g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "", finding->rule, finding->pointer);
    }
  return g_string_free (out, FALSE);
}

static char *
outline (FrFindings *findings)
{
  g_autoptr(GPtrArray) list = fr_findings_list (findings);

  return outline_list (list);
}

static void
check_cases (const Case *cases, gsize n)
{
  g_autoptr(FrSite) site = make_site ();

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(FrDocument) document = read_text (cases[i].yaml, FR_FORMAT_YAML);
      g_autoptr(FrFindings) findings = fr_findings_new (document, site);
      g_autofree char *found = outline (findings);

      g_test_message ("%s", cases[i].yaml);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

#define CHECK(cases) check_cases (cases, G_N_ELEMENTS (cases))
#define HERO "sections: [{hero: {}}, "

static void
test_too_long (void)
{
  static const Case cases[] = {
    { "sections: [{hero: {title: " SIXTY "}}]", "" },
    { "sections: [{hero: {title: " SIXTY "x}}]", "too-long /sections/0/hero/title" },
    { "sections: [{hero: {title: " ACCENTED ACCENTED ACCENTED ACCENTED ACCENTED ACCENTED "}}]", "" },
    /* Markup is not counted, what only looks like it is. */
    { "sections: [{hero: {title: '<b>" SIXTY "</b><br><!-- a > b -->'}}]", "" },
    { "sections: [{hero: {title: '<a title=\"x > y\">" SIXTY "</a>'}}]", "" },
    { "sections: [{hero: {title: '9 < 17 " SIXTY "'}}]", "too-long /sections/0/hero/title" },
    { "sections: [{hero: {title: '< " SIXTY " >'}}]", "too-long /sections/0/hero/title" },
    { "sections: [{hero: {title: '<b " SIXTY "'}}]", "too-long /sections/0/hero/title" },
    { "sections: [{hero: {title: 'a > " SIXTY "'}}]", "too-long /sections/0/hero/title" },
    { "sections: [{hero: {subtitle: '<script>" SIXTY SIXTY SIXTY "</script>'}}]", "" },
    /* A block's last line break is not seen. */
    { "sections:\n- hero:\n    title: |\n      " SIXTY "\n", "" },
    /* In groups and in items of lists. */
    { "sections: [{hero: {dropdown: {title: " SIXTY ", options: [{title: " SIXTY ", url: /a/}]}}}]",
      "too-long /sections/0/hero/dropdown/title, too-long /sections/0/hero/dropdown/options/0/title" },
    { HERO "{textcards: {cards: [{title: x}, {title: " SIXTY "}]}}]", "too-long /sections/1/textcards/cards/1/title" },
    { HERO "{announcements: {announcement_items: [{link_text: " SIXTY ", link_url: /a/}]}}]",
      "too-long /sections/1/announcements/announcement_items/0/link_text" },
    /* No limit is known for these. */
    { "title: " SIXTY SIXTY "\nnotification: " SIXTY SIXTY SIXTY "\nsections: [{hero: {button: " SIXTY ", url: /" SIXTY "}}]", "" },
    { HERO "{unknown: {title: " SIXTY "x}}, {infobar: {other: " SIXTY SIXTY SIXTY "}}]", "" },
    /* No text at all. */
    { "sections: [{hero: {title: [" SIXTY "x]}}]", "" },
    { "sections: [{hero: {title: {" SIXTY "x: y}}}]", "" },
    { "sections: [{hero: {title: }}]", "" },
  };

  CHECK (cases);
}

static void
test_default_text (void)
{
  static const Case cases[] = {
    { "sections: [{hero: {title: Hero title}}]", "default-text /sections/0/hero/title" },
    { "sections: [{hero: {title: Hero titles, subtitle: hero subtitle, button: ' Button Text', url: /a/}}]", "" },
    /* Wherever it was copied to. */
    { HERO "{infobar: {title: Hero title}}]", "default-text /sections/1/infobar/title" },
    { HERO "{infobar: {button: Button Text, url: /a/}}]", "default-text /sections/1/infobar/button" },
    { "title: Isomer Site\ndescription: Brief site description here\nsections: [{hero: {}}]",
      "default-text /title, default-text /description" },
    { HERO "{infocols: {infoboxes: [{description: x}, {description: Infobox description}]}}]",
      "default-text /sections/1/infocols/infoboxes/1/description" },
    { HERO "{announcements: {announcement_items: [{title: New Announcement}]}}]",
      "default-text /sections/1/announcements/announcement_items/0/title" },
    { HERO "{textcards: {description: Text card description, cards: [{description: Card description}]}}]",
      "default-text /sections/1/textcards/description, default-text /sections/1/textcards/cards/0/description" },
    { "sections: [{hero: {dropdown: {title: Hero Dropdown Title, options: [{title: Hero Dropdown Element Title, url: ''}]}}}]",
      "default-text /sections/0/hero/dropdown/title, default-text /sections/0/hero/dropdown/options/0/title" },
    { HERO "{infobar: {title: &a Infobar}}, {infobar: {title: *a}}]",
      "default-text /sections/1/infobar/title, default-text /sections/2/infobar/title" },
    { HERO "{infobar: {title: Infobar, title: Ours}}]", "" },
    { HERO "{infobar: {title: Ours, title: Infobar}}]", "default-text /sections/1/infobar/title" },
    { HERO "{unknown: {title: Infobar}}, {infobar: [Infobar]}, {infobar: Infobar}, Infobar]", "" },
  };

  CHECK (cases);
}

static void
test_image_not_found (void)
{
  static const Case cases[] = {
    { "image: /images/a.png\nsections: [{hero: {background: /images/a.png}}]", "" },
    { "image: /images/b.png\nsections: [{hero: {background: /images/b.png}}]",
      "image-not-found /image, image-not-found /sections/0/hero/background" },
    { "image: images/a.png", "" },
    { "image: /images/a.png?v=2", "" },
    { "image: /images/a%20b.png", "" },
    { "image: ' /images/a b.png '", "" },
    { "image: /images/A.png", "file-name-case /image" },
    { "image: /images/folder", "image-not-found /image" },
    { "image: /images/folder/", "image-not-found /image" },
    { "image: /images/outside.png", "image-not-found /image" },
    { "image: /../etc/hostname", "image-not-found /image" },
    { "image: /", "image-not-found /image" },
    /* Nothing is wanted, or not from this site. */
    { "image: ''", "" },
    { "image: ~", "" },
    { "image: no", "" },
    { "image: https://a.example/b.png", "" },
    { "image: HTTPS://a.example/b.png", "" },
    { "image: //a.example/b.png", "" },
    { "image: 'data:image/gif;base64,R0lG'", "" },
    /* As the page prints what is no text. */
    { "image: [/images/, a.png]", "" },
    { "image: []", "" },
    { "image: 12", "image-not-found /image" },
    { "image: {a: b}", "" },
    { "sections: [{hero: {}, listing: {entries: [{image: /images/a.png}, {image: /b.png}]}}]",
      "image-not-found /sections/0/listing/entries/1/image" },
    { HERO "{carousel: [{image: /b.png}]}]", "image-not-found /sections/1/carousel/0/image" },
    { HERO "{infopic: {image: /b.png, alt: b}}]", "image-not-found /sections/1/infopic/image" },
  };

  CHECK (cases);
}

static void
test_too_many (void)
{
  static const Case cases[] = {
    { "sections: [{hero: {key_highlights: [{}, {}, {}, {}]}}]", "" },
    { "sections: [{hero: {key_highlights: [{}, {}, {}, {}, {}]}}]", "too-many /sections/0/hero/key_highlights" },
    { "sections: [{hero: {key_highlights: {a: 1, b: 2, c: 3, d: 4, e: 5}}}]", "" },
    { "sections: [{hero: {key_highlights: a text}}]", "" },
    { "sections: [{hero: {dropdown: {options: [{}, {}, {}, {}, {}, {}, {}]}}}]", "" },
    { HERO "{announcements: {announcement_items: [1, 2, 3, 4, 5]}}]", "" },
    { HERO "{announcements: {announcement_items: [1, 2, 3, 4, 5, 6]}}]",
      "too-many /sections/1/announcements/announcement_items" },
    { HERO "{textcards: {cards: [a, b, c, d, e]}, infocols: {infoboxes: [a, b, c, d, e]}}]",
      "too-many /sections/1/textcards/cards, too-many /sections/1/infocols/infoboxes" },
    { HERO "{carousel: [{}, {}, {}, {}, {}, {}, {}]}]", "" },
    /* Sections. */
    { HERO "{announcements: {}}, {infobar: {}}, {announcements: {}}]", "too-many /sections/3/announcements" },
    { HERO "{resources: {}}, {resources: true}, {resources: {}}]", "too-many /sections/2/resources, too-many /sections/3/resources" },
    { HERO "{carousel: []}, {carousel: []}]", "too-many /sections/2/carousel" },
    { HERO "{resources: }, {resources: no}, {resources: {}}]", "" },
    { HERO "{announcements: {}, resources: {}, carousel: []}]", "" },
    { HERO "{infobar: {}}, {infobar: {}}, {textcards: {}}, {textcards: {}}, {infocols: {}}, {infocols: {}}]", "" },
  };

  CHECK (cases);
}

static void
test_link_incomplete (void)
{
  static const Case cases[] = {
    { "sections: [{hero: {button: Go, url: /a/}}]", "" },
    { "sections: [{hero: {button: Go}}]", "link-incomplete /sections/0/hero" },
    { "sections: [{hero: {url: /a/}}]", "link-incomplete /sections/0/hero" },
    { "sections: [{hero: {button: Go, url: ~}}]", "link-incomplete /sections/0/hero" },
    { "sections: [{hero: {button: no, url: /a/}}]", "link-incomplete /sections/0/hero" },
    { "sections: [{hero: {button: Go, url: ''}}]", "" },
    { "sections: [{hero: {button: '', url: ''}}]", "" },
    /* A dropdown stands in place of the button. */
    { "sections: [{hero: {button: Go, dropdown: {}}}]", "" },
    { "sections: [{hero: {button: Go, dropdown: }}]", "link-incomplete /sections/0/hero" },
    { "sections: [{hero: {dropdown: {options: [{title: a, url: /a/}, {title: b}, {url: /c/}, {}]}}}]",
      "link-incomplete /sections/0/hero/dropdown/options/1, link-incomplete /sections/0/hero/dropdown/options/2" },
    { HERO "{infobar: {button: Go}, infopic: {url: /a/, image: /images/a.png, alt: a}}]",
      "link-incomplete /sections/1/infobar, link-incomplete /sections/1/infopic" },
    { HERO "{infocols: {linktext: Go}}, {infocols: {url: /a/}}, {infocols: {linktext: Go, url: /a/}}]",
      "link-incomplete /sections/1/infocols, link-incomplete /sections/2/infocols" },
    { HERO "{announcements: {announcement_items: [{link_text: a}, {link_url: /a/}, {link_text: a, link_url: /a/}, {}]}}]",
      "link-incomplete /sections/1/announcements/announcement_items/0, "
      "link-incomplete /sections/1/announcements/announcement_items/1" },
    /* A card is a link with and without a text; one that names a link must lead somewhere. */
    { HERO "{textcards: {cards: [{url: /a/}, {linktext: a, url: /a/}, {}]}}]", "" },
    { HERO "{textcards: {cards: [{linktext: a}]}}]", "link-incomplete /sections/1/textcards/cards/0" },
    /* No pairs. */
    { HERO "{resources: {button: More}}, {listing: {entries: [{image: /images/a.png}, {url: /a/}]}}]", "" },
    { "sections: [{hero: {key_highlights: [{title: a}, {url: /a/}]}}]", "" },
    { "permalink: /", "" },
    { HERO "{infobar: [button, url]}, {infobar: button}, {infobar: {button: [a]}}]", "link-incomplete /sections/3/infobar" },
  };

  CHECK (cases);
}

static void
test_image_and_alt_missing (void)
{
  static const Case cases[] = {
    { HERO "{infopic: {image: /images/a.png, alt: a}}]", "" },
    { HERO "{infopic: {image: '', alt: ''}}]", "" },
    { HERO "{infopic: {image: /images/a.png}}]", "alt-missing /sections/1/infopic" },
    { HERO "{infopic: {image: /images/a.png, alt: ~}}]", "alt-missing /sections/1/infopic" },
    { HERO "{infopic: {alt: a}}]", "image-missing /sections/1/infopic" },
    { HERO "{infopic: {image: no, alt: a}}]", "image-missing /sections/1/infopic" },
    { HERO "{infopic: {}}, {infopic: []}, {infopic: true}, {infopic: a}]",
      "image-missing /sections/1/infopic, image-missing /sections/2/infopic, image-missing /sections/3/infopic, "
      "image-missing /sections/4/infopic" },
    { HERO "{infopic: }, {infopic: no}]", "" },
    { HERO "{base: &a {image: /images/a.png, alt: a}, infopic: {<<: *a, title: x}}]", "" },
    { HERO "{carousel: [{image: /images/a.png}]}, {listing: {entries: [{}]}}]", "" },
    { "sections: [{hero: {}, infopic: {}}]", "image-missing /sections/0/infopic" },
  };

  CHECK (cases);
}

static void
test_hero (void)
{
  static const Case cases[] = {
    { "sections: [{hero: {}}]", "" },
    { "sections: [{hero: true}]", "" },
    { "sections: [{hero: ''}]", "" },
    { "sections: [{infobar: {}, hero: {}}, {infobar: {}}]", "" },
    { "sections: [{infobar: {}}]", "hero-first /sections/0" },
    { "sections: [{hero: }]", "hero-first /sections/0" },
    { "sections: [{hero: no}]", "hero-first /sections/0" },
    { "sections: [a text, {infobar: {}}]", "hero-first /sections/0" },
    { "sections: [{infobar: {}}, {hero: {}}, {hero: }, {hero: {}}]",
      "hero-first /sections/0, hero-not-first /sections/1, hero-not-first /sections/3" },
    { "sections: [&a {hero: {}}, *a]", "hero-not-first /sections/1" },
    /* No sections are no mistake, what is no list of them is. */
    { "title: x", "" },
    { "sections: ", "" },
    { "sections: []", "" },
    { "sections: {}", "" },
    { "sections: ''", "" },
    { "sections: 12", "" },
    { "sections: {hero: {title: Hero title}}", "hero-first /sections" },
    { "sections: hero", "hero-first /sections" },
    { "sections: [{infobar: {}}]\nsections: [{hero: {}}]", "" },
    { "", "" },
    { "[sections]", "" },
  };

  CHECK (cases);
}

static void
test_site_file_broken (void)
{
  static const struct { const char *file, *text, *expected; } cases[] = {
    { "_config.yml", "title: a: b", "site-file-broken " },
    { "_data/navigation.yml", "links: [", "site-file-broken " },
    { "_data/footer.yml", "a: 'b", "site-file-broken " },
    { "_data/footer.yml", "\xff", "site-file-broken " },
    { "_config.yml", "", "" },
    { "_data/navigation.yml", "just a text", "" },
    { "_data/other.yml", "a: b: c", "" },
    { "pages/page.md", "---\na: b: c\n---\n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autoptr(GFile) file = g_file_new_for_path (folder);
      g_autoptr(FrDocument) document = read_text ("sections: [{hero: {}}]", FR_FORMAT_YAML);
      g_autoptr(FrSite) site = NULL;
      g_autoptr(FrFindings) findings = NULL;
      g_autofree char *found = NULL;

      write_file (folder, cases[i].file, cases[i].text);
      site = fr_site_new (file);
      findings = fr_findings_new (document, site);
      found = outline (findings);
      g_test_message ("%s", cases[i].file);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* In the order of the text, in characters, whatever stands before. */
static void
test_places (void)
{
  static const char text[] = "\xef\xbb\xbf---\ntitle: Isomer Site\nsections:\n- hero: {title: é, subtitle: Hero title, button: a}\n"
                             "- infopic:\n    image: /images/a.png\n- announcements: {announcement_items: [1, 2, 3, 4, 5, 6, 7]}\n---\n";
  static const struct { const char *rule; unsigned line, column; } expected[] = {
    { "default-text", 2, 8 }, { "default-text", 4, 30 }, { "link-incomplete", 4, 50 }, { "alt-missing", 6, 5 },
    { "too-many", 7, 55 },
  };
  g_autoptr(FrSite) site = make_site ();
  g_autoptr(FrDocument) document = read_text (text, FR_FORMAT_FRONT_MATTER);
  g_autoptr(FrFindings) findings = fr_findings_new (document, site);
  g_autoptr(GPtrArray) list = only_meant (fr_findings_list (findings));

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = g_ptr_array_index (list, i);

      g_assert_cmpstr (finding->rule, ==, expected[i].rule);
      g_assert_cmpuint (finding->place.line, ==, expected[i].line);
      g_assert_cmpuint (finding->place.column, ==, expected[i].column);
    }
}

/* They say which field is meant as the form calls it. */
static void
test_messages (void)
{
  static const struct { const char *yaml, *part; FrSeverity severity; } cases[] = {
    { "sections: [{hero: {title: " SIXTY "x}}]", "“Hero: Title” has 61 characters; the web editor allows 60", FR_SEVERITY_WARNING },
    { "sections: [{hero: {key_highlights: [{}, {title: Button Text}]}}]", "“Highlight 2: Title” still holds", FR_SEVERITY_WARNING },
    { "description: Infobar", "“Page settings: Description” still holds", FR_SEVERITY_WARNING },
    { "image: /b.png", "There is no file “/b.png”", FR_SEVERITY_ERROR },
    { "sections: [{hero: {key_highlights: [1, 2, 3, 4, 5, 6]}}]", "the first 4 of these only; there are 6", FR_SEVERITY_WARNING },
    { HERO "{resources: {}}, {resources: {}}]", "in place of this one it shows an error", FR_SEVERITY_ERROR },
    { "sections: [{hero: {button: a}}]", "text but no address, so the page does not show it", FR_SEVERITY_WARNING },
    { "sections: [{hero: {url: a}}]", "address but no text, so the page does not show it", FR_SEVERITY_WARNING },
    { HERO "{textcards: {cards: [{linktext: a}]}}]", "leads back to the homepage", FR_SEVERITY_WARNING },
    { HERO "{infopic: {}}]", "The image is missing", FR_SEVERITY_ERROR },
    { HERO "{infopic: {image: ''}}]", "The alternative text is missing", FR_SEVERITY_ERROR },
    { "sections: [{}]", "must be a hero", FR_SEVERITY_ERROR },
    { "sections: {a: b}", "not a list of sections", FR_SEVERITY_ERROR },
    { HERO "{hero: {}}]", "is not drawn", FR_SEVERITY_ERROR },
  };
  g_autoptr(FrSite) site = make_site ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FrDocument) document = read_text (cases[i].yaml, FR_FORMAT_YAML);
      g_autoptr(FrFindings) findings = fr_findings_new (document, site);
      g_autoptr(GPtrArray) list = only_meant (fr_findings_list (findings));
      const FrFinding *finding = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;

      g_test_message ("%s", cases[i].yaml);
      g_assert_cmpuint (list->len, ==, 1);
      assert_has (finding->message, cases[i].part);
      g_assert_cmpint (finding->severity, ==, cases[i].severity);
    }
}

/* Where each is mended, and what can be taken away instead. */
static void
test_mended (void)
{
  static const struct { const char *yaml, *rule, *field, *leftover; } cases[] = {
    { "sections: [{hero: {title: Hero title}}]", "default-text", "/sections/0/hero/title", "/sections/0/hero/title" },
    { "sections: [{hero: {}}, {infopic: {image: /images/a.png, alt: Image alt text}}]", "default-text",
      "/sections/1/infopic/alt", NULL },
    { "sections: [{hero: {button: Go}}]", "link-incomplete", "/sections/0/hero/url", "/sections/0/hero/button" },
    { "sections: [{hero: {url: /go/}}]", "link-incomplete", "/sections/0/hero/button", "/sections/0/hero/url" },
    { "sections: [{hero: {dropdown: {options: [{title: A}]}}}]", "link-incomplete",
      "/sections/0/hero/dropdown/options/0/url", "/sections/0/hero/dropdown/options/0/title" },
    { "sections: [{hero: {}}, {infopic: {alt: A}}]", "image-missing", "/sections/1/infopic/image", NULL },
    { "sections: [{hero: {}}, {infopic: {image: /images/a.png}}]", "alt-missing", "/sections/1/infopic/alt", NULL },
    { "sections: [{hero: {key_highlights: [{}, {}, {}, {}, {}]}}]", "too-many", "/sections/0/hero/key_highlights", NULL },
    { "sections: [{infobar: {}}]", "hero-first", "/sections/0", NULL },
    { "title: Isomer Site", "default-text", "/title", "/title" },
  };
  g_autoptr(FrSite) site = make_site ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FrDocument) document = read_text (cases[i].yaml, FR_FORMAT_YAML);
      g_autoptr(FrFindings) findings = fr_findings_new (document, site);
      g_autoptr(GPtrArray) list = only_meant (fr_findings_list (findings));
      const FrFinding *finding = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;

      g_test_message ("%s", cases[i].yaml);
      g_assert_cmpuint (list->len, ==, 1);
      g_assert_cmpstr (finding->rule, ==, cases[i].rule);
      g_assert_cmpstr (finding->field, ==, cases[i].field);
      g_assert_cmpstr (finding->leftover, ==, cases[i].leftover);
    }
}

/* The parts together hold what the whole list has. */
static void
test_parts (void)
{
  static const char yaml[] = "title: Isomer Site\nsections: [{infobar: {button: Go}}, {hero: {title: Hero title}},"
                             " {carousel: []}, {carousel: [], infopic: {}}]\n";
  static const struct { const char *pointer, *found; } parts[] = {
    { "", "default-text /title" },
    { "/title", "default-text /title" },
    { "/sections/0/infobar/button", "hero-first /sections/0, link-incomplete /sections/0/infobar" },
    { "/sections/1", "hero-not-first /sections/1, default-text /sections/1/hero/title" },
    { "/sections/2/carousel", "" },
    { "/sections/3/carousel", "too-many /sections/3/carousel, image-missing /sections/3/infopic" },
    { "/sections/4", "" },
  };
  g_autoptr(FrSite) site = make_site ();
  g_autoptr(FrDocument) document = read_text (yaml, FR_FORMAT_YAML);
  g_autoptr(FrFindings) findings = fr_findings_new (document, site);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GPtrArray) list = fr_findings_list_for (findings, parts[i].pointer);
      g_autofree char *found = outline_list (list);

      g_test_message ("%s", parts[i].pointer);
      g_assert_cmpstr (found, ==, parts[i].found);
    }
}

static void
test_site_is_asked_again (void)
{
  g_autoptr(FrSite) site = make_site ();
  g_autoptr(FrSite) later = NULL;
  g_autoptr(FrDocument) document = read_text ("sections: [{hero: {background: /images/new.png}}]", FR_FORMAT_YAML);
  g_autoptr(FrFindings) findings = fr_findings_new (document, site);
  g_autofree char *before = outline (findings), *after = NULL;
  GFile *folder = fr_site_get_folder (site);

  g_assert_cmpstr (before, ==, "image-not-found /sections/0/hero/background");
  write_file (g_file_peek_path (folder), "images/new.png", "");
  later = fr_site_new (folder);
  fr_findings_set_site (findings, later);
  after = outline (findings);
  g_assert_cmpstr (after, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/too-long", test_too_long);
  g_test_add_func ("/findings/default-text", test_default_text);
  g_test_add_func ("/findings/image-not-found", test_image_not_found);
  g_test_add_func ("/findings/too-many", test_too_many);
  g_test_add_func ("/findings/link-incomplete", test_link_incomplete);
  g_test_add_func ("/findings/image-and-alt-missing", test_image_and_alt_missing);
  g_test_add_func ("/findings/hero", test_hero);
  g_test_add_func ("/findings/site-file-broken", test_site_file_broken);
  g_test_add_func ("/findings/places", test_places);
  g_test_add_func ("/findings/messages", test_messages);
  g_test_add_func ("/findings/mended", test_mended);
  g_test_add_func ("/findings/parts", test_parts);
  g_test_add_func ("/findings/site-is-asked-again", test_site_is_asked_again);
  return g_test_run ();
}
