/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is clicked is told by the pointer of its value, and what is edited is outlined. */
#include <adwaita.h>

#include "fr-kinds.h"
#include "fr-pointer.h"
#include "shown.h"

static char *folder;

/* A page on which each value is its own pointer: of an image as its address, of a link as where it leads. */
typedef struct
{
  FrDocument *document;
  GPtrArray  *shown;  /* the pointers that the page is to show */
  gboolean    with_dropdown;
} Filling;

static void fill (Filling *filling, const FrField *fields, const char *pointer);

/* A hero has its button only where it has no dropdown; an alternative text is seen only where the image is not; slides are
 * shown by a script of the published page. */
static gboolean
is_seen (const Filling *filling, const FrField *field, const char *pointer)
{
  if (g_str_equal (field->name, "alt") || strstr (pointer, "/carousel/") != NULL)
    return FALSE;
  return !(filling->with_dropdown && g_str_equal (pointer, "/sections/0/hero/button"));
}

static void
set (Filling *filling, const char *pointer, const char *before, const char *after)
{
  g_autofree char *value = g_strconcat (before, pointer, after, NULL);
  g_autofree char *json = g_strdup_printf ("\"%s\"", value);
  g_autoptr (GError) error = NULL;

  fr_document_add (filling->document, pointer, json, &error);
  g_assert_no_error (error);
}

static void
fill_field (Filling *filling, const FrField *field, const char *pointer)
{
  g_autofree char *file = NULL;

  switch (field->type)
    {
    case FR_FIELD_LINE:
    case FR_FIELD_PARAGRAPH:
      set (filling, pointer, "", "");
      break;
    case FR_FIELD_IMAGE:
      set (filling, pointer, "", ".svg");
      file = g_strconcat (pointer, ".svg", NULL);
      write_file (folder, file, "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'/>");
      break;
    case FR_FIELD_ADDRESS:
      set (filling, pointer, "/to", "");
      return;
    case FR_FIELD_GROUP:
      if (filling->with_dropdown)
        fill (filling, field->fields, pointer);
      return;
    case FR_FIELD_LIST:
      for (unsigned i = 0; i < 2; i++)
        {
          g_autofree char *item = fr_pointer_join_index (pointer, i);

          fill (filling, field->fields, item);
        }
      return;
    case FR_FIELD_CHOICE:
    default:
      return;
    }
  if (is_seen (filling, field, pointer))
    g_ptr_array_add (filling->shown, g_strdup (pointer));
}

static void
fill (Filling *filling, const FrField *fields, const char *pointer)
{
  for (; fields->name != NULL; fields++)
    {
      g_autofree char *own = *fields->name ? fr_pointer_join (pointer, fields->name) : g_strdup (pointer);

      fill_field (filling, fields, own);
    }
}

static GPtrArray *
make_page (gboolean with_dropdown, char **text)
{
  static const char empty[] = "---\nsections: []\n---\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (empty, strlen (empty));
  g_autoptr (FrDocument) document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
  g_autoptr (GBytes) filled = NULL;
  Filling filling = { document, g_ptr_array_new_with_free_func (g_free), with_dropdown };
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/sections/%u/%s", i, kinds[i].name);

      fill (&filling, kinds[i].fields, pointer);
    }
  filled = fr_document_get_bytes (document);
  *text = g_strndup (g_bytes_get_data (filled, NULL), g_bytes_get_size (filled));
  return filling.shown;
}

static void
on_clicked (FrPreview *preview, const char *pointer, GPtrArray *told)
{
  g_ptr_array_add (told, g_strdup (pointer));
}

/* Clicks on each value where it is seen, and says whose it was. Of an image that is a background, its element. */
static const char click_everything[] =
  "(() => {"
  "  const clicked = [];"
  "  const click = (pointer, element, getBox) => {"
  "    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });"
  "    const box = getBox();"
  "    const at = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + Math.min(box.height, 8) / 2);"
  "    at.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));"
  "    clicked.push(pointer);"
  "  };"
  "  const isSeen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible';"
  "  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);"
  "  while (walker.nextNode()) {"
  "    for (const details of document.querySelectorAll('details'))"
  "      details.open = details.contains(walker.currentNode);"
  "    const text = walker.currentNode.data.trim();"
  "    if (!text.startsWith('/sections/') || !isSeen(walker.currentNode.parentElement))"
  "      continue;"
  "    const range = document.createRange();"
  "    range.selectNodeContents(walker.currentNode);"
  "    click(text, walker.currentNode.parentElement, () => range.getClientRects()[0]);"
  "  }"
  "  for (const image of document.querySelectorAll('main img'))"
  "    if (isSeen(image))"
  "      click(new URL(image.src).pathname.replace('.svg', ''), image, () => image.getBoundingClientRect());"
  "  for (const e of document.querySelectorAll('main .bg-hero'))"
  "    click(getComputedStyle(e).backgroundImage.match(/\\/sections[^.]*/)[0], e, () => e.getBoundingClientRect());"
  "  return clicked.join(' ');"
  "})()";

static const char yaml_to_mark[] =
  "---\nsections:\n"
  "  - hero:\n      title: A\n      subtitle: B\n      key_highlights:\n        - title: C\n          url: /d/\n"
  "  - infopic:\n      title: E\n      description: F\n      alt: G\n      image: /g.svg\n"
  "  - infobar:\n      title: H\n      button: I\n      url: /j/\n"
  "  - carousel:\n      - image: /g.svg\n        alt: K\n        title: L\n---\n";

typedef struct
{
  const char *pointer;
  const char *section, *value;  /* selectors of what is outlined; NULL: nothing */
} Mark;

/* The hero is four elements deep in its block; of an infopic's two images one is hidden. */
static const Mark marks[] = {
  { "/sections/0/hero/title", "main > :nth-child(1)", "h1" },
  { "/sections/0/hero/subtitle", "main > :nth-child(1)", ".bp-hero p" },
  { "/sections/0/hero/background", "main > :nth-child(1)", "section.bp-hero" },
  { "/sections/0/hero/key_highlights/0/title", "main > :nth-child(1)", ".key-highlight-title" },
  { "/sections/0/hero/key_highlights/0/url", "main > :nth-child(1)", ".is-highlight" },
  { "/sections/0/hero/key_highlights/0", "main > :nth-child(1)", NULL },
  { "/sections/0/hero/alignment", "main > :nth-child(1)", NULL },
  { "/sections/0/hero", "main > :nth-child(1)", NULL },
  { "/sections/1/infopic/description", "main > :nth-child(2)", ".infopic-row .body-1" },
  { "/sections/1/infopic/image", "main > :nth-child(2)", ".infopic-image.after" },
  { "/sections/1/infopic/alt", "main > :nth-child(2)", ".infopic-image.after" },
  { "/sections/2/infobar/title", "main > :nth-child(3)", "main > :nth-child(3) h1" },
  { "/sections/2/infobar/url", "main > :nth-child(3)", ".link-button" },
  { "/sections/20/infobar/title", NULL, NULL },
  { "/title", NULL, NULL },
  { "", NULL, NULL },
  { NULL, NULL, NULL },
};

/* Whether the line goes around the element, no further away than it has room, and no part of it is cut off. */
static gboolean
is_around (Shown *shown, const char *line, const char *selector)
{
  g_autofree char *script = g_strdup_printf (
    "(() => { const line = frontage.lines.%s, want = '%s';"
    "  if (want === '') return line.hidden;"
    "  const a = line.getBoundingClientRect(), b = document.querySelector(want).getBoundingClientRect();"
    "  const width = document.documentElement.clientWidth;"
    "  // A page is a whole number of pixels high.\n"
    "  return !line.hidden && b.width > 0 && a.left <= b.left && a.top <= b.top && a.right >= Math.min(b.right, width) &&"
    "    a.bottom > b.bottom - 1 && a.left >= 0 && a.right <= width && a.left > b.left - 6 && a.top > b.top - 6 &&"
    "    a.right < b.right + 6 && a.bottom < b.bottom + 6; })()", line, selector ? selector : "");
  g_autofree char *answer = shown_ask (shown, script, OUR_WORLD);

  return g_str_equal (answer, "true");
}

#define wait_mark(shown, mark) \
  wait_until (is_around (shown, "section", (mark)->section) && is_around (shown, "value", (mark)->value))

static char *
measure (Shown *shown)
{
  return shown_ask (shown, "[...document.querySelectorAll('main, main *')].filter(e => e.getClientRects().length).map(e => { const b = e.getBoundingClientRect();"
                           "return [b.x + scrollX, b.y + scrollY, b.width, b.height]; }).concat([document.documentElement.scrollWidth,"
                           "document.documentElement.scrollHeight])", NULL);
}

static void
test_marks (void)
{
  Shown *shown = shown_new (folder, yaml_to_mark);
  g_autofree char *before = NULL;

  shown_settle (shown);
  before = measure (shown);
  for (unsigned i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *during = NULL;

      fr_preview_mark (shown->preview, marks[i].pointer);
      g_test_message ("%s", marks[i].pointer);
      wait_mark (shown, &marks[i]);
      during = measure (shown);
      g_assert_cmpstr (during, ==, before);
    }
  shown_free (shown);
}

/* The outline stays, and moves with what it is around. */
static void
test_marks_and_edits (void)
{
  static const char * const title = "/sections/1/infopic/title";
  static const Mark mark = { NULL, "main > :nth-child(2)", ".infopic-row h1" };
  static const Mark moved = { NULL, "main > :nth-child(3)", ".infopic-row h1" };
  Shown *shown = shown_new (folder, yaml_to_mark);

  fr_preview_mark (shown->preview, title);
  wait_mark (shown, &mark);
  shown_set (shown, title, "A title that takes much more room than the one before, so that the lines have to grow");
  shown_wait (shown, "document.querySelector('.infopic-row h1').textContent.startsWith('A title')");
  wait_mark (shown, &mark);
  shown_set (shown, "/sections/0/hero/subtitle", "<p style='height: 400px'>Tall</p>");
  shown_wait (shown, "document.querySelector('.bp-hero p').getBoundingClientRect().height >= 400 ||"
                     "document.querySelector('.bp-hero').getBoundingClientRect().height >= 400");
  wait_mark (shown, &mark);
  g_assert_true (fr_document_add (shown->document, "/sections/1", "{\"infobar\": {\"title\": \"New\"}}", NULL));
  wait_mark (shown, &moved);
  shown_free (shown);
}

static void
assert_shows (GPtrArray *shown, char **clicked)
{
  for (unsigned i = 0; i < shown->len; i++)
    if (!g_strv_contains ((const char * const *) clicked, g_ptr_array_index (shown, i)))
      g_error ("the page does not show %s", (char *) g_ptr_array_index (shown, i));
}

static void
test_clicks (gconstpointer with_dropdown)
{
  g_autofree char *yaml = NULL;
  g_autoptr (GPtrArray) expected = make_page (GPOINTER_TO_INT (with_dropdown), &yaml);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  Shown *shown = shown_new (folder, yaml);
  g_autofree char *answer = NULL;
  g_auto (GStrv) clicked = NULL;

  /* Narrow pages leave out some of it. */
  g_object_set (shown->preview, "page-width", 1440, NULL);
  shown_wait (shown, "innerWidth === 1440");
  g_signal_connect (shown->preview, "clicked", G_CALLBACK (on_clicked), told);
  shown_settle (shown);
  answer = shown_ask (shown, click_everything, NULL);
  answer[strlen (answer) - 1] = '\0';
  clicked = g_strsplit (answer + 1, " ", -1);
  wait_until (told->len >= g_strv_length (clicked));
  for (unsigned i = 0; clicked[i] != NULL; i++)
    g_assert_cmpstr (g_ptr_array_index (told, i), ==, clicked[i]);
  assert_shows (expected, clicked);
  shown_free (shown);
}

/* It is no second click, and selects nothing in the page: the web view does nothing of its own with it. */
static void
test_double_click (void)
{
  static const char script[] =
    "((name, detail) => document.querySelector('main h1').dispatchEvent("
    "  new MouseEvent(name, { detail, bubbles: true, cancelable: true })))('%s', %u)";
  static const struct { const char *name; unsigned detail; gboolean has_default; } events[] = {
    { "mousedown", 1, TRUE }, { "click", 1, FALSE }, { "mousedown", 2, FALSE }, { "click", 2, FALSE }, { "dblclick", 2, TRUE },
  };
  g_autoptr (GPtrArray) once = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) twice = g_ptr_array_new_with_free_func (g_free);
  Shown *shown = shown_new (folder, "---\nsections:\n  - hero:\n      title: A\n---\n");

  g_signal_connect (shown->preview, "clicked", G_CALLBACK (on_clicked), once);
  g_signal_connect (shown->preview, "double-clicked", G_CALLBACK (on_clicked), twice);
  for (unsigned i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *event = g_strdup_printf (script, events[i].name, events[i].detail);
      g_autofree char *went_on = shown_ask (shown, event, NULL);

      g_assert_cmpstr (went_on, ==, events[i].has_default ? "true" : "false");
    }
  wait_until (twice->len > 0);
  g_assert_cmpuint (once->len, ==, 1);
  g_assert_cmpuint (twice->len, ==, 1);
  g_assert_cmpstr (twice->pdata[0], ==, "/sections/0/hero/title");
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  write_file (folder, "_config.yml", "title: Harbour\n");
  g_test_add_data_func ("/fields/clicks", GINT_TO_POINTER (FALSE), test_clicks);
  g_test_add_data_func ("/fields/clicks-with-dropdown", GINT_TO_POINTER (TRUE), test_clicks);
  g_test_add_func ("/fields/double-click", test_double_click);
  g_test_add_func ("/fields/marks", test_marks);
  g_test_add_func ("/fields/marks-and-edits", test_marks_and_edits);
  return g_test_run ();
}
