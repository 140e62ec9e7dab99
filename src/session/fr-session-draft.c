/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was left unsaved by a program that came to no good end, and what this one keeps. */
#include "fr-journal.h"
#include "fr-log.h"
#include "fr-session-private.h"
#include "fr-snapshot.h"

GStrv
fr_session_list_draft (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->left != NULL ? fr_left_draft_describe (self->left, self->document) : NULL;
}

gint64
fr_session_get_draft_time (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), 0);

  return self->left != NULL ? self->left->time : 0;
}

/* What was done here since the file was opened stays. */
static GBytes *
put_together (FrSession *self, FrLeftDraft *left)
{
  g_autoptr (GBytes) saved = fr_document_get_saved (self->document), mine = fr_document_get_bytes (self->document);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_conflict_free);
  const char *path = g_file_peek_path (self->file);
  GBytes *both = fr_merge (saved, mine, left->text, fr_document_format_for (path), conflicts, NULL);

  return both != NULL ? both : g_bytes_ref (left->text);
}

static void
bring_back (FrSession *self, FrLeftDraft *left)
{
  gboolean is_fresh = fr_document_get_undo (self->document) == NULL && fr_document_get_redo (self->document) == NULL;
  g_autoptr (GBytes) text = is_fresh ? g_bytes_ref (left->text) : put_together (self, left);

  if (is_fresh)
    fr_document_become (self->document, left->document);
  fr_document_end_group (self->document);
  fr_document_set_text (self->document, text, NULL);
  fr_document_end_group (self->document);
}

/* It goes when what it was is kept anew. */
void
fr_session_restore_draft (FrSession *self)
{
  g_autoptr (FrLeftDraft) left = g_steal_pointer (&self->left);
  g_autoptr (GBytes) base = NULL;

  g_return_if_fail (FR_IS_SESSION (self));

  if (left == NULL)
    return;
  base = fr_document_get_bytes (left->document);
  bring_back (self, left);
  if (left->typed != NULL)
    fr_session_bring_typed (self, base, left->typed);
  fr_draft_keep (self->draft);
  fr_journals_sync ();
  fr_left_draft_remove (left);
  fr_session_add_conflicts (self, g_steal_pointer (&left->conflicts));
}

void
fr_session_discard_draft (FrSession *self)
{
  g_autoptr (FrLeftDraft) left = g_steal_pointer (&self->left);

  g_return_if_fail (FR_IS_SESSION (self));

  if (left != NULL)
    fr_left_draft_remove (left);
}

void
fr_session_forget_unsaved (FrSession *self)
{
  g_return_if_fail (FR_IS_SESSION (self));

  fr_session_drop_typed (self);
  fr_draft_set_typed (self->draft, NULL);
  fr_draft_forget (self->draft);
  self->gave_up = TRUE;
}

static void
keep (FrSession *self, gpointer data)
{
  fr_session_settle (self);
  fr_draft_keep (self->draft);
}

void
fr_sessions_keep_drafts (void)
{
  fr_session_for_each (keep, NULL);
  fr_journals_sync ();
}
