/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-pool.h"

/* Bytes. A small page takes a small piece; a large one does not take many. */
#define FIRST_PIECE 4096
#define LARGEST_PIECE (32 * 1024)

struct _FrPool
{
  GPtrArray *pieces;
  char      *next;
  gsize      left;   /* bytes, in the last piece */
  gsize      piece;  /* bytes, of the next one */
};

#ifdef __SANITIZE_ADDRESS__
#define IS_USED FALSE
#else
#define IS_USED TRUE
#endif

FrPool *
fr_pool_new (void)
{
  FrPool *self = IS_USED ? g_new0 (FrPool, 1) : NULL;

  if (self != NULL)
    {
      self->pieces = g_ptr_array_new_with_free_func (g_free);
      self->piece = FIRST_PIECE;
    }
  return self;
}

void
fr_pool_free (FrPool *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

gpointer
fr_pool_alloc (FrPool *self, gsize size)
{
  gpointer memory;

  size = (size + sizeof (gpointer) - 1) & ~(sizeof (gpointer) - 1);
  if (size > self->left)
    {
      self->left = MAX (self->piece, size);
      self->next = g_malloc (self->left);
      g_ptr_array_add (self->pieces, self->next);
      self->piece = MIN (2 * self->piece, LARGEST_PIECE);
    }
  memory = self->next;
  self->next += size;
  self->left -= size;
  return memory;
}
