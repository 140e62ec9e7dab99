/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-text-change.h"

#include <string.h>

gboolean
fr_text_change_find (const char *old_text, const char *new_text, FrTextChange *change)
{
  const char *old_start = old_text, *new_start = new_text;
  const char *old_end = old_text + strlen (old_text), *new_end = new_text + strlen (new_text);

  while (*old_start != '\0' && *old_start == *new_start)
    old_start++, new_start++;
  if (*old_start == '\0' && *new_start == '\0')
    return FALSE;
  while (old_end > old_start && new_end > new_start && old_end[-1] == new_end[-1])
    old_end--, new_end--;

  /* Back to whole characters. What the bytes before and after have in common they have in both texts. */
  while ((*old_start & 0xC0) == 0x80 || (*new_start & 0xC0) == 0x80)
    old_start--, new_start--;
  while ((*old_end & 0xC0) == 0x80 || (*new_end & 0xC0) == 0x80)
    old_end++, new_end++;

  change->start = g_utf8_strlen (old_text, old_start - old_text);
  change->old_end = change->start + g_utf8_strlen (old_start, old_end - old_start);
  change->text = new_start;
  change->length = new_end - new_start;
  return TRUE;
}

char *
fr_text_to_line (const char *text)
{
  g_autoptr (GRegex) breaks = g_regex_new ("[ \\t]*[\\r\\n]+[ \\t\\r\\n]*", 0, 0, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return g_regex_replace_literal (breaks, trimmed, -1, 0, " ", 0, NULL);
}
