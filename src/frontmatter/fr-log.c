/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-log.h"

#include "fr-difference.h"
#include "fr-document-private.h"
#include "fr-step-data.h"

#define DONE "(ua" FR_STEP_DATA "u)"

struct _FrLog
{
  GArray  *line;  /* of guint64: the ids of the steps, those that can be redone last */
  unsigned at;
};

FrLog *
fr_log_new (void)
{
  FrLog *self = g_new0 (FrLog, 1);

  self->line = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

void
fr_log_free (FrLog *self)
{
  g_array_unref (self->line);
  g_free (self);
}

static const FrStep *
step_at (const FrDocument *document, unsigned index)
{
  const GPtrArray *undo = document->undo, *redo = document->redo;

  return index < undo->len ? undo->pdata[index] : redo->pdata[redo->len - 1 - (index - undo->len)];
}

GVariant *
fr_log_take (FrLog *self, FrDocument *document)
{
  unsigned length = document->undo->len + document->redo->len, at = document->undo->len, same = 0;
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" FR_STEP_DATA));

  while (same < MIN (length, self->line->len) && g_array_index (self->line, guint64, same) == step_at (document, same)->id)
    same++;
  if (same == length && length == self->line->len && at == self->at)
    return NULL;
  g_array_set_size (self->line, same);
  for (unsigned i = same; i < length; i++)
    {
      const FrStep *step = step_at (document, i);

      g_array_append_val (self->line, step->id);
      g_variant_builder_add_value (&steps, fr_step_to_data (step));
    }
  self->at = at;
  return g_variant_ref_sink (g_variant_new (DONE, same, &steps, at));
}

static gboolean
go_to (FrDocument *document, unsigned at)
{
  while (document->undo->len > at)
    if (!fr_document_undo (document))
      return FALSE;
  while (document->undo->len < at)
    if (!fr_document_redo (document))
      return FALSE;
  return TRUE;
}

gboolean
fr_log_replay (FrDocument *document, GVariant *done)
{
  g_autoptr (GVariantIter) steps = NULL;
  unsigned same, at;
  GVariant *data;
  gboolean good;

  if (!g_variant_is_of_type (done, G_VARIANT_TYPE (DONE)))
    return FALSE;
  g_variant_get (done, DONE, &same, &steps, &at);
  good = go_to (document, same);
  if (good)
    g_ptr_array_set_size (document->redo, 0);
  while (good && (data = g_variant_iter_next_value (steps)) != NULL)
    {
      g_ptr_array_add (document->redo, fr_step_from_data (data));
      good = fr_document_redo (document);
      g_variant_unref (data);
    }
  return good && go_to (document, at) && document->fault == NULL;
}

GBytes *
fr_log_get_start (FrDocument *document)
{
  return g_bytes_ref (document->opened);
}

static void
swap (gpointer *a, gpointer *b)
{
  gpointer kept = *a;

  *a = *b;
  *b = kept;
}

/* Where the file was saved may not be on the way any more. */
void
fr_document_become (FrDocument *self, FrDocument *other)
{
  g_autoptr (GPtrArray) changes = fr_changes_new ();

  if (!self->read_whole && !other->read_whole)
    fr_changes_add_difference (changes, self->root, other->root);
  if (changes->len == 0)
    fr_changes_add (changes, FR_CHANGE_EDITED, "", FALSE, NULL, FALSE, NULL);
  swap ((gpointer *) &self->text, (gpointer *) &other->text);
  swap ((gpointer *) &self->root, (gpointer *) &other->root);
  swap ((gpointer *) &self->pool, (gpointer *) &other->pool);
  swap ((gpointer *) &self->undo, (gpointer *) &other->undo);
  swap ((gpointer *) &self->redo, (gpointer *) &other->redo);
  swap ((gpointer *) &self->opened, (gpointer *) &other->opened);
  self->yaml_start = other->yaml_start;
  self->yaml_end = other->yaml_end;
  self->read_whole = other->read_whole;
  self->has_more = other->has_more;
  self->saved_step = g_bytes_equal (self->saved, self->opened) ? 0 : G_MAXUINT64;
  fr_document_end_group (self);
  fr_document_changed (self, changes);
}
