/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-draft-private.h"

#include <string.h>
#include <unistd.h>

#include "fr-history.h"
#include "fr-journal.h"
#include "fr-log.h"
#include "fr-snapshot.h"

struct _FrDraft
{
  char       *real_path;
  FrDocument *document;  /* not owned */
  FrJournal  *journal;   /* NULL: nothing is kept */
  FrLog      *log;       /* of what is in there */
  GBytes     *saved;     /* what the file held when the journal began */
  GBytes     *typed;     /* NULL: nothing … */
  GBytes     *kept;      /* … and that of it that is in there */
  unsigned    soon;      /* source; 0: none */
};

FrDraft *
fr_draft_new (const char *real_path, FrDocument *document)
{
  FrDraft *self = g_new0 (FrDraft, 1);

  self->real_path = g_strdup (real_path);
  self->document = document;
  return self;
}

static void
forget_source (FrDraft *self)
{
  g_clear_handle_id (&self->soon, g_source_remove);
}

static void
end_journal (FrDraft *self)
{
  g_clear_pointer (&self->journal, fr_journal_free);
  g_clear_pointer (&self->log, fr_log_free);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->kept, g_bytes_unref);
}

void
fr_draft_free (FrDraft *self)
{
  forget_source (self);
  end_journal (self);
  g_clear_pointer (&self->typed, g_bytes_unref);
  g_free (self->real_path);
  g_free (self);
}

char *
fr_draft_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "frontage", "drafts", NULL);
}

char *
fr_draft_get_stem (const char *real_path)
{
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real_path, -1);

  return g_strdup_printf ("%.32s-", checksum);
}

char *
fr_draft_checksum (FrDocument *document)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, fr_document_get_text (document), -1);
}

static GVariant *
bytes_to_data (GBytes *bytes)
{
  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static void
begin_journal (FrDraft *self)
{
  g_autofree char *folder = fr_draft_get_folder (), *stem = fr_draft_get_stem (self->real_path);
  g_autofree char *path = g_strdup_printf ("%s/%s%" G_GINT64_MODIFIER "x-%x", folder, stem, g_get_real_time (), getpid ());
  g_autoptr (GBytes) start = fr_log_get_start (self->document);

  self->journal = fr_journal_new (path);
  self->log = fr_log_new ();
  self->saved = fr_document_get_saved (self->document);
  fr_journal_append (self->journal, g_variant_new ("(^ay@ay@ay)", self->real_path, bytes_to_data (start),
                                                   bytes_to_data (self->saved)));
}

static gboolean
is_same (GBytes *a, GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

/* As what is other than in the document, which is what it is after all that is in there. */
static void
keep_typed (FrDraft *self)
{
  g_autoptr (GBytes) text = fr_document_get_bytes (self->document);
  GBytes *typed = self->typed != NULL ? self->typed : text;
  gsize n_before, n_after;
  const char *before = g_bytes_get_data (text, &n_before), *after = g_bytes_get_data (typed, &n_after);
  FrPastSplice *splice = fr_past_splice_find (before, n_before, after, n_after);
  GVariant *inserted = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, splice->inserted->str, splice->inserted->len, 1);

  fr_journal_append (self->journal, g_variant_new ("(tt@ay)", (guint64) splice->start, (guint64) splice->removed->len, inserted));
  fr_past_splice_free (splice);
  g_clear_pointer (&self->kept, g_bytes_unref);
  self->kept = self->typed != NULL ? g_bytes_ref (self->typed) : NULL;
}

/* A journal begins anew where the file holds another text: the old one goes when the new one is there. */
static void
keep (FrDraft *self)
{
  g_autoptr (GBytes) saved = fr_document_get_saved (self->document);
  g_autoptr (FrJournal) old = NULL;
  g_autoptr (GVariant) done = NULL;
  g_autofree char *checksum = NULL;

  if (self->journal != NULL && !g_bytes_equal (saved, self->saved))
    {
      old = g_steal_pointer (&self->journal);
      end_journal (self);
    }
  if (self->journal == NULL)
    begin_journal (self);
  done = fr_log_take (self->log, self->document);
  checksum = fr_draft_checksum (self->document);
  if (done != NULL)
    fr_journal_append (self->journal, g_variant_new (FR_DRAFT_DONE, done, checksum));
  if ((done != NULL && self->typed != NULL) || !is_same (self->typed, self->kept))
    keep_typed (self);
  if (old != NULL)
    fr_journal_remove (old);
}

void
fr_draft_forget (FrDraft *self)
{
  forget_source (self);
  if (self->journal != NULL)
    fr_journal_remove (self->journal);
  end_journal (self);
}

void
fr_draft_keep (FrDraft *self)
{
  forget_source (self);
  if (!fr_document_is_modified (self->document) && self->typed == NULL)
    fr_draft_forget (self);
  else if (fr_document_get_fault (self->document) == NULL)
    keep (self);
}

static void
on_soon (gpointer draft)
{
  FrDraft *self = draft;

  self->soon = 0;
  fr_draft_keep (self);
}

void
fr_draft_keep_soon (FrDraft *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add_once (FR_DRAFT_DELAY, on_soon, self);
}

void
fr_draft_set_typed (FrDraft *self, GBytes *text)
{
  if (is_same (text, self->typed))
    return;
  g_clear_pointer (&self->typed, g_bytes_unref);
  self->typed = text != NULL ? g_bytes_ref (text) : NULL;
  fr_draft_keep_soon (self);
}
