/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-difference.h"

#include <string.h>

#include "fr-pointer.h"

/* Longer lists that differ in the middle are compared item by item, without looking for what came or went between. */
#define MOST_PAIRS 250000

/* How much two items of a list have in common. */
enum { OTHER = 0, ALIKE = 1, EQUAL = 3 };

static void compare (GPtrArray *changes, const FrNode *before, const FrNode *after, const char *pointer);

static void
note (GPtrArray *changes, FrChangeKind kind, const char *pointer, gboolean in_list, const FrNode *entry)
{
  fr_changes_add (changes, kind, pointer, in_list, NULL, FALSE, fr_node_get_first_key (entry));
}

/* The value of a key that is a text, once there and nothing special; NULL: there is none. */
static const FrNode *
find_value (const FrNode *mapping, const FrNode *key)
{
  for (unsigned i = 0; i < mapping->n_children; i += 2)
    if (fr_node_equal (mapping->children[i], key))
      return mapping->children[i + 1];
  return NULL;
}

/* Each key is a text, or is printed like one, and names one value. */
static gboolean
is_simple (const FrNode *mapping)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < mapping->n_children; i += 2)
    {
      const FrNode *key = mapping->children[i];

      if (key->kind != FR_NODE_SCALAR || key->is_merge || strlen (key->text) != key->text_length ||
          !g_hash_table_add (names, (char *) key->text))
        return FALSE;
    }
  return TRUE;
}

/* The keys that both have are in the same order. */
static gboolean
keeps_order (const FrNode *before, const FrNode *after)
{
  unsigned next = 0;

  for (unsigned i = 0; i < before->n_children; i += 2)
    {
      unsigned at = next;

      if (find_value (after, before->children[i]) == NULL)
        continue;
      while (at < after->n_children && !fr_node_equal (after->children[at], before->children[i]))
        at += 2;
      if (at >= after->n_children)
        return FALSE;
      next = at + 2;
    }
  return TRUE;
}

static void
compare_mappings (GPtrArray *changes, const FrNode *before, const FrNode *after, const char *pointer)
{
  for (unsigned i = 0; i < before->n_children; i += 2)
    {
      const FrNode *value = find_value (after, before->children[i]);
      g_autofree char *own = fr_pointer_join (pointer, before->children[i]->text);

      if (value == NULL)
        note (changes, FR_CHANGE_REMOVED, own, FALSE, before->children[i + 1]);
      else
        compare (changes, before->children[i + 1], value, own);
    }
  for (unsigned i = 0; i < after->n_children; i += 2)
    if (find_value (before, after->children[i]) == NULL)
      {
        g_autofree char *own = fr_pointer_join (pointer, after->children[i]->text);

        note (changes, FR_CHANGE_INSERTED, own, FALSE, after->children[i + 1]);
      }
}

static unsigned
rate (const FrNode *before, const FrNode *after)
{
  if (fr_node_equal (before, after))
    return EQUAL;
  if (before->kind != after->kind)
    return OTHER;
  return g_strcmp0 (fr_node_get_first_key (before), fr_node_get_first_key (after)) == 0 ? ALIKE : OTHER;
}

/* The items of two lists between what they have in common at their ends, and which of them are taken for the same. */
typedef struct
{
  const FrNode  **before;  /* in the order in which they are by now */
  FrNode * const *after;
  int             n_before, n_after, first;  /* `first`: the index of the first of them */
  int            *pairs;   /* for each before: its index in after, -1: none; they rise */
  gboolean       *paired;  /* for each after */
} Middle;

static void
pair (Middle *middle, int before, int after)
{
  middle->pairs[before] = after;
  middle->paired[after] = TRUE;
}

/* In what order they stay, so that they have the most in common. */
static void
align (Middle *middle)
{
  int width = middle->n_after + 1;
  g_autofree unsigned *best = g_new0 (unsigned, (gsize) (middle->n_before + 1) * width);  /* from these two on */
  int i, j;

  for (i = middle->n_before; i-- > 0;)
    for (j = middle->n_after; j-- > 0;)
      {
        unsigned common = rate (middle->before[i], middle->after[j]), *here = &best[i * width + j];

        *here = MAX (here[1], here[width]);
        if (common != OTHER)
          *here = MAX (*here, common + here[width + 1]);
      }
  for (i = j = 0; i < middle->n_before && j < middle->n_after;)
    {
      unsigned *here = &best[i * width + j];

      if (*here == here[width])
        i++;
      else if (*here == here[1])
        j++;
      else
        pair (middle, i++, j++);
    }
}

static int
find_equal (Middle *middle, const FrNode *node)
{
  for (int j = 0; j < middle->n_after; j++)
    if (!middle->paired[j] && fr_node_equal (node, middle->after[j]))
      return j;
  return -1;
}

/* The item goes to behind the last one that stands before its place. */
static void
move (GPtrArray *changes, Middle *middle, int from, int after, const char *pointer)
{
  const FrNode *node = middle->before[from];
  int to = middle->n_before - 1, step;
  g_autofree char *old = NULL, *new = NULL;

  while (to >= 0 && (middle->pairs[to] < 0 || middle->pairs[to] > after))
    to--;
  to += from > to;
  step = to > from ? 1 : -1;
  for (int i = from; i != to; i += step)
    {
      middle->before[i] = middle->before[i + step];
      middle->pairs[i] = middle->pairs[i + step];
    }
  middle->before[to] = node;
  pair (middle, to, after);
  old = fr_pointer_join_index (pointer, middle->first + from);
  new = fr_pointer_join_index (pointer, middle->first + to);
  if (from != to)
    fr_changes_add (changes, FR_CHANGE_MOVED, new, TRUE, old, TRUE, fr_node_get_first_key (node));
}

static void
find_moves (GPtrArray *changes, Middle *middle, const char *pointer)
{
  for (int i = 0; i < middle->n_before;)
    {
      int after = middle->pairs[i] < 0 ? find_equal (middle, middle->before[i]) : -1;

      if (after >= 0)
        move (changes, middle, i, after, pointer);
      /* Another one may stand here now. */
      if (after < 0 || middle->pairs[i] >= 0)
        i++;
    }
}

static void
compare_items (GPtrArray *changes, Middle *middle, const char *pointer)
{
  for (int i = 0, j = 0; i < middle->n_before || j < middle->n_after;)
    {
      g_autofree char *own = fr_pointer_join_index (pointer, middle->first + j);

      if (i < middle->n_before && middle->pairs[i] < 0)
        note (changes, FR_CHANGE_REMOVED, own, TRUE, middle->before[i++]);
      else if (i < middle->n_before && middle->pairs[i] == j)
        compare (changes, middle->before[i++], middle->after[j++], own);
      else
        note (changes, FR_CHANGE_INSERTED, own, TRUE, middle->after[j++]);
    }
}

static void
compare_middle (GPtrArray *changes, Middle *middle, const char *pointer)
{
  g_autofree int *pairs = g_new (int, middle->n_before + 1);
  g_autofree gboolean *paired = g_new0 (gboolean, middle->n_after + 1);

  middle->pairs = pairs;
  middle->paired = paired;
  for (int i = 0; i < middle->n_before; i++)
    pairs[i] = -1;
  if (middle->n_before * (gint64) middle->n_after > MOST_PAIRS)
    for (int i = 0; i < MIN (middle->n_before, middle->n_after); i++)
      pair (middle, i, i);
  else
    {
      align (middle);
      find_moves (changes, middle, pointer);
    }
  compare_items (changes, middle, pointer);
}

static void
compare_lists (GPtrArray *changes, const FrNode *before, const FrNode *after, const char *pointer)
{
  int n_before = before->n_children, n_after = after->n_children, first = 0, last = 0;
  g_autofree const FrNode **items = NULL;
  Middle middle;

  while (first < MIN (n_before, n_after) && fr_node_equal (before->children[first], after->children[first]))
    first++;
  while (last < MIN (n_before, n_after) - first &&
         fr_node_equal (before->children[n_before - 1 - last], after->children[n_after - 1 - last]))
    last++;
  n_before -= first + last;
  n_after -= first + last;
  items = g_new (const FrNode *, n_before + 1);
  for (int i = 0; i < n_before; i++)
    items[i] = before->children[first + i];
  middle = (Middle) { items, after->children + first, n_before, n_after, first, NULL, NULL };
  compare_middle (changes, &middle, pointer);
}

static void
compare (GPtrArray *changes, const FrNode *before, const FrNode *after, const char *pointer)
{
  if (fr_node_equal (before, after))
    return;
  if (before->kind == FR_NODE_SEQUENCE && after->kind == FR_NODE_SEQUENCE)
    compare_lists (changes, before, after, pointer);
  else if (before->kind == FR_NODE_MAPPING && after->kind == FR_NODE_MAPPING && is_simple (before) && is_simple (after) &&
           keeps_order (before, after))
    compare_mappings (changes, before, after, pointer);
  else
    note (changes, FR_CHANGE_EDITED, pointer, FALSE, NULL);
}

void
fr_changes_add_difference (GPtrArray *changes, const FrNode *before, const FrNode *after)
{
  compare (changes, before, after, "");
}
