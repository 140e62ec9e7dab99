/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-page.h"

#include <string.h>

#include "fr-kinds.h"
#include "fr-markup.h"
#include "fr-pointer.h"
#include "fr-render.h"
#include "fr-surroundings.h"
#include "fr-values.h"

#define LIST "/sections"
#define NOTIFICATION_ID 1

/* One kind of one item of `sections`, as HTML. */
typedef struct
{
  const FrKind *kind;
  guint64       id;    /* of its block; the next number is that of an error in its place */
  GRefString   *html;
} Drawn;

/* An item of `sections`. */
typedef struct
{
  guint64  id;         /* of the block that says what is wrong with it */
  gboolean outdated;
  GArray  *drawn;      /* of Drawn, in the order of the table */
} Item;

struct _FrPage
{
  GObject      parent_instance;
  FrRendering  rendering;
  GRefString  *notification;   /* NULL: not drawn */
  GPtrArray   *items;          /* of Item */
  GArray      *blocks;         /* of FrBlock */
  guint64      last_id;        /* of a block */
  gboolean     reordered;      /* the blocks are others, or in another order, since they were put together */
  char        *title;
};

G_DEFINE_FINAL_TYPE (FrPage, fr_page, G_TYPE_OBJECT)

static void
clear_drawn (gpointer drawn)
{
  g_ref_string_release (((Drawn *) drawn)->html);
}

static void
free_item (gpointer data)
{
  Item *item = data;

  g_array_unref (item->drawn);
  g_free (item);
}

static void
clear_block (gpointer data)
{
  FrBlock *block = data;

  g_free (block->pointer);
  g_ref_string_release (block->html);
}

static void
fr_page_finalize (GObject *object)
{
  FrPage *self = FR_PAGE (object);

  g_clear_object (&self->rendering.site);
  g_clear_pointer (&self->notification, g_ref_string_release);
  g_ptr_array_unref (self->items);
  g_array_unref (self->blocks);
  g_free (self->title);
  G_OBJECT_CLASS (fr_page_parent_class)->finalize (object);
}

static void
fr_page_class_init (FrPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fr_page_finalize;
}

static void
fr_page_init (FrPage *self)
{
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->last_id = NOTIFICATION_ID;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (FrBlock));
  g_array_set_clear_func (self->blocks, clear_block);
}

FrPage *
fr_page_new (FrSite *site, FrImages images)
{
  FrPage *self = g_object_new (FR_TYPE_PAGE, NULL);

  self->rendering = (FrRendering) { g_object_ref (site), images };
  return self;
}

/* Interned, so that the same HTML is the same pointer, whichever update made it. */
static GRefString *
intern (char *html)
{
  g_autofree char *owned = html;
  g_autofree char *confined = fr_markup_confine (html);

  return g_ref_string_new_intern (confined);
}

static GArray *
new_drawn (void)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));

  g_array_set_clear_func (drawn, clear_drawn);
  return drawn;
}

/* That of the block which shows the same kind now; else a new one. */
static guint64
id_for (FrPage *self, const Item *item, const FrKind *kind)
{
  for (unsigned i = 0; i < item->drawn->len; i++)
    if (g_array_index (item->drawn, Drawn, i).kind == kind)
      return g_array_index (item->drawn, Drawn, i).id;
  return self->last_id += 2;
}

static GArray *
draw_kinds (FrPage *self, const Item *item, const FrNode *node)
{
  GArray *drawn = new_drawn ();
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    {
      const FrNode *value = fr_node_lookup (node, kinds[i].name);
      Drawn one = { &kinds[i] };

      if (!fr_value_is_there (value))
        continue;
      one.id = id_for (self, item, &kinds[i]);
      one.html = intern (fr_render_section (&self->rendering, &kinds[i], value));
      g_array_append_val (drawn, one);
    }
  return drawn;
}

static void
draw_notification (FrPage *self, const FrNode *root)
{
  const FrNode *value = fr_node_lookup (root, "notification");
  char *html = fr_value_is_there (value) ? fr_render_notification (&self->rendering, value) : NULL;

  g_clear_pointer (&self->notification, g_ref_string_release);
  self->notification = html != NULL ? intern (html) : NULL;
  self->reordered = TRUE;
}

/* A band's colour, then nothing or the side of its text. */
static const char * const band_classes[2][3] = {
  { "block white", "block white left", "block white right" },
  { "block grey", "block grey left", "block grey right" },
};

/* What is counted from the top of the page on (RULES.md, "Order"). */
typedef struct
{
  gboolean grey;
  unsigned sides;   /* of those that change them */
  guint32  kinds;   /* a bit for each that was drawn */
} Counts;

static void
add_block (FrPage *self, guint64 id, char *pointer, const char *classes, GRefString *html)
{
  FrBlock block = { id, pointer, classes, g_ref_string_acquire (html) };

  g_array_append_val (self->blocks, block);
}

/* An error band is grey whatever its neighbours are, and does not swap. */
static void
add_error (FrPage *self, guint64 id, unsigned index, const char *message)
{
  GRefString *html = intern (fr_render_error (&self->rendering, message));

  add_block (self, id, fr_pointer_join_index (LIST, index), band_classes[TRUE][0], html);
  g_ref_string_release (html);
}

static gboolean
is_second (const FrKind *kind, Counts *counts)
{
  guint32 bit = 1u << fr_kind_get_index (kind);
  gboolean second = kind->only_one != NULL && (counts->kinds & bit) != 0;

  counts->kinds |= bit;
  return second;
}

static void
add_drawn (FrPage *self, unsigned index, const Drawn *drawn, Counts *counts)
{
  unsigned side = 0;

  if (is_second (drawn->kind, counts))
    {
      add_error (self, drawn->id + 1, index, drawn->kind->only_one);
      return;
    }
  if (drawn->kind->changes_sides)
    side = 1 + counts->sides++ % 2;
  add_block (self, drawn->id, g_strdup_printf (LIST "/%u/%s", index, drawn->kind->name), band_classes[counts->grey][side],
             drawn->html);
  counts->grey = !counts->grey;
}

static void
add_item (FrPage *self, unsigned index, const Item *item, Counts *counts)
{
  const FrKind *kind = fr_kind_get_first ();
  const Drawn *first = item->drawn->len > 0 ? &g_array_index (item->drawn, Drawn, 0) : NULL;
  gboolean has_first = first != NULL && first->kind == kind;

  if (index == 0 && has_first)
    add_block (self, first->id, fr_pointer_join (LIST "/0", kind->name), "block", first->html);
  else if (index == 0)
    add_error (self, item->id, index, kind->must_be_first);
  for (unsigned i = has_first ? 1 : 0; i < item->drawn->len; i++)
    add_drawn (self, index, &g_array_index (item->drawn, Drawn, i), counts);
}

static void
assemble (FrPage *self)
{
  Counts counts = { 0 };
  g_autoptr(GArray) old = self->blocks;

  self->blocks = g_array_new (FALSE, FALSE, sizeof (FrBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  if (self->notification != NULL)
    add_block (self, NOTIFICATION_ID, g_strdup ("/notification"), "block", self->notification);
  for (unsigned i = 0; i < self->items->len; i++)
    add_item (self, i, g_ptr_array_index (self->items, i), &counts);
  self->reordered = FALSE;
}

static gboolean
has_same_kinds (const GArray *drawn, const GArray *other)
{
  if (drawn->len != other->len)
    return FALSE;
  for (unsigned i = 0; i < drawn->len; i++)
    if (g_array_index (drawn, Drawn, i).kind != g_array_index (other, Drawn, i).kind)
      return FALSE;
  return TRUE;
}

/* There is none for what an error stands in place of. */
static void
replace_in_block (FrPage *self, const Drawn *drawn)
{
  for (unsigned i = 0; i < self->blocks->len; i++)
    {
      FrBlock *block = &g_array_index (self->blocks, FrBlock, i);

      if (block->id != drawn->id)
        continue;
      g_ref_string_release (block->html);
      block->html = g_ref_string_acquire (drawn->html);
      return;
    }
}

/* As long as its kinds are the same, other sections do not depend on it. */
static void
draw_item (FrPage *self, Item *item, const FrNode *node)
{
  g_autoptr(GArray) old = item->drawn;

  item->drawn = draw_kinds (self, item, node);
  item->outdated = FALSE;
  if (!has_same_kinds (old, item->drawn))
    self->reordered = TRUE;
  for (unsigned i = 0; i < item->drawn->len && !self->reordered; i++)
    replace_in_block (self, &g_array_index (item->drawn, Drawn, i));
}

static void
insert_item (gpointer data, unsigned index)
{
  FrPage *self = data;
  Item *item = g_new (Item, 1);

  *item = (Item) { self->last_id += 2, TRUE, new_drawn () };
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
  Item *item = from < self->items->len ? g_ptr_array_steal_index (self->items, from) : NULL;

  if (item != NULL)
    g_ptr_array_insert (self->items, MIN (to, self->items->len), item);
  self->reordered = TRUE;
}

static void
outdate_item (gpointer data, unsigned index)
{
  FrPage *self = data;

  if (index < self->items->len)
    ((Item *) self->items->pdata[index])->outdated = TRUE;
}

static void
outdate_all (gpointer data)
{
  FrPage *self = data;

  for (unsigned i = 0; i < self->items->len; i++)
    outdate_item (self, i);
}

static void
draw_outdated (FrPage *self, const FrNode *sections)
{
  unsigned count = fr_node_get_type (sections) == FR_TYPE_SEQUENCE ? fr_node_count (sections) : 0;

  while (self->items->len < count)
    insert_item (self, self->items->len);
  while (self->items->len > count)
    remove_item (self, self->items->len - 1);
  for (unsigned i = 0; i < count; i++)
    {
      Item *item = self->items->pdata[i];

      if (item->outdated)
        draw_item (self, item, fr_node_get_item (sections, i));
    }
}

static gboolean
touch (const GPtrArray *changes, const char *pointer)
{
  for (unsigned i = 0; changes != NULL && i < changes->len; i++)
    if (fr_change_touches (changes->pdata[i], pointer))
      return TRUE;
  return changes == NULL;
}

void
fr_page_update (FrPage *self, const FrNode *root, const GPtrArray *changes)
{
  static const FrListEvents events = { insert_item, remove_item, move_item, outdate_item, outdate_all };

  if (changes != NULL)
    fr_changes_tell_list (changes, LIST, &events, self);
  else
    outdate_all (self);
  if (touch (changes, "/notification"))
    draw_notification (self, root);
  if (touch (changes, "/title"))
    {
      g_free (self->title);
      self->title = fr_value_print (fr_node_lookup (root, "title"));
    }
  draw_outdated (self, fr_node_lookup (root, "sections"));
  if (self->reordered)
    assemble (self);
}

/* Of what a section shows, the site gives base URL and posts. */
static gboolean
depends_on_site (FrPage *self, const Item *item, FrSite *before)
{
  if (self->rendering.images != FR_IMAGES_AS_ADDRESSES ||
      strcmp (fr_site_get_base_url (before), fr_site_get_base_url (self->rendering.site)) != 0)
    return TRUE;
  for (unsigned i = 0; i < item->drawn->len; i++)
    if (g_array_index (item->drawn, Drawn, i).kind->drawing == FR_DRAW_WITH_POSTS)
      return TRUE;
  return FALSE;
}

void
fr_page_set_site (FrPage *self, FrSite *site, const FrNode *root)
{
  g_autoptr(FrSite) before = g_steal_pointer (&self->rendering.site);

  self->rendering.site = g_object_ref (site);
  for (unsigned i = 0; i < self->items->len; i++)
    if (depends_on_site (self, self->items->pdata[i], before))
      outdate_item (self, i);
  draw_notification (self, root);
  draw_outdated (self, fr_node_lookup (root, "sections"));
  if (self->reordered)
    assemble (self);
}

const FrBlock *
fr_page_get_blocks (FrPage *self, unsigned *n_blocks)
{
  *n_blocks = self->blocks->len;
  return (const FrBlock *) (gpointer) self->blocks->data;
}

const FrBlock *
fr_page_find_block (FrPage *self, guint64 id)
{
  for (unsigned i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, FrBlock, i).id == id)
      return &g_array_index (self->blocks, FrBlock, i);
  return NULL;
}

/* An error that stands for a whole item is above those of its kinds. */
const FrBlock *
fr_page_find_block_of (FrPage *self, const char *pointer)
{
  const FrBlock *found = NULL;

  for (unsigned i = 0; i < self->blocks->len; i++)
    {
      const FrBlock *block = &g_array_index (self->blocks, FrBlock, i);

      if (fr_pointer_is_within (pointer, block->pointer) &&
          (found == NULL || strlen (block->pointer) > strlen (found->pointer)))
        found = block;
    }
  return found;
}

char *
fr_page_to_document (FrPage *self, gboolean with_site)
{
  g_autoptr(FrSurroundings) around = fr_surroundings_new (&self->rendering, self->title, with_site);
  g_autoptr(GString) html = g_string_new (NULL);

  for (unsigned i = 0; i < self->blocks->len; i++)
    {
      const FrBlock *block = &g_array_index (self->blocks, FrBlock, i);

      g_string_append_printf (html, "<div class=\"%s\" data-pointer=\"%s\">%s</div>\n",
                              block->classes, block->pointer, block->html);
    }
  return fr_render_page (&self->rendering, around, html->str);
}

char *
fr_page_new_empty_document (void)
{
  static const FrRendering rendering = { .images = FR_IMAGES_AS_ADDRESSES };
  static const FrSurroundings nothing = { "", "", "", "" };

  return fr_render_page (&rendering, &nothing, "");
}

FrSurroundings *
fr_page_draw_surroundings (FrPage *self)
{
  return fr_surroundings_new (&self->rendering, self->title, TRUE);
}
