/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The site's header and footer around the page. */
#include <adwaita.h>

#include "shown.h"

#define SHOWN(selector) "document.querySelector('" selector "').getBoundingClientRect().height > 0"

static Shown *
show (void)
{
  g_autofree char *folder = make_folder ();

  write_file (folder, "_config.yml", "title: The Quay\n");
  write_file (folder, "_data/navigation.yml", "links:\n- title: <i>About</i><script>window.run = 1</script>\n  url: /about/\n"
                                              "  sublinks: [{title: Us, url: /us/}]\n");
  write_file (folder, "_data/footer.yml", "faq: /faq/\n");
  return shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n---\n");
}

static void
test_title_and_colors (void)
{
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_file (folder, "_config.yml", "colors: {primary-color: '#123456', secondary-color: '#abcdef'}\n");
  shown = shown_new (folder, "---\ntitle: Fish & <chips>\nsections:\n  - hero:\n      title: A\n---\n");
  shown_wait (shown, "document.title === 'Fish & <chips>'");
  shown_wait (shown, "(style => style.getPropertyValue('--primary').trim() === '#123456' && "
                     "style.getPropertyValue('--secondary').trim() === '#abcdef')(getComputedStyle(document.body))");
  shown_free (shown);
}

static void
test_hide_and_show (void)
{
  Shown *shown = show ();

  shown_wait (shown, SHOWN ("header.site") "&&" SHOWN (".site-end"));
  g_free (shown_ask (shown, "window.sameDocument = true", NULL));
  g_object_set (shown->preview, "site-shown", FALSE, NULL);
  shown_wait (shown, "!(" SHOWN ("header.site") ") && !(" SHOWN (".site-end") ")");
  shown_wait (shown, "document.querySelector('main').getBoundingClientRect().top === 0 && " SHOWN ("main h1"));
  g_object_set (shown->preview, "site-shown", TRUE, NULL);
  shown_wait (shown, SHOWN ("header.site") "&&" SHOWN (".site-end") " && window.sameDocument");
  shown_free (shown);
}

static void
test_hidden_from_the_start (void)
{
  Shown *shown = show ();

  g_object_set (shown->preview, "site-shown", FALSE, NULL);
  fr_preview_set_page (shown->preview, shown->page, shown->site);
  shown_wait (shown, "document.querySelector('main h1') !== null && !(" SHOWN ("header.site") ")");
  shown_free (shown);
}

/* The first blocks after the masthead begin where published ones do. */
static void
test_page_begins_below_the_bar (void)
{
  Shown *shown = show ();

  shown_wait (shown, "document.querySelector('main').getBoundingClientRect().top === 141");
  shown_wait (shown, "document.querySelector('header.site i + script') === null && window.run === undefined");
  shown_free (shown);
}

/* A banner that begins in the upper half of the view is seen there, with what stands above it. */
static void
test_banner_is_shown_in_its_place (void)
{
  g_autofree char *folder = make_folder ();
  Shown *shown;

  write_file (folder, "_config.yml", "title: The Quay\n");
  write_file (folder, "_data/navigation.yml", "links: []\n");
  shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: <p style='height:900px'>A</p>\n  - infobar:\n      title: B\n---\n");
  fr_preview_scroll_to (shown->preview, "/sections/0/hero");
  shown_settle (shown);
  shown_settle (shown);
  shown_wait (shown, "window.wasAt = scrollY, true");
  fr_preview_scroll_to (shown->preview, "/sections/1/infobar");
  shown_wait (shown, "scrollY > 400 && window.wasAt === 0");
  shown_free (shown);
}

/* A page that is loaded again, also after its process ended, is where it was; another page begins at its top. */
static void
test_reload_keeps_the_place (void)
{
  Shown *shown = show ();

  shown_set (shown, "/sections/0/hero/title", "<p style='height:3000px'>A</p>");
  shown_wait (shown, "document.documentElement.scrollHeight > 3000");
  for (unsigned i = 0; i < 2; i++)
    {
      shown_wait (shown, "window.scrollTo(0, 1234), window.sameDocument = true");
      shown_settle (shown);
      if (i == 1)
        {
          webkit_web_view_terminate_web_process (shown->view);
          wait_until (shown_find_label (shown, "Reload preview") != NULL);
        }
      gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
      shown_wait (shown, "!window.sameDocument && scrollY === 1234");
    }
  fr_preview_set_page (shown->preview, shown->page, shown->site);
  shown_wait (shown, "document.documentElement.scrollHeight > 3000 && scrollY === 0");
  shown_free (shown);
}

static void
write_picture (const char *folder, const char *width)
{
  g_autofree char *svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='%s' height='9'/>", width);

  write_file (folder, "images/a.svg", svg);
}

/* An address stands for the file that is there when the page is loaded, and not for the one before or another site's. */
static void
test_pictures_are_the_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *other_folder = make_folder ();
  g_autoptr (GFile) other_file = g_file_new_for_path (other_folder);
  g_autoptr (FrSite) other = fr_site_new (other_file);
  Shown *shown;

  write_picture (folder, "11");
  write_picture (other_folder, "33");
  shown = shown_new (folder, "---\nsections:\n  - infopic:\n      image: /images/a.svg\n      alt: A\n---\n");
  shown_wait (shown, "document.querySelector('main img')?.naturalWidth === 11");
  write_picture (folder, "22");
  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  shown_wait (shown, "document.querySelector('main img')?.naturalWidth === 22");
  fr_preview_set_page (shown->preview, shown->page, other);
  shown_wait (shown, "document.querySelector('main img')?.naturalWidth === 33");
  shown_free (shown);
}

static void
test_burger_opens_and_closes (void)
{
  Shown *shown = show ();

  shown_wait (shown, "document.querySelector('main h1') !== null");
  g_free (shown_ask (shown, "document.querySelector('header summary').click()", NULL));
  shown_wait (shown, "document.querySelector('header details').open");
  shown_wait (shown, SHOWN ("header .navbar-start a"));
  g_free (shown_ask (shown, "document.querySelector('header .navbar-start a').click()", NULL));
  g_free (shown_ask (shown, "document.querySelector('header summary').click()", NULL));
  shown_wait (shown, "!document.querySelector('header details').open && !(" SHOWN ("header .navbar-start a") ") && location.href === 'frontage-site:///'");
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/title-and-colors", test_title_and_colors);
  g_test_add_func ("/site/hide-and-show", test_hide_and_show);
  g_test_add_func ("/site/hidden-from-the-start", test_hidden_from_the_start);
  g_test_add_func ("/site/page-begins-below-the-bar", test_page_begins_below_the_bar);
  g_test_add_func ("/site/banner-is-shown-in-its-place", test_banner_is_shown_in_its_place);
  g_test_add_func ("/site/reload-keeps-the-place", test_reload_keeps_the_place);
  g_test_add_func ("/site/pictures-are-the-files", test_pictures_are_the_files);
  g_test_add_func ("/site/burger-opens-and-closes", test_burger_opens_and_closes);
  return g_test_run ();
}
