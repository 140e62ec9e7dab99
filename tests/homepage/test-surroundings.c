/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the site puts around its pages, and its posts: from files in a folder that each test writes. */
#include <string.h>
#include <unistd.h>

#include "../tools/contains.h"
#include "../tools/folder.h"
#include "fr-file.h"
#include "fr-findings.h"
#include "fr-navigation.h"
#include "fr-page.h"
#include "fr-posts.h"

typedef struct
{
  char   *folder;
  FrSite *site;
} Fixture;

/* `files`: name, text pairs ending in NULL. */
static Fixture
make_site (const char * const *files)
{
  Fixture it = { make_folder () };
  g_autoptr(GFile) folder = g_file_new_for_path (it.folder);

  for (; *files != NULL; files += 2)
    write_file (it.folder, files[0], files[1]);
  it.site = fr_site_new (folder);
  return it;
}

static void
clear (Fixture *it)
{
  g_object_unref (it->site);
  g_free (it->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static char *
render (Fixture *it, gboolean with_site)
{
  g_autoptr(FrPage) page = fr_page_new (it->site, FR_IMAGES_AS_ADDRESSES);

  fr_page_update (page, NULL, NULL);
  return fr_page_to_document (page, with_site);
}

/* "title address", a line each, what is below a link two spaces in. */
static void
outline (GString *out, GPtrArray *links, const char *indent)
{
  for (unsigned i = 0; links != NULL && i < links->len; i++)
    {
      const FrLink *link = links->pdata[i];

      g_string_append_printf (out, "%s%s %s\n", indent, link->title, link->address);
      outline (out, link->below, "  ");
    }
}

static void
assert_links (const char * const *files, const char *expected)
{
  g_auto(Fixture) it = make_site (files);
  g_autoptr(GPtrArray) links = fr_navigation_links (it.site, FR_NAVIGATION_BAR);
  g_autoptr(GString) found = g_string_new (NULL);

  outline (found, links, "");
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_links_and_sublinks (void)
{
  assert_links ((const char * const []) {
    "_config.yml", "baseurl: /base",
    "_data/navigation.yml",
    "links:\n- {title: About, url: /about/, sublinks: [{title: Rooms, url: /rooms/}, {title: Out, url: 'https://o.example'}]}\n"
    "- {title: Contact, url: /contact/}\n", NULL },
    "About /base/about/\n  Rooms /base/rooms/\n  Out https://o.example\nContact /base/contact/\n");
  assert_links ((const char * const []) {
    "_config.yml", "baseurl: null",
    "_data/navigation.yml", "links: [{title: About, url: /about/}]", NULL },
    "About /about/\n");
}

static void
test_resource_room_lists_its_categories (void)
{
  assert_links ((const char * const []) {
    "_config.yml", "resources_name: news",
    "_data/navigation.yml", "links: [{title: News, resource_room: true}]",
    "news/media-releases/_posts/2026-01-02-a.md", "---\ntitle: a\n---\n",
    "news/Events/_posts/2026-01-01-b.md", "---\ntitle: b\n---\n",
    "news/later/_posts/2999-01-01-c.md", "---\ntitle: not yet\n---\n", NULL },
    "News /news/\n  All /news/\n  Events /news/Events/\n  Media Releases /news/media-releases/\n");
  assert_links ((const char * const []) {
    "_config.yml", "resources_name: news",
    "_data/navigation.yml", "links: [{title: News, resource_room: true}]",
    "news/events/_posts/2026-01-01-b.md", "---\ntitle: b\n---\n", NULL },
    "News /news/\n  Events /news/events/\n");
}

static void
test_collection_lists_its_pages (void)
{
  assert_links ((const char * const []) {
    "_config.yml", "",
    "_data/navigation.yml", "links: [{title: Work, collection: work}, {title: Gone, collection: gone}]",
    "_work/collection.yml", "collections: {work: {order: [b.md, deep/.keep, deep/c.md, deep/d.md, a.md, ../outside.md]}}",
    "_work/a.md", "---\ntitle: A\npermalink: /work/a/\n---\n",
    "_work/b.md", "---\ntitle: B\npermalink: /work/b/\n---\n",
    "_work/deep/c.md", "---\ntitle: C\nthird_nav_title: Deep\npermalink: /work/deep/c/\n---\n",
    "_work/deep/d.md", "---\ntitle: D\nthird_nav_title: Deep\npermalink: /work/deep/d/\n---\n", NULL },
    "Work /work/b/\n  B /work/b/\n  Deep /work/deep/c/\n  A /work/a/\nGone \n");
}

static void
test_header_and_footer_are_outside_of_main (void)
{
  g_auto(Fixture) it = make_site ((const char * const []) {
    "_config.yml", "title: The Quay",
    "_data/navigation.yml", "logo: /logo.svg\nlinks: [{title: About, url: /about/}, {title: FAQ, url: /questions/}]",
    "_data/footer.yml", "faq: /questions/\nsocial_media: {youtube: 'https://y.example/'}", NULL });
  g_autofree char *html = render (&it, TRUE), *page_only = render (&it, FALSE);
  const char *main_start = strstr (html, "<main"), *main_end = strstr (html, "</main>");

  g_assert_true (strstr (html, "</header>") < main_start && main_end < strstr (html, "<footer"));
  assert_has (html, "frontage-site:///logo.svg");
  assert_has (main_end, "The Quay");
  assert_has (main_end, "href=\"/about/\"");
  assert_has (main_end, "title=\"YouTube\"");
  assert_has_not (main_end, "title=\"Facebook\"");
  /* Among the footer's own links, and not once more among the pages. */
  assert_has (main_end, "<li><p><a href=\"/questions/\"");
  assert_has (main_end, "<b><a class=\"has-text-white\" href=\"/about/\"");
  assert_has_not (main_end, "<b><a class=\"has-text-white\" href=\"/questions/\"");
  assert_has_not (page_only, "</header>");
  assert_has_not (page_only, "</footer>");
}

static void
test_addresses_around_the_page (void)
{
  g_auto(Fixture) it = make_site ((const char * const []) {
    "_config.yml", "baseurl: /base",
    "_data/navigation.yml", "links: [{title: In, url: /in/}, {title: Out, url: 'https://o.example/'}, "
                            "{title: Menu, url: 'https://m.example/', sublinks: [{title: Sub, url: 'https://s.example/'}]}]",
    "_data/footer.yml", "faq: 'https://faq.example/'\nfeedback: /feedback/\nterms_of_use: /terms/\n"
                        "social_media: {youtube: 'https://y.example/'}", NULL });
  static const char * const out[] = { "o", "m", "s", "faq", "y" };
  static const char * const in[] = { "in", "feedback", "terms", "privacy" };
  g_autofree char *html = render (&it, TRUE);

  for (unsigned i = 0; i < G_N_ELEMENTS (out); i++)
    {
      g_autofree char *link = g_strdup_printf ("href=\"https://%s.example/\" target=\"_blank\"", out[i]);

      assert_has (html, link);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (in); i++)
    {
      g_autofree char *link = g_strdup_printf ("href=\"/base/%s/\"", in[i]);
      g_autofree char *opened = g_strconcat (link, " target", NULL);

      assert_has (html, link);
      assert_has_not (html, opened);
    }
}

static void
test_files_missing_or_broken (void)
{
  static const char * const sites[][9] = {
    { NULL },
    { "_data/navigation.yml", "links:\n- title: A\n  url: b: c\n", "_data/footer.yml", "a: b: c" },
    { "_data/navigation.yml", "links: 3", "_data/footer.yml", "- x" },
    { "_data/navigation.yml", "links: [x, {title: }, {sublinks: y}]", "_data/footer.yml", "social_media: z" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      g_auto(Fixture) it = make_site (sites[i]);
      g_autofree char *html = render (&it, TRUE);

      assert_has (html, "<main id=\"main-content\">");
      if (i > 1)
        continue;
      assert_has_not (html, "<header");
      assert_has_not (html, "<footer");
    }
}

/* The only one of this rule; the page itself may have others. */
static const FrFinding *
find_one (const GPtrArray *findings, const char *rule)
{
  const FrFinding *found = NULL;

  for (unsigned i = 0; i < findings->len; i++)
    {
      const FrFinding *finding = findings->pdata[i];

      if (strcmp (finding->rule, rule) != 0)
        continue;
      g_assert_null (found);
      found = finding;
    }
  g_assert_nonnull (found);
  return found;
}

static void
test_broken_file_is_a_finding (void)
{
  g_auto(Fixture) it = make_site ((const char * const []) {
    "_config.yml", "title: x", "_data/navigation.yml", "links:\n- title: A\n  url: b: c\n", "_data/footer.yml", "faq: /faq/", NULL });
  g_autoptr(GBytes) bytes = g_bytes_new_static ("sections: [{hero: {}}]", 22);
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  g_autoptr(FrFindings) findings = fr_findings_new (document, it.site);
  g_autoptr(GPtrArray) list = fr_findings_list (findings);
  const FrFinding *finding = find_one (list, "site-file-broken");

  g_assert_true (g_str_has_suffix (finding->file, "/_data/navigation.yml"));
  g_assert_cmpuint (finding->place.line, ==, 3);
}

static void
test_markup_in_links_is_confined (void)
{
  g_auto(Fixture) it = make_site ((const char * const []) {
    "_config.yml", "title: '</footer><script>x</script>'",
    "_data/navigation.yml", "links: [{title: '<i>A</i></header><script>x</script>', url: '\"><script>x</script>'}]",
    "_data/footer.yml", "faq: '\" onclick=\"x'", NULL });
  g_autofree char *html = render (&it, TRUE);

  assert_has (html, "<i>A</i>");
  assert_has_not (html, "<script");
  assert_has_not (html, "\" onclick=");
  g_assert_null (strstr (strstr (html, "</header>") + 1, "</header>"));
  g_assert_null (strstr (strstr (strstr (html, "</footer>") + 1, "</footer>") + 1, "</footer>"));
}

static void
test_masthead_of_others_is_not_seen (void)
{
  g_auto(Fixture) it = make_site ((const char * const []) { "_config.yml", "is_government: false", NULL });
  g_autofree char *html = render (&it, TRUE);

  assert_has (html, "bp-masthead\" style=\"visibility: hidden\"");
}

/* As Jekyll reads them, and never out of the site. */
static void
test_posts (void)
{
  g_autofree char *outside = make_folder ();
  g_autofree char *secret = g_build_filename (outside, "secret.md", NULL);
  g_auto(Fixture) it = make_site ((const char * const[]) {
    "_config.yml", "resources_name: news\nbaseurl: /base\nfuture: yes\n",
    "index.md", "---\nsections: [{hero: {}}, {resources: {}}]\n---\n",
    "news/é/_posts/2020-01-01-old.md", "---\ntitle: Newest\ndate: 2999-08-01\npermalink: /newest/\n---\n",
    "news/a/_posts/2026-05-03-no-name.md", "---\nexternal: https://a.example/\n---\n",
    "news/a/_posts/2026-05-02-words.md", "---\ntitle: 1  2 3 4  5 6 7 8 9 10 11 12 13 14\nfile_url: /f.pdf\n---\n",
    "news/a/_posts/2026-05-01-fourth.md", "---\ntitle: Fourth\n---\n",
    "news/a/_posts/2027-05-01-draft.md", "---\ntitle: Draft\npublished: false\n---\n", NULL });
  g_autofree char *link = g_build_filename (it.folder, "news/a/_posts/2028-01-01-secret.md", NULL);
  g_autofree char *index = g_build_filename (it.folder, "index.md", NULL);
  g_autoptr(GBytes) bytes = fr_file_read (index, NULL);
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
  g_autoptr(FrPage) page = fr_page_new (it.site, FR_IMAGES_AS_ADDRESSES);
  g_autofree char *html = NULL;

  write_file (outside, "secret.md", "---\ntitle: Secret\n---\n");
  g_assert_cmpint (symlink (secret, link), ==, 0);
  fr_page_update (page, fr_document_get_root (document), NULL);
  html = fr_page_to_document (page, FALSE);
  assert_has (html, "href=\"/newest/\"><div");
  assert_has (html, ">É</small>");
  assert_has (html, "<b>Newest</b>");
  assert_has (html, ">01 AUG 2999<");
  assert_has (html, "href=\"https://a.example/\" target=\"_blank\"");
  assert_has (html, "<b>No Name</b>");
  assert_has (html, "href=\"/base/f.pdf\" target=\"_blank\"");
  assert_has (html, "13 14</b>");
  for (const char * const *not_there = (const char * const[]) { "Secret", "Draft", "Fourth", NULL }; *not_there; not_there++)
    assert_has_not (html, *not_there);
}

static void
test_posts_are_read_again_when_they_change (void)
{
  g_auto(Fixture) it = make_site ((const char * const []) {
    "_config.yml", "resources_name: news",
    "news/a/_posts/2026-01-01-one.md", "---\ntitle: one\n---\n", NULL });
  g_autoptr(GPtrArray) first = fr_posts_newest (it.site, 3);
  g_autoptr(FrSite) with_edited = NULL, with_added = NULL;
  g_autoptr(GPtrArray) edited = NULL, added = NULL;

  write_file (it.folder, "news/a/_posts/2026-01-01-one.md", "---\ntitle: other\n---\n");
  with_edited = fr_site_read_again (it.site);
  edited = fr_posts_newest (with_edited, 3);
  g_assert_cmpstr (((FrPost *) edited->pdata[0])->file->title, ==, "other");

  write_file (it.folder, "news/b/_posts/2026-01-02-two.md", "---\ntitle: two\n---\n");
  with_added = fr_site_read_again (with_edited);
  added = fr_posts_newest (with_added, 3);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_cmpstr (((FrPost *) added->pdata[0])->file->title, ==, "two");
  g_assert_cmpstr (((FrPost *) added->pdata[0])->category, ==, "b");

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (((FrPost *) first->pdata[0])->file->title, ==, "one");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/navigation/links-and-sublinks", test_links_and_sublinks);
  g_test_add_func ("/navigation/resource-room-lists-its-categories", test_resource_room_lists_its_categories);
  g_test_add_func ("/navigation/collection-lists-its-pages", test_collection_lists_its_pages);
  g_test_add_func ("/surroundings/outside-of-main", test_header_and_footer_are_outside_of_main);
  g_test_add_func ("/surroundings/addresses", test_addresses_around_the_page);
  g_test_add_func ("/surroundings/files-missing-or-broken", test_files_missing_or_broken);
  g_test_add_func ("/surroundings/broken-file-is-a-finding", test_broken_file_is_a_finding);
  g_test_add_func ("/surroundings/markup-is-confined", test_markup_in_links_is_confined);
  g_test_add_func ("/surroundings/masthead-of-others-is-not-seen", test_masthead_of_others_is_not_seen);
  g_test_add_func ("/posts/as-jekyll-reads-them", test_posts);
  g_test_add_func ("/posts/read-again-when-they-change", test_posts_are_read_again_when_they_change);
  return g_test_run ();
}
