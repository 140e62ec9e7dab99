/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what was left: only journals that nobody has open, whole records, and texts whose checksum is the one that was
 * written with them.
 */
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fr-change-name.h"
#include "fr-difference.h"
#include "fr-document-private.h"
#include "fr-draft-private.h"
#include "fr-journal.h"
#include "fr-log.h"
#include "fr-merge.h"
#include "fr-snapshot.h"

#define MOST_LINES 12
#define LONGEST_VALUE 60  /* characters */

void
fr_left_draft_free (FrLeftDraft *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_object (&self->document);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->typed, g_bytes_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

void
fr_left_draft_remove (FrLeftDraft *self)
{
  unlink (self->path);
}

static gboolean
is_typed (GVariant *record)
{
  return g_variant_is_of_type (record, G_VARIANT_TYPE (FR_DRAFT_TYPED));
}

static gboolean
replay_record (FrDocument *document, GVariant *record)
{
  g_autoptr (GVariant) done = NULL;
  g_autofree char *checksum = NULL;
  const char *expected;

  if (is_typed (record))
    return TRUE;
  if (!g_variant_is_of_type (record, G_VARIANT_TYPE (FR_DRAFT_DONE)))
    return FALSE;
  g_variant_get (record, "(v&s)", &done, &expected);
  if (!fr_log_replay (document, done))
    return FALSE;
  checksum = fr_draft_checksum (document);
  return strcmp (checksum, expected) == 0;
}

/* The document after the records up to `*n`; NULL: after `*n` of them, which is set, it is still good. */
static FrDocument *
replay (const GPtrArray *records, unsigned *n, GBytes *start, FrFormat format)
{
  g_autoptr (FrDocument) document = fr_document_new (start, format, NULL);

  for (unsigned i = 1; document != NULL && i < *n; i++)
    if (!replay_record (document, records->pdata[i]))
      {
        *n = i;
        return NULL;
      }
  return g_steal_pointer (&document);
}

static GBytes *
bytes_of (GVariant *base, unsigned index)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (base, index);

  return g_variant_get_data_as_bytes (child);
}

/* What was typed beside the document; NULL: nothing, or the document has it. */
static GBytes *
read_typed (const FrDocument *document, GVariant *record)
{
  g_autoptr (GBytes) inserted = bytes_of (record, 2);
  g_autoptr (GString) text = g_string_new_len (document->text->str, document->text->len);
  guint64 start, removed;

  g_variant_get_child (record, 0, "t", &start);
  g_variant_get_child (record, 1, "t", &removed);
  if (start > text->len || removed > text->len - start)
    return NULL;
  g_string_erase (text, start, removed);
  g_string_insert_len (text, start, g_bytes_get_data (inserted, NULL), g_bytes_get_size (inserted));
  return g_string_equal (text, document->text) ? NULL : g_string_free_to_bytes (g_steal_pointer (&text));
}

/* FALSE: there is no good step in it. */
static gboolean
read_document (FrLeftDraft *self, const GPtrArray *records, FrFormat format)
{
  unsigned n = records->len;
  g_autoptr (GBytes) start = NULL, saved = NULL;

  if (n < 2 || !g_variant_is_of_type (records->pdata[0], G_VARIANT_TYPE (FR_DRAFT_BASE)))
    return FALSE;
  start = bytes_of (records->pdata[0], 1);
  saved = bytes_of (records->pdata[0], 2);
  self->document = replay (records, &n, start, format);
  if (self->document == NULL && n > 1)
    self->document = replay (records, &n, start, format);
  if (self->document != NULL)
    fr_document_set_saved (self->document, saved);
  if (self->document != NULL && is_typed (records->pdata[n - 1]))
    self->typed = read_typed (self->document, records->pdata[n - 1]);
  return self->document != NULL;
}

/* What cannot be put together with what the file holds now is offered as it was. */
static void
bring_up_to_date (FrLeftDraft *self, GBytes *now, FrFormat format)
{
  g_autoptr (GBytes) saved = fr_document_get_saved (self->document), mine = fr_document_get_bytes (self->document);

  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_conflict_free);
  self->text = fr_merge (saved, mine, now, format, self->conflicts, NULL);
  if (self->text != NULL)
    return;
  g_ptr_array_set_size (self->conflicts, 0);
  self->text = g_steal_pointer (&mine);
}

/* NULL: it is somebody's, or there is nothing in it. */
static FrLeftDraft *
read_draft (const char *path, GBytes *now, FrFormat format)
{
  g_autoptr (FrLeftDraft) self = g_new0 (FrLeftDraft, 1);
  g_autoptr (GPtrArray) records = fr_journal_read (path, &self->fd);
  struct stat status;

  if (records == NULL)
    return NULL;
  self->path = g_strdup (path);
  if (fstat (self->fd, &status) == 0)
    self->time = status.st_mtime;
  if (read_document (self, records, format))
    bring_up_to_date (self, now, format);
  if (self->text != NULL && (self->typed != NULL || !g_bytes_equal (self->text, now)))
    return g_steal_pointer (&self);
  fr_left_draft_remove (self);
  return NULL;
}

static void
take_newer (FrLeftDraft **newest, FrLeftDraft *draft)
{
  if (draft != NULL && (*newest == NULL || draft->time > (*newest)->time))
    {
      FrLeftDraft *older = *newest;

      *newest = draft;
      draft = older;
    }
  g_clear_pointer (&draft, fr_left_draft_free);
}

FrLeftDraft *
fr_draft_find (const char *real_path, GBytes *now, FrFormat format)
{
  g_autofree char *folder = fr_draft_get_folder (), *stem = fr_draft_get_stem (real_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  FrLeftDraft *newest = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, stem))
        take_newer (&newest, read_draft (path, now, format));
    }
  return newest;
}

/* The new text, where it is one. */
static char *
describe_value (const FrNode *node)
{
  g_autofree char *shown = NULL;
  const char *text = fr_node_get_text (node);

  if (text == NULL || fr_node_get_type (node) >= FR_TYPE_SEQUENCE)
    return NULL;
  if (g_utf8_strlen (text, -1) <= LONGEST_VALUE)
    return g_strdup (text);
  shown = g_utf8_substring (text, 0, LONGEST_VALUE);
  return g_strconcat (shown, "…", NULL);
}

static char *
describe (const FrChange *change, const FrNode *root)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autofree char *name = NULL, *value = NULL;

  g_ptr_array_add (alone, (gpointer) change);
  name = fr_changes_get_heading (alone);
  value = change->kind == FR_CHANGE_EDITED ? describe_value (fr_node_at (root, change->pointer)) : NULL;
  return value != NULL ? g_strdup_printf (_("%s: “%s”"), name, value) : g_steal_pointer (&name);
}

GStrv
fr_left_draft_describe (FrLeftDraft *self, FrDocument *document)
{
  g_autoptr (FrDocument) wanted = fr_document_new (self->text, document->format, NULL);
  g_autoptr (GPtrArray) changes = fr_changes_new ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (wanted != NULL)
    fr_changes_add_difference (changes, document->root, wanted->root);
  for (unsigned i = 0; i < MIN (changes->len, MOST_LINES); i++)
    {
      g_autofree char *line = describe (changes->pdata[i], wanted->root);

      g_strv_builder_add (lines, line);
    }
  if (changes->len > MOST_LINES)
    g_strv_builder_add (lines, "…");
  if (self->typed != NULL)
    g_strv_builder_add (lines, _("Text in the source that cannot be read yet"));
  return g_strv_builder_end (lines);
}
