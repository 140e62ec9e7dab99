/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-typing.h"

#include "fr-text-change.h"

/* A letter behind a space begins a word. */
static gboolean
begins_word (const char *old_text, const FrTextChange *change)
{
  const char *before = g_utf8_offset_to_pointer (old_text, change->start);

  return change->length > 0 && !g_unichar_isspace (g_utf8_get_char (change->text)) && before > old_text &&
         g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before)));
}

gboolean
fr_typing_goes_on (FrTyping *self, const char *pointer, const char *old_text, const char *new_text, gint64 time)
{
  FrTextChange change;
  gboolean removes, same;

  if (!fr_text_change_find (old_text, new_text, &change))
    return TRUE;
  removes = change.length == 0;
  same = g_strcmp0 (self->pointer, pointer) == 0 && time - self->time <= FR_TYPING_PAUSE && removes == self->was_removed &&
         !begins_word (old_text, &change);
  if (g_strcmp0 (self->pointer, pointer) != 0)
    {
      g_free (self->pointer);
      self->pointer = g_strdup (pointer);
    }
  self->time = time;
  self->was_removed = removes;
  return same;
}

void
fr_typing_clear (FrTyping *self)
{
  g_clear_pointer (&self->pointer, g_free);
}
