/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit is called when it can be undone, and done again. */
#include <string.h>

#include "fr-change-name.h"
#include "fr-document.h"

#define PAGE "title: T\nsections:\n- hero:\n    title: Hello\n    key_highlights:\n    - title: One\n    - title: Two\n" \
             "- infopic:\n    title: P\n- carousel:\n  - title: S\n- strange:\n    title: X\n- just a text\n"

typedef struct
{
  const char *patch;
  const char *name;
} Named;

static const Named named[] = {
  { "[{'op':'replace','path':'/sections/0/hero/title','value':'x'}]", "change of Hero title" },
  { "[{'op':'add','path':'/sections/0/hero/subtitle','value':'x'}]", "change of Hero subtitle" },
  { "[{'op':'remove','path':'/sections/0/hero/title'}]", "change of Hero title" },
  { "[{'op':'replace','path':'/sections/0/hero/key_highlights/1/title','value':'x'}]", "change of Highlight 2 title" },
  { "[{'op':'replace','path':'/sections/2/carousel/0/title','value':'x'}]", "change of Slide 1 title" },
  { "[{'op':'add','path':'/sections/0/hero/key_highlights/0','value':{}}]", "adding of Highlight 1" },
  { "[{'op':'remove','path':'/sections/0/hero/key_highlights/1'}]", "removal of Highlight 2" },
  { "[{'op':'move','from':'/sections/0/hero/key_highlights/1','path':'/sections/0/hero/key_highlights/0'}]",
    "move of Highlight 1" },
  { "[{'op':'add','path':'/sections/1','value':{'infobar':{}}}]", "adding of Infobar" },
  { "[{'op':'copy','from':'/sections/1','path':'/sections/2'}]", "adding of Infopic" },
  { "[{'op':'remove','path':'/sections/1'}]", "removal of Infopic" },
  { "[{'op':'move','from':'/sections/1','path':'/sections/4'}]", "move of Infopic" },
  { "[{'op':'move','from':'/sections/4','path':'/sections/1'}]", "move of a section" },
  { "[{'op':'remove','path':'/sections/3'}]", "removal of section “strange”" },
  { "[{'op':'replace','path':'/sections/3/strange/title','value':'x'}]", "change of “title”" },
  { "[{'op':'replace','path':'/title','value':'x'}]", "change of Page title" },
  { "[{'op':'add','path':'/layout','value':'x'}]", "change of “layout”" },
  { "[{'op':'replace','path':'/title','value':'x'},{'op':'replace','path':'/title','value':'y'}]", "change of Page title" },
  { "[{'op':'replace','path':'/title','value':'x'},{'op':'remove','path':'/sections/1'}]", "2 changes" },
};

static void
assert_name (const GPtrArray *changes, const char *wanted)
{
  g_autofree char *name = NULL;

  g_assert_nonnull (changes);
  name = fr_changes_get_name (changes);
  g_assert_cmpstr (name, ==, wanted);
}

static void
test_named (gconstpointer data)
{
  const Named *it = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autoptr (FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  g_autofree char *patch = g_strdelimit (g_strdup (it->patch), "'", '"');
  g_autoptr (GError) error = NULL;

  g_assert_null (fr_document_get_undo (document));
  fr_document_patch (document, patch, &error);
  g_assert_no_error (error);
  g_assert_null (fr_document_get_redo (document));
  assert_name (fr_document_get_undo (document), it->name);
  fr_document_undo (document);
  g_assert_null (fr_document_get_undo (document));
  assert_name (fr_document_get_redo (document), it->name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *path = g_strdup_printf ("/change-name/%u", i);

      g_test_add_data_func (path, &named[i], test_named);
    }
  return g_test_run ();
}
