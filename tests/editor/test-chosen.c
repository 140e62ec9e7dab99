/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which section is chosen when the one that was is gone or another one, and what is said of files that are not as they
 * should be.
 */
#include <adwaita.h>

#include "../tools/find-widget.h"
#include "followed.h"
#include "fr-section-row.h"

typedef struct
{
  const char *name;
  const char *yaml;
  const char *chosen;
  const char *patch;
  const char *after;  /* what is chosen then, as describe_list () has it */
} Choice;

#define THREE "sections:\n  - hero:\n      title: A\n  - infobar:\n      title: B\n  - infopic:\n      title: C\n"

static const Choice choices[] = {
  { "first-removed", THREE, "/sections/0/hero", "[{'op': 'remove', 'path': '/sections/0'}]", "/sections/0/infobar: Infobar: B" },
  { "middle-removed", THREE, "/sections/1/infobar", "[{'op': 'remove', 'path': '/sections/1'}]", "/sections/1/infopic: Infopic: C" },
  { "last-removed", THREE, "/sections/2/infopic", "[{'op': 'remove', 'path': '/sections/2'}]", "/sections/1/infobar: Infobar: B" },
  { "all-removed", THREE, "/sections/1/infobar", "[{'op': 'remove', 'path': '/sections'}]", ": Page settings" },
  { "list-emptied", THREE, "/sections/1/infobar", "[{'op': 'replace', 'path': '/sections', 'value': []}]", ": Page settings" },
  { "first-added", "title: Page\n", "", "[{'op': 'add', 'path': '/sections', 'value': [{'hero': {'title': 'A'}}]}]", ": Page settings" },
  { "first-added-to-list", "sections: []\n", "", "[{'op': 'add', 'path': '/sections/0', 'value': {'hero': {}}}]", ": Page settings" },
  { "renamed", THREE, "/sections/1/infobar", "[{'op': 'move', 'from': '/sections/1/infobar', 'path': '/sections/1/infopic'}]",
    "/sections/1/infopic: Infopic: B" },
  { "renamed-to-unknown", THREE, "/sections/1/infobar", "[{'op': 'move', 'from': '/sections/1/infobar', 'path': '/sections/1/what'}]",
    "/sections/1/what: what: B" },
  { "replaced", THREE, "/sections/1/infobar", "[{'op': 'replace', 'path': '/sections/1', 'value': {'infopic': {'title': 'New'}}}]",
    "/sections/1/infopic: Infopic: New" },
  { "taken-out-and-put-back", THREE, "/sections/1/infobar", "[{'op': 'remove', 'path': '/sections/1/infobar'},"
    " {'op': 'add', 'path': '/sections/1/infobar', 'value': {'title': 'New'}}]", "/sections/1/infobar: Infobar: New" },
  { "item-taken-out-and-put-back", THREE, "/sections/1/infobar", "[{'op': 'remove', 'path': '/sections/1'},"
    " {'op': 'add', 'path': '/sections/1', 'value': {'infobar': {'title': 'New'}}}]", "/sections/1/infobar: Infobar: New" },
  { "list-taken-out-and-put-back", THREE, "/sections/0/hero", "[{'op': 'remove', 'path': '/sections'},"
    " {'op': 'add', 'path': '/sections', 'value': [{'hero': {'title': 'New'}}]}]", "/sections/0/hero: Hero: New" },
  { "list-put-aside-and-another-made", THREE, "/sections/0/hero", "[{'op': 'move', 'from': '/sections', 'path': '/old'},"
    " {'op': 'add', 'path': '/sections', 'value': [{'hero': {'title': 'New'}}]}]", "/sections/0/hero: Hero: New" },
  { "emptied-item", THREE, "/sections/1/infobar", "[{'op': 'remove', 'path': '/sections/1/infobar'}]", "/sections/1: Not a section" },
  { "two-kinds", "sections:\n  - infobar:\n      title: A\n    infopic:\n      title: B\n", "/sections/0/infopic",
    "[{'op': 'remove', 'path': '/sections/0/infobar'}, {'op': 'add', 'path': '/sections/0/infobar', 'value': {'title': 'C'}}]",
    "/sections/0/infopic: Infopic: B" },
};

static char *
describe_chosen (Followed *it)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_selected_row (list_box_of (it->list)));

  g_assert_nonnull (row);
  g_assert_cmpstr (fr_section_row_get_pointer (FR_SECTION_ROW (row)), ==, fr_section_list_get_chosen (it->list));
  return g_strdup_printf ("%s: %s", fr_section_row_get_pointer (FR_SECTION_ROW (row)),
                          fr_section_row_get_title (FR_SECTION_ROW (row)));
}

static void
test_choice (gconstpointer data)
{
  const Choice *self = data;
  Followed *it = followed_new (self->yaml);
  g_autofree char *after = NULL;

  fr_section_list_choose (it->list, self->chosen);
  g_assert_cmpstr (fr_section_list_get_chosen (it->list), ==, self->chosen);
  g_assert_true (followed_patch (it, self->patch));
  after = describe_chosen (it);
  g_assert_cmpstr (after, ==, self->after);
  assert_as_made_anew (it, "done");
  g_assert_true (fr_document_undo (it->document));
  assert_as_made_anew (it, "undone");
  g_assert_true (fr_document_redo (it->document));
  assert_as_made_anew (it, "done again");
  followed_free (it);
}

/* Files that are not as they should be: each row can be chosen, and the form says what is there. */
static const struct { const char *name, *yaml, *list, *form; } odd[] = {
  { "two-kinds", "sections:\n  - infobar:\n      title: A\n    infopic:\n      title: B\n",
    ": Page settings\n/sections/0/infobar: Infobar: A\n/sections/0/infopic: Infopic: B\n", "field /sections/0/infopic/title\n" },
  { "no-mapping", "sections:\n  - only text\n", ": Page settings\n/sections/0: Not a section\n", "Not a Section\n" },
  { "nothing", "sections:\n  -\n", ": Page settings\n/sections/0: Not a section\n", "Not a Section\n" },
  { "list-in-list", "sections:\n  - - hero:\n        title: A\n", ": Page settings\n/sections/0: Not a section\n", "Not a Section\n" },
  { "key-twice", "sections:\n  - infobar:\n      title: A\n    infobar:\n      title: B\n",
    ": Page settings\n/sections/0/infobar: Infobar: B\n", "[B]\n" },
  { "unknown", "sections:\n  - what:\n      title: A\n", ": Page settings\n/sections/0/what: what: A\n", "Unknown Section “what”\n" },
  { "kind-is-text", "sections:\n  - infobar: words\n", ": Page settings\n/sections/0/infobar: Infobar\n", "field /sections/0/infobar/title\n" },
  { "list-is-text", "sections:\n  - textcards:\n      cards: words\n", ": Page settings\n/sections/0/textcards: Text cards\n",
    "This is not a list in the file. It is kept as it is.\n" },
  { "sections-a-mapping", "sections:\n  hero:\n    title: A\n", ": Page settings\n", "field /title\n" },
  { "sections-a-text", "sections: words\n", ": Page settings\n", "field /title\n" },
};

static void
test_odd (gconstpointer data)
{
  unsigned i = GPOINTER_TO_UINT (data);
  Followed *it = followed_new (odd[i].yaml);
  g_autofree char *list = describe_list (it->list), *form = NULL;
  GtkListBoxRow *row;

  g_assert_cmpstr (list, ==, odd[i].list);
  for (int n = 0; (row = gtk_list_box_get_row_at_index (list_box_of (it->list), n)) != NULL; n++)
    {
      gtk_list_box_select_row (list_box_of (it->list), row);
      assert_as_made_anew (it, odd[i].name);
    }
  form = describe_form (it->form);
  if (strstr (form, odd[i].form) == NULL)
    g_error ("“%s” is not in %s", odd[i].form, form);
  followed_free (it);
}

/* A section that is nothing but a list has the list's heading; what a section is stands above its form. */
static void
test_one_heading (void)
{
  Followed *it = followed_new ("sections:\n  - hero:\n      title: H\n  - carousel:\n    - title: A\n  - textcards:\n      title: B\n");
  g_autofree char *slides = describe_new_form (it->session, "/sections/1/carousel");
  g_autofree char *cards = describe_new_form (it->session, "/sections/2/textcards");

  g_assert_true (g_str_has_prefix (slides, "Slides\n"));
  g_assert_true (g_str_has_prefix (cards, "field /sections/2/textcards/title\n"));
  followed_free (it);
}

/* Each kind has an icon, for its rows, and a sketch, for what can be added. */
static void
test_pictures (void)
{
  static const char * const uses[] = { "section", "sketch" };
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds * G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/frontage/Frontage/icons/scalable/actions/%s-%s-symbolic.svg",
                                               uses[i % G_N_ELEMENTS (uses)], kinds[i / G_N_ELEMENTS (uses)].name);

      g_test_message ("%s", path);
      g_assert_true (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
    }
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/chosen/", choices[i].name, NULL);

      g_test_add_data_func (path, &choices[i], test_choice);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_strconcat ("/odd/", odd[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_odd);
    }
  g_test_add_func ("/headings/one", test_one_heading);
  g_test_add_func ("/kinds/pictures", test_pictures);
  return g_test_run ();
}
