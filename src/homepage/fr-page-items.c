/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-page-private.h"
#include "fr-render.h"
#include "fr-values.h"

static void
clear_drawn (gpointer drawn)
{
  g_ref_string_release (((FrDrawn *) drawn)->html);
}

static void
free_item (gpointer data)
{
  FrPageItem *item = data;

  g_array_unref (item->drawn);
  g_free (item);
}

GPtrArray *
fr_page_items_new (void)
{
  return g_ptr_array_new_with_free_func (free_item);
}

static GArray *
new_drawn (void)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (FrDrawn));

  g_array_set_clear_func (drawn, clear_drawn);
  return drawn;
}

/* That of the block which shows the same kind now; else a new one. */
static guint64
id_for (FrPage *self, const FrPageItem *item, const FrKind *kind)
{
  for (unsigned i = 0; i < item->drawn->len; i++)
    if (g_array_index (item->drawn, FrDrawn, i).kind == kind)
      return g_array_index (item->drawn, FrDrawn, i).id;
  return self->last_id += 2;
}

static GArray *
draw_kinds (FrPage *self, const FrPageItem *item, const FrNode *node)
{
  GArray *drawn = new_drawn ();
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    {
      const FrNode *value = fr_node_lookup (node, kinds[i].name);
      FrDrawn one = { &kinds[i] };

      if (!fr_value_is_there (value))
        continue;
      one.id = id_for (self, item, &kinds[i]);
      one.html = fr_page_intern (fr_render_section (&self->rendering, &kinds[i], value));
      g_array_append_val (drawn, one);
    }
  return drawn;
}

static gboolean
has_same_kinds (const GArray *drawn, const GArray *other)
{
  if (drawn->len != other->len)
    return FALSE;
  for (unsigned i = 0; i < drawn->len; i++)
    if (g_array_index (drawn, FrDrawn, i).kind != g_array_index (other, FrDrawn, i).kind)
      return FALSE;
  return TRUE;
}

/* As long as its kinds are the same, other sections do not depend on it. */
static void
draw_item (FrPage *self, FrPageItem *item, const FrNode *node)
{
  g_autoptr(GArray) old = item->drawn;

  item->drawn = draw_kinds (self, item, node);
  item->outdated = FALSE;
  if (!has_same_kinds (old, item->drawn))
    self->reordered = TRUE;
  for (unsigned i = 0; i < item->drawn->len && !self->reordered; i++)
    fr_page_replace_html (self, &g_array_index (item->drawn, FrDrawn, i));
}

static void
insert_item (gpointer data, unsigned index)
{
  FrPage *self = data;
  FrPageItem *item = g_new (FrPageItem, 1);

  *item = (FrPageItem) { self->last_id += 2, TRUE, new_drawn () };
  g_ptr_array_insert (self->items, MIN (index, self->items->len), item);
  self->reordered = TRUE;
}

static void
remove_item (gpointer data, unsigned index)
{
  FrPage *self = data;

  if (index < self->items->len)
    g_ptr_array_remove_index (self->items, index);
  self->reordered = TRUE;
}

static void
move_item (gpointer data, unsigned from, unsigned to)
{
  FrPage *self = data;
  FrPageItem *item = from < self->items->len ? g_ptr_array_steal_index (self->items, from) : NULL;

  if (item != NULL)
    g_ptr_array_insert (self->items, MIN (to, self->items->len), item);
  self->reordered = TRUE;
}

void
fr_page_outdate_item (gpointer data, unsigned index)
{
  FrPage *self = data;

  if (index < self->items->len)
    ((FrPageItem *) self->items->pdata[index])->outdated = TRUE;
}

void
fr_page_outdate_all (gpointer data)
{
  FrPage *self = data;

  for (unsigned i = 0; i < self->items->len; i++)
    fr_page_outdate_item (self, i);
}

void
fr_page_draw_outdated (FrPage *self, const FrNode *sections)
{
  FrType type = fr_node_get_type (sections);
  unsigned count = type == FR_TYPE_SEQUENCE ? fr_node_count (sections) : 0;
  gboolean is_no_list = (type == FR_TYPE_MAPPING && fr_node_count (sections) > 0) ||
                        (type == FR_TYPE_STRING && fr_node_get_length (sections) > 0);

  self->reordered |= is_no_list != self->is_no_list;
  self->is_no_list = is_no_list;
  while (self->items->len < count)
    insert_item (self, self->items->len);
  while (self->items->len > count)
    remove_item (self, self->items->len - 1);
  for (unsigned i = 0; i < count; i++)
    {
      FrPageItem *item = self->items->pdata[i];

      if (item->outdated)
        draw_item (self, item, fr_node_get_item (sections, i));
    }
}

void
fr_page_follow (FrPage *self, const GPtrArray *changes)
{
  static const FrListEvents events = { insert_item, remove_item, move_item, fr_page_outdate_item, fr_page_outdate_all };

  fr_changes_tell_list (changes, FR_PAGE_LIST, &events, self);
}
