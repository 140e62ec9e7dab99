/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new text for the whole file: one splice, between what both have in common at their ends. */
#include <string.h>

#include "fr-difference.h"
#include "fr-document-private.h"

/* Compared many at a time, as nearly all of a large text is the same. */
#define BLOCK 512

FrPastSplice *
fr_past_splice_find (const char *before, gsize n_before, const char *after, gsize n_after)
{
  gsize least = MIN (n_before, n_after), start = 0, end = 0;
  FrPastSplice *past = g_new0 (FrPastSplice, 1);

  while (least - start >= BLOCK && memcmp (before + start, after + start, BLOCK) == 0)
    start += BLOCK;
  while (start < least && before[start] == after[start])
    start++;
  while (least - start - end >= BLOCK && memcmp (before + n_before - end - BLOCK, after + n_after - end - BLOCK, BLOCK) == 0)
    end += BLOCK;
  while (end < least - start && before[n_before - 1 - end] == after[n_after - 1 - end])
    end++;
  past->start = start;
  past->removed = g_string_new_len (before + start, n_before - end - start);
  past->inserted = g_string_new_len (after + start, n_after - end - start);
  past->whole = TRUE;
  past->whole_file = TRUE;
  return past;
}

/* What only comments, quotes or the page's body tell apart is an edit of nothing that has a pointer. Values that refer to
 * others may differ where they are written alike. */
static void
note_difference (FrDocument *self, const FrDocument *other)
{
  GPtrArray *changes = self->step->changes;

  if (!self->read_whole && !other->read_whole)
    fr_changes_add_difference (changes, self->root, other->root);
  if (changes->len == 0)
    fr_changes_add (changes, FR_CHANGE_EDITED, "", FALSE, NULL, FALSE, NULL);
}

/* The text and tree of the other one, which is of no use after that. */
static void
take_over (FrDocument *self, FrDocument *other)
{
  GString *text = self->text;

  self->text = g_steal_pointer (&other->text);
  other->text = text;
  self->yaml_start = other->yaml_start;
  self->yaml_end = other->yaml_end;
  self->read_whole = other->read_whole;
  self->has_more = other->has_more;
  fr_document_set_root (self, g_steal_pointer (&other->root), g_steal_pointer (&other->pool));
}

gboolean
fr_document_set_read (FrDocument *self, FrDocument *read, GError **error)
{
  if (!fr_document_is_sound (self, error))
    return FALSE;
  fr_document_begin (self, "");
  if (!g_string_equal (self->text, read->text))
    {
      fr_step_add (self->step, fr_past_splice_find (self->text->str, self->text->len, read->text->str, read->text->len));
      note_difference (self, read);
      take_over (self, read);
    }
  fr_document_end (self, TRUE);
  self->group_open = TRUE;
  return TRUE;
}

gboolean
fr_document_set_text (FrDocument *self, GBytes *bytes, GError **error)
{
  g_autoptr (FrDocument) read = NULL;

  if (!fr_document_is_sound (self, error))
    return FALSE;
  read = fr_document_new (bytes, self->format, error);
  return read != NULL && fr_document_set_read (self, read, error);
}
