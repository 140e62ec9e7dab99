/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links lead nowhere, and say where they would lead. */
#include <adwaita.h>

#include "fr-link.h"
#include "shown.h"

static char *folder;

typedef struct
{
  const char *href;
  const char *sentence;
} Case;

static const Case cases[] = {
  { "/base/visit/", "Leads to /base/visit/ (pages/visit.md)" },
  { "/base/visit", "Leads to /base/visit (pages/visit.md)" },
  { "/base/visit/#fares", "Leads to /base/visit/#fares (pages/visit.md)" },
  { "/base/visit/?a=b", "Leads to /base/visit/?a=b (pages/visit.md)" },
  { "/base/visit/index.html", "Leads to /base/visit/index.html (pages/visit.md)" },
  { "/base/caf%C3%A9/", "Leads to /base/caf%C3%A9/ (pages/caf\303\251.md)" },
  { "/base/plain", "Leads to /base/plain (plain.html)" },
  { "/base/news/", "Leads to /base/news/ (news/index.html)" },
  { "/base/news/first/", "Leads to /base/news/first/ (news/_posts/2026-01-02-first.md)" },
  { "/base/", "Leads to /base/ (index.md)" },
  { "/base", "Leads to /base (index.md)" },
  { "/base/files/form.pdf", "Leads to /base/files/form.pdf (files/form.pdf)" },
  { "/base/x/", "No page of this site has the address /base/x/" },
  { "/base/pages/visit/", "No page of this site has the address /base/pages/visit/" },
  { "/base/Visit/", "No page of this site has the address /base/Visit/" },
  { "/base/files/", "No page of this site has the address /base/files/" },
  { "/base/_hidden/secret/", "No page of this site has the address /base/_hidden/secret/" },
  { "/based/", "No page of this site has the address /based/" },
  { "/../../etc/passwd", "No page of this site has the address /../../etc/passwd" },
  { "", "This link has no address" },
  { "#fares", "Leads to #fares on this page" },
  { "https://example.org/?a=1&b=2", "Opens https://example.org/?a=1&b=2 with Ctrl and a click" },
  { "HTTP://example.org", "Opens HTTP://example.org with Ctrl and a click" },
  { "mailto:desk@example.org", "Opens mailto:desk@example.org with Ctrl and a click" },
  { "javascript:alert(1)", "Leads to javascript:alert(1), which is not opened from here" },
  { "file:///etc/passwd", "Leads to file:///etc/passwd, which is not opened from here" },
  { "//example.org/", "Leads to //example.org/, which is not opened from here" },
};

static void
make_files (void)
{
  folder = make_folder ();
  write_file (folder, "_config.yml", "baseurl: /base\n");
  write_file (folder, "index.md", "---\npermalink: /\n---\n");
  write_file (folder, "plain.html", "---\ntitle: Plain\n---\n");
  write_file (folder, "pages/visit.md", "---\npermalink: /visit/\n---\n");
  write_file (folder, "pages/caf\303\251.md", "---\npermalink: /caf\303\251/\n---\n");
  write_file (folder, "news/index.html", "---\nlayout: resources\n---\n");
  write_file (folder, "news/_posts/2026-01-02-first.md", "---\npermalink: /news/first/\n---\n");
  write_file (folder, "_hidden/secret.md", "---\ntitle: None\n---\n");
  write_file (folder, "files/form.pdf", "%PDF");
}

static void
test_describe (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (FrSite) site = fr_site_new (file);

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = fr_link_describe (cases[i].href, site);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static Shown *
show (void)
{
  return shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n      button: B\n      url: /visit/\n"
                            "  - infobar:\n      title: <a href='#fares'>C</a>\n      button: D\n      url: /x/\n---\n");
}

static void
ask (Shown *shown, const char *script)
{
  g_free (shown_ask (shown, script, NULL));
}

static void
test_point (void)
{
  static const char over[] =
    "document.querySelector('main a.bp-button').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))";
  static const char out[] =
    "document.querySelector('main h1').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))";
  static const char sentence[] = "Leads to /base/visit/ (pages/visit.md)";
  Shown *shown = show ();

  ask (shown, over);
  wait_until (shown_find_label (shown, sentence) != NULL);
  ask (shown, out);
  wait_until (shown_find_label (shown, sentence) == NULL);
  gtk_widget_grab_focus (GTK_WIDGET (shown->view));
  ask (shown, "document.querySelector('main a.link-button').focus()");
  wait_until (shown_find_label (shown, "No page of this site has the address /base/x/") != NULL);
  ask (shown, over);
  wait_until (shown_find_label (shown, sentence) != NULL);
  ask (shown, out);
  wait_until (shown_find_label (shown, "No page of this site has the address /base/x/") != NULL);
  ask (shown, "document.activeElement.blur()");
  wait_until (shown_find_label (shown, "No page of this site has the address /base/x/") == NULL);
  shown_free (shown);
}

static void
test_click (void)
{
  Shown *shown = show ();

  ask (shown, "window.sameDocument = true");
  ask (shown, "document.querySelector('main a.bp-button').click()");
  wait_until (shown_find_label (shown, "Leads to /base/visit/ (pages/visit.md)") != NULL);
  ask (shown, "document.querySelector('main .h1 a').click()");
  wait_until (shown_find_label (shown, "Leads to #fares on this page") != NULL);
  shown_wait (shown, "window.sameDocument && location.hash === ''");
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  make_files ();
  g_test_add_func ("/links/describe", test_describe);
  g_test_add_func ("/links/point", test_point);
  g_test_add_func ("/links/click", test_click);
  return g_test_run ();
}
