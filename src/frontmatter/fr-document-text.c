/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text and its tree, kept together: each splice is followed by reading what it touched.
 *
 * The entries of a block collection can be read without what stands around them: put back at their column
 * by spaces, they are the same tokens. So after an edit only the run of entries around it is read, however
 * long the page is. A text with anchors, tags or explicit keys is read whole.
 */
#include <string.h>

#include "fr-document-private.h"
#include "fr-fences.h"
#include "fr-reader.h"

/* `near` is where an edit is made: its line's newline is used for new lines. */
FrSource
fr_document_get_source (FrDocument *self, gsize near)
{
  const char *text = self->text->str;
  const char *newline = memchr (text + near, '\n', self->text->len - near);

  if (newline == NULL)
    newline = memchr (text, '\n', self->text->len);
  return (FrSource) {
    .text = text,
    .start = self->yaml_start,
    .end = self->yaml_end,
    .newline = newline != NULL && newline > text && newline[-1] == '\r' ? "\r\n" : "\n",
  };
}

static FrNode *
null_at (gsize start)
{
  FrNode *node = fr_node_new_scalar (FR_TYPE_NULL, "", 0);

  node->start = start;
  return node;
}

static GError *
move_place (GError *error, const char *text, gsize yaml_start)
{
  FrPlace place = fr_error_get_place (error);
  GError *moved;
  unsigned lines = 0;

  for (const char *p = text; p < text + yaml_start; p++)
    lines += *p == '\n';
  if (place.line > 0)
    place.line += lines;
  moved = fr_error_new_at (error->code, place, "%s", error->message);
  g_error_free (error);
  return moved;
}

void
fr_document_set_root (FrDocument *self, FrNode *root, FrPool *pool)
{
  fr_node_free (self->root);
  fr_pool_free (self->pool);
  self->root = root;
  self->pool = pool;
}

gboolean
fr_document_read_all (FrDocument *self, GError **error)
{
  g_autoptr(FrPool) pool = fr_pool_new ();
  FrReading reading;
  GError *problem = NULL;

  if (!fr_read (self->text->str + self->yaml_start, self->yaml_end - self->yaml_start, pool, &reading, &problem))
    {
      g_propagate_error (error, move_place (problem, self->text->str, self->yaml_start));
      return FALSE;
    }
  if (reading.root == NULL)
    reading.root = null_at (0);
  reading.root->start += self->yaml_start;
  fr_document_set_root (self, reading.root, g_steal_pointer (&pool));
  self->read_whole = reading.indivisible;
  self->has_more = reading.has_more;
  return TRUE;
}

static void
splice_text (FrDocument *self, gsize start, gsize removed, const char *inserted, gsize length)
{
  g_string_erase (self->text, start, removed);
  g_string_insert_len (self->text, start, inserted, length);
  self->yaml_end = self->yaml_end - removed + length;
}

/* Where the entries of the run end: at the start of the next thing's line, or of the closing fence. */
static gsize
run_end (const FrSource *source, const FrNode *collection, unsigned next)
{
  while (next >= fr_node_count (collection))
    {
      if (collection->parent == NULL)
        return source->end;
      next = fr_node_index (collection) + 1;
      collection = collection->parent;
    }
  return fr_line_start (source, fr_entry_start (source, collection, next));
}

/* Reads [start, end) as a block collection of its own at its column. */
static FrNode *
read_run (FrDocument *self, gsize start, gsize end, unsigned column, FrNodeKind kind, unsigned count)
{
  g_autoptr(GString) padded = g_string_sized_new (column + end - start);
  FrReading reading;

  for (unsigned i = 0; i < column; i++)
    g_string_append_c (padded, ' ');
  g_string_append_len (padded, self->text->str + start, end - start);
  if (!fr_read (padded->str, padded->len, NULL, &reading, NULL))
    return NULL;
  if (reading.root != NULL && !reading.indivisible && !reading.has_more && reading.root->kind == kind &&
      fr_node_is_block (reading.root) && fr_node_count (reading.root) == count)
    return reading.root;
  fr_node_free (reading.root);
  return NULL;
}

/* Behind an edit, later siblings at every level have moved, and what ends with the last of them. */
static void
shift_behind (FrNode *node, unsigned next_child, gssize delta)
{
  for (; node != NULL; node = node->parent)
    {
      const FrNode *last;

      for (unsigned i = next_child; i < node->n_children; i++)
        node->children[i]->start += delta;
      last = node->children[node->n_children - 1];
      node->length = last->start + last->length;
      if (node->parent == NULL)
        break;
      next_child = (fr_node_index (node) + 1) * fr_node_stride (node->parent);
    }
}

/* Puts the nodes of `run` in the place of the old ones. `base` is where the run's text begins, less the
 * padding it was read with. */
static void
graft (FrNode *collection, unsigned first, unsigned n_old, FrNode *run, gssize base, gssize delta)
{
  unsigned stride = fr_node_stride (collection);
  gssize old_start = fr_node_get_start (collection);
  gssize new_start = first == 0 ? base + run->start : old_start;

  for (unsigned i = 0; i < run->n_children; i++)
    run->children[i]->start = base + run->start + run->children[i]->start - new_start;
  for (unsigned i = (first + n_old) * stride; i < collection->n_children; i++)
    collection->children[i]->start -= new_start - old_start;
  collection->start += new_start - old_start;
  fr_node_splice_children (collection, first * stride, n_old * stride, run->children, run->n_children);
  shift_behind (collection, first * stride + run->n_children, delta);
  run->n_children = 0;
  fr_node_free (run);
}

/* FALSE: the text is spliced, but reads otherwise than `expected` (NULL: as it was before, by undo). */
static gboolean
splice_run (FrDocument *self, const FrPiece *piece, const FrSplice *splice, gsize length, const FrNode *expected)
{
  FrSource source = fr_document_get_source (self, splice->start);
  gsize start = MIN (fr_entry_start (&source, piece->collection, piece->first), splice->start);
  gsize end = run_end (&source, piece->collection, piece->first + piece->n_old);
  unsigned column = fr_column_of (&source, start);
  gssize delta = (gssize) length - (gssize) splice->removed;
  FrNode *run;

  splice_text (self, splice->start, splice->removed, splice->inserted, length);
  if (splice->start + splice->removed > end)
    return FALSE;
  run = read_run (self, start, end + delta, column, piece->collection->kind, piece->n_new);
  if (run != NULL && (expected == NULL || fr_node_equal (run, expected)))
    {
      graft (piece->collection, piece->first, piece->n_old, run, (gssize) start - column, delta);
      return TRUE;
    }
  fr_node_free (run);
  return FALSE;
}

static gboolean
reads_whole_as (FrDocument *self, const FrNode *expected)
{
  FrNode *old = g_steal_pointer (&self->root);
  FrPool *old_pool = g_steal_pointer (&self->pool);
  gboolean read_whole = self->read_whole;

  if (fr_document_read_all (self, NULL) && fr_node_equal (self->root, expected))
    {
      fr_node_free (old);
      fr_pool_free (old_pool);
      return TRUE;
    }
  fr_document_set_root (self, old, old_pool);
  self->read_whole = read_whole;
  return FALSE;
}

/* The lines that the splice made or joined, held against Jekyll's closing fence. */
static gboolean
closes_front_matter (FrDocument *self, const FrSplice *splice, gsize length)
{
  FrSource source = fr_document_get_source (self, splice->start);
  gsize from = fr_line_start (&source, splice->start);
  gsize to = fr_line_end (&source, MIN (splice->start + length, source.end));

  return self->format == FR_FORMAT_FRONT_MATTER && fr_fences_has_closing_line (source.text + from, to - from);
}

static GArray *
path_to (const FrNode *node)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (unsigned));

  for (; node->parent != NULL; node = node->parent)
    {
      unsigned i = 0;

      while (node->parent->children[i] != node)
        i++;
      g_array_prepend_val (path, i);
    }
  return path;
}

static FrNode *
node_at_path (FrNode *node, GArray *path)
{
  for (unsigned i = 0; i < path->len; i++)
    node = node->children[g_array_index (path, unsigned, i)];
  return node;
}

static FrPastSplice *
past_splice_new (FrDocument *self, const FrPiece *piece, const FrSplice *splice)
{
  FrPastSplice *past = g_new0 (FrPastSplice, 1);

  past->start = splice->start;
  past->removed = g_string_new_len (self->text->str + splice->start, splice->removed);
  past->inserted = g_string_new (splice->inserted);
  past->whole = piece->collection == NULL;
  past->path = past->whole ? NULL : path_to (piece->collection);
  past->first = piece->first;
  past->n_old = piece->n_old;
  past->n_new = piece->n_new;
  return past;
}

static gboolean
try_splice (FrDocument *self, const FrOperation *operation, const FrPiece *piece, const FrSplice *splice)
{
  gsize length = strlen (splice->inserted);
  gssize delta = (gssize) length - (gssize) splice->removed;
  g_autoptr(FrNode) expected = fr_operation_get_expected (operation, piece, self->root);
  FrPastSplice *past = past_splice_new (self, piece, splice);
  gboolean good;

  if (piece->collection != NULL)
    good = splice_run (self, piece, splice, length, expected);
  else
    {
      splice_text (self, splice->start, splice->removed, splice->inserted, length);
      good = reads_whole_as (self, expected);
    }
  if (good && !closes_front_matter (self, splice, length))
    {
      fr_step_add (self->step, past);
      return TRUE;
    }
  if (good)
    fr_document_revert (self, past, FALSE);
  else
    splice_text (self, splice->start, splice->removed + delta, past->removed->str, past->removed->len);
  fr_past_splice_free (past);
  return FALSE;
}

static gboolean
refuse (FrDocument *self, const FrOperation *operation, GError **error)
{
  return fr_document_refuse (self, operation->node, "The text around this value is written in a way that cannot be changed "
                             "here without changing something else", error);
}

gboolean
fr_document_apply (FrDocument *self, const FrOperation *operation, GError **error)
{
  FrSource source = fr_document_get_source (self, fr_node_get_start (operation->node));
  FrPiece piece = fr_operation_get_piece (operation);
  FrSplice splice = { 0 };
  gboolean good;

  if (!fr_operation_get_splice (operation, &source, &splice, error))
    return FALSE;
  /* Line breaks that are not newlines can mislead whoever counts lines; nothing is done outside of the YAML. */
  if (splice.start < source.start || splice.start > source.end || splice.removed > source.end - splice.start)
    {
      fr_splice_clear (&splice);
      return refuse (self, operation, error);
    }
  if (self->read_whole)
    piece.collection = NULL;
  good = try_splice (self, operation, &piece, &splice);
  if (!good && piece.collection != NULL)
    {
      piece.collection = NULL;
      good = try_splice (self, operation, &piece, &splice);
    }
  fr_splice_clear (&splice);
  return good || refuse (self, operation, error);
}

/* What was read before can be read again, or a promise of ours is broken: then there is no tree, and nothing is edited any
 * more, but the text is there. */
static void
read_again (FrDocument *self)
{
  g_autoptr(GError) error = NULL;
  FrPlace place;

  if (self->fault != NULL || (fr_document_find_yaml (self, &error) && fr_document_read_all (self, &error)))
    return;
  place = fr_error_get_place (error);
  self->fault = g_strdup_printf ("line %u, column %u: %s", place.line, place.column, error->message);
  fr_document_set_root (self, null_at (self->yaml_start), NULL);
}

/* Takes a change back, or makes it again (`forwards`). What is read then was there before. */
void
fr_document_revert (FrDocument *self, FrPastSplice *past, gboolean forwards)
{
  GString *out = forwards ? past->removed : past->inserted;
  GString *in = forwards ? past->inserted : past->removed;
  FrSplice splice = { past->start, out->len, in->str };
  gboolean good = FALSE;

  if (past->whole || self->read_whole || self->fault != NULL)
    splice_text (self, splice.start, splice.removed, in->str, in->len);
  else
    {
      FrPiece piece = {
        node_at_path (self->root, past->path), past->first,
        forwards ? past->n_old : past->n_new, forwards ? past->n_new : past->n_old,
      };

      good = splice_run (self, &piece, &splice, in->len, NULL);
    }
  if (!good)
    read_again (self);
}
