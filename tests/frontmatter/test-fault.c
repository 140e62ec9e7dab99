/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a document one of whose own promises is broken: the text stays, and nothing is done to it any more. The
 * promise that is broken here is that the way back leads to what was read before.
 */
#include <string.h>

#include "fr-document-private.h"
#include "fr-snapshot.h"

#define PAGE "---\ntitle: One\nlist:\n- a\n- b\n---\nBody\n"
#define NO_YAML "\"no end"

typedef struct
{
  const char *name;
  const char *text;
  const char *pointer;  /* its text is set to "Two" */
  const char *text_after;
} Case;

static const Case cases[] = {
  { "mapping", PAGE, "/title", "---\ntitle: " NO_YAML "\nlist:\n- a\n- b\n---\nBody\n" },
  { "list", PAGE, "/list/1", "---\ntitle: One\nlist:\n- a\n- " NO_YAML "\n---\nBody\n" },
  { "read-as-a-whole", "---\na: &a x\nb: *a\ntitle: One\n---\n", "/title", "---\na: &a x\nb: *a\ntitle: " NO_YAML "\n---\n" },
};

typedef struct
{
  FrDocument *document;
  unsigned    n_changed;
} Fixture;

static void
on_changed (FrDocument *document, GPtrArray *changes, Fixture *it)
{
  const FrChange *change = changes->pdata[0];

  it->n_changed++;
  if (fr_document_get_fault (document) == NULL)
    return;
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (change->kind, ==, FR_CHANGE_EDITED);
  g_assert_cmpstr (change->pointer, ==, "");
}

static void
spoil (FrPastSplice *splice)
{
  g_string_assign (splice->removed, NO_YAML);
}

static Fixture *
open_case (const Case *it)
{
  g_autoptr(GBytes) bytes = g_bytes_new (it->text, strlen (it->text));
  Fixture *f = g_new0 (Fixture, 1);

  f->document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
  g_assert_true (fr_document_set_string (f->document, it->pointer, "Two", NULL));
  g_signal_connect (f->document, "changed", G_CALLBACK (on_changed), f);
  return f;
}

static void
fixture_free (Fixture *f)
{
  g_assert_finalize_object (f->document);
  g_free (f);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
assert_text (Fixture *f, const char *text)
{
  g_autoptr(GBytes) bytes = fr_document_get_bytes (f->document);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
assert_faulty (Fixture *f, const char *text)
{
  assert_text (f, text);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_cmpstr (fr_document_get_fault (f->document), !=, NULL);
  g_assert_cmpstr (fr_document_get_fault (f->document), !=, "");
  g_assert_cmpint (fr_node_get_type (fr_document_get_root (f->document)), ==, FR_TYPE_NULL);
  g_assert_true (fr_document_is_modified (f->document));
}

static void
test_undo (gconstpointer data)
{
  const Case *it = data;
  g_autoptr(Fixture) f = open_case (it);
  const FrStep *step = f->document->undo->pdata[0];

  spoil (step->splices->pdata[0]);
  g_assert_true (fr_document_undo (f->document));
  assert_faulty (f, it->text_after);
}

static void
test_redo (void)
{
  g_autoptr(Fixture) f = open_case (&cases[0]);
  const FrStep *step = f->document->undo->pdata[0];
  FrPastSplice *splice = step->splices->pdata[0];

  g_assert_true (fr_document_undo (f->document));
  f->n_changed = 0;
  g_string_assign (splice->inserted, NO_YAML);
  g_assert_true (fr_document_redo (f->document));
  assert_faulty (f, cases[0].text_after);
}

/* The bytes of all of a step's splices are taken back, though nothing can be read any more after the first. */
static void
test_undo_of_a_patch (void)
{
  g_autoptr(Fixture) f = open_case (&cases[0]);
  const FrStep *step;

  g_assert_true (fr_document_patch (f->document, "[{\"op\":\"replace\",\"path\":\"/list/0\",\"value\":\"A\"},"
                                    "{\"op\":\"replace\",\"path\":\"/list/1\",\"value\":\"B\"}]", NULL));
  f->n_changed = 0;
  step = f->document->undo->pdata[1];
  g_assert_cmpuint (step->splices->len, ==, 2);
  spoil (step->splices->pdata[1]);
  g_assert_true (fr_document_undo (f->document));
  assert_faulty (f, "---\ntitle: Two\nlist:\n- a\n- " NO_YAML "\n---\nBody\n");
}

/* An edit that fails half way, and whose first half cannot be taken back: listeners hear of it, though nobody undid. */
static void
test_taking_back (void)
{
  g_autoptr(Fixture) f = open_case (&cases[0]);
  g_autoptr(FrNode) value = fr_node_new_scalar (FR_TYPE_STRING, "A", -1);
  FrOperation operation = { FR_OPERATION_REPLACE, fr_document_find (f->document, "/list/0", NULL), .value = value };

  fr_document_begin (f->document, NULL);
  g_assert_true (fr_document_apply (f->document, &operation, NULL));
  spoil (f->document->step->splices->pdata[0]);
  g_assert_false (fr_document_end (f->document, FALSE));
  assert_faulty (f, "---\ntitle: Two\nlist:\n- " NO_YAML "\n- b\n---\nBody\n");
}

static gboolean
set_string (FrDocument *document, GError **error)
{
  return fr_document_set_string (document, "/title", "x", error);
}

static gboolean
set_string_to_itself (FrDocument *document, GError **error)
{
  return fr_document_set_string (document, "/list/0", "a", error);
}

static gboolean
set_whole (FrDocument *document, GError **error)
{
  return fr_document_set_json (document, "", "{}", error);
}

static gboolean
add (FrDocument *document, GError **error)
{
  return fr_document_add (document, "/new/deep", "1", error);
}

static gboolean
remove_title (FrDocument *document, GError **error)
{
  return fr_document_remove (document, "/title", error);
}

static gboolean
move (FrDocument *document, GError **error)
{
  return fr_document_move (document, "/list/0", "/list/1", error);
}

static gboolean
move_to_itself (FrDocument *document, GError **error)
{
  return fr_document_move (document, "/title", "/title", error);
}

static gboolean
copy (FrDocument *document, GError **error)
{
  return fr_document_copy (document, "/title", "/other", error);
}

static gboolean
patch (FrDocument *document, GError **error)
{
  return fr_document_patch (document, "[{\"op\":\"test\",\"path\":\"/title\",\"value\":\"One\"}]", error);
}

static gboolean
empty_patch (FrDocument *document, GError **error)
{
  return fr_document_patch (document, "[]", error);
}

static gboolean
save (FrDocument *document, GError **error)
{
  g_autoptr(FrSnapshot) snapshot = fr_snapshot_new (document);

  return fr_snapshot_check (snapshot, error);
}

static void
test_refused (void)
{
  static gboolean (* const attempts[]) (FrDocument *, GError **) = {
    set_string, set_string_to_itself, set_whole, add, remove_title, move, move_to_itself, copy, patch, empty_patch, save,
  };
  g_autoptr(Fixture) f = open_case (&cases[0]);
  const FrStep *step = f->document->undo->pdata[0];
  g_autofree char *why = NULL;

  spoil (step->splices->pdata[0]);
  g_assert_true (fr_document_undo (f->document));
  for (unsigned i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (attempts[i] (f->document, &error));
      g_assert_error (error, FR_ERROR, FR_ERROR_FAULT);
      g_assert_nonnull (strstr (error->message, "Save it as another file"));
    }
  g_assert_false (fr_document_undo (f->document));
  g_assert_false (fr_document_redo (f->document));
  why = fr_document_why_read_only (f->document, "/title");
  g_assert_nonnull (why);
  assert_faulty (f, cases[0].text_after);
}

/* The text may be YAML by chance, and even say what the tree does: nothing. It is not saved, either. */
static void
test_empty_text_is_not_saved (void)
{
  static const Case empty = { "empty", "---\na: [b, c]\n---\n", "/a/0" };
  g_autoptr(Fixture) f = open_case (&empty);
  const FrStep *step = f->document->undo->pdata[0];
  g_autoptr(GError) error = NULL;

  spoil (step->splices->pdata[0]);
  g_assert_true (fr_document_undo (f->document));
  g_string_assign (f->document->text, "---\n---\n");
  f->document->yaml_end = f->document->yaml_start;
  g_assert_false (save (f->document, &error));
  g_assert_error (error, FR_ERROR, FR_ERROR_FAULT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fault/undo/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_undo);
    }
  g_test_add_func ("/fault/undo/patch", test_undo_of_a_patch);
  g_test_add_func ("/fault/redo", test_redo);
  g_test_add_func ("/fault/taking-back", test_taking_back);
  g_test_add_func ("/fault/refused", test_refused);
  g_test_add_func ("/fault/empty-text-is-not-saved", test_empty_text_is_not_saved);
  return g_test_run ();
}
