/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, put together item by item. Which items are the same in two texts is told by the changes between them. The order is
 * that of the one who moved items, mine where both did; what only the other one has comes behind the same item as there.
 */
#include "fr-merge-private.h"

#include "fr-pointer.h"

enum { ORIGINAL, MINE, THEIRS };

/* An item of the outcome: its index in each of the three, -1: it is not there. */
typedef struct { int in[3]; } Item;

typedef struct
{
  const FrNode *lists[3];
  int          *found[3];  /* index of each item of the original in MINE and THEIRS */
  int          *came[3];   /* the way back: for each of theirs and mine, that in the original; -1: it is new */
  GArray       *items;     /* of Item */
} Lists;

static int
find_index (const char *item, const GPtrArray *changes, const char *list)
{
  g_autofree char *now = fr_pointer_rebase (item, changes), *token = NULL;
  g_autofree char *above = now != NULL ? fr_pointer_split_last (now, &token) : NULL;
  unsigned index;

  return g_strcmp0 (above, list) == 0 && fr_pointer_parse_index (token, &index) ? (int) index : -1;
}

static void
pair (Lists *self, int side, const char *at, const char *there, const GPtrArray *changes)
{
  int n_original = self->lists[ORIGINAL]->n_children, n = self->lists[side]->n_children;

  self->found[side] = g_new (int, n_original + 1);
  self->came[side] = g_new (int, n + 1);
  for (int i = 0; i < n; i++)
    self->came[side][i] = -1;
  for (int i = 0; i < n_original; i++)
    {
      g_autofree char *item = fr_pointer_join_index (at, i);
      int index = find_index (item, changes, there);

      self->found[side][i] = index < n ? index : -1;
      if (index >= 0 && index < n)
        self->came[side][index] = i;
    }
}

static gboolean
is_reordered (const Lists *self, int side)
{
  int last = -1;

  for (unsigned i = 0; i < self->lists[ORIGINAL]->n_children; i++)
    {
      int index = self->found[side][i];

      if (index >= 0 && index < last)
        return TRUE;
      last = MAX (last, index);
    }
  return FALSE;
}

static const FrNode *
node_in (const Lists *self, const Item *item, int text)
{
  return item->in[text] >= 0 ? self->lists[text]->children[item->in[text]] : NULL;
}

/* An item that the other one has removed goes, unless this one has changed it. */
static gboolean
is_to_go (const Lists *self, const Item *item, int side)
{
  int other = side == MINE ? THEIRS : MINE;

  return item->in[ORIGINAL] >= 0 && item->in[other] < 0 &&
         fr_node_equal (node_in (self, item, ORIGINAL), node_in (self, item, side));
}

static Item
item_of (const Lists *self, int side, int index)
{
  int other = side == MINE ? THEIRS : MINE, original = self->came[side][index];
  Item item;

  item.in[side] = index;
  item.in[ORIGINAL] = original;
  item.in[other] = original >= 0 ? self->found[other][original] : -1;
  return item;
}

static void
add_first (Lists *self, int side)
{
  for (unsigned i = 0; i < self->lists[side]->n_children; i++)
    {
      Item item = item_of (self, side, i);

      if (!is_to_go (self, &item, side))
        g_array_append_val (self->items, item);
    }
}

/* The one that is this item of the side already, or a new one that both have made alike; -1: there is none. */
static int
find_item (const Lists *self, int side, int index)
{
  int other = side == MINE ? THEIRS : MINE;

  for (unsigned i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);

      if (item->in[side] == index)
        return i;
      if (item->in[side] < 0 && item->in[ORIGINAL] < 0 && self->came[side][index] < 0 &&
          fr_node_equal (node_in (self, item, other), self->lists[side]->children[index]))
        {
          item->in[side] = index;
          return i;
        }
    }
  return -1;
}

static void
add_second (Lists *self, int side)
{
  int next = 0;

  for (unsigned i = 0; i < self->lists[side]->n_children; i++)
    {
      Item item = item_of (self, side, i);
      int at = find_item (self, side, i);

      if (at < 0 && is_to_go (self, &item, side))
        continue;
      if (at < 0)
        g_array_insert_val (self->items, next, item);
      next = (at < 0 ? next : at) + 1;
    }
}

static gboolean
is_wanted (const Lists *self, int index)
{
  for (unsigned i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, Item, i).in[THEIRS] == index)
      return TRUE;
  return FALSE;
}

/* The items of theirs that stay, in the order in which the outcome has them. */
static GArray *
remove_unwanted (FrMerger *merger, const Lists *self, const char *out)
{
  GArray *there = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = self->lists[THEIRS]->n_children; i-- > 0;)
    {
      g_autofree char *pointer = fr_pointer_join_index (out, i);

      if (is_wanted (self, i))
        g_array_prepend_val (there, i);
      else
        fr_merge_remove (merger, pointer);
    }
  return there;
}

static void
bring (FrMerger *merger, GArray *there, const char *out, int index, unsigned to)
{
  g_autofree char *pointer = fr_pointer_join_index (out, to), *from = NULL;
  unsigned at = to;

  while (at < there->len && g_array_index (there, int, at) != index)
    at++;
  from = fr_pointer_join_index (out, at);
  if (at == to)
    return;
  fr_merge_move (merger, from, pointer);
  g_array_remove_index (there, at);
  g_array_insert_val (there, to, index);
}

static void
arrange (FrMerger *merger, const Lists *self, const char *out)
{
  g_autoptr (GArray) there = remove_unwanted (merger, self, out);

  for (unsigned i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      g_autofree char *pointer = fr_pointer_join_index (out, i);
      int new = -1;

      if (item->in[THEIRS] >= 0)
        {
          bring (merger, there, out, item->in[THEIRS], i);
          continue;
        }
      fr_merge_put (merger, pointer, node_in (self, item, MINE), FR_ADD_NEW);
      g_array_insert_val (there, i, new);
    }
}

static void
merge_item (FrMerger *merger, const Lists *self, const FrThree *three, unsigned index)
{
  const Item *item = &g_array_index (self->items, Item, index);
  g_autofree char *at = fr_pointer_join_index (three->at, MAX (item->in[ORIGINAL], 0));
  g_autofree char *mine_at = fr_pointer_join_index (three->mine_at, MAX (item->in[MINE], 0));
  g_autofree char *their_at = fr_pointer_join_index (three->their_at, MAX (item->in[THEIRS], 0));
  g_autofree char *out = fr_pointer_join_index (three->out, index);
  FrThree own = {
    node_in (self, item, ORIGINAL), node_in (self, item, MINE), node_in (self, item, THEIRS), at, mine_at, their_at, out,
  };

  if (own.original != NULL && own.mine != NULL && own.theirs != NULL)
    fr_merge_values (merger, &own);
  else if (own.original != NULL)
    fr_merge_conflict (merger, out, own.original, own.mine, own.theirs);
}

void
fr_merge_lists (FrMerger *merger, const FrThree *three)
{
  Lists self = { { three->original, three->mine, three->theirs } };
  int first;

  self.items = g_array_new (FALSE, FALSE, sizeof (Item));
  pair (&self, MINE, three->at, three->mine_at, merger->my_changes);
  pair (&self, THEIRS, three->at, three->their_at, merger->their_changes);
  first = is_reordered (&self, MINE) ? MINE : THEIRS;
  add_first (&self, first);
  add_second (&self, first == MINE ? THEIRS : MINE);
  arrange (merger, &self, three->out);
  for (unsigned i = 0; i < self.items->len && merger->error == NULL; i++)
    merge_item (merger, &self, three, i);
  for (int side = MINE; side <= THEIRS; side++)
    {
      g_free (self.found[side]);
      g_free (self.came[side]);
    }
  g_array_unref (self.items);
}
