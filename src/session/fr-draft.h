/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-draft.h: what is unsaved, on the disk all the same: in the state folder, readable by its owner alone, as a journal of the
 * steps that were made, with the text that they began with and the one that the file held. Whoever opens the file after a
 * crash is offered it.
 */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* The longest that a change is not on the disk, but for what the disk takes, in ms */
#define FR_DRAFT_DELAY 500

typedef struct _FrDraft FrDraft;

/* Of the file at a real path; the document outlives it. */
FrDraft *fr_draft_new       (const char *real_path, FrDocument *document);
/* What is on the disk stays. */
void     fr_draft_free      (FrDraft *self);
/* The document is another one: it is kept in FR_DRAFT_DELAY. */
void     fr_draft_keep_soon (FrDraft *self);
/* What is typed in the file's text, and the document has not got; NULL: nothing. It is kept in FR_DRAFT_DELAY. */
void     fr_draft_set_typed (FrDraft *self, GBytes *text);
/* Where nothing is unsaved, nothing is kept. */
void     fr_draft_keep      (FrDraft *self);
/* It goes, and what is unsaved is not kept before the next change. */
void     fr_draft_forget    (FrDraft *self);

/* One that was left by a program that came to no good end. */
typedef struct
{
  char       *path;
  int         fd;         /* nobody else is offered it meanwhile */
  gint64      time;       /* when it was written last: seconds since 1970 */
  FrDocument *document;   /* as it was then, with all that could be undone */
  GBytes     *text;       /* with what was written into the file since */
  GBytes     *typed;      /* what was typed in the file's text, and the document had not got; NULL: nothing */
  GPtrArray  *conflicts;  /* of FrConflict: what both have changed; the text has the draft's */
} FrLeftDraft;

/* Blocks. The newest one of the file, which holds `now`, that has anything in it which the file has not; those that have
 * nothing are removed. NULL: there is none. transfer full */
FrLeftDraft *fr_draft_find       (const char *real_path, GBytes *now, FrFormat format);
void         fr_left_draft_free  (FrLeftDraft *self);
void         fr_left_draft_remove (FrLeftDraft *self);
/* What it has that the document, as the file is now, has not: a line for each change. transfer full */
GStrv        fr_left_draft_describe (FrLeftDraft *self, FrDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLeftDraft, fr_left_draft_free)

G_END_DECLS
