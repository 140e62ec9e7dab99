/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A site's own style: which file it is, what is made of it, what is wrong with it and where, when it is made again. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../tools/contains.h"
#include "../tools/folder.h"
#include "fr-error.h"
#include "fr-site.h"

#define FRONT "---\n---\n"

typedef struct
{
  const char  *name;
  const char  *files[9];  /* name, text, … */
  FrSiteStyleState state;
  const char  *path;      /* NULL: any */
  const char  *holds[3];  /* of the CSS, without spaces */
  const char  *lacks;
} Case;

static const Case cases[] = {
  { "none", { "index.md", "" }, FR_SITE_STYLE_OF_THEME },
  { "scss", { "misc/custom.scss", FRONT "$c: red; a { b { color: $c; } }" }, FR_SITE_STYLE_OWN, "misc/custom.scss", { "ab{color:red;}" } },
  { "css-with-front-matter", { "misc/custom.css", FRONT "a{b:{{ page.url }}}" }, FR_SITE_STYLE_OWN, "misc/custom.css", { "a{b:/misc/custom.css}" } },
  { "css-without", { "misc/custom.css", "a{b:{{ page.url }}}" }, FR_SITE_STYLE_OWN, "misc/custom.css", { "a{b:{{page.url}}}" } },
  { "scss-without-front-matter", { "misc/custom.scss", "a{b:c}" }, FR_SITE_STYLE_UNPUBLISHED, "misc/custom.scss" },
  { "path", { "_config.yml", "custom_css_path: /assets/a/b.css", "assets/a/b.css", "a{b:url(../c.png)}", "misc/custom.scss", FRONT "d{e:f}" },
    FR_SITE_STYLE_OWN, "assets/a/b.css", { "a{b:url(\"/assets/c.png\")}" }, "d{" },
  { "path-of-scss", { "_config.yml", "custom_css_path: assets/b.css", "assets/b.scss", FRONT "a{b:c}" }, FR_SITE_STYLE_OWN, "assets/b.scss", { "a{b:c;}" } },
  { "path-to-nothing", { "_config.yml", "custom_css_path: /assets/b.css", "misc/custom.scss", FRONT "d{e:f}" }, FR_SITE_STYLE_MISSING, NULL, { "" }, "d" },
  { "path-with-query", { "_config.yml", "custom_css_path: /misc/b.css?v=2", "misc/b.css", "a{b:c}" }, FR_SITE_STYLE_OWN, "misc/b.css", { "a{b:c}" } },
  { "path-out-of-the-site", { "_config.yml", "custom_css_path: /../../../../etc/passwd" }, FR_SITE_STYLE_MISSING },
  { "path-elsewhere", { "_config.yml", "custom_css_path: https://a.b/c.css" }, FR_SITE_STYLE_MISSING },
  { "settings", { "_config.yml", "colors: {primary-color: '#123456'}", "misc/custom.scss", FRONT "$p: {{ site.colors.primary-color }}; a { b: $p }" },
    FR_SITE_STYLE_OWN, NULL, { "a{b:#123456;}" } },
  { "data", { "_data/navigation.yml", "logo: /images/a.svg\nlinks: [1, 2]", "misc/custom.scss",
              FRONT "a { b: url({{ site.data.navigation.logo }}); c: {{ site.data.navigation.links | size }} }" },
    FR_SITE_STYLE_OWN, NULL, { "b:url(\"/images/a.svg\");", "c:2;" } },
  { "posts", { "news/_posts/2020-01-01-a.md", "---\ntitle: A\n---\n", "misc/custom.scss", FRONT "a { b: {{ site.posts.size }}; }" },
    FR_SITE_STYLE_OWN, NULL, { "b:1;" } },
  { "own-front-matter", { "misc/custom.scss", "---\nink: '#123'\nsizes: [1, 2]\n---\na { b: {{ page.ink }}; c: {{ page.sizes[1] }} }" },
    FR_SITE_STYLE_OWN, NULL, { "b:#123;", "c:2;" } },
  { "broken-front-matter", { "misc/custom.scss", "---\na: [\n---\na { b: x{{ page.a }} }" }, FR_SITE_STYLE_OWN, NULL, { "b:x;" } },
  { "carriage-returns", { "misc/custom.scss", "---\r\n---\r\na {\r\n  b: c\r\n}\r\n" }, FR_SITE_STYLE_OWN, NULL, { "a{b:c;}" } },
  { "import", { "_sass/_a.scss", "$c: red; @import 'sub/b';", "_sass/sub/b.scss", "@import 'c';", "_sass/sub/_c.scss", "$d: 2px;",
                "misc/custom.scss", FRONT "@import 'a'; e { color: $c; width: $d }" }, FR_SITE_STYLE_OWN, NULL, { "color:red;", "width:2px;" } },
  { "import-of-browsers", { "misc/custom.scss", FRONT "@import 'a.css', url(b), 'http://c/d'; e { f: g }" }, FR_SITE_STYLE_OWN, NULL, { "e{f:g;}" }, "import" },
  { "base-url", { "_config.yml", "baseurl: /sub", "misc/custom.scss", FRONT "a { b: url({{ site.baseurl }}/c.png) }" }, FR_SITE_STYLE_OWN, NULL,
    { "url(\"/c.png\")" } },
};

typedef struct
{
  const char *name;
  const char *files[5];
  const char *path;
  unsigned    line, column, built_line;
  const char *sentence;
} Failure;

static const Failure failures[] = {
  { "variable", { "misc/custom.scss", FRONT "a {\n  b: $nope;\n}" }, "misc/custom.scss", 4, 6, 2, "$nope" },
  { "brace", { "misc/custom.scss", "---\nx: 1\ny: 2\n---\n\n\na { b: c" }, "misc/custom.scss", 7, 0, 1, "expected \"}\"" },
  { "mixin", { "misc/custom.scss", FRONT "a { @include nope; }" }, "misc/custom.scss", 3, 0, 1, "nope" },
  { "missing-colour", { "misc/custom.scss", FRONT "$p: {{ site.colors.primary-color }};" }, "misc/custom.scss", 3, 0, 1, "expected" },
  { "behind-a-loop", { "misc/custom.scss", FRONT "{% for i in (1..9) %}\n.a{{ i }} { b: c }\n{% endfor %}\nd { e: $nope }" },
    "misc/custom.scss", 6, 8, 20, "$nope" },
  { "in-a-loop", { "misc/custom.scss", FRONT "{% for i in (1..9) %}\n.a{{ i }} { b: $c{{ i }} }\n{% endfor %}" }, "misc/custom.scss", 4, 16, 2, "$c1" },
  { "imported", { "_sass/_a.scss", "b {\n  c: $nope }", "misc/custom.scss", FRONT "@import 'a';" }, "_sass/_a.scss", 2, 6, 0, "$nope" },
  { "import-of-nothing", { "misc/custom.scss", FRONT "@import 'nope';" }, "misc/custom.scss", 3, 9, 1, "nope" },
  { "import-out-of-the-site", { "misc/custom.scss", FRONT "@import '../../../../../../etc/passwd';" }, "misc/custom.scss", 3, 9, 1, "passwd" },
  { "liquid", { "misc/custom.scss", FRONT "a { b: c }\n  {% nope %}" }, "misc/custom.scss", 4, 3, 0, "nope" },
  { "endless", { "misc/custom.scss", FRONT "@while true {}" }, "misc/custom.scss", 1, 1, 0, "too long" },
  { "nested", { "misc/custom.scss", FRONT "a{%for i in (1..60000)%}{ b {%endfor%}" }, "misc/custom.scss", 0, 0, 0, "" },
};

static FrSite *
make_site (const char * const *files, char **folder)
{
  g_autoptr(GFile) file = NULL;

  *folder = make_folder ();
  for (; *files != NULL; files += 2)
    write_file (*folder, files[0], files[1]);
  file = g_file_new_for_path (*folder);
  return fr_site_new (file);
}

static char *
without_spaces (const char *text)
{
  GString *left = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (left, *text);
  return g_string_free (left, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autofree char *folder = NULL, *css = NULL;
  g_autoptr(FrSite) site = make_site (it->files, &folder);
  const FrSiteStyle *style = fr_site_get_style (site);

  g_assert_no_error (style->error);
  g_assert_cmpint (style->state, ==, it->state);
  g_assert_cmpint (style->css == NULL, ==, it->state == FR_SITE_STYLE_OF_THEME);
  if (it->path != NULL)
    g_assert_cmpstr (style->path, ==, it->path);
  css = without_spaces (style->css != NULL ? style->css : "");
  for (unsigned i = 0; it->holds[i] != NULL; i++)
    assert_has (css, it->holds[i]);
  if (it->lacks != NULL)
    assert_has_not (css, it->lacks);
}

static void
test_failure (gconstpointer data)
{
  const Failure *it = data;
  g_autofree char *folder = NULL;
  g_autoptr(FrSite) site = make_site (it->files, &folder);
  const FrSiteStyle *style = fr_site_get_style (site);
  FrPlace place = fr_error_get_place (style->error);

  g_assert_cmpint (style->state, ==, FR_SITE_STYLE_BROKEN);
  g_assert_null (style->css);
  g_assert_error (style->error, FR_ERROR, FR_ERROR_SYNTAX);
  assert_has (style->error->message, it->sentence);
  g_assert_cmpstr (style->error_path, ==, it->path);
  if (it->line > 0)
    g_assert_cmpuint (place.line, ==, it->line);
  if (it->column > 0)
    g_assert_cmpuint (place.column, ==, it->column);
  if (it->line > 0)
    g_assert_cmpuint (style->built_line, ==, it->built_line);
}

/* A link that leads out of the site is no file of it, neither the style itself nor what it imports. */
static void
test_links (void)
{
  g_autofree char *outside = make_folder (), *folder = make_folder (), *secret = g_build_filename (outside, "secret.scss", NULL);
  g_autofree char *style_link = g_build_filename (folder, "misc/custom.scss", NULL);
  g_autofree char *import_link = g_build_filename (folder, "_sass/out.scss", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(FrSite) site = NULL, other = NULL;

  write_file (outside, "secret.scss", FRONT "secret { a: b }");
  write_file (folder, "misc/a", "");
  write_file (folder, "_sass/a", "");
  g_assert_cmpint (symlink (secret, style_link), ==, 0);
  g_assert_cmpint (symlink (secret, import_link), ==, 0);
  site = fr_site_new (file);
  g_assert_cmpint (fr_site_get_style (site)->state, ==, FR_SITE_STYLE_OF_THEME);
  g_assert_cmpint (g_remove (style_link), ==, 0);
  write_file (folder, "misc/custom.scss", FRONT "@import 'out';");
  other = fr_site_new (file);
  g_assert_cmpint (fr_site_get_style (other)->state, ==, FR_SITE_STYLE_BROKEN);
}

/* Only what was said in the last argument is written; then the style is read again. */
static const FrSiteStyle *
change (FrSite **site, const char *folder, const char *name, const char *text)
{
  g_autoptr(FrSite) before = g_steal_pointer (site);

  write_file (folder, name, text);
  *site = fr_site_read_again (before);
  return fr_site_get_style (*site);
}

/* Made once a change of what it is made of. */
static void
test_again (void)
{
  static const char * const files[] = { "_config.yml", "title: A\nink: red", "_sass/a.scss", "$w: 1px;",
                                        "misc/custom.scss", FRONT "@import 'a'; a { color: {{ site.ink }}; width: $w }", NULL };
  g_autofree char *folder = NULL;
  g_autoptr(FrSite) first = make_site (files, &folder), site = g_object_ref (first);
  const FrSiteStyle *style = fr_site_get_style (first);

  /* Files that were written this moment are read again: it comes out the same. */
  g_assert_true (change (&site, folder, "index.md", "---\n---\n") == style);
  g_assert_true (change (&site, folder, "_config.yml", "title: B\nink: red") == style);
  assert_has (change (&site, folder, "_config.yml", "title: B\nink: blue")->css, "color: blue");
  assert_has (change (&site, folder, "_sass/a.scss", "$w: 23px;")->css, "width: 23px");
  g_assert_cmpint (change (&site, folder, "_sass/a.scss", "$v: 23px;")->state, ==, FR_SITE_STYLE_BROKEN);
  style = fr_site_get_style (site);
  g_assert_true (change (&site, folder, "about.md", "---\n---\n") == style);
  assert_has (change (&site, folder, "misc/custom.scss", FRONT "b { c: d }")->css, "c: d");
}

static double
children_spent (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* What has not changed is not compiled again: a style without end would take seconds each time. */
static void
test_kept (void)
{
  static const char * const files[] = { "misc/custom.scss", FRONT "@while true {}", NULL };
  g_autofree char *folder = NULL;
  g_autoptr(FrSite) site = make_site (files, &folder);
  const FrSiteStyle *style = fr_site_get_style (site);
  double before = children_spent ();

  g_assert_true (change (&site, folder, "index.md", "---\n---\n") == style);
  g_assert_cmpfloat (children_spent () - before, <, 0.5);
}

/* The first snapshot has the style already, so that a page is never shown without it. */
static void
test_quick (void)
{
  static const char * const files[] = { "_config.yml", "custom_css_path: /a.css", "a.css", "b{c:d}", NULL };
  g_autofree char *folder = NULL;
  g_autoptr(FrSite) whole = make_site (files, &folder), quick = NULL, again = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  quick = fr_site_new_quick (file);
  g_assert_cmpstr (fr_site_get_style (quick)->css, ==, "b{c:d}");
  again = fr_site_read_again (quick);
  g_assert_true (fr_site_get_style (again) == fr_site_get_style (quick));
}

static void
test_theme (void)
{
  static const struct { const char *config, *theme; } themes[] = {
    { "title: A", NULL },
    { "remote_theme: isomerpages/isomerpages-template@next-gen", NULL },
    { "remote_theme: IsomerPages/isomerpages-template", NULL },
    { "theme: isomer-theme", NULL },
    { "remote_theme: pages-themes/cayman@v0.2.0", "pages-themes/cayman@v0.2.0" },
    { "theme: minima", "minima" },
    { "theme: ''\nremote_theme: ~", NULL },
    { "theme: 12", NULL },
    { "remote_theme: isomerpages/isomerpages-template\ntheme: minima", NULL },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const char * const files[] = { "_config.yml", themes[i].config, NULL };
      g_autofree char *folder = NULL;
      g_autoptr(FrSite) site = make_site (files, &folder);

      g_assert_cmpstr (fr_site_get_other_theme (site), ==, themes[i].theme);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/style/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/style/fails/", failures[i].name, NULL);

      g_test_add_data_func (path, &failures[i], test_failure);
    }
  g_test_add_func ("/style/links", test_links);
  g_test_add_func ("/style/again", test_again);
  g_test_add_func ("/style/kept", test_kept);
  g_test_add_func ("/style/quick", test_quick);
  g_test_add_func ("/style/theme", test_theme);
  return g_test_run ();
}
