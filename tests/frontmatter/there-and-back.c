/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "there-and-back.h"

#include <string.h>

#include "fr-document-private.h"
#include "fr-scalar-type.h"
#include "pointers.h"

typedef struct
{
  FrDocument *document;
  Tape       *tape;
  GPtrArray  *pointers;
} Trip;

typedef gboolean (*Fits) (const FrNode *node);

static gboolean
has_entries (const FrNode *node)
{
  return node->kind != FR_NODE_ALIAS && fr_node_count (node) > 0;
}

static gboolean
has_items (const FrNode *node)
{
  return node->kind == FR_NODE_SEQUENCE && fr_node_count (node) > 1;
}

/* Nobody knows which of its neighbours a comment between brackets is about. */
static gboolean
has_comments_in_brackets (FrDocument *document, const FrNode *node)
{
  return !fr_node_is_block (node) && memchr (document->text->str + fr_node_get_start (node), '#', node->length) != NULL;
}

static gboolean
is_list_in_lines (const FrNode *node)
{
  return node->kind == FR_NODE_SEQUENCE && fr_node_count (node) > 0 && fr_node_is_block (node);
}

static gboolean
has_keys (const FrNode *node)
{
  return node->kind == FR_NODE_MAPPING && fr_node_count (node) > 0;
}

/* One of the places that fit, or NULL. */
static const char *
pick (Trip *trip, Fits fits)
{
  g_autoptr(GPtrArray) fitting = g_ptr_array_new ();

  for (unsigned i = 0; i < trip->pointers->len; i++)
    {
      const FrNode *node = fr_document_get (trip->document, g_ptr_array_index (trip->pointers, i));

      /* What is below the first of two equal keys cannot be reached. */
      if (node != NULL && fits (node))
        g_ptr_array_add (fitting, g_ptr_array_index (trip->pointers, i));
    }
  return fitting->len > 0 ? g_ptr_array_index (fitting, tape_pick (trip->tape, fitting->len)) : NULL;
}

static unsigned
count_at (Trip *trip, const char *pointer)
{
  return fr_node_count (fr_document_get (trip->document, pointer));
}

/* Moves there and back again, and says what went wrong. */
static char *
move_and_back (Trip *trip, const char *from, const char *to)
{
  g_autoptr(GBytes) before = fr_document_get_bytes (trip->document), there = NULL, after = NULL;
  g_autoptr(GError) error = NULL;

  if (!fr_document_move (trip->document, from, to, NULL))
    return NULL;
  there = fr_document_get_bytes (trip->document);
  if (!fr_document_move (trip->document, to, from, &error))
    return g_strdup_printf ("moved from %s to %s, it cannot be moved back: %s", from, to, error->message);
  after = fr_document_get_bytes (trip->document);
  if (g_bytes_equal (before, after))
    return NULL;
  return g_strdup_printf ("moved from %s to %s and back, the bytes are others: there\n%.*s\nand back\n%.*s", from, to,
                          (int) g_bytes_get_size (there), (const char *) g_bytes_get_data (there, NULL),
                          (int) g_bytes_get_size (after), (const char *) g_bytes_get_data (after, NULL));
}

static char *
add_and_remove (Trip *trip)
{
  static const char * const values[] = { "\"text\"", "12", "{\"title\":\"x\",\"list\":[1,2]}", "[[\"x\"]]", "{}", "\"one\\ntwo\\n\"" };
  const char *collection = pick (trip, has_entries);
  const char *value = values[tape_pick (trip->tape, G_N_ELEMENTS (values))];
  g_autoptr(GBytes) before = fr_document_get_bytes (trip->document), there = NULL, after = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *pointer = NULL;

  if (collection == NULL)
    return NULL;
  if (fr_node_get_type (fr_document_get (trip->document, collection)) == FR_TYPE_MAPPING)
    pointer = fr_pointer_join (collection, "added here");
  else
    pointer = fr_pointer_join_index (collection, tape_pick (trip->tape, count_at (trip, collection) + 1));
  if (!fr_document_add (trip->document, pointer, value, NULL))
    return NULL;
  there = fr_document_get_bytes (trip->document);
  if (!fr_document_remove (trip->document, pointer, &error))
    return g_strdup_printf ("added at %s, it cannot be removed: %s", pointer, error->message);
  after = fr_document_get_bytes (trip->document);
  if (g_bytes_equal (before, after))
    return NULL;
  return g_strdup_printf ("added at %s and removed, the bytes are others: there\n%.*s\nand back\n%.*s", pointer,
                          (int) g_bytes_get_size (there), (const char *) g_bytes_get_data (there, NULL),
                          (int) g_bytes_get_size (after), (const char *) g_bytes_get_data (after, NULL));
}

/* A block scalar to which the blank lines behind it belong (|+), or might (those with more spaces than it is indented; at
 * the end of a text without a newline): it is written otherwise where more of them follow. */
static gboolean
has_greedy_text (FrDocument *document)
{
  g_autoptr(GBytes) bytes = fr_document_get_bytes (document);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return !g_str_has_suffix (text, "\n") || g_regex_match_simple ("[|>][0-9]*\\+", text, 0, 0) ||
         (strpbrk (text, "|>") != NULL && g_regex_match_simple ("^ +\r?$", text, G_REGEX_MULTILINE, 0));
}

static char *
move_in_list (Trip *trip)
{
  const char *list = pick (trip, has_items);
  unsigned count = list != NULL ? count_at (trip, list) : 0;
  g_autofree char *from = list != NULL ? fr_pointer_join_index (list, tape_pick (trip->tape, count)) : NULL;
  g_autofree char *to = list != NULL ? fr_pointer_join_index (list, tape_pick (trip->tape, count)) : NULL;

  return list != NULL && !has_greedy_text (trip->document) &&
         !has_comments_in_brackets (trip->document, fr_document_get (trip->document, list)) ? move_and_back (trip, from, to) : NULL;
}

/* A name that is written anew does not get back its escapes, nor the quotes that it could do with or without. */
static gboolean
is_written_simply (const FrNode *key)
{
  gboolean quoted = key->style != FR_STYLE_PLAIN;

  return key->kind == FR_NODE_SCALAR && key->length == key->text_length + 2 * quoted && key->text_length > 0 &&
         (quoted || !fr_scalar_needs_quotes (key->text, key->text_length));
}

static gboolean
is_there_twice (const FrNode *mapping, const char *name)
{
  unsigned found = 0;

  for (unsigned i = 0; i < fr_node_count (mapping); i++)
    found += g_strcmp0 (fr_node_get_text (fr_node_get_key (mapping, i)), name) == 0;
  return found > 1;
}

static char *
rename_key (Trip *trip)
{
  const char *mapping = pick (trip, has_keys);
  const FrNode *key;
  g_autofree char *from = NULL, *to = NULL;

  if (mapping == NULL)
    return NULL;
  key = fr_node_get_key (fr_document_get (trip->document, mapping), tape_pick (trip->tape, count_at (trip, mapping)));
  if (!is_written_simply (key) || is_there_twice (fr_document_get (trip->document, mapping), key->text))
    return NULL;
  from = fr_pointer_join (mapping, key->text);
  to = fr_pointer_join (mapping, "named anew");
  return move_and_back (trip, from, to);
}

/* Comments that are nobody's stay where they are, so what comes back may stand on their other side. */
static gboolean
has_comments (FrDocument *document)
{
  g_autoptr(GBytes) bytes = fr_document_get_bytes (document);

  return memchr (g_bytes_get_data (bytes, NULL), '#', g_bytes_get_size (bytes)) != NULL;
}

/* Not behind a dash, where nobody knows after it has become [] whether it stood there. */
static gboolean
begins_a_line (FrDocument *document, const char *pointer)
{
  gsize start = fr_node_get_start (fr_document_get (document, pointer));
  FrSource source = fr_document_get_source (document, start);

  return fr_is_first_on_line (&source, start);
}

static char *
move_to_another_list (Trip *trip)
{
  const char *list = pick (trip, is_list_in_lines), *other = pick (trip, is_list_in_lines);
  g_autofree char *from = NULL, *to = NULL;

  if (list == NULL || has_comments (trip->document) || has_greedy_text (trip->document) || !begins_a_line (trip->document, list) ||
      fr_pointer_is_within (list, other) || fr_pointer_is_within (other, list))
    return NULL;
  from = fr_pointer_join_index (list, tape_pick (trip->tape, count_at (trip, list)));
  to = fr_pointer_join_index (other, tape_pick (trip->tape, count_at (trip, other) + 1));
  return move_and_back (trip, from, to);
}

char *
there_and_back (FrDocument *document, Tape *tape)
{
  static char *(* const ways[]) (Trip *) = { add_and_remove, move_in_list, rename_key, move_to_another_list };
  g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);
  Trip trip = { document, tape, pointers };

  collect_pointers (fr_document_get_root (document), "", pointers);
  return ways[tape_pick (tape, G_N_ELEMENTS (ways))] (&trip);
}
