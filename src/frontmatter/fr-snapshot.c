/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-snapshot.h"

#include <string.h>

#include "fr-document-private.h"

struct _FrSnapshot
{
  GBytes    *bytes;
  GBytes    *saved;        /* what the file held when it was opened or saved last */
  GPtrArray *splices;      /* of FrPastSplice, from there to here; NULL: the way back is forgotten */
  FrNode    *root;
  FrFormat   format;
  gsize      yaml_start, yaml_end;
  guint64    step;         /* the last one made; 0: none */
  GError    *fault;        /* why it must not be saved, whatever is in it; NULL: nothing is known */
};

static void
add_splices (GPtrArray *splices, const FrStep *step, gboolean forwards)
{
  for (unsigned i = 0; i < step->splices->len; i++)
    {
      unsigned at = forwards ? i : step->splices->len - 1 - i;

      g_ptr_array_add (splices, fr_past_splice_copy (g_ptr_array_index (step->splices, at), forwards));
    }
}

static gboolean
find_step (const GPtrArray *steps, guint64 id, unsigned *index)
{
  for (*index = 0; *index < steps->len; ++*index)
    if (((const FrStep *) g_ptr_array_index (steps, *index))->id == id)
      return TRUE;
  return FALSE;
}

/* The way from what was saved to what is there: steps made since, or steps undone since. */
static GPtrArray *
splices_since_save (FrDocument *document)
{
  g_autoptr(GPtrArray) splices = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_past_splice_free);
  unsigned at;

  if (document->saved_step == 0 || find_step (document->undo, document->saved_step, &at))
    {
      for (unsigned i = document->saved_step == 0 ? 0 : at + 1; i < document->undo->len; i++)
        add_splices (splices, g_ptr_array_index (document->undo, i), TRUE);
      return g_steal_pointer (&splices);
    }
  if (!find_step (document->redo, document->saved_step, &at))
    return NULL;
  for (; at < document->redo->len; at++)
    add_splices (splices, g_ptr_array_index (document->redo, at), FALSE);
  return g_steal_pointer (&splices);
}

FrSnapshot *
fr_snapshot_new (FrDocument *document)
{
  FrSnapshot *self = g_new0 (FrSnapshot, 1);
  const FrStep *last = document->undo->len > 0 ? g_ptr_array_index (document->undo, document->undo->len - 1) : NULL;

  /* What is typed from here on is not part of the snapshot's last step. */
  fr_document_end_group (document);
  self->bytes = fr_document_get_bytes (document);
  self->saved = g_bytes_ref (document->saved);
  self->splices = splices_since_save (document);
  self->root = fr_node_copy (document->root);
  self->format = document->format;
  self->yaml_start = document->yaml_start;
  self->yaml_end = document->yaml_end;
  self->step = last != NULL ? last->id : 0;
  fr_document_is_sound (document, &self->fault);
  return self;
}

void
fr_snapshot_free (FrSnapshot *self)
{
  g_bytes_unref (self->bytes);
  g_bytes_unref (self->saved);
  g_clear_pointer (&self->splices, g_ptr_array_unref);
  fr_node_free (self->root);
  g_clear_error (&self->fault);
  g_free (self);
}

GBytes *
fr_snapshot_get_bytes (const FrSnapshot *self)
{
  return self->bytes;
}

GBytes *
fr_snapshot_get_saved (const FrSnapshot *self)
{
  return self->saved;
}

static gboolean
same_places (const FrNode *a, const FrNode *b)
{
  if (a->start != b->start || a->length != b->length)
    return FALSE;
  for (unsigned i = 0; a->kind >= FR_NODE_SEQUENCE && a->kind <= FR_NODE_MAPPING && i < a->n_children; i++)
    if (!same_places (a->children[i], b->children[i]))
      return FALSE;
  return TRUE;
}

static gboolean
holds_the_values (const FrSnapshot *self, FrDocument *again)
{
  return again->yaml_start == self->yaml_start && again->yaml_end == self->yaml_end &&
         fr_node_equal (again->root, self->root) && same_places (again->root, self->root);
}

/* Every byte outside of the splices is the one that was saved. */
static gboolean
follows_from_saved (const FrSnapshot *self)
{
  g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (self->saved, NULL), g_bytes_get_size (self->saved));
  g_autoptr(GBytes) outcome = NULL;

  for (unsigned i = 0; self->splices != NULL && i < self->splices->len; i++)
    {
      const FrPastSplice *splice = g_ptr_array_index (self->splices, i);

      if (splice->start + splice->removed->len > text->len ||
          memcmp (text->str + splice->start, splice->removed->str, splice->removed->len) != 0)
        return FALSE;
      g_string_erase (text, splice->start, splice->removed->len);
      g_string_insert_len (text, splice->start, splice->inserted->str, splice->inserted->len);
    }
  outcome = g_bytes_new_static (text->str, text->len);
  return self->splices == NULL || g_bytes_equal (outcome, self->bytes);
}

gboolean
fr_snapshot_check (const FrSnapshot *self, GError **error)
{
  g_autoptr(FrDocument) again = NULL;

  if (self->fault != NULL)
    {
      g_propagate_error (error, g_error_copy (self->fault));
      return FALSE;
    }
  again = fr_document_new (self->bytes, self->format, error);
  if (again == NULL)
    {
      g_prefix_error (error, "The changed text would not be a homepage any more, so it was not saved: ");
      return FALSE;
    }
  if (holds_the_values (self, again) && follows_from_saved (self))
    return TRUE;
  g_set_error (error, FR_ERROR, FR_ERROR_VALUE,
               "The changed text would not hold the values shown here, so it was not saved. Undo the last change "
               "and report this as a fault of Frontage");
  return FALSE;
}

void
fr_document_mark_saved (FrDocument *document, const FrSnapshot *snapshot)
{
  g_bytes_unref (document->saved);
  document->saved = g_bytes_ref (snapshot->bytes);
  document->saved_step = snapshot->step;
  fr_document_notify_state (document);
}

/* Where that was not one of the document's own texts, no way leads there. */
void
fr_document_set_saved (FrDocument *document, GBytes *bytes)
{
  const FrStep *last = document->undo->len > 0 ? g_ptr_array_index (document->undo, document->undo->len - 1) : NULL;

  fr_document_end_group (document);
  g_bytes_unref (document->saved);
  document->saved = g_bytes_ref (bytes);
  document->saved_step = last != NULL && !fr_document_is_modified (document) ? last->id : G_MAXUINT64;
  fr_document_notify_state (document);
}

GBytes *
fr_document_get_saved (FrDocument *document)
{
  return g_bytes_ref (document->saved);
}
