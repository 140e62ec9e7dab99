/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a snapshot knows of a site's folder, and what is read again for the next one. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../tools/contains.h"
#include "../tools/folder.h"
#include "fr-pages.h"
#include "fr-posts.h"

#define SVG(size) "<svg xmlns='http://www.w3.org/2000/svg' width='" size "' height='9'/>"

typedef struct
{
  char   *folder;
  FrSite *site;
} Fixture;

static FrSite *
read_site (const char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  return fr_site_new (file);
}

/* `files`: name, text pairs ending in NULL. */
static Fixture
make_site (const char * const *files)
{
  Fixture it = { make_folder () };

  for (; *files != NULL; files += 2)
    write_file (it.folder, files[0], files[1]);
  it.site = read_site (it.folder);
  return it;
}

static void
clear (Fixture *it)
{
  g_object_unref (it->site);
  g_free (it->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

#define SITE(...) make_site ((const char * const[]) { __VA_ARGS__, NULL })

/* What is known of files that were written this moment is not taken for the truth later. */
static void
settle (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status;
  FrFileState state;

  g_assert_cmpint (stat (path, &status), ==, 0);
  state = fr_file_state_of (&status);
  while (!fr_file_state_is_settled (&state))
    g_thread_yield ();
}

static void
make_link (const char *folder, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_large (const char *folder, const char *name, goffset size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (truncate (path, size), ==, 0);
}

static void
test_pages (void)
{
  g_auto(Fixture) it = SITE ("_config.yml", "a: b", "index.md", "---\ntitle: Home\npermalink: /\n---\n",
                             "pages/a.md", "---\ntitle: 012\nthird_nav_title: C\npermalink: /a/\n---\nBody", "b.html", "---\n---\n",
                             "c.md", "No front matter", "d.md", "---\na: [\n---\n", "_hidden/e.md", "---\ntitle: E\n---\n",
                             "bom.md", "\xef\xbb\xbf---\ntitle: F\n---\n", "off.md", "---\npermalink: false\n---\n");
  static const struct { const char *address, *path, *title; } pages[] = {
    { "/", "index.md", "Home" }, { "/a", "pages/a.md", "10" }, { "/b", "b.html", NULL }, { "/bom", "bom.md", "F" },
    { "/off", "off.md", NULL }, { "/c", NULL }, { "/d", NULL }, { "/_hidden/e", NULL }, { "/pages/a", NULL },
  };
  g_autoptr(GPtrArray) list = fr_site_list_pages (it.site);

  for (unsigned i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const FrSiteFile *page = fr_site_get_page (it.site, pages[i].address);

      g_assert_cmpstr (page != NULL ? page->path : NULL, ==, pages[i].path);
      g_assert_cmpstr (page != NULL ? page->title : NULL, ==, pages[i].title);
    }
  g_assert_cmpstr (fr_site_get_file (it.site, "pages/a.md")->third_nav_title, ==, "C");
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_true (fr_site_is_complete (it.site));
}

/* The end of what is read first may look like a fence. */
static void
test_front_matter_of_any_length (void)
{
  for (unsigned length = 4050; length < 4100; length++)
    {
      g_autofree char *padding = g_strnfill (length, 'x');
      g_autofree char *text = g_strconcat ("---\ncomment: ", padding, "\nb: |\n ---\n---x: 1\ntitle: T\n---\nBody\n", NULL);
      g_auto(Fixture) it = SITE ("a.md", text);

      g_assert_cmpstr (fr_site_get_file (it.site, "a.md")->title, ==, "T");
    }
}

static void
test_huge_files (void)
{
  g_auto(Fixture) it = SITE ("a.md", "---\ntitle: A\n---\n", "b.md", "---\n", "c.png", "x", "_data/d.yml", "e: f");
  g_autoptr(FrSite) site = NULL;

  for (const char * const *name = (const char * const[]) { "a.md", "b.md", "c.png", "_data/d.yml", NULL }; *name; name++)
    make_large (it.folder, *name, G_GINT64_CONSTANT (10) << 30);
  site = read_site (it.folder);
  g_assert_cmpstr (fr_site_get_file (site, "a.md")->title, ==, "A");
  g_assert_false (fr_site_get_file (site, "b.md")->is_page);
  g_assert_cmpint (fr_site_get_file (site, "c.png")->bytes, ==, G_GINT64_CONSTANT (10) << 30);
  g_assert_null (fr_site_get_data (site, "_data/d.yml"));
  g_assert_nonnull (fr_site_get_problem (site, "_data/d.yml"));
}

static void
test_data (void)
{
  g_auto(Fixture) it = SITE ("_config.yml", "title: T\nbaseurl: /b\ncolors: {primary-color: '#123'}", "_data/navigation.yml", "a: 1",
                             "_data/deep/x.yml", "a: 1", "_guides/collection.yml", "a: 1", "other/collection.yml", "a: 1",
                             "_data/broken.yml", "a: 1\n@b: 1", "_config.yaml", "a: [");
  const GError *problem = fr_site_get_problem (it.site, "_data/broken.yml");

  g_assert_cmpstr (fr_node_get_text (fr_site_get_config (it.site, "/title")), ==, "T");
  g_assert_cmpstr (fr_site_get_base_url (it.site), ==, "/b");
  g_assert_cmpstr (fr_site_get_primary_color (it.site), ==, "#123");
  g_assert_nonnull (fr_site_get_data (it.site, "_data/navigation.yml"));
  g_assert_nonnull (fr_site_get_data (it.site, "_guides/collection.yml"));
  g_assert_null (fr_site_get_data (it.site, "_data/deep/x.yml"));
  g_assert_null (fr_site_get_data (it.site, "other/collection.yml"));
  g_assert_null (fr_site_get_data (it.site, "_data/broken.yml"));
  g_assert_nonnull (problem);
  g_assert_cmpuint (fr_error_get_place (problem).line, ==, 2);
  g_assert_null (fr_site_get_problem (it.site, "_data/footer.yml"));
}

/* None of it is waited for, whichever way the site is read. */
static void
test_pipes (void)
{
  g_auto(Fixture) it = SITE ("pages/index.md", "---\n---\n");
  g_autoptr(GFile) folder = g_file_new_for_path (it.folder), file = g_file_resolve_relative_path (folder, "pages/index.md");
  g_autoptr(GFile) found = NULL;
  g_autoptr(FrSite) site = NULL, quick = NULL;

  write_file (it.folder, "_data/x", "");
  for (const char * const *name = (const char * const[]) { "_config.yml", "_data/footer.yml", "a.md", "b.png", NULL }; *name; name++)
    {
      g_autofree char *path = g_build_filename (it.folder, *name, NULL);

      g_assert_cmpint (mkfifo (path, 0600), ==, 0);
    }
  found = fr_site_find_folder (file);
  g_assert_true (g_file_equal (found, folder));
  site = fr_site_new (found);
  quick = fr_site_new_quick (found);
  g_assert_nonnull (fr_site_get_problem (site, "_config.yml"));
  g_assert_nonnull (fr_site_get_problem (site, "_data/footer.yml"));
  g_assert_nonnull (fr_site_get_problem (quick, "_config.yml"));
  g_assert_null (fr_site_get_file (site, "a.md"));
  g_assert_cmpint (fr_site_look_up (site, "/b.png", NULL), ==, FR_PRESENCE_MISSING);
}

static void
test_find_folder (void)
{
  g_auto(Fixture) it = SITE ("_config.yml", "", "a/b/index.md", "", "a/c/_config.yml", "", "a/c/d/index.md", "");
  static const struct { const char *file, *folder; } cases[] =
    { { "a/b/index.md", "." }, { "a/c/d/index.md", "a/c" }, { "index.md", "." }, { "a/gone/index.md", "." } };
  g_autofree char *alone = make_folder ();
  g_autoptr(GFile) alone_folder = g_file_new_for_path (alone), own = g_file_get_child (alone_folder, "index.md");
  g_autoptr(GFile) folder = g_file_new_for_path (it.folder), found = fr_site_find_folder (own);

  g_assert_true (g_file_equal (found, alone_folder));
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = g_file_resolve_relative_path (folder, cases[i].file);
      g_autoptr(GFile) expected = g_file_resolve_relative_path (folder, cases[i].folder);
      g_autoptr(GFile) site = fr_site_find_folder (file);

      g_assert_true (g_file_equal (site, expected));
    }
}

static void
test_find_homepage (void)
{
  g_auto(Fixture) it = SITE ("site/_config.yml", "", "site/index.md", "", "site/images/a.svg", "", "plain/index.md", "",
                             "lost/_config.yml", "", "empty/notes.txt", "", "deep/index.md/x", "");
  static const struct { const char *place, *homepage, *words; } cases[] = {
    { "site", "site/index.md" },
    { "plain", "plain/index.md" },
    { "site/index.md", "site/index.md" },
    { "empty/notes.txt", "empty/notes.txt" },
    { "gone", "gone" },
    { "site/images", NULL, "folder above it, “site”" },
    { "lost", NULL, "“index.md”, is missing" },
    { "empty", NULL, "It has no homepage" },
    { "deep", "deep/index.md" },
  };
  g_autoptr(GFile) folder = g_file_new_for_path (it.folder), elsewhere = g_file_new_for_uri ("https://harbour.example/");
  g_autoptr(GFile) same = fr_site_find_homepage (elsewhere, NULL);

  g_assert_true (same == elsewhere);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GFile) place = g_file_resolve_relative_path (folder, cases[i].place);
      g_autoptr(GFile) found = fr_site_find_homepage (place, &error);
      g_autofree char *path = found != NULL ? g_file_get_relative_path (folder, found) : NULL;

      g_assert_cmpstr (path, ==, cases[i].homepage);
      if (cases[i].words != NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
          assert_has (error->message, cases[i].words);
        }
    }
}

static void
test_title (void)
{
  static const struct { const char *name, *config, *title; gboolean has_config; } cases[] = {
    { "_config.yml", "title: Harbour Board\n", "Harbour Board", TRUE },
    { "_config.yml", "title: \"\"\n", NULL, TRUE },
    { "_config.yml", "title:\n", NULL, TRUE },
    { "_config.yml", "title: [a]\n", NULL, TRUE },
    { "_config.yml", "title: [\n", NULL, TRUE },
    { "index.md", "---\ntitle: Page\n---\n", NULL, FALSE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Fixture) it = SITE (cases[i].name, cases[i].config);

      g_assert_cmpstr (fr_site_get_title (it.site), ==, cases[i].title);
      g_assert_cmpint (fr_site_has_config (it.site), ==, cases[i].has_config);
    }
}

static void
test_look_up (void)
{
  g_auto(Fixture) it = SITE ("images/a b.svg", SVG ("7"), "images/A.svg", SVG ("8"), "images/a.svg", SVG ("9"), "_site/x.png", "",
                             "images/caf\303\251.png", "");
  static const struct { const char *address; FrPresence presence; const char *path; } cases[] = {
    { "/images/a.svg", FR_PRESENCE_THERE, "images/a.svg" },
    { "/images/A.svg", FR_PRESENCE_THERE, "images/A.svg" },
    { "images/a.svg", FR_PRESENCE_THERE, "images/a.svg" },
    { "//images/./x/..//a%20b.svg?1#2", FR_PRESENCE_THERE, "images/a b.svg" },
    { "/images/caf%C3%A9.png", FR_PRESENCE_THERE, "images/caf\303\251.png" },
    { "/linked/a.svg", FR_PRESENCE_THERE, "images/a.svg" },
    { "/again/a.svg", FR_PRESENCE_THERE, "images/a.svg" },
    { "/images/up/images/up/images/a.svg", FR_PRESENCE_THERE, "images/a.svg" },
    { "/link.svg", FR_PRESENCE_THERE, "link.svg" },
    { "/Images/a b.svg", FR_PRESENCE_OTHER_CASE, "images/a b.svg" },
    { "/images/b.svg", FR_PRESENCE_MISSING, NULL },
    { "/images", FR_PRESENCE_MISSING, NULL },
    { "/images/a.svg/", FR_PRESENCE_MISSING, NULL },
    { "/", FR_PRESENCE_MISSING, NULL },
    { "", FR_PRESENCE_MISSING, NULL },
    { "/images/%00.svg", FR_PRESENCE_MISSING, NULL },
    { "/../../etc/passwd", FR_PRESENCE_MISSING, NULL },
    { "/out.svg", FR_PRESENCE_MISSING, NULL },
    { "/_site/x.png", FR_PRESENCE_UNKNOWN, NULL },
    { "/images/.x.png", FR_PRESENCE_UNKNOWN, NULL },
  };
  g_autoptr(FrSite) site = NULL;

  make_link (it.folder, "linked", "images");
  make_link (it.folder, "again", "linked");
  make_link (it.folder, "images/up", "..");
  make_link (it.folder, "link.svg", "images/a.svg");
  make_link (it.folder, "out.svg", "/etc/passwd");
  site = read_site (it.folder);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FrSiteFile *file;

      g_assert_cmpint (fr_site_look_up (site, cases[i].address, &file), ==, cases[i].presence);
      g_assert_cmpstr (file != NULL ? file->path : NULL, ==, cases[i].path);
    }
  g_assert_cmpuint (fr_site_get_file (site, "images/A.svg")->width, ==, 8);
  g_assert_cmpuint (fr_site_get_file (site, "link.svg")->width, ==, 9);
  g_assert_cmpint (fr_site_get_file (site, "images/a.svg")->bytes, ==, strlen (SVG ("9")));
}

static void
test_quick_knows_nothing_of_files (void)
{
  g_auto(Fixture) it = SITE ("_config.yml", "title: T", "_data/footer.yml", "a: b", "index.md", "---\n---\n");
  g_autoptr(FrSite) quick = fr_site_new_quick (fr_site_get_folder (it.site));

  g_assert_cmpstr (fr_node_get_text (fr_site_get_config (quick, "/title")), ==, "T");
  g_assert_nonnull (fr_site_get_data (quick, "_data/footer.yml"));
  g_assert_cmpint (fr_site_look_up (quick, "/images/a.png", NULL), ==, FR_PRESENCE_UNKNOWN);
  g_assert_false (fr_site_is_complete (quick));
}

static void
test_same_is_same (void)
{
  g_auto(Fixture) it = SITE ("_config.yml", "a: b", "index.md", "---\n---\n", "images/a.svg", SVG ("1"));
  g_autoptr(FrSite) first = NULL, second = NULL;

  settle (it.folder, "images/a.svg");
  first = fr_site_read_again (it.site);
  second = fr_site_read_again (first);
  g_assert_true (first == second);
}

/* Only what has changed is read again; the rest is the very same. */
static void
test_read_again (void)
{
  static const struct { const char *name, *text; } edits[] = {
    { "index.md", "---\ntitle: C\n---\n" },          /* as long as before */
    { "images/a.svg", SVG ("2") },
    { "_config.yml", "a: c" },
    { "new/page.md", "---\ntitle: B\n---\n" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_auto(Fixture) it = SITE ("_config.yml", "a: b", "index.md", "---\ntitle: B\n---\n", "images/a.svg", SVG ("1"));
      g_autoptr(FrSite) before = NULL, after = NULL;
      g_autoptr(GPtrArray) files = NULL;

      settle (it.folder, "images/a.svg");
      before = fr_site_read_again (it.site);
      write_file (it.folder, edits[i].name, edits[i].text);
      after = fr_site_read_again (before);
      g_assert_true (after != before);
      files = fr_site_list_files (after);
      for (unsigned n = 0; n < files->len; n++)
        {
          const FrSiteFile *file = files->pdata[n];

          if (g_str_equal (file->path, edits[i].name))
            g_assert_true (file != fr_site_get_file (before, file->path));
          else
            g_assert_true (file == fr_site_get_file (before, file->path));
        }
      g_assert_cmpint (fr_site_get_data (before, "_config.yml") == fr_site_get_data (after, "_config.yml"), ==, i != 2);
    }
}

/* A file that becomes readable, that is written in the same moment with as many bytes, or with its old time. */
static void
test_changes_that_hide (void)
{
  g_auto(Fixture) it = SITE ("a.md", "---\ntitle: 1\n---\n");
  g_autofree char *path = g_build_filename (it.folder, "a.md", NULL);
  struct stat status;

  for (unsigned i = 2; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("---\ntitle: %u\n---\n", i % 8 + 1), *title = g_strdup_printf ("%u", i % 8 + 1);
      FILE *file = fopen (path, "r+");
      g_autoptr(FrSite) site = NULL;

      if (i == 30)
        settle (it.folder, "a.md");
      g_assert_cmpint (stat (path, &status), ==, 0);
      fputs (text, file);
      fclose (file);
      if (i >= 30)
        g_assert_cmpint (utimensat (AT_FDCWD, path, (struct timespec[]) { status.st_atim, status.st_mtim }, 0), ==, 0);
      site = fr_site_read_again (it.site);
      g_assert_cmpstr (fr_site_get_file (site, "a.md")->title, ==, title);
      g_set_object (&it.site, site);
    }
}

static void
test_changed_images (void)
{
  g_auto(Fixture) it = SITE ("images/same.svg", SVG ("1"), "images/other b.svg", SVG ("1"), "images/gone.svg", SVG ("1"),
                             "index.md", "---\n---\n");
  g_autofree char *gone = g_build_filename (it.folder, "images/gone.svg", NULL);
  g_autoptr(FrSite) quick = fr_site_new_quick (fr_site_get_folder (it.site)), before = NULL, after = NULL;
  g_auto(GStrv) images = NULL, none = NULL;
  g_autofree char *list = NULL;

  make_link (it.folder, "pics", "images");
  settle (it.folder, "index.md");
  before = read_site (it.folder);
  write_file (it.folder, "images/other b.svg", SVG ("2"));
  write_file (it.folder, "images/new.svg", SVG ("2"));
  write_file (it.folder, "index.md", "---\ntitle: A\n---\n");
  g_assert_cmpint (g_unlink (gone), ==, 0);
  after = fr_site_read_again (before);
  images = fr_site_changed_images (before, after);
  list = g_strjoinv (" ", images);
  g_assert_cmpstr (list, ==, "/images/gone.svg /pics/gone.svg /images/new.svg /pics/new.svg /images/other b.svg /pics/other b.svg");
  none = fr_site_changed_images (quick, after);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_posts_and_their_colours (void)
{
  g_auto(Fixture) it = SITE ("_config.yml", "resources_name: news",
                             "news/a/_posts/2020-01-01-one.md", "---\ntitle: One\n---\n",
                             "news/b/_posts/2020-01-02-two.md", "---\npermalink: /two/\n---\n",
                             "news/c/_posts/2999-01-01-later.md", "---\ntitle: Later\n---\n",
                             "news/a/_posts/deep/2020-01-03-no.md", "---\ntitle: No\n---\n",
                             "news/a/my_posts/2020-01-03-no.md", "---\ntitle: No\n---\n",
                             "news/a/_posts/2020-1-3-no.md", "---\ntitle: No\n---\n",
                             "_posts/2019-12-31-top-most.md", "---\nexternal: https://a.example\n---\n");
  static const struct { const char *category, *title, *permalink, *external; gint64 day; unsigned color; } expected[] = {
    { "b", "Two", "/two/", NULL, 18263, 3 },
    { "a", "One", NULL, NULL, 18262, 2 },
    { NULL, "Top Most", NULL, "https://a.example", 18261, 1 },
  };
  g_autoptr(GPtrArray) posts = fr_posts_newest (it.site, 9);
  g_auto(GStrv) categories = fr_posts_categories (it.site);

  g_assert_cmpuint (posts->len, ==, G_N_ELEMENTS (expected));
  for (unsigned i = 0; i < posts->len; i++)
    {
      const FrPost *post = posts->pdata[i];

      g_assert_cmpstr (post->category, ==, expected[i].category);
      g_assert_cmpstr (post->file->title, ==, expected[i].title);
      g_assert_cmpstr (post->file->permalink, ==, expected[i].permalink);
      g_assert_cmpstr (post->file->post_external, ==, expected[i].external);
      g_assert_cmpint (post->time, ==, expected[i].day * 24 * 60 * 60);
      g_assert_cmpuint (post->color, ==, expected[i].color);
    }
  g_assert_cmpstr (categories[0], ==, "a");
  g_assert_cmpstr (categories[1], ==, "b");
  g_assert_null (categories[2]);
}

static void
test_anchors (void)
{
  g_auto(Fixture) it = SITE ("a.md", "---\ntitle: x\n---\n# Opening *hours*, 2026\n\nText <b id=bold>b</b>\n\nFares\n-----\n\n## Fares\n"
                                     "### Own {#own}\n```\n# code\n```\n<a class='x' name=\"old\"></a>\n{: .b #styled }\n#no heading#\n",
                             "b.html", "---\n---\n# No\n<h2 class=a id='two'>");
  static const char *const expected[] = { "opening-hours-2026", "bold", "fares", "fares-1", "own", "old", "styled", NULL };
  g_auto(GStrv) anchors = fr_pages_list_anchors (it.site, "a.md"), html = fr_pages_list_anchors (it.site, "b.html");
  g_auto(GStrv) none = fr_pages_list_anchors (it.site, "gone.md");

  for (unsigned i = 0; expected[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char * const *) anchors, expected[i]));
  g_assert_false (g_strv_contains ((const char * const *) anchors, "code"));
  g_assert_cmpuint (g_strv_length (html), ==, 1);
  g_assert_cmpstr (html[0], ==, "two");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/pages", test_pages);
  g_test_add_func ("/site/front-matter-of-any-length", test_front_matter_of_any_length);
  g_test_add_func ("/site/huge-files", test_huge_files);
  g_test_add_func ("/site/data", test_data);
  g_test_add_func ("/site/pipes", test_pipes);
  g_test_add_func ("/site/find-folder", test_find_folder);
  g_test_add_func ("/site/find-homepage", test_find_homepage);
  g_test_add_func ("/site/title", test_title);
  g_test_add_func ("/site/look-up", test_look_up);
  g_test_add_func ("/site/quick-knows-nothing-of-files", test_quick_knows_nothing_of_files);
  g_test_add_func ("/site/same-is-same", test_same_is_same);
  g_test_add_func ("/site/read-again", test_read_again);
  g_test_add_func ("/site/changes-that-hide", test_changes_that_hide);
  g_test_add_func ("/site/changed-images", test_changed_images);
  g_test_add_func ("/site/posts-and-their-colours", test_posts_and_their_colours);
  g_test_add_func ("/site/anchors", test_anchors);
  return g_test_run ();
}
