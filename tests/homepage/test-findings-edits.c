/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings that follow the document's changes say what new ones say. */
#include <string.h>

#include "../tools/folder.h"
#include "fr-findings.h"
#include "fr-pointer.h"

#define SEEDS 40
#define EDITS 120

static const char page[] = "---\ntitle: Isomer Site\ndescription: Ours\nsections:\n- hero: {title: Hero title, button: a}\n- infobar: {title: b}\n"
                           "- announcements: {title: c, announcement_items: [{title: d, link_text: e}]}\n---\n";

/* A page with its findings, and what was done to it. */
typedef struct
{
  FrDocument *document;
  FrSite     *site;
  FrFindings *findings;
  GPtrArray  *undo, *redo;  /* of GPtrArray of FrChange */
  GRand      *rand;
  unsigned    n_made;       /* so that no two sections are the same */
} Fixture;

static void
free_change (gpointer data)
{
  FrChange *change = data;

  g_free (change->pointer);
  g_free (change->from);
  g_free (change);
}

static gboolean
is_index (const char *pointer)
{
  const char *slash = pointer != NULL ? strrchr (pointer, '/') : NULL;
  unsigned index;

  return slash != NULL && fr_pointer_parse_index (slash + 1, &index);
}

static void
add_change (GPtrArray *changes, FrChangeKind kind, const char *pointer, const char *from)
{
  FrChange *change = g_new0 (FrChange, 1);

  *change = (FrChange) { kind, g_strdup (pointer), g_strdup (from), is_index (pointer), is_index (from) };
  g_ptr_array_add (changes, change);
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func (free_change);
}

static GPtrArray *
invert (const GPtrArray *changes)
{
  GPtrArray *inverse = new_changes ();

  for (unsigned i = changes->len; i-- > 0;)
    {
      const FrChange *change = g_ptr_array_index (changes, i);

      if (change->kind == FR_CHANGE_MOVED)
        add_change (inverse, FR_CHANGE_MOVED, change->from, change->pointer);
      else
        add_change (inverse,
                    change->kind == FR_CHANGE_INSERTED ? FR_CHANGE_REMOVED :
                    change->kind == FR_CHANGE_REMOVED ? FR_CHANGE_INSERTED : FR_CHANGE_EDITED, change->pointer, NULL);
    }
  return inverse;
}

static void
count_signal (unsigned *n_signals)
{
  (*n_signals)++;
}

static Fixture
open_page (const char *text, unsigned seed)
{
  g_autofree char *path = make_folder ();
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  Fixture it = { fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL), fr_site_new (folder) };

  g_assert_nonnull (it.document);
  it.findings = fr_findings_new (it.document, it.site);
  it.undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  it.redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  it.rand = g_rand_new_with_seed (seed);
  return it;
}

static void
clear (Fixture *it)
{
  g_object_unref (it->findings);
  g_object_unref (it->document);
  g_object_unref (it->site);
  g_ptr_array_unref (it->undo);
  g_ptr_array_unref (it->redo);
  g_rand_free (it->rand);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static char *
print (FrFindings *findings)
{
  g_autoptr(GPtrArray) list = fr_findings_list (findings);
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = g_ptr_array_index (list, i);

      g_string_append_printf (out, "%u:%u %zu %s %s %u %s\n", finding->place.line, finding->place.column, finding->offset,
                              finding->rule, finding->pointer, finding->severity, finding->message);
    }
  return g_string_free (out, FALSE);
}

static unsigned
count_below (const GPtrArray *list, const char *pointer)
{
  unsigned count = 0;

  for (unsigned i = 0; i < list->len; i++)
    count += fr_pointer_is_within (((FrFinding *) g_ptr_array_index (list, i))->pointer, pointer);
  return count;
}

/* What is of an item and of none of its keys counts for the first one. */
static void
assert_counts (Fixture *it)
{
  g_autoptr(GPtrArray) list = fr_findings_list (it->findings);
  const FrNode *sections = fr_document_get (it->document, "/sections");

  g_assert_cmpuint (fr_findings_count_settings (it->findings), ==,
                    count_below (list, "") - count_below (list, "/sections"));
  for (unsigned i = 0; i < fr_node_count (sections); i++)
    {
      const FrNode *item = fr_node_get_item (sections, i);
      g_autofree char *pointer = fr_pointer_join_index ("/sections", i);
      unsigned rest = count_below (list, pointer);

      for (unsigned k = fr_node_count (item); k-- > 0;)
        {
          const char *name = fr_node_get_text (fr_node_get_key (item, k));
          g_autofree char *own = fr_pointer_join (pointer, name);

          g_assert_cmpuint (fr_findings_count_section (it->findings, i, name), ==, k > 0 ? count_below (list, own) : rest);
          rest -= count_below (list, own);
        }
    }
}

static void
assert_as_new (Fixture *it)
{
  g_autoptr(FrFindings) fresh = fr_findings_new (it->document, it->site);
  g_autofree char *expected = print (fresh), *found = print (it->findings);

  g_assert_cmpstr (found, ==, expected);
  assert_counts (it);
}

static unsigned
any (Fixture *it, unsigned n)
{
  return g_rand_int_range (it->rand, 0, n);
}

static unsigned
count_sections (Fixture *it)
{
  return fr_node_count (fr_document_get (it->document, "/sections"));
}

static char *
any_section (Fixture *it, unsigned n)
{
  return g_strdup_printf ("/sections/%u", any (it, n));
}

static char *
any_value (Fixture *it)
{
  static const char * const values[] = {
    "{\"hero\":{\"title\":\"Hero title\",\"button\":\"%u\"}}",
    "{\"hero\":{\"dropdown\":{\"options\":[{\"title\":\"%u\"}]},\"key_highlights\":[{},{},{},{},{}]}}",
    "{\"infobar\":{\"title\":\"Infobar\",\"url\":\"/%u\"}}",
    "{\"infopic\":{\"image\":\"/%u.png\"}}",
    "{\"infopic\":{\"title\":\"%u\"},\"resources\":{\"title\":\"Infopic\"}}",
    "{\"resources\":{\"title\":\"%u\"}}",
    "{\"carousel\":[{\"image\":\"/%u.png\"}]}",
    "{\"announcements\":{\"announcement_items\":[{\"link_text\":\"%u\"}]}}",
    "{\"unknown\":\"%u\"}",
  };
  g_auto(GStrv) parts = g_strsplit (values[any (it, G_N_ELEMENTS (values))], "%u", 2);

  return g_strdup_printf ("%s%u%s", parts[0], it->n_made++, parts[1]);
}

/* An operation of JSON Patch and what it will have changed. */
static char *
make_operation (Fixture *it, unsigned n, GPtrArray *changes, unsigned *n_after)
{
  static const char * const fields[] =
    { "hero/title", "hero", "hero/button", "infobar/title", "infopic/alt", "resources", "carousel", "announcements/title" };
  g_autofree char *to = any_section (it, n + 1), *from = any_section (it, MAX (n, 1)), *value = any_value (it);
  g_autofree char *field = g_strdup_printf ("%s/%s", from, fields[any (it, G_N_ELEMENTS (fields))]);
  unsigned which = n == 0 ? 0 : any (it, 6);

  *n_after = n;
  switch (which)
    {
    case 0:
      *n_after = n + 1;
      add_change (changes, FR_CHANGE_INSERTED, to, NULL);
      return g_strdup_printf ("{\"op\":\"add\",\"path\":\"%s\",\"value\":%s}", to, value);
    case 1:
      *n_after = n - 1;
      add_change (changes, FR_CHANGE_REMOVED, from, NULL);
      return g_strdup_printf ("{\"op\":\"remove\",\"path\":\"%s\"}", from);
    case 2:
      g_free (to);
      to = any_section (it, n);
      add_change (changes, FR_CHANGE_MOVED, to, from);
      return g_strdup_printf ("{\"op\":\"move\",\"from\":\"%s\",\"path\":\"%s\"}", from, to);
    case 3:
      add_change (changes, FR_CHANGE_EDITED, from, NULL);
      return g_strdup_printf ("{\"op\":\"replace\",\"path\":\"%s\",\"value\":%s}", from, value);
    case 4:
      add_change (changes, FR_CHANGE_INSERTED, field, NULL);
      return g_strdup_printf ("{\"op\":\"add\",\"path\":\"%s\",\"value\":\"Infobar %u\"}", field, it->n_made++);
    default:
      add_change (changes, FR_CHANGE_EDITED, "/title", NULL);
      return g_strdup_printf ("{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"%s\"}", any (it, 2) ? "Isomer Site" : "Ours");
    }
}

/* One to three operations as one step. */
static void
edit (Fixture *it)
{
  g_autoptr(GPtrArray) changes = new_changes ();
  g_autoptr(GString) patch = g_string_new ("[");
  unsigned n = count_sections (it), n_operations = 1 + any (it, 3), n_signals = 0;
  gulong handler = g_signal_connect_swapped (it->document, "changed", G_CALLBACK (count_signal), &n_signals);

  for (unsigned i = 0; i < n_operations; i++)
    {
      g_autofree char *operation = make_operation (it, n, changes, &n);

      g_string_append_printf (patch, "%s%s", i > 0 ? "," : "", operation);
    }
  g_string_append_c (patch, ']');
  fr_document_patch (it->document, patch->str, NULL);
  g_signal_handler_disconnect (it->document, handler);
  /* As where a section has no such kind for a field to be added to. */
  if (n_signals == 0)
    return;
  fr_findings_update (it->findings, changes);
  g_ptr_array_set_size (it->redo, 0);
  g_ptr_array_add (it->undo, g_steal_pointer (&changes));
}

/* `done` is the stack to take the step from. */
static void
step (Fixture *it, GPtrArray *done, GPtrArray *undone, gboolean (*go) (FrDocument *document))
{
  g_autoptr(GPtrArray) changes = done->len > 0 ? g_ptr_array_steal_index (done, done->len - 1) : NULL;
  GPtrArray *inverse;

  g_assert_cmpint (go (it->document), ==, changes != NULL);
  if (changes == NULL)
    return;
  inverse = invert (changes);
  fr_findings_update (it->findings, inverse);
  g_ptr_array_add (undone, inverse);
}

static void
test_any_edits (void)
{
  unsigned found = 0;

  for (unsigned seed = 0; seed < SEEDS; seed++)
    {
      g_auto(Fixture) it = open_page (page, seed);

      for (unsigned i = 0; i < EDITS; i++)
        {
          unsigned which = any (&it, 10);
          g_autofree char *list = NULL;

          if (which < 7)
            edit (&it);
          else if (which < 9)
            step (&it, it.undo, it.redo, fr_document_undo);
          else
            step (&it, it.redo, it.undo, fr_document_redo);
          assert_as_new (&it);
          list = print (it.findings);
          found += *list != '\0';
        }
    }
  /* The pages were not all without findings. */
  g_assert_cmpuint (found, >, SEEDS * EDITS / 2);
}

/* Changes that say less than they could, or more. */
static void
test_any_change (void)
{
  static const struct { FrChangeKind kind; const char *pointer, *from; } cases[] = {
    { FR_CHANGE_EDITED, "", NULL }, { FR_CHANGE_EDITED, "/sections", NULL }, { FR_CHANGE_INSERTED, "/sections", NULL },
    { FR_CHANGE_EDITED, "/sections/7", NULL }, { FR_CHANGE_REMOVED, "/sections/7", NULL },
    { FR_CHANGE_INSERTED, "/sections/9", NULL }, { FR_CHANGE_MOVED, "/sections/0", "/sections/9" },
    { FR_CHANGE_EDITED, "/sections/01", NULL }, { FR_CHANGE_EDITED, "/sections/-", NULL },
    { FR_CHANGE_EDITED, "/title", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Fixture) it = open_page (page, 0);
      g_autoptr(GPtrArray) changes = new_changes ();

      g_assert_true (fr_document_set_json (it.document, "/sections", "[{\"infopic\":{}},{\"hero\":{}}]", NULL));
      add_change (changes, cases[i].kind, cases[i].pointer, cases[i].from);
      fr_findings_update (it.findings, changes);
      assert_as_new (&it);
    }
}

static void
test_signal (void)
{
  static const struct { const char *pointer, *text; unsigned n_signals; } edits[] = {
    { "/sections/1/infobar/title", "still ours", 0 },
    { "/sections/1/infobar/title", "Infobar", 1 },
    { "/sections/1/infobar/title", "Infopic", 2 },
    { "/sections/1/infobar/title", "ours again", 3 },
    { "/description", "ours", 3 },
    { "/description", "Infobar", 4 },
    /* Which makes those that follow the second ones. */
    { "/sections/1/announcements", "", 5 },
  };
  g_auto(Fixture) it = open_page (page, 0);
  unsigned n_signals = 0;

  g_signal_connect_swapped (it.findings, "changed", G_CALLBACK (count_signal), &n_signals);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr(GPtrArray) changes = new_changes ();

      g_assert_true (fr_document_set_string (it.document, edits[i].pointer, edits[i].text, NULL));
      add_change (changes, FR_CHANGE_EDITED, edits[i].pointer, NULL);
      fr_findings_update (it.findings, changes);
      g_assert_cmpuint (n_signals, ==, edits[i].n_signals);
    }
  g_signal_handlers_disconnect_by_data (it.findings, &n_signals);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/edits/any-edits", test_any_edits);
  g_test_add_func ("/findings/edits/any-change", test_any_change);
  g_test_add_func ("/findings/edits/signal", test_signal);
  return g_test_run ();
}
