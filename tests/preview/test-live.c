/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits reach the page without disturbing what a person does there. */
#include <adwaita.h>

#include "shown.h"

#define BURST 200

static char *folder;

#define HERO \
  "  - hero:\n      title: A\n      dropdown:\n        title: B\n        options:\n          - title: C\n            url: /c/\n"
#define TALL "  - infopic:\n      title: D\n      description: \"<p style='height: 900px'>E</p>\"\n      image: /e.svg\n      alt: F\n"
#define YAML "---\nsections:\n" HERO TALL TALL TALL "---\n"

typedef struct
{
  const char *name;
  const char *patch;   /* JSON Patch of the homepage */
  const char *change;  /* a script that says true when the page shows it */
} Edit;

static const Edit edits[] = {
  { "hero", "[{'op': 'replace', 'path': '/sections/0/hero/title', 'value': 'New'}]",
    "document.querySelector('h1').textContent === 'New'" },
  { "dropdown", "[{'op': 'replace', 'path': '/sections/0/hero/dropdown/options/0/title', 'value': 'New'}]",
    "document.querySelector('.bp-dropdown-menu').textContent === 'New'" },
  { "below", "[{'op': 'replace', 'path': '/sections/3/infopic/title', 'value': 'New'}]",
    "document.querySelector('main > :last-child').textContent.includes('New')" },
  { "own text", "[{'op': 'replace', 'path': '/sections/2/infopic/title', 'value': 'New'}]",
    "document.querySelector('main > :nth-child(3)').textContent.includes('New')" },
  { "add below", "[{'op': 'add', 'path': '/sections/4', 'value': {'infobar': {'title': 'New'}}}]",
    "document.querySelectorAll('main > *').length === 5" },
  { "move below", "[{'op': 'add', 'path': '/sections/4', 'value': {'infobar': {'title': 'New'}}},"
                  " {'op': 'move', 'from': '/sections/4', 'path': '/sections/3'}]",
    "document.querySelector('main > :nth-child(4)').textContent.includes('New')" },
  { "remove below", "[{'op': 'remove', 'path': '/sections/3'}]", "document.querySelectorAll('main > *').length === 3" },
};

static void
ask (Shown *shown, const char *script)
{
  g_free (shown_ask (shown, script, NULL));
}

static void
change (Shown *shown, const char *patch)
{
  g_autofree char *json = g_strdelimit (g_strdup (patch), "'", '"');
  g_autoptr (GError) error = NULL;

  fr_document_patch (shown->document, json, &error);
  g_assert_no_error (error);
}

/* The second infopic at the top of the pane, the dropdown open, and the very nodes and images that are there. */
static void
test_kept (gconstpointer data)
{
  const Edit *edit = data;
  Shown *shown = shown_new (folder, YAML);

  shown_settle (shown);
  ask (shown, "document.querySelector('details').open = true;"
              "window.nodes = [...document.querySelectorAll('main > :nth-child(-n+3)')];"
              "window.image = document.querySelector('main > :nth-child(3) .infopic-image:not(.before) img');"
              "window.loads = 0; window.image.addEventListener('load', () => window.loads++);"
              "window.scrollTo(0, nodes[2].offsetTop + 40); window.wasAt = nodes[2].getBoundingClientRect().top;");
  change (shown, edit->patch);
  shown_wait (shown, edit->change);
  shown_settle (shown);
  shown_wait (shown, "wasAt !== 0 && nodes[2].getBoundingClientRect().top === wasAt");
  shown_wait (shown, "document.querySelector('details').open");
  shown_wait (shown, "nodes.every((node, i) => node === document.querySelector('main').children[i])");
  shown_wait (shown, "image.isConnected && image.complete && image.naturalWidth === 90 && loads === 0");
  shown_free (shown);
}

/* What stands above the pane comes and goes; what is in it stays where it is. */
static void
test_scroll_kept_when_sections_above_change (void)
{
  Shown *shown = shown_new (folder, YAML);

  shown_settle (shown);
  ask (shown, "window.node = document.querySelector('main > :nth-child(3)');"
              "window.scrollTo(0, node.offsetTop + 40); window.wasAt = node.getBoundingClientRect().top;");
  change (shown, "[{'op': 'add', 'path': '/sections/1', 'value': {'infobar': {'title': 'New'}}}]");
  shown_wait (shown, "document.querySelectorAll('main > *').length === 5");
  shown_wait (shown, "node.getBoundingClientRect().top === wasAt");
  change (shown, "[{'op': 'remove', 'path': '/sections/1'}]");
  shown_wait (shown, "document.querySelectorAll('main > *').length === 4");
  shown_wait (shown, "node.getBoundingClientRect().top === wasAt");
  change (shown, "[{'op': 'remove', 'path': '/sections/1'}]");
  shown_wait (shown, "document.querySelectorAll('main > *').length === 3");
  shown_wait (shown, "node.getBoundingClientRect().top === wasAt");
  shown_free (shown);
}

/* Counts the patches in the page, each of which takes until the next frame there. */
static const char count_patches[] =
  "window.counts = { calls: 0, running: 0, most: 0 };"
  "(() => { const patch = frontage.patch;"
  "  frontage.patch = async (json) => {"
  "    counts.calls++;"
  "    counts.most = Math.max(counts.most, ++counts.running);"
  "    await new Promise(requestAnimationFrame);"
  "    patch(json);"
  "    counts.running--;"
  "  }; })()";

static gboolean
ours_say (Shown *shown, const char *script)
{
  g_autofree char *answer = shown_ask (shown, script, OUR_WORLD);

  return g_str_equal (answer, "true");
}

static void
test_burst (void)
{
  Shown *shown = shown_new (folder, YAML);
  g_autofree char *script = g_strdup_printf ("document.querySelector('h1').textContent === 'Title %d' &&"
                                             "document.querySelector('main > :last-child h1').textContent === 'Last %d'",
                                             BURST, BURST - 1);

  g_free (shown_ask (shown, count_patches, OUR_WORLD));
  for (int i = 1; i <= BURST; i++)
    {
      g_autofree char *title = g_strdup_printf (i % 2 == 0 ? "Title %d" : "Last %d", i);

      shown_set (shown, i % 2 == 0 ? "/sections/0/hero/title" : "/sections/3/infopic/title", title);
      /* Some of them while a patch is under way. */
      g_main_context_iteration (NULL, FALSE);
    }
  shown_wait (shown, script);
  wait_until (ours_say (shown, "counts.running === 0"));
  g_assert_true (ours_say (shown, "counts.most === 1"));
  g_assert_true (ours_say (shown, "counts.calls >= 2 && counts.calls < 200"));
  shown_settle (shown);
  shown_wait (shown, script);
  shown_free (shown);
}

/* The document is loaded once for what comes while it is on its way. */
static void
test_one_load (void)
{
  Shown *shown = shown_new (folder, YAML);

  g_assert_cmpuint (shown->loads, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  fr_preview_set_page (shown->preview, shown->page, shown->site);
  shown_set (shown, "/sections/0/hero/title", "Once");
  shown_wait (shown, "document.querySelector('h1')?.textContent === 'Once'");
  g_assert_cmpuint (shown->loads, ==, 2);
  shown_free (shown);
}

static void
test_crash (void)
{
  Shown *shown = shown_new (folder, YAML);

  shown_set (shown, "/sections/0/hero/title", "On its way");
  webkit_web_view_terminate_web_process (shown->view);
  wait_until (shown_find_label (shown, "The Preview Stopped") != NULL);
  g_assert_nonnull (shown_find_label (shown, "Reload preview"));
  shown_set (shown, "/sections/0/hero/title", "While it was gone");
  fr_preview_scroll_to (shown->preview, "/sections/3/infopic");
  gtk_widget_activate_action (GTK_WIDGET (shown->preview), "preview.reload", NULL);
  wait_until (shown_find_label (shown, "The Preview Stopped") == NULL);
  shown_wait (shown, "document.querySelector('h1')?.textContent === 'While it was gone'");
  shown_wait (shown, "document.querySelector('main > :last-child').getBoundingClientRect().top < innerHeight");
  shown_set (shown, "/sections/0/hero/title", "After it");
  shown_wait (shown, "document.querySelector('h1').textContent === 'After it'");
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  write_file (folder, "_config.yml", "title: Harbour\n");
  write_file (folder, "e.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'/>");
  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/live/kept/", edits[i].name, NULL), " ", '-');

      g_test_add_data_func (path, &edits[i], test_kept);
    }
  g_test_add_func ("/live/scroll-kept-when-sections-above-change", test_scroll_kept_when_sections_above_change);
  g_test_add_func ("/live/burst", test_burst);
  g_test_add_func ("/live/one-load", test_one_load);
  g_test_add_func ("/live/crash", test_crash);
  return g_test_run ();
}
