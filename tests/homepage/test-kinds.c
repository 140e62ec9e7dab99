/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of kinds: what it names is there, and what it holds is fit to be used. */
#include <string.h>

#include "fr-findings.h"
#include "fr-json.h"
#include "fr-kinds.h"
#include "fr-plain-text.h"
#include "fr-pointer.h"
#include "fr-template.h"

typedef void (*OnField) (const FrField *field, const char *template);

/* Each field with the name of the template that it would have. */
static void
walk (const FrField *field, const char *above, OnField on_field)
{
  for (; field != NULL && field->name != NULL; field++)
    {
      g_autofree char *template = g_strconcat (above, "-", field->name, NULL);

      on_field (field, template);
      walk (field->fields, template, on_field);
    }
}

static void
walk_all (OnField on_field)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  walk (fr_page_settings_fields (), "page", on_field);
  for (unsigned i = 0; i < n_kinds; i++)
    walk (kinds[i].fields, kinds[i].name, on_field);
}

static void
assert_template (const char *name)
{
  if (!fr_template_exists (name))
    g_error ("there is no template “%s”", name);
}

static void
assert_field_template (const FrField *field, const char *template)
{
  if (field->type == FR_FIELD_LIST || field->type == FR_FIELD_GROUP)
    assert_template (template);
}

/* The parts that a template asks for, and theirs. */
static void
assert_parts (const char *kind, const char *template)
{
  g_autofree char *path = g_strdup_printf ("/io/github/frontage/Frontage/homepage/%s.tmpl", template);
  g_autoptr(GBytes) text = g_resources_lookup_data (path, 0, NULL);
  g_autoptr(GRegex) regex = g_regex_new ("\\{\\{(\\w+)_part\\}\\}", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, g_bytes_get_data (text, NULL), 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1), *part = g_strconcat (kind, "-", name, NULL);

      assert_template (part);
      assert_parts (kind, part);
    }
}

static void
test_templates (void)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    {
      assert_template (kinds[i].name);
      assert_parts (kinds[i].name, kinds[i].name);
    }
  walk_all (assert_field_template);
  g_assert_false (fr_template_exists ("none"));
}

static void
assert_field (const FrField *field, const char *template)
{
  gboolean has_fields = field->type == FR_FIELD_LIST || field->type == FR_FIELD_GROUP;
  unsigned n = 0;

  g_test_message ("%s", template);
  g_assert_true (field->label != NULL && *field->label != '\0');
  g_assert_cmpint (field->fields != NULL, ==, has_fields);
  g_assert_cmpint (field->item_label != NULL, ==, field->type == FR_FIELD_LIST);
  g_assert_cmpint (field->new_item != NULL, ==, has_fields);
  g_assert_cmpint (field->purpose != NULL, ==, field->type == FR_FIELD_LIST);
  g_assert_cmpint (field->choices != NULL, ==, field->type == FR_FIELD_CHOICE);
  if (field->choices == NULL)
    return;
  while (field->choices[n] != NULL && (n == 0 || field->choice_labels[n] != NULL))
    n++;
  g_assert_cmpuint (n, >, 1);
  g_assert_null (field->choices[n]);
  g_assert_null (field->choice_labels[n]);
  g_assert_cmpstr (field->choices[0], ==, "");
}

/* It is a choice beside it that decides, by values that it has. */
static void
assert_drawn_by (const FrField *fields, const FrField *field)
{
  const FrField *choice = field->drawn_by != NULL ? fr_field_find (fields, field->drawn_by) : NULL;

  g_assert_cmpint (field->drawn_by != NULL, ==, field->drawn_in != NULL);
  g_assert_cmpint (choice != NULL, ==, field->drawn_by != NULL);
  for (const char * const *value = field->drawn_in; value != NULL && *value != NULL; value++)
    g_assert_true (g_strv_contains (choice->choices, *value));
}

/* What a link names stands beside it. */
static void
assert_links (const FrField *fields)
{
  for (const FrField *field = fields; field != NULL && field->name != NULL; field++)
    {
      g_assert_true (field->link_text == NULL || fr_field_find (fields, field->link_text) != NULL);
      g_assert_true (field->link_instead == NULL || fr_field_find (fields, field->link_instead) != NULL);
      g_assert_true (field->link_text == NULL || field->type == FR_FIELD_ADDRESS);
      assert_drawn_by (fields, field);
      assert_links (field->fields);
    }
}

static void
test_fields (void)
{
  unsigned n_kinds, ranks = 0;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  walk_all (assert_field);
  g_assert_cmpuint (n_kinds, <=, 32);
  for (unsigned i = 0; i < n_kinds; i++)
    {
      assert_links (kinds[i].fields);
      g_assert_true (fr_kind_find (kinds[i].name) == &kinds[i]);
      g_assert_cmpuint (fr_kind_get_index (&kinds[i]), ==, i);
      g_assert_nonnull (kinds[i].purpose);
      ranks |= 1u << kinds[i].rank;
    }
  /* Each from 1 on, once. */
  g_assert_cmpuint (ranks, ==, (1u << (n_kinds + 1)) - 2);
  g_assert_null (fr_kind_find ("none"));
  g_assert_cmpstr (fr_kind_get_first ()->name, ==, "hero");
}

/* Every name in a new value is known, in the order in which the table has them. */
static void
assert_known (const FrNode *value, const FrField *fields)
{
  const FrField *last = NULL;

  if (fr_node_get_type (value) == FR_TYPE_SEQUENCE)
    {
      for (unsigned i = 0; i < fr_node_count (value); i++)
        assert_known (fr_node_get_item (value, i), *fields->name == '\0' ? fields->fields : fields);
      return;
    }
  g_assert_cmpint (fr_node_get_type (value), ==, FR_TYPE_MAPPING);
  for (unsigned i = 0; i < fr_node_count (value); i++)
    {
      const FrField *field = fr_field_find (fields, fr_node_get_text (fr_node_get_key (value, i)));

      g_assert_nonnull (field);
      g_assert_true (field > last);
      last = field;
      if (field->fields != NULL)
        assert_known (fr_node_get_value (value, i), field->fields);
      else
        g_assert_cmpstr (fr_node_get_text (fr_node_get_value (value, i)), ==, "");
    }
}

static char *
add_new (const FrKind *kind, FrDocument *document, FrSite *site)
{
  g_autofree char *json = g_strdup_printf ("{\"%s\":%s}", kind->name, kind->new_value);
  g_autoptr(GError) error = NULL;
  g_autoptr(FrFindings) findings = NULL;
  g_autoptr(GPtrArray) list = NULL;

  g_assert_true (fr_document_add (document, kind->must_be_first != NULL ? "/sections/0" : "/sections/-", json, &error));
  g_assert_no_error (error);
  findings = fr_findings_new (document, site);
  list = fr_findings_list (findings);
  for (unsigned i = 0; i < list->len; i++)
    if (fr_pointer_is_within (((FrFinding *) list->pdata[i])->pointer, "/sections") &&
        ((FrFinding *) list->pdata[i])->severity == FR_SEVERITY_ERROR)
      return g_strdup (((FrFinding *) list->pdata[i])->rule);
  return NULL;
}

/* The page shows no error for a new section but that an image is wanted; that its fields are empty is said. */
static void
test_new_sections (void)
{
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nonexistent");
  g_autoptr(FrSite) site = fr_site_new (nowhere);
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (kinds[i].must_be_first ? "sections: []" : "sections: [{hero: {}}]",
                                                    kinds[i].must_be_first ? 12 : 22);
      g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
      g_autofree char *rule = add_new (&kinds[i], document, site);
      g_autofree char *pointer = g_strdup_printf ("/sections/%u/%s", kinds[i].must_be_first ? 0 : 1, kinds[i].name);

      assert_known (fr_document_get (document, pointer), kinds[i].fields);
      g_assert_cmpstr (rule, ==, kinds[i].changes_sides ? "image-missing" : NULL);
    }
}

static void
assert_new_item (const FrField *field, const char *template)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("list: []", 8);
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);

  if (field->type != FR_FIELD_LIST)
    return;
  g_assert_true (fr_document_add (document, "/list/0", field->new_item, NULL));
  assert_known (fr_document_get (document, "/list/0"), field->fields);
}

static void
test_new_items (void)
{
  walk_all (assert_new_item);
}

static void
test_describe (void)
{
  static const char * const cases[][2] = {
    { "/title", "Page settings: Title" },
    { "", "Page settings" },
    { "/sections/0/hero", "Hero" },
    { "/sections/0/hero/title", "Hero: Title" },
    { "/sections/12/infopic/alt", "Infopic: Alternative text" },
    { "/sections/0/hero/key_highlights", "Hero: Highlights" },
    { "/sections/0/hero/key_highlights/1", "Highlight 2" },
    { "/sections/0/hero/key_highlights/1/url", "Highlight 2: Link address" },
    { "/sections/0/hero/dropdown", "Hero: Dropdown" },
    { "/sections/0/hero/dropdown/title", "Dropdown: Dropdown title" },
    { "/sections/0/hero/dropdown/options/0/title", "Option 1: Title" },
    { "/sections/3/carousel", "Carousel" },
    { "/sections/3/carousel/0", "Slide 1" },
    { "/sections/3/carousel/0/image", "Slide 1: Image" },
    { "/sections", NULL },
    { "/sections/0", NULL },
    { "/sections/0/unknown/title", NULL },
    { "/sections/0/hero/unknown", NULL },
    { "/sections/0/hero/title/0", NULL },
    { "/sections/0/hero/key_highlights/x", NULL },
    { "/sections/0/hero/key_highlights/1/unknown", NULL },
    { "/unknown", NULL },
    { "no pointer", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = fr_kinds_describe (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

static void
test_plain_text (void)
{
  static const struct { const char *html, *plain; unsigned length; gboolean words; } cases[] = {
    { "", "", 0, FALSE },
    { " \n", " \n", 1, FALSE },
    { "<i>été</i>", "été", 3, TRUE },
    { "9 < 17", "9 < 17", 6, TRUE },
    /* A reader sees all of these, though Liquid takes what is between the angles for tags. */
    { "< 17 >", "< 17 >", 6, FALSE },
    { "<3>", "<3>", 3, FALSE },
    { "a<b", "a<b", 3, TRUE },
    { "<b>", "", 0, FALSE },
    { "</b ><!doctype x><br/>", "", 0, FALSE },
    { "<a title=\"1 > 0\" x='\">'>y</a>", "y", 1, TRUE },
    { "<a title=\"open>y", "<a title=\"open>y", 16, TRUE },
    { "<!-- it's > this --> x", " x", 2, TRUE },
    { "<!-- it's > this -->", "", 0, FALSE },
    { "<style>p { color: red }</style><script>if (a > b) c ()</script>", "", 0, FALSE },
    { "<style>p", "p", 1, TRUE },
    { "&nbsp;", "&nbsp;", 6, TRUE },
    { "two\nlines\n\n", "two\nlines\n\n", 9, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = fr_plain_text (cases[i].html);

      g_test_message ("%s", cases[i].html);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpuint (fr_plain_text_length (cases[i].html), ==, cases[i].length);
      g_assert_cmpint (fr_plain_text_has_words (cases[i].html), ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/templates", test_templates);
  g_test_add_func ("/kinds/fields", test_fields);
  g_test_add_func ("/kinds/new-sections", test_new_sections);
  g_test_add_func ("/kinds/new-items", test_new_items);
  g_test_add_func ("/kinds/describe", test_describe);
  g_test_add_func ("/kinds/plain-text", test_plain_text);
  return g_test_run ();
}
