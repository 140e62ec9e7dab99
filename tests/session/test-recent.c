/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a site is called, and which ones are remembered. */
#include <string.h>

#include "../tools/folder.h"
#include "fr-recent-sites.h"

#define PAGE "---\ntitle: T\n---\n"

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static FrSession *
open_place (const char *folder, const char *name)
{
  g_autoptr (GFile) place = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FrSession *session;

  fr_session_open_async (place, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  session = fr_session_open_finish (result, &error);
  g_assert_no_error (error);
  return session;
}

/* "TITLE at PLACE" of each, the newest first. */
static char *
tell (GSettings *settings, const char *folder)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (settings);
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (GString) told = g_string_new (NULL);

  for (unsigned i = 0; i < sites->len; i++)
    {
      const FrRecentSite *site = sites->pdata[i];
      g_autofree char *place = g_file_get_relative_path (root, site->place);

      g_string_append_printf (told, "%s at %s; ", site->title, place);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
add (GSettings *settings, const char *folder, const char *name)
{
  g_autoptr (FrSession) session = open_place (folder, name);

  fr_recent_sites_add (settings, session);
}

/* A site as its folder, however it was opened; all else as the file that it is. */
static void
test_added (void)
{
  g_autofree char *folder = make_folder (), *told = NULL, *rest = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.frontage.Frontage");
  g_autoptr (GFile) a = g_file_new_build_filename (folder, "a", NULL);

  g_settings_reset (settings, "recent-sites");
  for (const char * const *name = (const char * const[]) { "a/index.md", "a/pages/x.md", "b/index.md", "lone/index.md", NULL };
       *name != NULL; name++)
    write_file (folder, *name, PAGE);
  write_file (folder, "a/_config.yml", "title: A\n");
  write_file (folder, "b/_config.yml", "title: B\n");
  for (const char * const *name = (const char * const[]) { "a/index.md", "b", "lone", "a/pages/x.md", "a", NULL };
       *name != NULL; name++)
    add (settings, folder, *name);
  told = tell (settings, folder);
  g_assert_cmpstr (told, ==, "A at a; A at a/pages/x.md; lone at lone/index.md; B at b; ");
  fr_recent_sites_forget (settings, a);
  rest = tell (settings, folder);
  g_assert_cmpstr (rest, ==, "A at a/pages/x.md; lone at lone/index.md; B at b; ");
}

static void
note_change (gboolean *changed)
{
  *changed = TRUE;
}

/* The picture that the newest one is known by, within the folder. */
static char *
tell_picture (GSettings *settings, const char *folder)
{
  g_autoptr (GPtrArray) sites = fr_recent_sites_list (settings);
  const char *picture = ((FrRecentSite *) sites->pdata[0])->picture;

  return picture != NULL && g_str_has_prefix (picture, folder) ? g_strdup (picture + strlen (folder)) : g_strdup (picture);
}

/* Which is known when the whole site is, and remembered when that is not so yet; to be told of it makes no site the newest. */
static void
test_picture (void)
{
  g_autofree char *folder = make_folder (), *first = NULL, *then = NULL, *told = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.frontage.Frontage");
  g_autoptr (FrSession) session = NULL;
  gboolean changed = FALSE;

  g_settings_reset (settings, "recent-sites");
  write_file (folder, "a/_config.yml", "title: A\n");
  write_file (folder, "b/index.md", PAGE);
  write_file (folder, "a/images/quay.png", "x");
  write_file (folder, "a/index.md", "---\ntitle: T\nsections:\n  - infobar:\n      title: x\n  - hero:\n      background: /images/quay.png\n---\n");
  session = open_place (folder, "a");
  g_signal_connect_swapped (session, "site-changed", G_CALLBACK (note_change), &changed);
  fr_recent_sites_add (settings, session);
  first = tell_picture (settings, folder);
  g_assert_null (first);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  add (settings, folder, "b/index.md");
  fr_recent_sites_update (settings, session);
  told = tell (settings, folder);
  g_assert_cmpstr (told, ==, "b at b/index.md; A at a; ");
  g_clear_object (&session);
  add (settings, folder, "a");
  then = tell_picture (settings, folder);
  g_assert_cmpstr (then, ==, "/a/images/quay.png");
}

static void
test_only_the_newest (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.frontage.Frontage");
  g_autoptr (GPtrArray) sites = NULL;
  FrRecentSite *newest;

  g_settings_reset (settings, "recent-sites");
  for (unsigned i = 0; i <= FR_RECENT_SITES_MOST; i++)
    {
      g_autofree char *config = g_strdup_printf ("%u/_config.yml", i), *page = g_strdup_printf ("%u/index.md", i);
      g_autofree char *title = g_strdup_printf ("title: Site %u\n", i);

      write_file (folder, config, title);
      write_file (folder, page, PAGE);
      add (settings, folder, page);
    }
  sites = fr_recent_sites_list (settings);
  newest = sites->pdata[0];
  g_assert_cmpuint (sites->len, ==, FR_RECENT_SITES_MOST);
  g_assert_cmpstr (newest->title, ==, "Site 8");
}

static void
test_described (void)
{
  static const struct { const char *path, *text; gboolean nameless; } cases[] = {
    { "/home/ada/site/index.md", "~/site/index.md" },
    { "/home/ada2/site", "/home/ada2/site" },
    { "/run/user/7/doc/5c1d/index.md", "index.md" },
    { "/run/user/7/doc/5c1d/site/index.md", "site/index.md" },
    { "/run/user/7/doc/5c1d", "/run/user/7/doc/5c1d", TRUE },
    { "/run/user/7/doc/5c1d/site", "site" },
    { "/run/user/7/docs/5c1d", "/run/user/7/docs/5c1d" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) place = g_file_new_for_path (cases[i].path);
      g_autofree char *text = fr_place_describe (place);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (fr_place_is_nameless (place), ==, cases[i].nameless);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("HOME", "/home/ada", TRUE);
  g_setenv ("XDG_RUNTIME_DIR", "/run/user/7", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent/added", test_added);
  g_test_add_func ("/recent/picture", test_picture);
  g_test_add_func ("/recent/only-the-newest", test_only_the_newest);
  g_test_add_func ("/recent/described", test_described);
  return g_test_run ();
}
