/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model.h: what a window must show, held against what it shows. The model is the list of texts that the file's source has been: an edit
 * adds one, an undo leads to one of those before and a redo to one of those behind; and what form, list, page and findings show is
 * what the text says, as if made anew.
 */
#pragma once

#include "fr-window.h"
#include "hands.h"

G_BEGIN_DECLS

typedef struct
{
  FrWindow   *window;
  GPtrArray  *texts;  /* of char * */
  unsigned    now;    /* the one that the session has */
  gboolean    is_unreadable;  /* that is source which cannot be read: nothing is said of the steps there and back */
} Model;

void model_begin        (Model *self, FrWindow *window);
void model_end          (Model *self);
/* After an action. What is wrong ends the test with these words. */
void model_follow       (Model *self, Did did, const char *what);
/* The text has become another one by itself: what another program wrote came in. */
void model_take         (Model *self);
/* Each field in sight shows its value, each row of the list its section. */
void model_check_shown  (Model *self, const char *what);
/* Page and findings are those of the text. This takes its time. */
void model_check_drawn  (Model *self, const char *what);
/* The file holds the text, unless something is unsaved. */
void model_check_file   (Model *self, const char *what);

G_END_DECLS
