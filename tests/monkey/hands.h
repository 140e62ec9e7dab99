/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hands.h: one action after the other in a real window, as somebody might do who does not look: types, deletes, presses what can be
 * pressed, moves, drags, undoes, saves, answers, lets another program write the file, kills the web process. What is done depends
 * on the random numbers and on what is in sight alone.
 */
#pragma once

#include "fr-window.h"

G_BEGIN_DECLS

typedef enum { DID_EDIT, DID_UNDO, DID_REDO, DID_SAVE, DID_OUTSIDE } Did;

typedef struct
{
  GRand     *rand;
  FrWindow  *window;
  char      *what;     /* the last action, in words */
  char      *outside;  /* what the last other program has made of the page's title; NULL: none did */
  unsigned   counts[16];
} Hands;

/* Settles what it began as far as that does not take time. */
Did  hands_act      (Hands *self);
/* Answers whatever a dialog asks; FALSE: none is open. */
gboolean hands_answer (Hands *self);
/* How often each action was done, for people. transfer full */
char *hands_tell    (Hands *self);
/* Lets the program do all that is to be done now. */
void hands_rest     (void);

G_END_DECLS
