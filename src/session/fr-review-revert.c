/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting back what was changed: made in a document of its own first, whose text the real one takes over as one step. */
#include <stdlib.h>
#include <string.h>

#include "fr-document-private.h"
#include "fr-merge.h"
#include "fr-pointer.h"
#include "fr-review-private.h"

static unsigned
line_at (const FrDocument *document, gsize offset)
{
  unsigned line = 0;

  for (gsize i = 0; i < offset; i++)
    line += document->text->str[i] == '\n';
  return line;
}

GArray *
fr_review_find_lines (FrReview *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (unsigned));

  for (unsigned i = 0; i < self->entries->len; i++)
    {
      const FrReviewEntry *entry = self->entries->pdata[i];
      const FrNode *node = entry->pointer != NULL ? fr_document_get (self->document, entry->pointer) : NULL;
      unsigned from, to;

      if (node == NULL)
        continue;
      from = line_at (self->document, fr_node_get_start (node));
      to = line_at (self->document, MAX (fr_node_get_end (node), 1) - 1) + 1;
      g_array_append_val (places, from);
      g_array_append_val (places, to);
    }
  return places;
}

/* Where an item of a list that was saved is now; NULL: it is gone, or was moved among the others. */
static char *
find_neighbour (FrReview *self, const char *saved_pointer)
{
  char *now = g_strdup (saved_pointer);

  for (unsigned i = 0; now != NULL && i < self->changes->len; i++)
    {
      const FrChange *change = self->changes->pdata[i];
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      gboolean moved = change->kind == FR_CHANGE_MOVED && strcmp (change->from, now) == 0;

      g_ptr_array_add (one, (gpointer) change);
      fr_pointer_follow (&now, one);
      if (moved)
        g_clear_pointer (&now, g_free);
    }
  return now;
}

static unsigned
index_of (const char *pointer)
{
  return strtoul (strrchr (pointer, '/') + 1, NULL, 10);
}

/* Behind the nearest of those that stood before it and still do. */
static unsigned
find_index (FrReview *self, const char *saved_list, unsigned saved_index)
{
  while (saved_index-- > 0)
    {
      g_autofree char *before = fr_pointer_join_index (saved_list, saved_index), *now = find_neighbour (self, before);

      if (now != NULL)
        return index_of (now) + 1;
    }
  return 0;
}

/* Where in the document it stood. transfer full */
static char *
find_old_place (FrReview *self, const FrReviewEntry *entry)
{
  g_autofree char *token = NULL, *holder = fr_pointer_split_last (entry->saved_pointer, &token);
  g_autofree char *now = fr_pointer_rebase (holder, self->changes);
  unsigned index;

  if (fr_node_get_type (fr_document_get (self->saved, holder)) != FR_TYPE_SEQUENCE)
    return fr_pointer_join (now, token);
  index = find_index (self, holder, index_of (entry->saved_pointer));
  /* It is taken out first. */
  if (entry->pointer != NULL && index_of (entry->pointer) < index)
    index--;
  return fr_pointer_join_index (now, index);
}

static gboolean
put (FrDocument *document, const char *pointer, const FrNode *value, FrAdd how, GError **error)
{
  fr_document_begin (document, NULL);
  return fr_document_end (document, fr_document_add_value (document, pointer, value, how, error));
}

static gboolean
revert_value (FrReview *self, const FrReviewEntry *entry, FrDocument *document, GError **error)
{
  const FrNode *value = entry->saved_pointer != NULL ? fr_document_get (self->saved, entry->saved_pointer) : NULL;
  g_autofree char *place = NULL;

  if (entry->kind == FR_REVIEW_EDITED)
    return put (document, entry->pointer, value, FR_ADD_OVER, error);
  if (entry->kind == FR_REVIEW_ADDED)
    return fr_document_remove (document, entry->pointer, error);
  place = find_old_place (self, entry);
  if (entry->kind == FR_REVIEW_MOVED)
    return fr_document_move (document, entry->pointer, place, error);
  return put (document, place, value, FR_ADD_NEW, error);
}

static GBytes *
replace (const FrDocument *document, gsize start, gsize end, const char *text, gsize length)
{
  GString *all = g_string_new_len (document->text->str, start);

  g_string_append_len (all, text, length);
  g_string_append_len (all, document->text->str + end, document->text->len - end);
  return g_string_free_to_bytes (all);
}

/* Where only values differ from what was saved, only they do afterwards: each byte of what was put back is the old one. */
static GBytes *
tidy (FrReview *self, FrDocument *document)
{
  g_autoptr (GBytes) now = fr_document_get_bytes (self->document), saved = fr_document_get_bytes (self->saved);
  g_autoptr (GBytes) after = fr_document_get_bytes (document);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new ();
  const FrReviewEntry *last = self->entries->pdata[self->entries->len - 1];
  GBytes *tidied = NULL;

  if (g_bytes_equal (now, self->normal))
    tidied = fr_merge (saved, after, saved, document->format, conflicts, NULL);
  else if (last->kind != FR_REVIEW_WRITING && last->kind != FR_REVIEW_BODY && fr_node_equal (document->root, self->saved->root))
    tidied = g_bytes_ref (saved);
  return tidied != NULL ? tidied : g_steal_pointer (&after);
}

static GBytes *
revert (FrReview *self, const FrReviewEntry *entry, GError **error)
{
  g_autoptr (GBytes) now = fr_document_get_bytes (self->document);
  g_autoptr (FrDocument) document = NULL;
  const GString *saved = self->saved->text;
  gsize body = self->saved->yaml_end;

  if (entry->kind == FR_REVIEW_WRITING)
    return self->normal != NULL ? g_bytes_ref (self->normal) : fr_document_get_bytes (self->saved);
  if (entry->kind == FR_REVIEW_BODY)
    return replace (self->document, self->document->yaml_end, self->document->text->len, saved->str + body, saved->len - body);
  document = fr_document_new (now, self->document->format, error);
  return document != NULL && revert_value (self, entry, document, error) ? tidy (self, document) : NULL;
}

static gboolean
take (FrReview *self, GBytes *text, GError **error)
{
  gboolean good;

  if (text == NULL)
    return FALSE;
  fr_document_end_group (self->document);
  good = fr_document_set_text (self->document, text, error);
  fr_document_end_group (self->document);
  return good;
}

gboolean
fr_review_revert (FrReview *self, const FrReviewEntry *entry, GError **error)
{
  g_autoptr (GBytes) text = revert (self, entry, error);

  return take (self, text, error);
}

static gsize
measure (const GPtrArray *lines, unsigned from, unsigned to)
{
  gsize length = 0;

  for (unsigned i = from; i < to; i++)
    length += strlen (lines->pdata[i]);
  return length;
}

gboolean
fr_review_revert_hunk (FrReview *self, unsigned index, GError **error)
{
  const FrHunk *hunk = &g_array_index (self->hunks, FrHunk, index);
  gsize start = measure (self->lines_after, 0, hunk->after);
  gsize end = start + measure (self->lines_after, hunk->after, hunk->after + hunk->n_after);
  gsize old_start = measure (self->lines_before, 0, hunk->before);
  gsize length = measure (self->lines_before, hunk->before, hunk->before + hunk->n_before);
  g_autoptr (GBytes) text = replace (self->document, start, end, self->saved->text->str + old_start, length);

  return take (self, text, error);
}
