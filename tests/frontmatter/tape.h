/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tape.h: all choices of a random test, in order, so that a failing one can be made again and made smaller.
 *
 * The generators ask for numbers and know nothing of the tape. A tape with parts cut out or with smaller numbers is
 * a smaller case of the same kind: past its end every choice is 0, which every generator takes for its simplest one.
 */
#pragma once

#include <glib.h>

typedef struct
{
  GArray  *choices;  /* of guint32 */
  unsigned next;
} Tape;

/* A number below `limit`. */
static inline unsigned
tape_pick (Tape *tape, unsigned limit)
{
  guint32 choice = tape->next < tape->choices->len ? g_array_index (tape->choices, guint32, tape->next) : 0;

  tape->next++;
  return choice % limit;
}

/* TRUE once in `odds` times, and never past the end. */
static inline gboolean
tape_chance (Tape *tape, unsigned odds)
{
  return tape_pick (tape, odds) == odds - 1;
}
