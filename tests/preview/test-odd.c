/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the HTML parser takes and no script may write again does no harm, and a page that cannot be patched ends in words
 * and not in a loop.
 */
#include <adwaita.h>

#include "shown.h"

static char *folder;

#define BAR(text) "  - infobar:\n      title: T\n      description: '" text "'\n"
#define HEAD "---\nsections:\n  - hero:\n      title: A\n"

static const char * const odd[] = { "<a href=\"/x\"/y\">odd1</a>", "<a a\"b=1>odd2</a>", "<a <=1>odd3</a>",
                                     "<a href=\"/x\"=y>odd4</a>", "<a =x=1>odd5</a>" };

static gboolean
ours_say (Shown *shown, const char *script)
{
  g_autofree char *answer = shown_ask (shown, script, OUR_WORLD);

  return g_str_equal (answer, "true");
}

static void
wait_for_text (Shown *shown, const char *selector, const char *text)
{
  g_autofree char *script = g_strdup_printf ("document.querySelector('%s')?.textContent.includes('%s') === true", selector, text);

  shown_wait (shown, script);
}

static void
set_and_see (Shown *shown, unsigned section, const char *value, const char *text)
{
  g_autofree char *pointer = g_strdup_printf ("/sections/%u/infobar/description", section);
  g_autofree char *block = g_strdup_printf ("main > :nth-child(%u)", section + 1);

  shown_set (shown, pointer, value);
  wait_for_text (shown, block, text);
}

/* An odd value, another one, and sound ones between and behind. */
static void
edit (Shown *shown, unsigned first)
{
  unsigned second = (first + 1) % G_N_ELEMENTS (odd);
  g_autofree char *text = g_strdup_printf ("odd%u", second + 1), *beside = g_strconcat (odd[first], " and more", NULL);

  set_and_see (shown, first + 1, beside, "and more");
  set_and_see (shown, first + 1, "<a>plain</a>", "plain");
  set_and_see (shown, first + 1, odd[second], text);
  set_and_see (shown, first + 1, "<b>sound</b> again", "sound again");
}

/* What happens in other blocks than that of the section. */
static const char watch[] =
  "window.others = [...document.querySelector('main').children].filter((e, i) => i !== %u);"
  "window.counts = 0;"
  "window.observer?.disconnect();"
  "window.observer = new MutationObserver((records) => counts += records.length);"
  "others.forEach(e => observer.observe(e, { subtree: true, childList: true, attributes: true, characterData: true })); true";

static void
test_values (void)
{
  g_autoptr (GString) yaml = g_string_new (HEAD);
  Shown *shown;

  for (unsigned i = 0; i < G_N_ELEMENTS (odd); i++)
    g_string_append_printf (yaml, BAR ("%s"), odd[i]);
  g_string_append (yaml, "---\n");
  shown = shown_new (folder, yaml->str);
  for (unsigned i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *script = g_strdup_printf (watch, i + 1);

      g_free (shown_ask (shown, script, NULL));
      edit (shown, i);
      shown_wait (shown, "counts === 0 && others.every(e => e.isConnected)");
    }
  shown_wait (shown, "document.querySelectorAll('main .body-1 b').length === 5");
  g_assert_cmpuint (shown->loads, ==, 1);
  shown_free (shown);
}

/* Around the blocks, too. */
static void
test_surroundings (void)
{
  g_autofree char *site = make_folder ();
  Shown *shown;

  write_file (site, "_config.yml", "title: Harbour\n");
  write_file (site, "_data/footer.yml", "copyright_agency: Agency\n");
  shown = shown_new (site, HEAD "---\n");
  wait_for_text (shown, ".site-end", "Agency");
  for (unsigned i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *text = g_strdup_printf ("odd%u", i + 1), *yaml = g_strdup_printf ("copyright_agency: |\n  %s more\n", odd[i]);

      write_file (site, "_data/footer.yml", yaml);
      shown_read_site_again (shown);
      wait_for_text (shown, ".site-end", text);
      shown_wait (shown, "document.querySelectorAll('.site-end').length === 1");
    }
  write_file (site, "_data/footer.yml", "copyright_agency: Harbour Office\n");
  shown_read_site_again (shown);
  wait_for_text (shown, ".site-end", "Harbour Office");
  g_assert_cmpuint (shown->loads, ==, 1);
  shown_free (shown);
}

#define BREAK "frontage.patch = () => { throw new Error('broken by a test'); };"

/* Loaded again once, and then it says so. */
static void
test_broken (void)
{
  Shown *shown = shown_new (folder, HEAD "---\n");
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (shown->view);
  WebKitUserScript *script = webkit_user_script_new_for_world (BREAK, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                                               WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, OUR_WORLD, NULL, NULL);

  webkit_user_content_manager_add_script (manager, script);
  g_assert_true (ours_say (shown, BREAK "true"));
  shown_set (shown, "/sections/0/hero/title", "Lost");
  wait_until (shown_find_label (shown, "The Preview Stopped") != NULL);
  g_assert_cmpuint (shown->loads, ==, 2);
  shown_set (shown, "/sections/0/hero/title", "While it was stopped");
  webkit_user_content_manager_remove_script (manager, script);
  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  wait_for_text (shown, "h1", "While it was stopped");
  g_assert_null (shown_find_label (shown, "The Preview Stopped"));
  shown_set (shown, "/sections/0/hero/title", "And again");
  wait_for_text (shown, "h1", "And again");
  g_assert_cmpuint (shown->loads, ==, 3);
  webkit_user_script_unref (script);
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  write_file (folder, "_config.yml", "title: Harbour\n");
  g_test_add_func ("/odd/values", test_values);
  g_test_add_func ("/odd/surroundings", test_surroundings);
  g_test_add_func ("/odd/broken", test_broken);
  return g_test_run ();
}
