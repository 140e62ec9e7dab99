/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody types, pastes and clears in fields, and what is said below them. */
#include <adwaita.h>

#include "followed.h"

/* What is said below one field of a section is in its form, what would be said of another text is not. */
typedef struct
{
  const char *name;
  const char *yaml;      /* of the first section */
  const char *said;      /* a part of the form, as describe_form () has it … */
  const char *not_said;  /* … and what is not in it; NULL: nothing */
} Said;

#define TITLE "field /sections/0/hero/title\nTitle\n"
#define LONG "0123456789012345678901234567890123456789012345678901234567890"

static const Said said[] = {
  { "nothing-far-from-the-limit", "hero:\n      title: Short\n", TITLE "[Short]\n", " of 60 characters" },
  { "near-the-limit", "hero:\n      title: 012345678901234567890123456789012345678901234567\n", "48 of 60 characters\n", "too long" },
  { "past-the-limit", "hero:\n      title: " LONG "\n",
    "61 of 60 characters: too long for the web editor. The page shows all of it.\n", NULL },
  { "markup-is-not-counted", "hero:\n      title: <b>" LONG "</b>\n", "61 of 60 characters: too long", NULL },
  { "default-text", "hero:\n      title: Hero title\n",
    TITLE "[Hero title]\nThis is still the text that every new section begins with.\nRemove text\n", NULL },
  { "no-address", "hero:\n      button: Apply\n",
    "[]\nThe link has a text but no address, so the page does not show it.\nRemove button text\n", NULL },
  { "no-link-text", "hero:\n      url: /apply/\n",
    "Button text\n[]\nThe link has an address but no text, so the page does not show it.\nRemove button address\n", NULL },
  { "not-drawn", "hero:\n      title: T\n      variant: image\n", TITLE "[T]\nNot shown in the layout “Image only”.\n", NULL },
  { "drawn", "hero:\n      title: T\n      variant: side\n", "(x White)\n", "Not shown" },
  { "box-not-drawn", "hero:\n      title: T\n", "Not shown in the layout “Centred”.\n", TITLE "[T]\nNot shown" },
  { "alternative-text-missing", "hero: {}\n  - infopic:\n        image: /a.png\n", "", "Alternative text\n[]\n\n" },
  { "of-the-whole-section", "infobar:\n      title: T\n", "The first section must be a hero; the page shows an error in its place.\n", NULL },
  { "only-four", "hero:\n      key_highlights: [{}, {}, {}, {}, {}]\n",
    "The page shows only the first 4, which are above\nitem /sections/0/hero/key_highlights/4\n", NULL },
  { "unknown-choice", "hero:\n      variant: wide\n", "(x wide)\n", NULL },
  { "unset-choice", "hero:\n      title: T\n", "(x Centred)\n", NULL },
  { "unknown-key", "hero:\n      title: T\n      animation:   # of the old theme\n        speed: slow\n      size: sm\n",
    "Also in the file, kept as it is\n[animation:   # of the old theme\n  speed: slow] fixed\n", NULL },
  { "no-unknown-key", "hero:\n      title: T\n", TITLE, "Also in the file" },
  { "unknown-key-of-an-item", "hero:\n      key_highlights:\n        - {title: T, icon: anchor}\n",
    "Also in the file, kept as it is\n[icon: anchor] fixed\n", NULL },
  { "unknown-key-of-a-group", "hero:\n      dropdown: {title: T, icon: anchor}\n", "Also in the file, kept as it is\n[icon: anchor] fixed\n",
    NULL },
  { "unknown-section", "what:\n      title: T   # mine\n      list:\n        - A\n", "[title: T   # mine\nlist:\n  - A] fixed\n", NULL },
  { "unset-size", "hero:\n      variant: side\n", "(x As its text)\n", NULL },
};

static Followed *
open_first (const char *yaml)
{
  g_autofree char *text = g_strconcat ("sections:\n  - ", yaml, NULL);
  Followed *it = followed_new (text);
  g_autofree char *name = g_strndup (yaml, strcspn (yaml, ":")), *pointer = g_strconcat ("/sections/0/", name, NULL);

  fr_section_list_choose (it->list, pointer);
  return it;
}

static void
test_said (gconstpointer data)
{
  const Said *self = data;
  Followed *it = open_first (self->yaml);
  g_autofree char *form = describe_form (it->form);

  if (strstr (form, self->said) == NULL)
    g_error ("“%s” is not in\n%s", self->said, form);
  if (self->not_said != NULL && strstr (form, self->not_said) != NULL)
    g_error ("“%s” is in\n%s", self->not_said, form);
  followed_free (it);
}

/* Typing, field by field: what becomes of the file. */
typedef struct
{
  const char *name;
  const char *before;   /* the page */
  const char *pointer;
  const char *typed;    /* one after the other, parted by | */
  const char *after;
} Typed;

#define H "sections:\n  - hero:\n      title: T\n"

static const Typed typed[] = {
  { "changed", H, "/sections/0/hero/title", "New", "sections:\n  - hero:\n      title: New\n" },
  { "cleared", H, "/sections/0/hero/title", "", "sections:\n  - hero:\n      title: \"\"\n" },
  { "added", H, "/sections/0/hero/subtitle", "New", H "      subtitle: New\n" },
  { "added-and-cleared", H, "/sections/0/hero/subtitle", "New|", H },
  { "added-cleared-and-added", H, "/sections/0/hero/subtitle", "New||Other", H "      subtitle: Other\n" },
  { "lines-in-a-line", H, "/sections/0/hero/title", "One\n  two \r\n\n three\n", "sections:\n  - hero:\n      title: One two three\n" },
  { "lines-in-an-address", H, "/sections/0/hero/background", "/images/\na.png", H "      background: /images/ a.png\n" },
  { "lines-in-a-paragraph", H, "/sections/0/hero/subtitle", "One\n\ntwo", H "      subtitle: \"One\\n\\ntwo\"\n" },
};

static void
go_on (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_typed (gconstpointer data)
{
  const Typed *self = data;
  Followed *it = followed_new (self->before);
  g_auto (GStrv) texts = g_strsplit (self->typed, "|", 0);
  g_autofree char *after = g_strdup_printf ("---\n%s---\n", self->after), *before = g_strdup_printf ("---\n%s---\n", self->before);

  fr_section_list_choose (it->list, self->pointer);
  for (unsigned i = 0; i < MAX (g_strv_length (texts), 1); i++)
    {
      followed_type (it, self->pointer, texts[i] != NULL ? texts[i] : "");
      go_on ();
    }
  g_assert_cmpstr (fr_document_get_text (it->document), ==, after);
  assert_as_made_anew (it, "typed");
  while (fr_document_undo (it->document))
    ;
  g_assert_cmpstr (fr_document_get_text (it->document), ==, before);
  assert_as_made_anew (it, "undone");
  followed_free (it);
}

/* What is said follows what is typed. */
static void
test_said_while_typing (void)
{
  Followed *it = open_first ("hero:\n      title: T\n      variant: side\n");

  followed_type (it, "/sections/0/hero/title", LONG);
  assert_as_made_anew (it, "too long");
  followed_type (it, "/sections/0/hero/title", "Hero title");
  assert_as_made_anew (it, "a default text");
  followed_press (it, "Image only");
  assert_as_made_anew (it, "another layout");
  followed_press (it, "Remove text");
  g_assert_cmpstr (fr_document_get_text (it->document), ==, "---\nsections:\n  - hero:\n      variant: image\n---\n");
  assert_as_made_anew (it, "mended");
  followed_free (it);
}

static void
test_unknown_key_removed (void)
{
  Followed *it = open_first ("hero:\n      title: T\n      animation: slow\n");
  g_autofree char *form = NULL;

  followed_press (it, "Remove “animation”");
  g_assert_cmpstr (fr_document_get_text (it->document), ==, "---\nsections:\n  - hero:\n      title: T\n---\n");
  form = describe_form (it->form);
  g_assert_null (strstr (form, "Also in the file"));
  g_assert_true (fr_document_undo (it->document));
  assert_as_made_anew (it, "undone");
  followed_free (it);
}

/* What every homepage has is not offered to be removed. */
static void
test_unknown_settings (void)
{
  Followed *it = followed_new ("layout: homepage\ntitle: T\nanalytics: UA-1\nsections: []\n");
  g_autofree char *form = describe_form (it->form);

  g_assert_nonnull (strstr (form, "Also in the file, kept as it is\n[analytics: UA-1] fixed\n"));
  g_assert_null (strstr (form, "layout"));
  g_assert_null (strstr (form, "sections"));
  followed_free (it);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *path = g_strconcat ("/fields/said/", said[i].name, NULL);

      g_test_add_data_func (path, &said[i], test_said);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strconcat ("/fields/typed/", typed[i].name, NULL);

      g_test_add_data_func (path, &typed[i], test_typed);
    }
  g_test_add_func ("/fields/unknown-key-removed", test_unknown_key_removed);
  g_test_add_func ("/fields/unknown-settings", test_unknown_settings);
  g_test_add_func ("/fields/said-while-typing", test_said_while_typing);
  return g_test_run ();
}
