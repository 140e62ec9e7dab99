/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-reader.h"

#include <string.h>
#include <yaml.h>

#include "fr-scalar-type.h"
#include "fr-syntax-error.h"
#include "fr-text.h"

/* Values that all aliases together stand for. A page with more of them was made to fill the memory. */
#define MAX_ALIASED 1000000
#define MAX_ALIASED_DEPTH (4 * FR_MAX_DEPTH)

typedef struct
{
  const char *text;
  gsize       length;
  gsize       character;   /* libyaml's marks count characters: this one … */
  gsize       byte;        /* … begins at this byte */
  FrNode     *open[FR_MAX_DEPTH];
  gsize       starts[FR_MAX_DEPTH];
  unsigned    depth;
  unsigned    aliased;     /* values behind the aliases so far */
  GHashTable *anchors;     /* name → FrNode, the newest of that name */
  FrReading  *reading;
  FrPool     *pool;        /* of the nodes; NULL: each has its own memory */
} Reader;

static gsize
byte_at (Reader *reader, yaml_mark_t mark)
{
  const char *p = reader->text + reader->byte;

  while (reader->character < mark.index)
    {
      gsize run = fr_ascii_run (p, mark.index - reader->character, reader->text + reader->length);

      p += run > 0 ? run : (gsize) g_utf8_skip[(guchar) *p];
      reader->character += MAX (run, 1);
    }
  for (; reader->character > mark.index; reader->character--)
    p = g_utf8_prev_char (p);
  reader->byte = p - reader->text;
  return MIN (reader->byte, reader->length);
}

/* The scanner's end of a block scalar lies behind all blank lines; the node's lies behind its last line of
 * text, or of blank ones if the header keeps them ("|+"). */
static gsize
block_scalar_end (const char *text, gsize start, gsize end)
{
  const char *header_end = memchr (text + start, '\n', end - start);
  gboolean keep = header_end != NULL && memchr (text + start, '+', header_end - (text + start)) != NULL;

  if (keep && end > start && text[end - 1] == '\n')
    end--;
  if (keep)
    return end > start && text[end - 1] == '\r' ? end - 1 : end;
  /* Spaces at the end of a line of text are text. */
  for (gsize last = end; last > start && strchr (" \t\r\n", text[last - 1]) != NULL; last--)
    if (text[last - 1] == '\n')
      end = last - 1;
  return end > start && text[end - 1] == '\r' ? end - 1 : end;
}

static FrType
type_of_scalar (const yaml_event_t *event, const char *text, gsize length)
{
  const char *tag = (const char *) event->data.scalar.tag;

  if (tag != NULL && strcmp (tag, YAML_STR_TAG) != 0 && strcmp (tag, "!") != 0)
    return fr_scalar_type (text, length);
  return event->data.scalar.plain_implicit ? fr_scalar_type (text, length) : FR_TYPE_STRING;
}

static const FrStyle scalar_styles[] = {
  [YAML_ANY_SCALAR_STYLE] = FR_STYLE_PLAIN,
  [YAML_PLAIN_SCALAR_STYLE] = FR_STYLE_PLAIN,
  [YAML_SINGLE_QUOTED_SCALAR_STYLE] = FR_STYLE_SINGLE_QUOTED,
  [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = FR_STYLE_DOUBLE_QUOTED,
  [YAML_LITERAL_SCALAR_STYLE] = FR_STYLE_LITERAL,
  [YAML_FOLDED_SCALAR_STYLE] = FR_STYLE_FOLDED,
};

static FrNode *
new_scalar (Reader *reader, const yaml_event_t *event, gsize start, gsize *end)
{
  FrNode *node = fr_node_new_with_text (reader->pool, FR_NODE_SCALAR, scalar_styles[event->data.scalar.style],
                                        (const char *) event->data.scalar.value, event->data.scalar.length);

  node->type = type_of_scalar (event, node->text, node->text_length);
  node->has_tag = event->data.scalar.tag != NULL;
  *end = byte_at (reader, event->end_mark);
  if (node->style == FR_STYLE_LITERAL || node->style == FR_STYLE_FOLDED)
    *end = block_scalar_end (reader->text, start, *end);
  return node;
}

static FrNode *
new_alias (Reader *reader, const yaml_event_t *event, gsize start, gsize *end)
{
  const char *name = (const char *) event->data.alias.anchor;
  FrNode *node = fr_node_new_with_text (reader->pool, FR_NODE_ALIAS, FR_STYLE_PLAIN, name, strlen (name));

  node->target = g_hash_table_lookup (reader->anchors, node->text);
  *end = byte_at (reader, event->end_mark);
  return node;
}

static gboolean
refuse_alias (const yaml_event_t *event, const char *why, GError **error)
{
  FrPlace at = { event->start_mark.line + 1, event->start_mark.column + 1 };

  g_propagate_error (error, fr_error_new_at (FR_ERROR_SYNTAX, at,
    "“*%s” %s. Put the text in quotes if no reference is meant", (const char *) event->data.alias.anchor, why));
  return FALSE;
}

/* `depth` is how deep the node is nested where it stands for the alias: those who follow aliases go as deep. */
static gboolean
count_aliased (Reader *reader, const FrNode *node, unsigned depth)
{
  node = fr_node_follow (node);
  if (++reader->aliased > MAX_ALIASED || depth > MAX_ALIASED_DEPTH)
    return FALSE;
  for (unsigned i = 0; node->kind != FR_NODE_SCALAR && i < node->n_children; i++)
    if (!count_aliased (reader, node->children[i], depth + 1))
      return FALSE;
  return TRUE;
}

/* libyaml's events tell nothing of what an alias means. */
static gboolean
check_alias (Reader *reader, const yaml_event_t *event, GError **error)
{
  const FrNode *target = g_hash_table_lookup (reader->anchors, event->data.alias.anchor);

  if (target == NULL)
    return refuse_alias (event, "refers to a value, but no value above has this name (&)", error);
  for (unsigned i = 0; i < reader->depth; i++)
    if (reader->open[i] == target)
      return refuse_alias (event, "refers to a value that it is itself a part of", error);
  return count_aliased (reader, target, reader->depth) || refuse_alias (event, "and the references before it stand for too many values", error);
}

static FrNode *
new_collection (FrPool *pool, const yaml_event_t *event)
{
  FrNode *node;

  if (event->type == YAML_MAPPING_START_EVENT)
    {
      node = fr_node_new_in (pool, FR_NODE_MAPPING, event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                                           ? FR_STYLE_FLOW : FR_STYLE_BLOCK);
      node->has_tag = event->data.mapping_start.tag != NULL;
    }
  else
    {
      node = fr_node_new_in (pool, FR_NODE_SEQUENCE, event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                                            ? FR_STYLE_FLOW : FR_STYLE_BLOCK);
      node->has_tag = event->data.sequence_start.tag != NULL;
    }
  return node;
}

static const char *
anchor_of (const yaml_event_t *event)
{
  switch (event->type)
    {
    case YAML_SCALAR_EVENT:
      return (const char *) event->data.scalar.anchor;
    case YAML_MAPPING_START_EVENT:
      return (const char *) event->data.mapping_start.anchor;
    case YAML_SEQUENCE_START_EVENT:
      return (const char *) event->data.sequence_start.anchor;
    default:
      return NULL;
    }
}

/* A block mapping's key that does not begin its entry was written "? key". */
static gboolean
is_explicit_key (const Reader *reader, const FrNode *parent, gsize start)
{
  gsize from = reader->starts[reader->depth - 1];

  if (parent->kind != FR_NODE_MAPPING || parent->n_children % 2 != 0 || !fr_node_is_block (parent))
    return FALSE;
  if (parent->n_children > 0)
    {
      const FrNode *last = parent->children[parent->n_children - 1];

      from += last->start + last->length;
    }
  return fr_skip_to_content (reader->text, reader->length, from) != start;
}

static gboolean
is_key (const FrNode *parent)
{
  return parent != NULL && parent->kind == FR_NODE_MAPPING && parent->n_children % 2 == 0;
}

/* A key that Psych may merge: “<<”, in quotes or behind an alias, too. */
static gboolean
is_merge_key (const FrNode *node, const yaml_event_t *event)
{
  const FrNode *meant = fr_node_follow (node);

  if (meant->kind != FR_NODE_SCALAR || meant->text[0] != '<' || meant->text_length != 2 || meant->text[1] != '<')
    return FALSE;
  return event->type != YAML_SCALAR_EVENT || g_strcmp0 ((const char *) event->data.scalar.tag, YAML_STR_TAG) != 0;
}

/* The value of the last key is complete. */
static void
settle_merge_key (FrNode *mapping)
{
  FrNode *key = mapping->kind == FR_NODE_MAPPING ? mapping->children[mapping->n_children - 2] : NULL;

  if (key != NULL && key->is_merge)
    key->is_merge = fr_node_may_be_merged (mapping->children[mapping->n_children - 1]);
}

static gboolean
place (Reader *reader, FrNode *node, gsize start, gsize end, GError **error)
{
  FrNode *parent = reader->depth > 0 ? reader->open[reader->depth - 1] : NULL;

  node->start = start - (parent != NULL ? reader->starts[reader->depth - 1] : 0);
  node->length = end > start ? end - start : 0;
  if (node->has_anchor || node->has_tag || node->kind == FR_NODE_ALIAS ||
      (parent != NULL && is_explicit_key (reader, parent, start)))
    reader->reading->indivisible = TRUE;
  if (parent != NULL)
    fr_node_append (parent, node);
  else
    reader->reading->root = node;
  if (node->kind != FR_NODE_MAPPING && node->kind != FR_NODE_SEQUENCE)
    {
      if (parent != NULL && is_key (parent))
        settle_merge_key (parent);
      return TRUE;
    }
  if (reader->depth == FR_MAX_DEPTH)
    {
      g_set_error (error, FR_ERROR, FR_ERROR_SYNTAX, "Values are nested more than %d levels deep", FR_MAX_DEPTH);
      return FALSE;
    }
  reader->open[reader->depth] = node;
  reader->starts[reader->depth++] = start;
  return TRUE;
}

static gboolean
open_node (Reader *reader, const yaml_event_t *event, GError **error)
{
  gsize start = byte_at (reader, event->start_mark);
  gsize end = start;
  const char *anchor = anchor_of (event);
  FrNode *node;

  if (event->type == YAML_SCALAR_EVENT)
    node = new_scalar (reader, event, start, &end);
  else if (event->type == YAML_ALIAS_EVENT && !check_alias (reader, event, error))
    return FALSE;
  else if (event->type == YAML_ALIAS_EVENT)
    node = new_alias (reader, event, start, &end);
  else
    node = new_collection (reader->pool, event);
  node->has_anchor = anchor != NULL;
  node->is_merge = reader->depth > 0 && is_key (reader->open[reader->depth - 1]) && is_merge_key (node, event);
  if (anchor != NULL)
    g_hash_table_insert (reader->anchors, g_strdup (anchor), node);
  return place (reader, node, start, end, error);
}

static void
close_node (Reader *reader, const yaml_event_t *event)
{
  FrNode *node = reader->open[--reader->depth];
  gsize start = reader->starts[reader->depth];
  gsize end = byte_at (reader, event->end_mark);
  gboolean bracketed = node->style == FR_STYLE_FLOW && end > start && strchr ("]}", reader->text[end - 1]) != NULL;

  if (bracketed)
    node->length = end - start;
  else if (node->n_children > 0)
    {
      const FrNode *last = node->children[node->n_children - 1];

      node->length = last->start + last->length;
    }
  if (reader->depth > 0 && is_key (reader->open[reader->depth - 1]))
    settle_merge_key (reader->open[reader->depth - 1]);
}

static gboolean
read_events (Reader *reader, yaml_parser_t *parser, GError **error)
{
  for (;;)
    {
      yaml_event_t event;
      yaml_event_type_t type;
      gboolean good = TRUE;

      if (!yaml_parser_parse (parser, &event))
        {
          g_propagate_error (error, fr_syntax_error_new (parser, reader->text, reader->length));
          return FALSE;
        }
      type = event.type;
      if (type == YAML_DOCUMENT_START_EVENT && reader->reading->root != NULL)
        reader->reading->has_more = TRUE;
      else if (type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT)
        close_node (reader, &event);
      else if (type == YAML_SCALAR_EVENT || type == YAML_ALIAS_EVENT ||
               type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT)
        good = open_node (reader, &event, error);
      yaml_event_delete (&event);
      if (!good)
        return FALSE;
      /* Psych reads the first document and stops there: what follows may be anything. */
      if (type == YAML_STREAM_END_EVENT || reader->reading->has_more)
        return TRUE;
    }
}

gboolean
fr_read (const char *text, gsize length, FrPool *pool, FrReading *reading, GError **error)
{
  Reader reader = { .text = text, .length = length, .reading = reading, .pool = pool };
  yaml_parser_t parser;
  gboolean good;

  *reading = (FrReading) { NULL, fr_has_odd_breaks (text, length), FALSE };
  reader.anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  yaml_parser_initialize (&parser);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);
  good = read_events (&reader, &parser, error);
  yaml_parser_delete (&parser);
  g_hash_table_unref (reader.anchors);
  if (!good)
    g_clear_pointer (&reading->root, fr_node_free);
  return good;
}
