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

/* The items of two lists between what they have in common at their ends. */
typedef struct
{
  FrNode * const *before, * const *after;
  unsigned n_before, n_after;
  unsigned first;     /* index of the first of them */
  unsigned *best;     /* [i][j]: the most that the items from i and from j on have in common */
} Middle;

static unsigned *
best_of (Middle *middle, unsigned i, unsigned j)
{
  return &middle->best[i * (middle->n_after + 1) + j];
}

static void
find_best (Middle *middle)
{
  middle->best = g_new0 (unsigned, (middle->n_before + 1) * (middle->n_after + 1));
  for (unsigned i = middle->n_before; i-- > 0;)
    for (unsigned j = middle->n_after; j-- > 0;)
      {
        unsigned common = rate (middle->before[i], middle->after[j]);
        unsigned apart = MAX (*best_of (middle, i + 1, j), *best_of (middle, i, j + 1));

        *best_of (middle, i, j) = common == OTHER ? apart : MAX (apart, common + *best_of (middle, i + 1, j + 1));
      }
}

typedef enum { PAIR, REMOVE, INSERT } Step;

static Step
choose (Middle *middle, unsigned i, unsigned j)
{
  if (i == middle->n_before || j == middle->n_after)
    return i < middle->n_before ? REMOVE : INSERT;
  if (middle->best == NULL)
    return PAIR;
  if (*best_of (middle, i, j) == *best_of (middle, i + 1, j))
    return REMOVE;
  return *best_of (middle, i, j) == *best_of (middle, i, j + 1) ? INSERT : PAIR;
}

static void
compare_middle (GPtrArray *changes, Middle *middle, const char *pointer)
{
  unsigned index = middle->first;

  for (unsigned i = 0, j = 0; i < middle->n_before || j < middle->n_after;)
    {
      g_autofree char *own = fr_pointer_join_index (pointer, index);

      switch (choose (middle, i, j))
        {
        case REMOVE:
          note (changes, FR_CHANGE_REMOVED, own, TRUE, middle->before[i++]);
          break;
        case INSERT:
          note (changes, FR_CHANGE_INSERTED, own, TRUE, middle->after[j++]);
          index++;
          break;
        default:
          compare (changes, middle->before[i++], middle->after[j++], own);
          index++;
          break;
        }
    }
}

static void
compare_lists (GPtrArray *changes, const FrNode *before, const FrNode *after, const char *pointer)
{
  unsigned least = MIN (before->n_children, after->n_children), first = 0, last = 0;
  Middle middle;

  while (first < least && fr_node_equal (before->children[first], after->children[first]))
    first++;
  while (last < least - first && fr_node_equal (before->children[before->n_children - 1 - last],
                                                after->children[after->n_children - 1 - last]))
    last++;
  middle = (Middle) { before->children + first, after->children + first, before->n_children - first - last,
                      after->n_children - first - last, first, NULL };
  if (middle.n_before * (gsize) middle.n_after <= MOST_PAIRS)
    find_best (&middle);
  compare_middle (changes, &middle, pointer);
  g_free (middle.best);
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
