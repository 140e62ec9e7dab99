/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-markup-wrap.h"

#include <string.h>

static gboolean
has_before (const GtkTextIter *at, const char *text)
{
  GtkTextIter start = *at;
  g_autofree char *there = NULL;

  gtk_text_iter_backward_chars (&start, g_utf8_strlen (text, -1));
  there = gtk_text_iter_get_slice (&start, at);
  return strcmp (there, text) == 0;
}

static gboolean
has_behind (const GtkTextIter *at, const char *text)
{
  GtkTextIter end = *at;
  g_autofree char *there = NULL;

  gtk_text_iter_forward_chars (&end, g_utf8_strlen (text, -1));
  there = gtk_text_iter_get_slice (at, &end);
  return strcmp (there, text) == 0;
}

/* The characters from one offset to another become this text. */
static void
replace (GtkTextBuffer *buffer, int from, int to, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
}

static void
select_between (GtkTextBuffer *buffer, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

void
fr_markup_wrap (GtkTextBuffer *buffer, const char *before, const char *after)
{
  GtkTextIter start, end;
  int from, to, length = before != NULL ? g_utf8_strlen (before, -1) : 0;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start), to = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_begin_user_action (buffer);
  if (before == NULL)
    {
      replace (buffer, from, to, after);
      from = to = from + g_utf8_strlen (after, -1);
    }
  else if (to > from && has_before (&start, before) && has_behind (&end, after))
    {
      replace (buffer, to, to + g_utf8_strlen (after, -1), "");
      replace (buffer, from - length, from, "");
      from -= length, to -= length;
    }
  else
    {
      replace (buffer, to, to, after);
      replace (buffer, from, from, before);
      from += length, to += length;
    }
  select_between (buffer, from, to);
  gtk_text_buffer_end_user_action (buffer);
}
