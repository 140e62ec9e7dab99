/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-page-private.h"

#include <string.h>

#include "fr-pointer.h"
#include "fr-render.h"

static void
clear_block (gpointer data)
{
  FrBlock *block = data;

  g_free (block->pointer);
  g_ref_string_release (block->html);
}

GArray *
fr_page_blocks_new (void)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (FrBlock));

  g_array_set_clear_func (blocks, clear_block);
  return blocks;
}

/* A band's colour, which its section has too, then nothing or the side of its text. */
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
add_error (FrPage *self, guint64 id, char *pointer, const char *message)
{
  GRefString *html = fr_page_intern (fr_render_error (&self->rendering, message));

  add_block (self, id, pointer, band_classes[TRUE][0], html);
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
add_drawn (FrPage *self, unsigned index, const FrDrawn *drawn, Counts *counts)
{
  unsigned side = 0;
  gboolean grey;

  if (is_second (drawn->kind, counts))
    {
      add_error (self, drawn->id + 1, fr_pointer_join_index (FR_PAGE_LIST, index), drawn->kind->only_one);
      return;
    }
  if (drawn->kind->changes_sides)
    side = 1 + counts->sides++ % 2;
  if (drawn->kind->band == FR_BAND_GREY_TWICE)
    counts->grey = TRUE;
  grey = counts->grey && drawn->kind->band != FR_BAND_ALWAYS_WHITE;
  add_block (self, drawn->id, g_strdup_printf (FR_PAGE_LIST "/%u/%s", index, drawn->kind->name), band_classes[grey][side],
             drawn->html);
  if (drawn->kind->band != FR_BAND_GREY_TWICE)
    counts->grey = !counts->grey;
}

static void
add_item (FrPage *self, unsigned index, const FrPageItem *item, Counts *counts)
{
  const FrKind *kind = fr_kind_get_first ();
  const FrDrawn *first = item->drawn->len > 0 ? &g_array_index (item->drawn, FrDrawn, 0) : NULL;
  gboolean has_first = first != NULL && first->kind == kind;

  if (index == 0 && has_first)
    add_block (self, first->id, fr_pointer_join (FR_PAGE_LIST "/0", kind->name), "block", first->html);
  else if (index == 0)
    add_error (self, item->id, fr_pointer_join_index (FR_PAGE_LIST, index), kind->must_be_first);
  for (unsigned i = has_first ? 1 : 0; i < item->drawn->len; i++)
    add_drawn (self, index, &g_array_index (item->drawn, FrDrawn, i), counts);
}

void
fr_page_assemble (FrPage *self)
{
  Counts counts = { 0 };
  g_autoptr(GArray) old = self->blocks;

  self->blocks = fr_page_blocks_new ();
  if (self->notification != NULL)
    add_block (self, FR_PAGE_NOTIFICATION_ID, g_strdup ("/notification"), "block", self->notification);
  if (self->is_no_list)
    add_error (self, FR_PAGE_NO_LIST_ID, g_strdup (FR_PAGE_LIST), fr_kind_get_first ()->must_be_first);
  for (unsigned i = 0; i < self->items->len; i++)
    add_item (self, i, g_ptr_array_index (self->items, i), &counts);
  self->reordered = FALSE;
}

/* There is none for what an error stands in place of. */
void
fr_page_replace_html (FrPage *self, const FrDrawn *drawn)
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
