/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes in the site's folder is in the page, in place: the document stays, and what a person does there. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "shown.h"

#define TALL "  - infobar:\n      title: T\n      description: \"<p style='height: 900px'>E</p>\"\n"
#define PICTURE "document.querySelector('main .infopic-image:not(.before) img')"

static void
ask (Shown *shown, const char *script)
{
  g_autofree char *silent = g_strconcat (script, "; true", NULL);

  g_free (shown_ask (shown, silent, NULL));
}

/* What is known of a file that was written this moment is not taken for the truth later: waits until it is. */
static void
write_picture (const char *folder, const char *name, unsigned width, unsigned height)
{
  g_autofree char *svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='%u' height='%u'/>", width, height);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FrFileState state;
  GStatBuf status;

  write_file (folder, name, svg);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  state = fr_file_state_of (&status);
  while (!fr_file_state_is_settled (&state))
    g_thread_yield ();
}

static void
test_image (void)
{
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_picture (folder, "images/a b.svg", 11, 9);
  write_picture (folder, "images/same.svg", 55, 9);
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n  - infopic:\n      title: T\n      image: /images/a b.svg\n"
                             "      alt: A\n      description: <img id=same src=/images/same.svg>\n---\n");
  shown_wait (shown, PICTURE ".naturalWidth === 11");
  shown_settle (shown);
  ask (shown, "window.loads = 0; window.same = document.querySelector('#same'); same.addEventListener('load', () => window.loads++);"
              "window.node = " PICTURE);
  write_picture (folder, "images/a b.svg", 22, 9);
  shown_read_site_again (shown);
  shown_wait (shown, PICTURE ".naturalWidth === 22 && " PICTURE " === window.node");

  /* Later markup of the same section does not bring the older one back … */
  shown_set (shown, "/sections/1/infopic/title", "New");
  shown_wait (shown, "document.querySelector('main .h1').textContent === 'New'");
  shown_wait (shown, PICTURE ".naturalWidth === 22 && " PICTURE ".src.includes('?v=')");
  /* … nor does that of another one. */
  shown_set (shown, "/sections/0/hero/subtitle", "<img id=other src='/images/a b.svg'>");
  shown_wait (shown, "document.querySelector('#other')?.naturalWidth === 22");

  write_picture (folder, "images/a b.svg", 33, 9);
  shown_read_site_again (shown);
  shown_wait (shown, PICTURE ".naturalWidth === 33 && document.querySelector('#other').naturalWidth === 33");
  shown_wait (shown, "window.loads === 0 && document.querySelector('#same') === window.same && same.src === 'frontage-site:///images/same.svg'");
  g_assert_cmpuint (shown->loads, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  wait_until (shown->loads == 2);
  shown_wait (shown, PICTURE "?.naturalWidth === 33");
  shown_free (shown);
}

static void
test_image_comes_and_goes (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "images", "a.svg", NULL);
  Shown *shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n  - infopic:\n      image: /images/a.svg\n      alt: A\n---\n");

  shown_wait (shown, PICTURE ".complete && " PICTURE ".naturalWidth === 0");
  write_picture (folder, "images/a.svg", 22, 9);
  shown_read_site_again (shown);
  shown_wait (shown, PICTURE ".naturalWidth === 22");
  g_assert_cmpint (g_unlink (path), ==, 0);
  shown_read_site_again (shown);
  shown_wait (shown, PICTURE ".complete && " PICTURE ".naturalWidth === 0");
  shown_free (shown);
}

/* Wherever an address can stand. */
static void
test_ways_to_show_a_picture (void)
{
  static const struct { const char *markup, *now; } ways[] = {
    { "<img id=x src=images/a.svg>", "x.src" },
    { "<img id=x srcset='/images/b.svg 1x, /images/a.svg 2x'>", "x.srcset" },
    { "<picture><source id=x srcset='/images/a.svg'><img></picture>", "x.srcset" },
    { "<svg><image id=x href='/images/a.svg'/></svg>", "x.getAttribute('href')" },
    { "<svg><image id=x xlink:href='/images/a.svg'/></svg>", "x.getAttribute('xlink:href')" },
    { "<div id=x style=\"background-image: url('/images/a.svg'), url(data:,)\"></div>", "x.style.backgroundImage" },
    { "<style id=x>i { background: url(/images/a.svg) }</style>", "x.textContent" },
    { "<table id=x background=/images/a.svg></table>", "x.getAttribute('background')" },
    { "<input id=x type=image src='/images//a.svg?old=1#part'>", "x.src" },
  };
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_picture (folder, "images/a.svg", 11, 9);
  write_picture (folder, "images/b.svg", 11, 9);
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n      subtitle: B\n---\n");
  for (unsigned i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *before = g_strdup_printf ("(x => x !== null && /images\\/+a.svg/.test(%s) && !%s.includes('v=%u'))(document.querySelector('#x'))",
                                                 ways[i].now, ways[i].now, i + 1);
      g_autofree char *after = g_strdup_printf ("(x => /images\\/+a\\.svg\\?(old=1&)?v=%u/.test(%s) && !/b.svg.v/.test(%s) && x === window.x)(document.querySelector('#x'))",
                                                i + 1, ways[i].now, ways[i].now);

      shown_set (shown, "/sections/0/hero/subtitle", ways[i].markup);
      shown_wait (shown, before);
      ask (shown, "window.x = document.querySelector('#x')");
      write_picture (folder, "images/a.svg", 20 + i, 9);
      shown_read_site_again (shown);
      shown_wait (shown, after);
    }
  shown_free (shown);
}

/* A picture above that is taller now does not move what is looked at. */
static void
test_place_is_kept (void)
{
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_picture (folder, "images/a.svg", 90, 60);
  write_file (folder, "_config.yml", "title: T\n");
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n  - infopic:\n      title: T\n      image: /images/a.svg\n"
                             "      alt: A\n" TALL TALL TALL "---\n");
  shown_settle (shown);
  ask (shown, "window.node = document.querySelector('main > :nth-child(4)'); window.height = document.querySelector('main > :nth-child(2)').offsetHeight;"
              "window.scrollTo(0, node.offsetTop + 40); window.wasAt = node.getBoundingClientRect().top;");
  write_picture (folder, "images/a.svg", 90, 600);
  write_file (folder, "_data/navigation.yml", "links:\n- title: About\n  url: /about/\n");
  shown_read_site_again (shown);
  shown_wait (shown, PICTURE ".naturalHeight === 600 && document.querySelector('header.site .bar, header.site nav, header.site a') !== null");
  shown_settle (shown);
  shown_wait (shown, "document.querySelector('main > :nth-child(2)').offsetHeight > window.height + 100");
  shown_wait (shown, "wasAt !== 0 && node.getBoundingClientRect().top === wasAt");
  shown_free (shown);
}

static void
test_colors_and_navigation (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *footer = g_build_filename (folder, "_data", "footer.yml", NULL);
  Shown *shown;

  write_file (folder, "_config.yml", "colors: {primary-color: '#123456'}\n");
  write_file (folder, "_data/navigation.yml", "links:\n- title: About\n  url: /about/\n");
  write_file (folder, "_data/footer.yml", "faq: /faq/\n");
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n---\n");
  shown_wait (shown, "document.querySelector('header.site').textContent.includes('About')");
  ask (shown, "window.sameDocument = true; window.header = document.querySelector('header.site');"
              "document.querySelector('header.site details').open = true");

  write_file (folder, "_config.yml", "colors: {primary-color: '#abcdef'}\n");
  write_file (folder, "_data/navigation.yml", "links:\n- title: History\n  url: /about/\n");
  shown_read_site_again (shown);
  shown_wait (shown, "getComputedStyle(document.body).getPropertyValue('--primary').trim() === '#abcdef'");
  shown_wait (shown, "(text => text.includes('History') && !text.includes('About'))(document.querySelector('header.site').textContent)");
  shown_wait (shown, "document.querySelectorAll('header.site').length === 1 && document.querySelectorAll('.site-end').length === 1");
  shown_wait (shown, "window.header.isConnected && document.querySelector('header.site details').open");

  g_assert_cmpint (g_unlink (footer), ==, 0);
  shown_read_site_again (shown);
  shown_wait (shown, "document.querySelector('.site-end') === null");
  write_file (folder, "_data/footer.yml", "faq: /faq/\n");
  shown_read_site_again (shown);
  shown_wait (shown, "document.querySelector('main').nextElementSibling?.matches('.site-end') && window.sameDocument");
  g_assert_cmpuint (shown->loads, ==, 1);
  shown_free (shown);
}

/* Posts and the base URL are in the sections themselves. */
static void
test_posts_and_base_url (void)
{
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_file (folder, "_config.yml", "resources_name: news\n");
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n      button: B\n      url: /c/\n  - resources:\n      title: T\n"
                             "  - infobar:\n      title: I\n---\n");
  ask (shown, "window.last = document.querySelector('main > :last-child').firstElementChild");
  write_file (folder, "news/a/_posts/2020-01-01-one.md", "---\ntitle: One\n---\n");
  shown_read_site_again (shown);
  shown_wait (shown, "document.querySelector('.is-media-card h4 b')?.textContent === 'One'");
  write_file (folder, "_config.yml", "resources_name: news\nbaseurl: /base\n");
  shown_read_site_again (shown);
  shown_wait (shown, "document.querySelector('main a.bp-button').getAttribute('href') === '/base/c/'");
  shown_wait (shown, "window.last.isConnected");
  shown_free (shown);
}

/* The first snapshot of the whole site comes after the page is shown, and loads no picture again. */
static void
test_whole_site_after_the_quick_one (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (FrSite) quick = NULL;
  Shown *shown;

  write_file (folder, "_config.yml", "title: T\n");
  write_picture (folder, "images/a.svg", 11, 9);
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n      button: B\n      url: /visit/\n  - infopic:\n      image: /images/a.svg\n      alt: A\n---\n");
  quick = fr_site_new_quick (file);
  g_set_object (&shown->site, quick);
  ask (shown, "window.old = true");
  fr_preview_set_page (shown->preview, shown->page, quick);
  shown_wait (shown, "!window.old && " PICTURE "?.naturalWidth === 11");
  ask (shown, "document.querySelector('main a.bp-button').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))");
  wait_until (shown_find_label (shown, "Leads to /visit/") != NULL);
  shown_read_site_again (shown);
  wait_until (shown_find_label (shown, "No page of this site has the address /visit/") != NULL);
  write_file (folder, "visit.md", "---\ntitle: V\n---\n");
  shown_read_site_again (shown);
  wait_until (shown_find_label (shown, "Leads to /visit/ (visit.md)") != NULL);
  shown_wait (shown, PICTURE ".getAttribute('src') === 'frontage-site:///images/a.svg'");
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/newer/image", test_image);
  g_test_add_func ("/newer/image-comes-and-goes", test_image_comes_and_goes);
  g_test_add_func ("/newer/ways-to-show-a-picture", test_ways_to_show_a_picture);
  g_test_add_func ("/newer/place-is-kept", test_place_is_kept);
  g_test_add_func ("/newer/colors-and-navigation", test_colors_and_navigation);
  g_test_add_func ("/newer/posts-and-base-url", test_posts_and_base_url);
  g_test_add_func ("/newer/whole-site-after-the-quick-one", test_whole_site_after_the_quick_one);
  return g_test_run ();
}
