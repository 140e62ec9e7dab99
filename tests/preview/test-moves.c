/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections that come, go and move: one node for one section, and clicks, outlines and scrolling stay with the thing. */
#include <adwaita.h>

#include "shown.h"

static char *folder;

#define PIC(title) "  - infopic:\n      title: " title "\n      image: /e.svg\n      alt: F\n"
#define BAR(title) "  - infobar:\n      title: " title "\n      description: <p style='height:400px'>E</p>\n"
#define YAML "---\nsections:\n  - hero:\n      title: T0\n" PIC ("T1") BAR ("T2") PIC ("T3") BAR ("T4") \
  BAR ("T5") "    textcards:\n      title: T6\n---\n"

#define NEW "'value': {'infobar': {'title': 'T9'}}"

static const struct { const char *name, *patch, *order; unsigned added, removed; } edits[] = {
  { "down", "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/4'}]", "T0T2T3T4T1T5T6", 1, 1 },
  { "down-by-one", "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/2'}]", "T0T2T1T3T4T5T6", 1, 1 },
  { "last", "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/5'}]", "T0T2T3T4T5T6T1", 1, 1 },
  { "up", "[{'op': 'move', 'from': '/sections/4', 'path': '/sections/1'}]", "T0T4T1T2T3T5T6", 1, 1 },
  { "two-kinds", "[{'op': 'move', 'from': '/sections/5', 'path': '/sections/1'}]", "T0T5T6T1T2T3T4", 2, 2 },
  { "insert", "[{'op': 'add', 'path': '/sections/2', " NEW "}]", "T0T1T9T2T3T4T5T6", 1, 0 },
  { "remove", "[{'op': 'remove', 'path': '/sections/2'}]", "T0T1T3T4T5T6", 0, 1 },
  { "insert-and-move", "[{'op': 'add', 'path': '/sections/1', " NEW "}, {'op': 'move', 'from': '/sections/2', 'path': '/sections/4'}]",
    "T0T9T2T3T1T4T5T6", 2, 1 },
};

static void
ask (Shown *shown, const char *script)
{
  g_free (shown_ask (shown, script, NULL));
}

static gboolean
ours_say (Shown *shown, const char *script)
{
  g_autofree char *answer = shown_ask (shown, script, OUR_WORLD);

  return g_str_equal (answer, "true");
}

static void
change (Shown *shown, const char *patch)
{
  g_autofree char *json = g_strdelimit (g_strdup (patch), "'", '"');
  g_autoptr (GError) error = NULL;

  fr_document_patch (shown->document, json, &error);
  g_assert_no_error (error);
}

static void
wait_for_order (Shown *shown, const char *order)
{
  g_autofree char *script = g_strdup_printf ("[...document.querySelector('main').children].map(e => e.textContent.match(/T\\d/)[0])"
                                             ".join('') === '%s'", order);

  shown_wait (shown, script);
}

/* From here on, what comes into the page and goes, and which pictures are loaded. */
static const char watch[] =
  "window.counts = { added: 0, removed: 0, loads: 0 };"
  "window.nodes = new Map([...document.querySelector('main').children].map(e => [e.textContent.match(/T\\d/)[0], e]));"
  "window.observer?.disconnect();"
  "window.observer = new MutationObserver(records => { for (const { addedNodes, removedNodes } of records)"
  "  counts.added += addedNodes.length, counts.removed += removedNodes.length; });"
  "observer.observe(document.querySelector('main'), { childList: true });"
  "if (!window.listening) document.addEventListener('load', () => counts.loads++, true);"
  "window.listening = true;";

static const char same_nodes[] =
  "[...document.querySelector('main').children].every(e => { const T = e.textContent.match(/T\\d/)[0];"
  " return !nodes.has(T) || nodes.get(T) === e; }) && counts.loads === 0";

static void
assert_counts (Shown *shown, unsigned added, unsigned removed)
{
  g_autofree char *expected = g_strdup_printf ("\"%u %u\"", added, removed);
  g_autofree char *found = shown_ask (shown, "counts.added + ' ' + counts.removed", NULL);
  g_autofree char *same = shown_ask (shown, same_nodes, NULL);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (same, ==, "true");
}

static void
test_nodes (void)
{
  Shown *shown = shown_new (folder, YAML);

  shown_settle (shown);
  for (unsigned i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_test_message ("%s", edits[i].name);
      ask (shown, watch);
      change (shown, edits[i].patch);
      wait_for_order (shown, edits[i].order);
      shown_settle (shown);
      assert_counts (shown, edits[i].added, edits[i].removed);
      ask (shown, watch);
      g_assert_true (fr_document_undo (shown->document));
      wait_for_order (shown, "T0T1T2T3T4T5T6");
      shown_settle (shown);
      g_test_message ("undone");
      assert_counts (shown, edits[i].removed, edits[i].added);
    }
  g_assert_cmpuint (shown->loads, ==, 1);
  shown_free (shown);
}

static void
keep_pointer (char **kept, const char *pointer)
{
  g_free (*kept);
  *kept = g_strdup (pointer);
}

static void
assert_click (Shown *shown, const char *title, char **clicked, const char *pointer)
{
  g_autofree char *script = g_strdup_printf ("[...document.querySelector('main').children].find("
                                             "e => e.textContent.includes('%s')).click()", title);

  g_clear_pointer (clicked, g_free);
  ask (shown, script);
  wait_until (*clicked != NULL);
  g_assert_cmpstr (*clicked, ==, pointer);
}

static void
test_clicks (void)
{
  Shown *shown = shown_new (folder, YAML);
  g_autofree char *clicked = NULL;

  g_signal_connect_swapped (shown->preview, "clicked", G_CALLBACK (keep_pointer), &clicked);
  assert_click (shown, "T3", &clicked, "/sections/3/infopic");
  change (shown, "[{'op': 'move', 'from': '/sections/3', 'path': '/sections/1'}, {'op': 'add', 'path': '/sections/1', " NEW "}]");
  wait_for_order (shown, "T0T9T3T1T2T4T5T6");
  assert_click (shown, "T3", &clicked, "/sections/2/infopic");
  assert_click (shown, "T2", &clicked, "/sections/4/infobar");
  assert_click (shown, "T6", &clicked, "/sections/6/textcards");
  g_assert_true (fr_document_undo (shown->document));
  wait_for_order (shown, "T0T1T2T3T4T5T6");
  assert_click (shown, "T3", &clicked, "/sections/3/infopic");
  shown_free (shown);
}

/* The line of that name is around the element that the script finds. */
static void
wait_for_line (Shown *shown, const char *line, const char *element)
{
  g_autofree char *script = g_strdup_printf (
    "(() => { const line = frontage.lines.%s, element = %s; if (line.hidden || !element) return false;"
    " const one = line.getBoundingClientRect(), other = element.getBoundingClientRect();"
    " return Math.abs((one.top + one.bottom) - (other.top + other.bottom)) < 2; })()", line, element);

  wait_until (ours_say (shown, script));
}

#define BLOCK(title) "[...document.querySelector('main').children].find(e => e.textContent.includes('" title "'))"
#define TITLE(title) "[..." BLOCK (title) ".querySelectorAll('[data-field=title]')].at(-1)"

static void
test_outline (void)
{
  Shown *shown = shown_new (folder, YAML);

  shown_settle (shown);
  fr_preview_mark (shown->preview, "/sections/2/infobar/title");
  wait_for_line (shown, "section", BLOCK ("T2"));
  wait_for_line (shown, "value", TITLE ("T2"));
  change (shown, "[{'op': 'move', 'from': '/sections/2', 'path': '/sections/4'}]");
  wait_for_order (shown, "T0T1T3T4T2T5T6");
  wait_for_line (shown, "value", TITLE ("T2"));
  change (shown, "[{'op': 'add', 'path': '/sections/1', " NEW "}]");
  wait_for_order (shown, "T0T9T1T3T4T2T5T6");
  wait_for_line (shown, "section", BLOCK ("T2"));
  wait_for_line (shown, "value", TITLE ("T2"));
  g_assert_true (fr_document_undo (shown->document) && fr_document_undo (shown->document));
  wait_for_order (shown, "T0T1T2T3T4T5T6");
  wait_for_line (shown, "section", BLOCK ("T2"));
  wait_for_line (shown, "value", TITLE ("T2"));
  /* The field has the focus, whether its value is there or not. */
  change (shown, "[{'op': 'remove', 'path': '/sections/2/infobar/title'}]");
  shown_wait (shown, "!document.body.textContent.includes('T2')");
  wait_until (ours_say (shown, "frontage.lines.value.hidden && !frontage.lines.section.hidden"));
  g_assert_true (fr_document_undo (shown->document));
  wait_for_line (shown, "value", TITLE ("T2"));
  change (shown, "[{'op': 'remove', 'path': '/sections/2'}]");
  wait_for_order (shown, "T0T1T3T4T5T6");
  wait_until (ours_say (shown, "frontage.lines.value.hidden && frontage.lines.section.hidden"));
  shown_free (shown);
}

/* The section that was added last, while one patch is in flight and the next one waits. */
static void
test_scroll_to_what_is_on_its_way (void)
{
  Shown *shown = shown_new (folder, YAML);

  shown_settle (shown);
  shown_wait (shown, "document.documentElement.scrollHeight > 2 * innerHeight");
  shown_set (shown, "/sections/0/hero/title", "T0 again");
  change (shown, "[{'op': 'add', 'path': '/sections/-', " NEW "}]");
  fr_preview_scroll_to (shown->preview, "/sections/6/infobar");
  change (shown, "[{'op': 'add', 'path': '/sections/1', 'value': {'infobar': {'title': 'T8'}}}]");
  wait_for_order (shown, "T0T8T1T2T3T4T5T6T9");
  shown_wait (shown, BLOCK ("T9") ".getBoundingClientRect().bottom <= innerHeight + 1");
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
  g_test_add_func ("/moves/nodes", test_nodes);
  g_test_add_func ("/moves/clicks", test_clicks);
  g_test_add_func ("/moves/outline", test_outline);
  g_test_add_func ("/moves/scroll-to-what-is-on-its-way", test_scroll_to_what_is_on_its_way);
  return g_test_run ();
}
