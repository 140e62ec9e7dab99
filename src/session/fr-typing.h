/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-typing.h: which key presses one undo takes back: those of one word, of one direction, without a pause between. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Between two key presses, in microseconds; what comes later begins anew. */
#define FR_TYPING_PAUSE (G_USEC_PER_SEC)

typedef struct
{
  char     *pointer;     /* of the text that was typed in last; NULL: none was */
  gint64    time;        /* microseconds, of any clock that only goes on */
  gboolean  was_removed; /* nothing was put in, the last time */
} FrTyping;

/* At `time` the text at `pointer` becomes another one. TRUE: that is undone together with what was typed before. */
gboolean fr_typing_goes_on (FrTyping *self, const char *pointer, const char *old_text, const char *new_text, gint64 time);

void     fr_typing_clear   (FrTyping *self);

G_END_DECLS
