/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-review-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-difference.h"
#include "fr-document-private.h"
#include "fr-json.h"
#include "fr-kinds.h"
#include "fr-merge.h"
#include "fr-pointer.h"
#include "fr-snapshot.h"

static void
entry_free (FrReviewEntry *entry)
{
  g_free (entry->name);
  g_free (entry->pointer);
  g_free (entry->saved_pointer);
  g_free (entry->before);
  g_free (entry->after);
  g_free (entry);
}

/* What is said of a mapping: its title, or the first text in it. */
static const char *
find_text (const FrNode *value)
{
  const char *text = fr_node_get_text (fr_node_lookup (value, "title"));

  for (unsigned i = 0; i < value->n_children && (text == NULL || *text == '\0'); i++)
    {
      const FrNode *child = value->children[i];

      if (child->kind != FR_NODE_SCALAR)
        text = find_text (child);
      else if (value->kind == FR_NODE_SEQUENCE || i % 2 == 1)
        text = child->text;
    }
  return text;
}

char *
fr_review_say_value (const FrNode *value)
{
  const char *text;

  if (value->kind == FR_NODE_SCALAR)
    return g_strdup (value->text);
  text = find_text (value);
  return text != NULL && *text != '\0' ? g_strdup (text) : fr_json_to_text (value, FALSE);
}

static char *
say (FrDocument *document, const char *pointer)
{
  const FrNode *value = pointer != NULL ? fr_document_get (document, pointer) : NULL;

  return value != NULL ? fr_review_say_value (value) : NULL;
}

/* The section's title, where the value is in one and is not that. */
static char *
find_section_title (FrDocument *document, const char *pointer)
{
  g_auto (GStrv) tokens = fr_pointer_split (pointer, NULL);
  g_autofree char *title = NULL;
  const char *text;

  if (tokens == NULL || g_strv_length (tokens) < 4 || strcmp (tokens[0], "sections") != 0)
    return NULL;
  title = g_strdup_printf ("/sections/%s/%s/title", tokens[1], tokens[2]);
  text = strcmp (title, pointer) != 0 ? fr_node_get_text (fr_document_get (document, title)) : NULL;
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* A section has the name of its kind. */
static char *
name_place (const FrChange *change, const char *pointer)
{
  const FrKind *kind = change->key != NULL ? fr_kind_find (change->key) : NULL;
  g_autofree char *token = NULL, *above = fr_pointer_split_last (pointer, &token);
  char *name = fr_kinds_describe_in_words (pointer);

  if (name != NULL)
    return name;
  if (kind != NULL)
    return g_strdup (_(kind->label));
  return above != NULL ? g_strdup_printf ("“%s”", change->key != NULL ? change->key : token) : g_strdup (_("The page"));
}

static char *
name_entry (FrDocument *document, const FrChange *change, const char *pointer)
{
  g_autofree char *what = name_place (change, pointer), *title = find_section_title (document, pointer);

  /* Translators: a field, and the title of its section: "Infopic description in “SCRI Academy”" */
  return title != NULL ? g_strdup_printf (_("%s in “%s”"), what, title) : g_steal_pointer (&what);
}

static GPtrArray *
slice (const GPtrArray *changes, unsigned from, unsigned to)
{
  GPtrArray *part = g_ptr_array_new ();

  for (unsigned i = from; i < to; i++)
    g_ptr_array_add (part, changes->pdata[i]);
  return part;
}

/* Each change has its pointers as they are when it is made: they are wanted as they were before all, and are after all. */
static char *
find_before (FrReview *self, unsigned index, const char *pointer)
{
  g_autoptr (GPtrArray) made = slice (self->changes, 0, index), back = fr_changes_invert (made);

  return fr_pointer_rebase (pointer, back);
}

static char *
find_after (FrReview *self, unsigned index, const char *pointer)
{
  g_autoptr (GPtrArray) later = slice (self->changes, index + 1, self->changes->len);

  return fr_pointer_rebase (pointer, later);
}

static void
add_entry (FrReview *self, unsigned index)
{
  static const FrReviewKind kinds[] = {
    [FR_CHANGE_EDITED] = FR_REVIEW_EDITED, [FR_CHANGE_INSERTED] = FR_REVIEW_ADDED,
    [FR_CHANGE_REMOVED] = FR_REVIEW_REMOVED, [FR_CHANGE_MOVED] = FR_REVIEW_MOVED,
  };
  const FrChange *change = self->changes->pdata[index];
  FrReviewEntry *entry = g_new0 (FrReviewEntry, 1);

  entry->kind = kinds[change->kind];
  if (change->kind != FR_CHANGE_REMOVED)
    entry->pointer = find_after (self, index, change->pointer);
  if (change->kind != FR_CHANGE_INSERTED)
    entry->saved_pointer = find_before (self, index, change->kind == FR_CHANGE_MOVED ? change->from : change->pointer);
  entry->before = say (self->saved, entry->saved_pointer);
  entry->after = say (self->document, entry->pointer);
  entry->name = entry->pointer != NULL ? name_entry (self->document, change, entry->pointer)
                                       : name_entry (self->saved, change, entry->saved_pointer);
  g_ptr_array_add (self->entries, entry);
}

static void
add_other (FrReview *self, FrReviewKind kind, const char *name)
{
  FrReviewEntry *entry = g_new0 (FrReviewEntry, 1);

  entry->kind = kind;
  entry->name = g_strdup (name);
  g_ptr_array_add (self->entries, entry);
}

static gboolean
has_same_body (FrReview *self)
{
  const GString *before = self->saved->text, *after = self->document->text;
  gsize start = self->saved->yaml_end, now = self->document->yaml_end;

  return before->len - start == after->len - now && memcmp (before->str + start, after->str + now, after->len - now) == 0;
}

/* The lines that these differ in are those of values that differ. */
static gboolean
is_of_values (FrReview *self)
{
  g_autoptr (GArray) places = fr_review_find_lines (self);
  g_autofree char *normal = g_strndup (g_bytes_get_data (self->normal, NULL), g_bytes_get_size (self->normal));
  g_autoptr (GPtrArray) lines = fr_text_cut_lines (normal);
  g_autoptr (GArray) hunks = fr_text_compare (lines, self->lines_after);

  for (unsigned i = 0; i < hunks->len; i++)
    {
      const FrHunk *hunk = &g_array_index (hunks, FrHunk, i);
      gboolean found = FALSE;

      for (unsigned j = 0; j + 1 < places->len && !found; j += 2)
        found = hunk->after >= g_array_index (places, unsigned, j) &&
                hunk->after + hunk->n_after <= g_array_index (places, unsigned, j + 1);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
list (FrReview *self)
{
  g_autoptr (GBytes) before = fr_document_get_bytes (self->saved), after = fr_document_get_bytes (self->document);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new ();

  if (g_bytes_equal (before, after))
    return;
  self->normal = fr_merge (before, after, before, self->document->format, conflicts, NULL);
  if (self->normal != NULL)
    fr_changes_add_difference (self->changes, self->saved->root, self->document->root);
  for (unsigned i = 0; i < self->changes->len; i++)
    add_entry (self, i);
  if (self->normal == NULL)
    add_other (self, FR_REVIEW_WRITING, _("The file"));
  else if (!has_same_body (self))
    add_other (self, FR_REVIEW_BODY, _("The text below the front matter"));
  if (self->normal != NULL && !g_bytes_equal (self->normal, after) && !is_of_values (self))
    add_other (self, FR_REVIEW_WRITING, _("Comments, quotes or spaces"));
}

FrReview *
fr_review_new (FrDocument *document)
{
  FrReview *self = g_new0 (FrReview, 1);
  g_autoptr (GBytes) saved = fr_document_get_saved (document);

  self->document = g_object_ref (document);
  self->saved = fr_document_new (saved, document->format, NULL);
  self->changes = fr_changes_new ();
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->lines_before = fr_text_cut_lines (fr_document_get_text (self->saved));
  self->lines_after = fr_text_cut_lines (fr_document_get_text (document));
  self->hunks = fr_text_compare (self->lines_before, self->lines_after);
  list (self);
  return self;
}

void
fr_review_free (FrReview *self)
{
  g_object_unref (self->document);
  g_object_unref (self->saved);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->lines_before);
  g_ptr_array_unref (self->lines_after);
  g_array_unref (self->hunks);
  g_clear_pointer (&self->normal, g_bytes_unref);
  g_free (self);
}

const GPtrArray *
fr_review_get_entries (FrReview *self)
{
  return self->entries;
}

FrDocument *
fr_review_get_saved (FrReview *self)
{
  return self->saved;
}

const GPtrArray *
fr_review_get_lines_before (FrReview *self)
{
  return self->lines_before;
}

const GPtrArray *
fr_review_get_lines_after (FrReview *self)
{
  return self->lines_after;
}

const GArray *
fr_review_get_hunks (FrReview *self)
{
  return self->hunks;
}
