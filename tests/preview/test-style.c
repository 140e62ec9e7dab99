/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The site's own style in the page: behind the theme's, in place when it changes, with the site's fonts and pictures, and
 * never on what the program draws over the page. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "shown.h"

#define TALL "  - infobar:\n      title: T\n      description: \"<p style='height: 900px'>E</p>\"\n"
#define HOMEPAGE "---\nsections:\n  - hero:\n      title: A\n" TALL TALL TALL "---\n"
#define FRONT "---\n---\n"
#define STYLE(name) "getComputedStyle(document.querySelector('main'))." name

static char *
make_site (const char *style)
{
  char *folder = make_folder ();

  write_file (folder, "_config.yml", "title: T\nink: rgb(1, 2, 3)\n");
  if (style != NULL)
    write_file (folder, "misc/custom.scss", style);
  return folder;
}

static void
change (Shown *shown, const char *folder, const char *style)
{
  write_file (folder, "misc/custom.scss", style);
  shown_read_site_again (shown);
}

static void
test_behind_the_theme (void)
{
  g_autofree char *folder = make_site (FRONT "$ink: {{ site.ink }}; main { color: $ink } #main-content { position: static }");
  Shown *shown = shown_new (folder, HOMEPAGE);

  shown_wait (shown, STYLE ("color") " === 'rgb(1, 2, 3)' && " STYLE ("position") " === 'static'");
  g_assert_null (shown_find_label (shown, ""));
  shown_free (shown);
}

/* The document stays, and so does what is looked at, though all above it is taller now. */
static void
test_changes_in_place (void)
{
  g_autofree char *folder = make_site (NULL);
  Shown *shown = shown_new (folder, HOMEPAGE);
  g_autofree char *before = NULL, *after = NULL;
  static const char place[] = "Math.round(document.querySelector('main > :nth-child(3)').getBoundingClientRect().top)";

  shown_settle (shown);
  g_free (shown_ask (shown, "window.scrollTo({ top: document.querySelector('main > :nth-child(3)').offsetTop + 20, behavior: 'instant' }); 1", NULL));
  before = shown_ask (shown, place, NULL);
  change (shown, folder, FRONT "main > :first-child { padding-top: 300px } main { color: rgb(4, 5, 6) }");
  shown_wait (shown, STYLE ("color") " === 'rgb(4, 5, 6)'");
  after = shown_ask (shown, place, NULL);
  g_assert_cmpstr (after, ==, before);
  change (shown, folder, FRONT "main { color: rgb(7, 8, 9) }");
  shown_wait (shown, STYLE ("color") " === 'rgb(7, 8, 9)'");
  g_free (after);
  after = shown_ask (shown, place, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (shown->loads, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  wait_until (shown->loads == 2);
  shown_wait (shown, STYLE ("color") " === 'rgb(7, 8, 9)'");
  shown_free (shown);
}

static gboolean
says (Shown *shown, const char *text)
{
  return shown_find_label (shown, text) != NULL;
}

/* It is said above the page, which is shown without it; when it is mended, all is well. */
static void
test_error (void)
{
  static const char sentence[] = "custom.scss, line 3: The site cannot be published, as its style has an error, and the preview "
                                 "leaves it out: Undefined variable: \"$nope\" (a build’s message says line 1)";
  g_autofree char *folder = make_site (FRONT "main { color: $nope }");
  Shown *shown = shown_new (folder, HOMEPAGE);

  wait_until (says (shown, sentence));
  shown_wait (shown, "document.querySelector('main h1, main h2') !== null");
  change (shown, folder, FRONT "main { color: rgb(1, 1, 1) }");
  shown_wait (shown, STYLE ("color") " === 'rgb(1, 1, 1)'");
  g_assert_false (says (shown, sentence));
  change (shown, folder, FRONT "main { color: $nope }");
  wait_until (says (shown, sentence));
  shown_wait (shown, STYLE ("color") " !== 'rgb(1, 1, 1)'");
  shown_free (shown);
}

static void
test_theme (void)
{
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_file (folder, "_config.yml", "title: A\ntheme: minima\n");
  shown = shown_new (folder, HOMEPAGE);
  wait_until (says (shown, "_config.yml, line 2: Frontage does not know the theme “minima” and shows the page as Isomer’s own "
                           "theme does; it may be published otherwise"));
  shown_free (shown);
}

/* Any one that this system has. transfer full */
static char *
find_font (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  char *found = NULL;

  while (dir != NULL && found == NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      found = g_str_has_suffix (name, ".ttf") ? g_steal_pointer (&path) : find_font (path);
    }
  return found;
}

static void
copy_font (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *font = find_font ("/usr/share/fonts");
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (font, &contents, &length, NULL));
  write_file (folder, name, "");
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
test_font (void)
{
  g_autofree char *folder = make_site (FRONT "@font-face { font-family: own; src: url(../fonts/own.ttf) } main * { font-family: own }");
  Shown *shown;

  copy_font (folder, "fonts/own.ttf");
  shown = shown_new (folder, HOMEPAGE);
  shown_wait (shown, "[...document.fonts].some(f => f.family === 'own' && f.status === 'loaded')");
  shown_free (shown);
}

static void
write_picture (const char *folder, unsigned width)
{
  g_autofree char *svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='%u' height='9'/>", width);
  g_autofree char *path = g_build_filename (folder, "images/a.svg", NULL);
  FrFileState state;
  GStatBuf status;

  write_file (folder, "images/a.svg", svg);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  state = fr_file_state_of (&status);
  while (!fr_file_state_is_settled (&state))
    g_thread_yield ();
}

/* A picture of the style that is another one now gets another address, as those of the page do. */
static void
test_picture (void)
{
  g_autofree char *folder = make_site (FRONT "main { background: url('../images/a.svg') }");
  Shown *shown;

  write_picture (folder, 11);
  shown = shown_new (folder, HOMEPAGE);
  shown_wait (shown, STYLE ("backgroundImage") " === 'url(\"frontage-site:///images/a.svg\")'");
  write_picture (folder, 22);
  shown_read_site_again (shown);
  shown_wait (shown, STYLE ("backgroundImage") " === 'url(\"frontage-site:///images/a.svg?v=1\")'");
  shown_free (shown);
}

/* The page is shown as on a light screen. */
static void
test_light (void)
{
  g_autofree char *folder = make_site (FRONT "main { color: rgb(1, 2, 3) } @media (prefers-color-scheme: dark) { main { color: red } } "
                                       "@media (prefers-color-scheme: light) { main { background: rgb(3, 2, 1) } }");
  Shown *shown;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  shown = shown_new (folder, HOMEPAGE);
  shown_wait (shown, STYLE ("color") " === 'rgb(1, 2, 3)' && " STYLE ("backgroundColor") " === 'rgb(3, 2, 1)'");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  shown_free (shown);
}

/* Neither outlines nor the label in place of a frame are the site's to paint. */
static void
test_own_marks (void)
{
  static const char style[] = FRONT "* { color: red !important; background: red !important; font-size: 99px !important; padding: 50px !important; "
    "border: 9px solid red !important; opacity: .1 !important; transform: scale(2) !important; visibility: hidden !important } "
    "html > div, span, b { display: none !important }";
  g_autofree char *folder = make_site (NULL);
  g_autofree char *before = NULL, *after = NULL, *label = NULL, *label_after = NULL;
  static const char outline[] =
    "JSON.stringify((o => { const s = getComputedStyle(o), h = getComputedStyle(o.getRootNode().host); return [s.display, s.color, s.borderColor, "
    "s.padding, s.opacity, s.visibility, s.backgroundColor, s.fontSize, h.display, h.opacity, h.transform, h.padding, h.visibility] })"
    "(window.frontage.lines.section))";
  static const char frame[] =
    "JSON.stringify([...document.querySelectorAll('.embedded > *, .embedded > * > *')].map(e => { const s = getComputedStyle(e); return [s.color, "
    "s.backgroundColor, s.fontSize, s.fontFamily, s.padding, s.opacity, s.visibility, s.transform, s.borderTopWidth, s.display === 'none'] }))";
  Shown *shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n      subtitle: <iframe src='https://a.example'></iframe>\n---\n");

  fr_preview_mark (shown->preview, "/sections/0/hero/title");
  shown_settle (shown);
  before = shown_ask (shown, outline, OUR_WORLD);
  label = shown_ask (shown, frame, NULL);
  g_assert_nonnull (strstr (label, "visible"));
  change (shown, folder, style);
  shown_wait (shown, STYLE ("color") " === 'rgb(255, 0, 0)'");
  after = shown_ask (shown, outline, OUR_WORLD);
  label_after = shown_ask (shown, frame, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (label_after, ==, label);
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/behind-the-theme", test_behind_the_theme);
  g_test_add_func ("/style/changes-in-place", test_changes_in_place);
  g_test_add_func ("/style/error", test_error);
  g_test_add_func ("/style/theme", test_theme);
  g_test_add_func ("/style/font", test_font);
  g_test_add_func ("/style/picture", test_picture);
  g_test_add_func ("/style/light", test_light);
  g_test_add_func ("/style/own-marks", test_own_marks);
  return g_test_run ();
}
