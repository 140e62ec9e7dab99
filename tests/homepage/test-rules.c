/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule: a page in which it finds something and one in which it does not, and what its fix makes of the page. */
#include <string.h>

#include "../tools/folder.h"
#include "fr-findings.h"
#include "fr-fix.h"

/* Pages in which nothing else is wrong. */
#define TOP "layout: homepage\ntitle: Home\ndescription: A site\n"
#define HERO "- hero: {title: Welcome, background: /images/hero.jpg}\n"
#define PAGE(section) TOP "sections:\n" HERO section "\n"
#define BAR(fields) PAGE ("- infobar: {title: Bar, " fields "}")
#define PIC(fields) PAGE ("- infopic: {title: Pic, " fields "}")
#define HILL "image: /images/hill.png, alt: A hill at dusk"
#define DESCRIPTION(text) BAR ("description: " text)
#define LINK(address) BAR ("button: Go on, url: " address)
#define NEWS(fields) PAGE ("- announcements: {title: News, announcement_items: [{title: One, " fields "}]}")

typedef struct
{
  const char *rule;
  const char *page;
  const char *found;  /* "pointer", parted by spaces; "": nothing is found by the rule */
  const char *mended; /* the page after the fix; NULL: there is none */
  gboolean    safe;
} Case;

static const Case cases[] = {
  /* The page as a whole */
  { "hero-first", TOP "sections:\n- infobar: {title: Bar}\n", "/sections/0" },
  { "hero-first", PAGE (""), "" },
  { "hero-not-first", PAGE ("- hero: {title: Again}"), "/sections/1" },
  { "layout-wrong", "layout: page\nsections: []\n", "/layout", "layout: homepage\nsections: []\n" },
  { "layout-wrong", "title: Home\nsections: []\n", "" },
  { "layout-wrong", PAGE (""), "" },
  { "permalink-not-root", TOP "permalink: /home/\n", "/permalink", TOP "permalink: /\n" },
  { "permalink-not-root", TOP "permalink: /\n", "" },
  { "permalink-taken", TOP "permalink: /visit/\n", "/permalink" },
  { "permalink-taken", TOP "permalink: /\n", "" },
  { "notification-empty", TOP "notification: <b></b>\n", "/notification", TOP },
  { "notification-empty", TOP "notification: '<b>Closed</b> today'\n", "" },
  { "notification-empty", TOP "notification: '  '\n", "" },
  /* What is there, and what is not */
  { "too-many", PAGE ("- resources: {title: A}\n- resources: {title: B}"), "/sections/2/resources" },
  { "several-kinds", PAGE ("- infobar: {title: A}\n  infopic: {title: B, " HILL "}"), "/sections/1" },
  { "several-kinds", PAGE ("- infobar: {title: A}\n- infobar: {title: B}"), "" },
  { "section-empty", PAGE ("- infobar:\n- infocols: {title: A, infoboxes: [{title: B}]}"), "/sections/1",
    PAGE ("- infocols: {title: A, infoboxes: [{title: B}]}") },
  { "section-empty", PAGE ("- unheard_of:"), "" },
  { "list-empty", PAGE ("- textcards: {title: A, cards: []}"), "/sections/1/textcards" },
  { "list-empty", PAGE ("- textcards: {title: A}"), "/sections/1/textcards" },
  { "list-empty", PAGE ("- carousel: []"), "/sections/1/carousel" },
  { "list-empty", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, key_highlights: []}\n", "" },
  { "item-empty", PAGE ("- infocols:\n    title: A\n    infoboxes:\n    - title: B\n    - title: ''\n      description: ' '"),
    "/sections/1/infocols/infoboxes/1", PAGE ("- infocols:\n    title: A\n    infoboxes:\n    - title: B") },
  { "item-empty", PAGE ("- infocols: {title: A, infoboxes: [{title: B}, {description: C}]}"), "" },
  { "title-missing", PAGE ("- infobar: {description: A}"), "/sections/1/infobar" },
  { "title-missing", PAGE ("- infobar: {title: ' '}"), "/sections/1/infobar" },
  { "title-missing", TOP "sections:\n- hero: {variant: image, background: /images/hero.jpg}\n", "" },
  { "description-missing", "title: Home\n", "." },
  { "description-missing", TOP, "" },
  { "picture-missing", TOP "sections:\n- hero: {title: A}\n", "/sections/0/hero" },
  { "picture-missing", PAGE (""), "" },
  /* YAML */
  { "unknown-kind", PAGE ("- infobars: {title: A}"), "/sections/1/infobars", PAGE ("- infobar: {title: A}") },
  { "unknown-kind", PAGE ("- InfoBar: {title: A}"), "/sections/1/InfoBar", PAGE ("- infobar: {title: A}"), TRUE },
  { "unknown-kind", PAGE ("- gallery: {title: A}"), "/sections/1/gallery" },
  { "unknown-key", BAR ("descripton: A"), "/sections/1/infobar/descripton", BAR ("description: A") },
  { "unknown-key", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, Key-Highlights: [{title: B}]}\n",
    "/sections/0/hero/Key-Highlights",
    TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, key_highlights: [{title: B}]}\n", TRUE },
  /* What is meant is there already, and what nobody can guess. */
  { "unknown-key", BAR ("tilte: A"), "/sections/1/infobar/tilte" },
  { "unknown-key", BAR ("colour: A"), "/sections/1/infobar/colour" },
  { "unknown-key", BAR ("id: infobar"), "" },
  { "unknown-key", "layout: homepage\ntitle: Home\ndescripton: A site\n", "/descripton", "layout: homepage\ntitle: Home\ndescription: A site\n" },
  { "unknown-key", TOP "redirect_from: /old/\npublished: true\n", "" },
  { "breaking-key", PAGE ("- secondary_cta: {a: b}\n  infobar: {title: A}"), "/sections/1/secondary_cta", PAGE ("- infobar: {title: A}") },
  { "duplicate-key", BAR ("subtitle: Sub, title: Other"), "/sections/1/infobar/title", PAGE ("- infobar: {subtitle: Sub, title: Other}") },
  { "duplicate-key", BAR ("subtitle: Other"), "" },
  { "wrong-type", PAGE ("- infobar: A text"), "/sections/1/infobar" },
  { "wrong-type", PAGE ("- A text"), "/sections/1" },
  { "wrong-type", BAR ("description: [a, b]"), "/sections/1/infobar/description" },
  { "wrong-type", PAGE ("- textcards: {title: A, cards: {title: B}}"), "/sections/1/textcards/cards" },
  { "wrong-type", PAGE ("- textcards: {title: A, cards: [B]}"), "/sections/1/textcards/cards/0" },
  { "wrong-type", BAR ("description: ~"), "" },
  { "unknown-choice", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, variant: Center}\n", "/sections/0/hero/variant",
    TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, variant: center}\n", TRUE },
  { "unknown-choice", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, variant: side, backgroundColor: grey}\n",
    "/sections/0/hero/backgroundColor", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, variant: side, backgroundColor: gray}\n" },
  { "unknown-choice", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, variant: huge}\n", "/sections/0/hero/variant" },
  { "unknown-choice", TOP "sections:\n- hero: {title: A, background: /images/hero.jpg, variant: side, size: ''}\n", "" },
  { "unquoted-value", DESCRIPTION ("Yes"), "/sections/1/infobar/description", DESCRIPTION ("'Yes'"), TRUE },
  { "unquoted-value", DESCRIPTION ("off"), "/sections/1/infobar/description", DESCRIPTION ("'off'"), TRUE },
  { "unquoted-value", DESCRIPTION ("1_000"), "/sections/1/infobar/description", DESCRIPTION ("'1_000'"), TRUE },
  { "unquoted-value", DESCRIPTION ("2022"), "" },
  { "unquoted-value", DESCRIPTION ("false"), "" },
  { "unquoted-value", DESCRIPTION ("'Yes'"), "" },
  { "unquoted-value", NEWS ("date: 2026-03-01"), "/sections/1/announcements/announcement_items/0/date", NEWS ("date: 01 March 2026"), TRUE },
  { "symbol-value", PAGE ("- infobar:\n    title: :smile"), "/sections/1/infobar/title", PAGE ("- infobar:\n    title: ':smile'"), TRUE },
  { "symbol-value", DESCRIPTION ("a :smile"), "" },
  { "date-format", NEWS ("date: '2026-3-1'"), "/sections/1/announcements/announcement_items/0/date", NEWS ("date: '01 March 2026'"), TRUE },
  { "date-format", NEWS ("date: 1 Mar 2026"), "" },
  { "announcement-old", NEWS ("date: 01 March 2016"), "/sections/1/announcements/announcement_items/0/date" },
  { "announcement-old", NEWS ("date: 01 March 2999"), "" },
  { "announcement-old", NEWS ("date: In spring"), "" },
  /* Texts */
  { "default-text", BAR ("subtitle: Infobar Subtitle"), "/sections/1/infobar/subtitle", PAGE ("- infobar: {title: Bar}") },
  { "placeholder-text", DESCRIPTION ("Lorem ipsum dolor sit amet"), "/sections/1/infobar/description", PAGE ("- infobar: {title: Bar}") },
  { "placeholder-text", DESCRIPTION ("TBC"), "/sections/1/infobar/description", PAGE ("- infobar: {title: Bar}") },
  { "placeholder-text", DESCRIPTION ("Test your hearing"), "" },
  { "too-long", BAR ("subtitle: This is more than thirty characters"), "/sections/1/infobar/subtitle" },
  { "text-repeated", DESCRIPTION ("bar"), "/sections/1/infobar/description", PAGE ("- infobar: {title: Bar}") },
  { "text-repeated", DESCRIPTION ("bars"), "" },
  { "damaged-text", DESCRIPTION ("Singaporeâ€™s"), "/sections/1/infobar/description", DESCRIPTION ("Singapore’s"), TRUE },
  { "damaged-text", DESCRIPTION ("Singapore’s café, naïve «É» – déjà vu…"), "" },
  { "invisible-characters", DESCRIPTION ("a\u200bb"), "/sections/1/infobar/description", DESCRIPTION ("ab"), TRUE },
  { "markdown-shown", DESCRIPTION ("Read **this** now"), "/sections/1/infobar/description", DESCRIPTION ("Read <b>this</b> now"), TRUE },
  { "markdown-shown", PAGE ("- infobar: {title: A **bold** word}"), "/sections/1/infobar/title", PAGE ("- infobar: {title: A bold word}"), TRUE },
  { "markdown-shown", DESCRIPTION ("'See [fees](/visit/)'"), "/sections/1/infobar/description",
    DESCRIPTION ("'See <a href=\"/visit/\">fees</a>'"), TRUE },
  { "markdown-shown", DESCRIPTION ("'5 ** 2 and [sic] (here) * # 1'"), "" },
  { "markup-shown", PIC ("image: /images/hill.png, alt: A <b>hill</b> at dusk"), "/sections/1/infopic/alt", PIC (HILL), TRUE },
  { "markup-shown", DESCRIPTION ("'Bed &amp;amp; breakfast'"), "/sections/1/infobar/description", DESCRIPTION ("'Bed &amp; breakfast'"), TRUE },
  { "markup-shown", DESCRIPTION ("'a &lt;b&gt;'"), "/sections/1/infobar/description" },
  { "markup-shown", DESCRIPTION ("'Bed &amp; breakfast, 2 &lt; 3 &gt; 1'"), "" },
  { "markup-unbalanced", DESCRIPTION ("A <b>bold word"), "/sections/1/infobar/description" },
  { "markup-unbalanced", DESCRIPTION ("A bold</b> word"), "/sections/1/infobar/description" },
  { "markup-unbalanced", DESCRIPTION ("A <b word"), "/sections/1/infobar/description" },
  { "markup-unbalanced", DESCRIPTION ("'<ul><li>a<li>b</ul><p>c<br>d<img src=\"/a.png\"> 1 < 2 <!-- <b> -->'"), "" },
  { "markup-unknown", DESCRIPTION ("See <insert video here>"), "/sections/1/infobar/description" },
  { "markup-unknown", DESCRIPTION ("'<my-element>a</my-element> <3'"), "" },
  { "markup-forbidden", DESCRIPTION ("<script>a()</script>"), "/sections/1/infobar/description" },
  { "markup-forbidden", DESCRIPTION ("<b onclick=\"a()\">b</b>"), "/sections/1/infobar/description" },
  { "markup-forbidden", DESCRIPTION ("<b class=\"one two\">only = b</b>"), "" },
  /* Pictures */
  { "image-missing", PIC ("alt: A hill"), "/sections/1/infopic" },
  { "image-empty", PIC ("image: '', alt: A hill"), "/sections/1/infopic/image" },
  { "image-empty", PIC (HILL), "" },
  { "image-not-found", PIC ("image: /images/valley.png, alt: A valley"), "/sections/1/infopic/image" },
  { "image-elsewhere", PIC ("image: 'https://a.example/b.png', alt: A valley"), "/sections/1/infopic/image" },
  { "image-elsewhere", PIC (HILL), "" },
  { "file-name-case", PIC ("image: /Images/Hill.PNG, alt: A hill at dusk"), "/sections/1/infopic/image", PIC (HILL), TRUE },
  { "image-too-big", PIC ("image: /images/big.png, alt: A hill"), "/sections/1/infopic/image" },
  { "image-too-big", PIC (HILL), "" },
  { "image-kind", PIC ("image: /images/hill.webp, alt: A hill"), "/sections/1/infopic/image" },
  { "image-kind", PIC (HILL), "" },
  { "image-small", PIC ("image: /images/small.gif, alt: A hill"), "/sections/1/infopic/image" },
  { "image-small", PIC ("image: /images/large.gif, alt: A hill"), "" },
  { "image-large", PIC ("image: /images/large.gif, alt: A hill"), "/sections/1/infopic/image" },
  { "alt-missing", PIC ("image: /images/hill.png"), "/sections/1/infopic" },
  { "alt-empty", PIC ("image: /images/hill.png, alt: ''"), "/sections/1/infopic/alt" },
  { "alt-empty", PAGE ("- carousel: [{image: /images/hill.png, description: A}]"), "/sections/1/carousel/0/alt" },
  { "alt-empty", PAGE ("- carousel: [{image: /images/hill.png, title: A}]"), "" },
  { "alt-file-name", PIC ("image: /images/hill.png, alt: IMG_2041.JPG"), "/sections/1/infopic/alt" },
  { "alt-file-name", PIC ("image: /images/hill-2.png, alt: hill-2"), "/sections/1/infopic/alt" },
  { "alt-file-name", PIC ("image: /images/hill.png, alt: hill"), "" },
  { "alt-vague", PIC ("image: /images/hill.png, alt: Image 1"), "/sections/1/infopic/alt" },
  { "alt-vague", PIC ("image: /images/hill.png, alt: Image of a hill"), "" },
  { "alt-repeated", PIC ("image: /images/hill.png, alt: pic"), "" },
  { "alt-repeated", PAGE ("- infopic: {title: A hill, image: /images/hill.png, alt: a hill}"), "/sections/1/infopic/alt" },
  /* Links */
  { "link-incomplete", BAR ("button: Go on"), "/sections/1/infobar", PAGE ("- infobar: {title: Bar}") },
  { "link-empty", LINK ("''"), "/sections/1/infobar/url", PAGE ("- infobar: {title: Bar}") },
  { "link-empty", LINK ("'#'"), "/sections/1/infobar/url" },
  { "link-empty", LINK ("/visit/"), "" },
  { "link-text-empty", BAR ("button: '', url: ''"), "/sections/1/infobar/button", PAGE ("- infobar: {title: Bar}"), TRUE },
  { "link-text-empty", BAR ("button: '', url: /visit/"), "/sections/1/infobar/button", PAGE ("- infobar: {title: Bar}") },
  { "link-text-vague", BAR ("button: Click here, url: /visit/"), "/sections/1/infobar/button" },
  { "link-text-vague", BAR ("button: Click to join, url: /visit/"), "" },
  { "link-not-found", LINK ("/nowhere/"), "/sections/1/infobar/url" },
  { "link-not-found", LINK ("/visit/"), "" },
  { "link-not-found", LINK ("'/files/a%20b.pdf'"), "" },
  { "link-not-found", DESCRIPTION ("<a href=\"/nowhere/\">a</a>"), "/sections/1/infobar/description" },
  { "link-not-found", DESCRIPTION ("<a href=\"/visit/\">a</a>"), "" },
  { "anchor-not-found", LINK ("'/visit/#nothing'"), "/sections/1/infobar/url" },
  { "anchor-not-found", LINK ("'/visit/#fees'"), "" },
  { "link-to-itself", LINK ("/"), "/sections/1/infobar/url" },
  { "link-to-itself", LINK ("'/#top'"), "" },
  { "link-own-site", LINK ("'https://www.site.example/visit/'"), "/sections/1/infobar/url", LINK ("'/visit/'"), TRUE },
  { "link-own-site", LINK ("'https://www.site.example/nowhere/'"), "/sections/1/infobar/url", LINK ("'/nowhere/'") },
  { "link-own-site", LINK ("'https://www.site.example.org/'"), "" },
  { "address-insecure", LINK ("'http://a.example/'"), "/sections/1/infobar/url", LINK ("'https://a.example/'") },
  { "address-insecure", LINK ("'https://a.example/?next=http://b.example/'"), "" },
  { "address-without-scheme", LINK ("www.a.example/b"), "/sections/1/infobar/url", LINK ("https://www.a.example/b"), TRUE },
  { "address-without-scheme", LINK ("/www.a.example/b"), "" },
  { "address-without-scheme", DESCRIPTION ("<a href=\"www.a.example\">a</a>"), "/sections/1/infobar/description",
    DESCRIPTION ("<a href=\"https://www.a.example\">a</a>"), TRUE },
  { "address-scheme", LINK ("'javascript:alert(1)'"), "/sections/1/infobar/url" },
  { "address-scheme", LINK ("'mailto:a@b.example'"), "" },
  { "address-capitals", LINK ("'HTTPS://a.example/'"), "/sections/1/infobar/url", LINK ("'https://a.example/'"), TRUE },
  { "address-spaces", LINK ("' /visit/ '"), "/sections/1/infobar/url", LINK ("'/visit/'"), TRUE },
  { "address-spaces", LINK ("/files/a b.pdf"), "/sections/1/infobar/url", LINK ("/files/a%20b.pdf"), TRUE },
  { "address-spaces", LINK ("/files/a%20b.pdf"), "" },
  { "address-malformed", LINK ("'https://'"), "/sections/1/infobar/url" },
  { "address-malformed", LINK ("'https:/a.example'"), "/sections/1/infobar/url", LINK ("'https://a.example'"), TRUE },
  { "address-malformed", LINK ("'https://https://a.example/'"), "/sections/1/infobar/url", LINK ("'https://a.example/'"), TRUE },
  { "address-malformed", LINK ("'https://a.example/b'"), "" },
  { "address-staging", LINK ("'https://site-staging.netlify.app/'"), "/sections/1/infobar/url" },
  { "address-staging", LINK ("'http://localhost:4000/'"), "/sections/1/infobar/url" },
  { "address-staging", LINK ("'https://interstaging.example/'"), "" },
  { "address-editor", LINK ("'https://cms.isomer.gov.sg/sites/a'"), "/sections/1/infobar/url" },
  { "address-editor", LINK ("'https://www.isomer.gov.sg/'"), "" },
};

static FrSite *
open_site (const char *config)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *big = g_strnfill (5100000, 'x');

  write_file (folder, "_config.yml", config);
  write_file (folder, "index.md", "---\ntitle: Home\n---\n");
  write_file (folder, "pages/visit.md", "---\ntitle: Visit\npermalink: /visit/\n---\n## Fees\n");
  write_file (folder, "files/a b.pdf", "");
  write_file (folder, "images/hero.jpg", "");
  write_file (folder, "images/hill.png", "");
  write_file (folder, "images/hill-2.png", "");
  write_file (folder, "images/hill.webp", "");
  write_file (folder, "images/big.png", big);
  write_file (folder, "images/small.gif", "GIF89a\x10\x01\x10\x10");
  write_file (folder, "images/large.gif", "GIF89a\x10\x27\x10\x10");
  return fr_site_new (file);
}

static FrDocument *
read_text (const char *text, FrFormat format)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FrDocument *document = fr_document_new (bytes, format, &error);

  g_assert_no_error (error);
  return document;
}

/* What the rule finds. */
static GPtrArray *
look (FrDocument *document, FrSite *site, const char *rule)
{
  g_autoptr (GFile) file = g_file_get_child (fr_site_get_folder (site), "index.md");
  g_autoptr (FrFindings) findings = fr_findings_new_for (document, site, file, TRUE);
  GPtrArray *list = fr_findings_list (findings);

  for (unsigned i = list->len; i-- > 0;)
    if (strcmp (((FrFinding *) list->pdata[i])->rule, rule) != 0)
      g_ptr_array_remove_index (list, i);
  return list;
}

static char *
join_pointers (const GPtrArray *list)
{
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < list->len; i++)
    {
      const char *pointer = ((FrFinding *) list->pdata[i])->pointer;

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", *pointer != '\0' ? pointer : ".");
    }
  return g_string_free (out, FALSE);
}

/* One fix, one step of undo, these bytes and no others, and nothing is found then. */
static void
assert_mended (const Case *it, FrDocument *document, FrSite *site, const FrFinding *finding)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fr_document_patch (document, finding->fix, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fr_document_get_text (document), ==, it->mended);
  left = look (document, site, it->rule);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, it->page);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (FrSite) site = open_site ("title: A site\nurl: https://www.site.example\n");
  g_autoptr (FrDocument) document = read_text (it->page, FR_FORMAT_YAML);
  g_autoptr (GPtrArray) list = look (document, site, it->rule);
  g_autofree char *found = join_pointers (list);

  g_assert_cmpstr (found, ==, it->found);
  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = list->pdata[i];

      g_assert_cmpint (finding->fix != NULL, ==, it->mended != NULL);
      g_assert_cmpint (finding->safe, ==, it->safe);
      if (it->mended != NULL)
        assert_mended (it, document, site, finding);
    }
}

static void
test_relative (void)
{
  static const struct { const char *config; const char *found; } sites[] = { { "title: A\nbaseurl: /base\n", "/sections/1/infobar/url" },
                                                                             { "title: A\n", "" } };

  for (unsigned i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      g_autoptr (FrSite) site = open_site (sites[i].config);
      g_autoptr (FrDocument) document = read_text (LINK ("visit/"), FR_FORMAT_YAML);
      g_autoptr (GPtrArray) list = look (document, site, "address-relative");
      g_autofree char *found = join_pointers (list);

      g_assert_cmpstr (found, ==, sites[i].found);
    }
}

static void
test_body (void)
{
  static const struct { const char *text; unsigned found; } pages[] = {
    { "---\n" TOP "---\n", 0 }, { "---\n" TOP "---\n \n\n", 0 }, { "---\n" TOP "---\nA text\n", 1 }, { "---\n" TOP "---", 0 },
  };
  g_autoptr (FrSite) site = open_site ("title: A\n");

  for (unsigned i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (FrDocument) document = read_text (pages[i].text, FR_FORMAT_FRONT_MATTER);
      g_autoptr (GPtrArray) list = look (document, site, "body-not-shown");

      g_assert_cmpuint (list->len, ==, pages[i].found);
    }
}

/* A file by itself is in no site: only what is wrong wherever it is is told. */
static void
test_lone (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (FrSite) site = fr_site_new (file);
  g_autoptr (FrDocument) document = read_text (LINK ("/nowhere/"), FR_FORMAT_YAML);
  g_autoptr (FrDocument) other = read_text (LINK ("www.a.example"), FR_FORMAT_YAML);
  g_autoptr (GPtrArray) none = look (document, site, "link-not-found"), one = look (other, site, "address-without-scheme");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
}

/* Many at once are one step; those that touch the same value wait. */
static void
test_together (void)
{
  static const char page[] = PAGE ("- infobar: {title: Singaporeâ€™s **bar**, subtitle: Yes, description: a\u200bb}\n"
                                   "- infobar: {title: Infobar, button: '', url: ''}");
  static const char after[] = PAGE ("- infobar: {title: Singapore’s **bar**, subtitle: 'Yes', description: ab}\n"
                                    "- infobar: {title: Infobar}");
  g_autoptr (FrSite) site = open_site ("title: A\n");
  g_autoptr (FrDocument) document = read_text (page, FR_FORMAT_YAML);
  g_autoptr (FrFindings) findings = fr_findings_new (document, site);
  g_autoptr (GPtrArray) list = fr_findings_list (findings);
  g_autoptr (GPtrArray) chosen = fr_fixes_choose (list, NULL);
  g_autofree char *patch = fr_fixes_join (chosen);

  g_assert_cmpuint (chosen->len, ==, 4);
  g_assert_true (fr_document_patch (document, patch, NULL));
  g_assert_cmpstr (fr_document_get_text (document), ==, after);
  g_assert_true (fr_document_undo (document));
  g_assert_cmpstr (fr_document_get_text (document), ==, page);
}

/* Names are what scripts and people's choices know rules by. */
static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) tried = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_nonnull (fr_rule_find (cases[i].rule));
      g_hash_table_add (tried, (char *) cases[i].rule);
    }
  for (FrRuleId id = 0; id < FR_N_RULES; id++)
    {
      const FrRule *rule = fr_rule_get (id);

      g_test_message ("%s", rule->name);
      g_assert_true (g_hash_table_add (seen, (char *) rule->name));
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)+$", rule->name, 0, 0));
      g_assert_true (fr_rule_find (rule->name) == rule);
      g_assert_false (g_str_has_suffix (rule->title, "."));
      g_assert_true (g_str_has_suffix (rule->why, ".") && g_str_has_suffix (rule->remedy, "."));
      /* Those of the site's files are in test-findings.c and tests/site, of the two others above. */
      if (id < FR_RULE_SITE_FILE_BROKEN && id != FR_RULE_BODY_NOT_SHOWN && id != FR_RULE_ADDRESS_RELATIVE)
        g_assert_true (g_hash_table_contains (tried, rule->name));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/rules/%s/%u", cases[i].rule, i);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/rules/address-relative", test_relative);
  g_test_add_func ("/rules/body-not-shown", test_body);
  g_test_add_func ("/rules/lone", test_lone);
  g_test_add_func ("/rules/together", test_together);
  g_test_add_func ("/rules/table", test_table);
  return g_test_run ();
}
