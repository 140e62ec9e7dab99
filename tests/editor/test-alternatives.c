/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hero has, nothing, a button or a dropdown, is one choice, and each keeps what it held. */
#include <adwaita.h>

#include "followed.h"
#include "fr-json.h"

#define HERO "/sections/0/hero"
#define BUTTON "{'button':'Apply','url':'/apply/'}"
#define DROPDOWN "{'dropdown':{'title':'I am','options':[{'title':'New','url':'/new/'}]}}"
#define BOTH "{'button':'Apply','url':'/apply/','dropdown':{'title':'I am','options':[{'title':'New','url':'/new/'}]}}"
#define NEW_DROPDOWN "'dropdown':{'title':'I want to...','options':[]}"

typedef struct
{
  const char *name;
  const char *before;    /* the hero, as JSON with ' for " */
  const char *chosen;    /* one after the other, parted by commas */
  const char *after;
} Case;

static const Case cases[] = {
  { "new-button", "{}", "A button", "{'button':''}" },
  { "new-dropdown", "{}", "A dropdown", "{" NEW_DROPDOWN "}" },
  { "button-stays-beside-dropdown", BUTTON, "A dropdown", "{'button':'Apply','url':'/apply/'," NEW_DROPDOWN "}" },
  { "empty-button-goes", "{'button':'','url':''}", "A dropdown", "{" NEW_DROPDOWN "}" },
  { "button-and-back", BUTTON, "A dropdown,A button", BUTTON },
  { "dropdown-leaves", DROPDOWN, "A button", "{'button':''}" },
  { "dropdown-and-back", DROPDOWN, "A button,A dropdown", DROPDOWN },
  { "button-below-dropdown", BOTH, "A button", BUTTON },
  { "both-and-back", BOTH, "A button,A dropdown", BOTH },
  { "nothing", BOTH, "Nothing", "{}" },
  { "nothing-and-button", BOTH, "Nothing,A button", BUTTON },
  { "nothing-and-dropdown", BOTH, "Nothing,A dropdown", DROPDOWN },
  { "button-nothing-dropdown", BUTTON, "Nothing,A dropdown,A button", BUTTON },
  { "null-is-nothing", "{'dropdown':null,'button':'Apply'}", "Nothing", "{}" },
};

static Followed *
open_hero (const char *hero)
{
  g_autofree char *json = g_strdelimit (g_strdup (hero), "'", '"');
  g_autofree char *yaml = g_strdup_printf ("sections:\n  - hero: %s\n", json);
  Followed *it = followed_new (yaml);

  fr_section_list_choose (it->list, HERO);
  return it;
}

static void
assert_hero (Followed *it, const char *hero)
{
  g_autofree char *json = fr_json_to_text (fr_document_get (it->document, HERO), FALSE);

  g_assert_cmpstr (g_strdelimit (json, "\"", '\''), ==, hero);
}

static void
test_choosing (gconstpointer data)
{
  const Case *self = data;
  Followed *it = open_hero (self->before);
  g_auto (GStrv) chosen = g_strsplit (self->chosen, ",", 0);
  g_autofree char *text = g_strdup (fr_document_get_text (it->document));

  for (unsigned i = 0; chosen[i] != NULL; i++)
    {
      followed_press (it, chosen[i]);
      assert_as_made_anew (it, chosen[i]);
    }
  assert_hero (it, self->after);
  while (fr_document_undo (it->document))
    assert_as_made_anew (it, "undone");
  g_assert_cmpstr (fr_document_get_text (it->document), ==, text);
  while (fr_document_redo (it->document))
    ;
  assert_hero (it, self->after);
  followed_free (it);
}

/* What an earlier one left in the file is the file's again, to the byte. */
static void
test_button_and_back_leaves_the_file (void)
{
  Followed *it = followed_new ("sections:\n  - hero:\n      button: 'Apply'   # now\n      url: \"/apply/\"\n      title: T\n");
  g_autofree char *text = g_strdup (fr_document_get_text (it->document));

  fr_section_list_choose (it->list, HERO);
  followed_press (it, "A dropdown");
  followed_press (it, "Add option");
  followed_press (it, "A button");
  g_assert_cmpstr (fr_document_get_text (it->document), ==, text);
  followed_free (it);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (fr_session_save_finish (FR_SESSION (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
test_kept_until_saved (void)
{
  Followed *it = open_hero (DROPDOWN);
  gboolean done = FALSE;

  followed_press (it, "A button");
  fr_section_list_choose (it->list, "");
  fr_section_list_choose (it->list, HERO);
  followed_press (it, "A dropdown");
  assert_hero (it, DROPDOWN);
  followed_press (it, "A button");
  fr_session_save_async (it->session, FALSE, on_saved, &done);
  wait_until (done);
  followed_press (it, "A dropdown");
  assert_hero (it, "{" NEW_DROPDOWN "}");
  followed_free (it);
}

/* One letter in a field of the other one cannot make it what is drawn: it is not there to type in. */
static void
test_only_the_chosen_one_has_fields (void)
{
  Followed *it = open_hero (BUTTON);
  g_autofree char *form = describe_form (it->form), *dropdown = NULL;

  g_assert_nonnull (strstr (form, "field " HERO "/button\n"));
  g_assert_null (strstr (form, HERO "/dropdown"));
  followed_press (it, "A dropdown");
  dropdown = describe_form (it->form);
  g_assert_null (strstr (dropdown, "field " HERO "/button\n"));
  g_assert_nonnull (strstr (dropdown, "field " HERO "/dropdown/title\n"));
  g_assert_nonnull (strstr (dropdown, "The file has this, too, which the page does not show: A button."));
  followed_free (it);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/alternatives/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_choosing);
    }
  g_test_add_func ("/alternatives/file-as-before", test_button_and_back_leaves_the_file);
  g_test_add_func ("/alternatives/kept-until-saved", test_kept_until_saved);
  g_test_add_func ("/alternatives/only-the-chosen-one", test_only_the_chosen_one_has_fields);
  return g_test_run ();
}
