/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-merge-private.h"

#include <string.h>

#include "fr-difference.h"
#include "fr-json.h"
#include "fr-pointer.h"

void
fr_conflict_free (FrConflict *conflict)
{
  g_free (conflict->pointer);
  g_free (conflict->original);
  g_free (conflict->mine);
  g_free (conflict->theirs);
  g_free (conflict);
}

static char *
to_json (const FrNode *node)
{
  return node != NULL ? fr_json_to_text (node, TRUE) : NULL;
}

void
fr_merge_conflict (FrMerger *self, const char *pointer, const FrNode *original, const FrNode *mine, const FrNode *theirs)
{
  FrConflict *conflict = g_new (FrConflict, 1);

  *conflict = (FrConflict) { g_strdup (pointer), to_json (original), to_json (mine), to_json (theirs) };
  g_ptr_array_add (self->conflicts, conflict);
}

void
fr_merge_put (FrMerger *self, const char *pointer, const FrNode *value, FrAdd how)
{
  if (self->error != NULL)
    return;
  fr_document_begin (self->out, NULL);
  fr_document_end (self->out, fr_document_add_value (self->out, pointer, value, how, &self->error));
}

void
fr_merge_remove (FrMerger *self, const char *pointer)
{
  if (self->error == NULL)
    fr_document_remove (self->out, pointer, &self->error);
}

void
fr_merge_move (FrMerger *self, const char *from, const char *pointer)
{
  if (self->error == NULL)
    fr_document_move (self->out, from, pointer, &self->error);
}

/* One of the two removed it: that holds where the other one left it as it was. */
static void
merge_removal (FrMerger *self, const char *pointer, const FrThree *three)
{
  const FrNode *kept = three->mine != NULL ? three->mine : three->theirs;

  if (kept == NULL)
    return;
  if (fr_node_equal (three->original, kept))
    {
      if (three->theirs != NULL)
        fr_merge_remove (self, pointer);
      return;
    }
  fr_merge_conflict (self, pointer, three->original, three->mine, three->theirs);
  if (three->mine != NULL)
    fr_merge_put (self, pointer, three->mine, FR_ADD_NEW);
}

static void
merge_key (FrMerger *self, const FrThree *three, const char *key)
{
  g_autofree char *at = fr_pointer_join (three->at, key), *mine_at = fr_pointer_join (three->mine_at, key);
  g_autofree char *their_at = fr_pointer_join (three->their_at, key), *out = fr_pointer_join (three->out, key);
  FrThree own = {
    fr_node_lookup (three->original, key), fr_node_lookup (three->mine, key), fr_node_lookup (three->theirs, key),
    at, mine_at, their_at, out,
  };

  if (own.original != NULL && own.mine != NULL && own.theirs != NULL)
    fr_merge_values (self, &own);
  else if (own.original != NULL)
    merge_removal (self, out, &own);
  else if (own.mine != NULL && own.theirs == NULL)
    fr_merge_put (self, out, own.mine, FR_ADD_NEW);
  else if (own.mine != NULL && !fr_node_equal (own.mine, own.theirs))
    {
      fr_merge_conflict (self, out, NULL, own.mine, own.theirs);
      fr_merge_put (self, out, own.mine, FR_ADD_OVER);
    }
}

static void
merge_mappings (FrMerger *self, const FrThree *three)
{
  for (unsigned i = 0; i < three->original->n_children; i += 2)
    merge_key (self, three, three->original->children[i]->text);
  for (unsigned i = 0; i < three->mine->n_children; i += 2)
    if (fr_node_lookup (three->original, three->mine->children[i]->text) == NULL)
      merge_key (self, three, three->mine->children[i]->text);
}

/* Keys that are texts, each once. */
static gboolean
has_plain_keys (const FrNode *mapping)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < mapping->n_children; i += 2)
    if (mapping->children[i]->kind != FR_NODE_SCALAR || mapping->children[i]->type != FR_TYPE_STRING ||
        !g_hash_table_add (names, (char *) mapping->children[i]->text))
      return FALSE;
  return TRUE;
}

static gboolean
are_all (const FrThree *three, FrNodeKind kind)
{
  return three->original->kind == kind && three->mine->kind == kind && three->theirs->kind == kind;
}

void
fr_merge_values (FrMerger *self, const FrThree *three)
{
  if (fr_node_equal (three->original, three->mine) || fr_node_equal (three->mine, three->theirs))
    return;
  if (are_all (three, FR_NODE_MAPPING) && has_plain_keys (three->original) && has_plain_keys (three->mine) &&
      has_plain_keys (three->theirs))
    merge_mappings (self, three);
  else if (are_all (three, FR_NODE_SEQUENCE))
    fr_merge_lists (self, three);
  else
    {
      if (!fr_node_equal (three->original, three->theirs))
        fr_merge_conflict (self, three->out, three->original, three->mine, three->theirs);
      fr_merge_put (self, three->out, three->mine, FR_ADD_OVER);
    }
}

static GBytes *
get_body (const FrDocument *document)
{
  return g_bytes_new (document->text->str + document->yaml_end, document->text->len - document->yaml_end);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, FR_ERROR, FR_ERROR_NOT_EDITABLE, why);
  return FALSE;
}

/* What stands below the front matter is one value. */
static gboolean
merge_bodies (FrMerger *self, FrDocument *original, FrDocument *mine, FrDocument *theirs, GError **error)
{
  g_autoptr (GBytes) before = get_body (original), my_body = get_body (mine), their_body = get_body (theirs);
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) whole = NULL;

  if (g_bytes_equal (before, my_body) || g_bytes_equal (my_body, their_body))
    return TRUE;
  if (!g_bytes_equal (before, their_body))
    return refuse (error, "Both have changed the text below the front matter");
  text = g_string_new_len (self->out->text->str, self->out->yaml_end);
  g_string_append_len (text, g_bytes_get_data (my_body, NULL), g_bytes_get_size (my_body));
  whole = g_bytes_new (text->str, text->len);
  return fr_document_set_text (self->out, whole, error);
}

static GPtrArray *
find_changes (const FrDocument *before, const FrDocument *after)
{
  GPtrArray *changes = fr_changes_new ();

  fr_changes_add_difference (changes, before->root, after->root);
  return changes;
}

static GBytes *
merge_documents (FrDocument *original, FrDocument *mine, FrDocument *theirs, FrDocument *out, GPtrArray *conflicts, GError **error)
{
  g_autoptr (GPtrArray) my_changes = NULL, their_changes = NULL;
  FrMerger self = { out, NULL, NULL, conflicts, NULL };
  FrThree all = { original->root, mine->root, theirs->root, "", "", "", "" };

  if (original->read_whole || mine->read_whole || theirs->read_whole)
    {
      refuse (error, "Values in this file refer to each other (&, *), so that changes cannot be put together");
      return NULL;
    }
  self.my_changes = my_changes = find_changes (original, mine);
  self.their_changes = their_changes = find_changes (original, theirs);
  fr_merge_values (&self, &all);
  if (self.error == NULL)
    merge_bodies (&self, original, mine, theirs, &self.error);
  if (self.error == NULL)
    return fr_document_get_bytes (out);
  g_propagate_error (error, self.error);
  return NULL;
}

GBytes *
fr_merge (GBytes *original, GBytes *mine, GBytes *theirs, FrFormat format, GPtrArray *conflicts, GError **error)
{
  g_autoptr (FrDocument) before = fr_document_new (original, format, error), my_document = NULL, their_document = NULL;
  g_autoptr (FrDocument) out = NULL;

  if (before == NULL || (my_document = fr_document_new (mine, format, error)) == NULL ||
      (their_document = fr_document_new (theirs, format, error)) == NULL)
    return NULL;
  out = fr_document_new (theirs, format, NULL);
  return merge_documents (before, my_document, their_document, out, conflicts, error);
}

/* The merged text has mine, and theirs where mine is removed. */
gboolean
fr_conflict_take (const FrConflict *conflict, FrDocument *document, gboolean mine, GError **error)
{
  const char *wanted = mine ? conflict->mine : conflict->theirs;
  gboolean is_there = conflict->mine != NULL ? mine : !mine;

  if (is_there || conflict->pointer == NULL)
    return TRUE;
  return wanted == NULL ? fr_document_remove (document, conflict->pointer, error)
                        : fr_document_set_json (document, conflict->pointer, wanted, error);
}
