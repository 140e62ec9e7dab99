/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grammar.h"

#include <string.h>

typedef struct
{
  Tape    *tape;
  GString *out;
  unsigned comments;
  unsigned anchors;
  unsigned newlines;   /* 0: LF, 1: CRLF, 2: both */
  unsigned depth;
} Writer;

static void write_entries (Writer *self, unsigned column, gboolean mapping, gboolean first_on_line);

#define PICK(self, array) ((array)[tape_pick ((self)->tape, G_N_ELEMENTS (array))])

static const char * const words[] = {
  "one", "two", "three", "a longer text", "yes", "012", "1:30", "2026-03-01", "~", "null", "1.5", "-1", "é", "😀", "it's",
  "https://example.org/a#b", "<b>bold</b>", "a:b", "back\\slash", "say \"so\"", "1_000", "=", "x,y", "end",
};

static void
put (Writer *self, const char *text)
{
  g_string_append (self->out, text);
}

static void
put_spaces (Writer *self, unsigned count)
{
  for (unsigned i = 0; i < count; i++)
    put (self, " ");
}

static void
put_newline (Writer *self)
{
  gboolean crlf = self->newlines == 1 || (self->newlines == 2 && tape_chance (self->tape, 2));

  put (self, crlf ? "\r\n" : "\n");
}

static void
put_comment (Writer *self)
{
  g_string_append_printf (self->out, "# c%u", ++self->comments);
}

/* What ends a line: nothing, spaces, a comment. */
static void
end_line (Writer *self)
{
  switch (tape_pick (self->tape, 8))
    {
    case 6:
      put_spaces (self, 1 + tape_pick (self->tape, 3));
      break;
    case 7:
      put_spaces (self, 1 + tape_pick (self->tape, 2));
      put_comment (self);
      break;
    default:
      break;
    }
  put_newline (self);
}

static void
put_comment_line (Writer *self, unsigned column)
{
  put_spaces (self, column);
  put_comment (self);
  put_newline (self);
}

/* What may stand between two entries. */
static void
put_between (Writer *self, unsigned column)
{
  switch (tape_pick (self->tape, 12))
    {
    case 8:
      put_newline (self);
      break;
    case 9:
      put_spaces (self, tape_pick (self->tape, 4));
      put_newline (self);
      break;
    case 10:
      put_comment_line (self, column);
      break;
    case 11:
      put_comment_line (self, tape_pick (self->tape, column + 3));
      break;
    default:
      break;
    }
}

static void
put_fold (Writer *self, unsigned indent)
{
  unsigned breaks = 1 + (tape_chance (self->tape, 4) ? 1 + tape_pick (self->tape, 2) : 0);

  for (unsigned i = 0; i < breaks; i++)
    {
      put_spaces (self, tape_chance (self->tape, 5));
      put_newline (self);
    }
  put_spaces (self, indent + (tape_chance (self->tape, 6) ? tape_pick (self->tape, 3) : 0));
}

static void
put_words (Writer *self, unsigned indent, char quote)
{
  unsigned count = 1 + tape_pick (self->tape, 5);
  gboolean folds = indent > 0 && tape_chance (self->tape, 3);

  for (unsigned i = 0; i < count; i++)
    {
      const char *word = PICK (self, words);

      if (i > 0 && folds && tape_chance (self->tape, 2))
        {
          if (quote == '"' && tape_chance (self->tape, 4))
            put (self, "\\");
          put_fold (self, indent);
        }
      else if (i > 0)
        put_spaces (self, 1 + tape_chance (self->tape, 8));
      for (const char *p = word; *p != '\0'; p++)
        {
          if (quote == '\'' && *p == '\'')
            put (self, "'");
          if (quote == '"' && strchr ("\"\\", *p) != NULL)
            put (self, "\\");
          g_string_append_c (self->out, *p);
        }
    }
}

static void
put_double_quoted (Writer *self, unsigned indent)
{
  static const char * const escapes[] = { "\\n", "\\t", "\\u00e9", "\\x41", "\\ ", "\\/", "\\U0001F600", " \\" "\\" };

  put (self, "\"");
  if (tape_chance (self->tape, 4))
    put (self, PICK (self, escapes));
  put_words (self, indent, '"');
  if (tape_chance (self->tape, 4))
    put (self, PICK (self, escapes));
  put (self, "\"");
}

/* `indent` is that of the block around it. */
static void
put_block_scalar (Writer *self, unsigned indent)
{
  static const char * const chomping[] = { "", "-", "+" };
  unsigned step = 1 + tape_pick (self->tape, 4);
  unsigned lines = 1 + tape_pick (self->tape, 4);
  gboolean spaced = tape_chance (self->tape, 5);

  put (self, tape_chance (self->tape, 2) ? ">" : "|");
  if (spaced || tape_chance (self->tape, 5))
    g_string_append_printf (self->out, "%u", step);
  put (self, PICK (self, chomping));
  if (tape_chance (self->tape, 6))
    {
      put (self, " ");
      put_comment (self);
    }
  put_newline (self);
  for (unsigned i = 0; i < lines; i++)
    {
      put_spaces (self, indent + step + (spaced || (i > 0 && tape_chance (self->tape, 4)) ? tape_pick (self->tape, 3) : 0));
      put_words (self, 0, '\0');
      put_spaces (self, tape_chance (self->tape, 5));
      put_newline (self);
      if (tape_chance (self->tape, 4))
        {
          put_spaces (self, tape_pick (self->tape, indent + step));
          put_newline (self);
        }
    }
}

static void put_flow (Writer *self, unsigned indent);

static void
put_flow_scalar (Writer *self, unsigned indent)
{
  switch (tape_pick (self->tape, 6))
    {
    case 3:
      put (self, "'");
      put_words (self, indent, '\'');
      put (self, "'");
      break;
    case 4:
      put_double_quoted (self, indent);
      break;
    case 5:
      put (self, PICK (self, ((const char * const[]) { "\"\"", "''", "~", "null" })));
      break;
    default:
      put (self, PICK (self, ((const char * const[]) { "one", "two words", "12", "x:y", "yes" })));
      break;
    }
}

static void
put_flow_break (Writer *self, unsigned indent, gboolean on_lines)
{
  if (!on_lines)
    {
      put_spaces (self, tape_pick (self->tape, 2));
      return;
    }
  if (tape_chance (self->tape, 6))
    {
      put (self, " ");
      put_comment (self);
    }
  put_newline (self);
  put_spaces (self, indent);
}

/* `indent` is where lines of it begin; no more than the block around it may be. */
static void
put_flow (Writer *self, unsigned indent)
{
  gboolean mapping = tape_chance (self->tape, 2);
  gboolean on_lines = tape_chance (self->tape, 3);
  unsigned count = tape_pick (self->tape, 4);

  put (self, mapping ? "{" : "[");
  for (unsigned i = 0; i < count; i++)
    {
      put_flow_break (self, indent, on_lines);
      if (mapping)
        g_string_append_printf (self->out, "f%u: ", i);
      if (self->depth < 4 && tape_chance (self->tape, 5))
        {
          self->depth++;
          put_flow (self, indent + 1);
          self->depth--;
        }
      else
        put_flow_scalar (self, indent);
      if (i + 1 < count || tape_chance (self->tape, 5))
        put (self, ",");
    }
  if (count > 0)
    put_flow_break (self, indent, on_lines);
  put (self, mapping ? "}" : "]");
}

/* A value on the line of its key or dash, and the end of that line. */
static void
put_inline_value (Writer *self, unsigned column)
{
  unsigned indent = column + 1 + tape_pick (self->tape, 4);

  if (tape_chance (self->tape, 40))
    g_string_append_printf (self->out, "&a%u ", ++self->anchors);
  switch (tape_pick (self->tape, 10))
    {
    case 4:
      put (self, "'");
      put_words (self, indent, '\'');
      put (self, "'");
      break;
    case 5:
    case 6:
      put_double_quoted (self, indent);
      break;
    case 7:
    case 8:
      put_block_scalar (self, column);
      return;
    case 9:
      put_flow (self, indent);
      break;
    default:
      if (tape_chance (self->tape, 40))
        put (self, "!!str ");
      put_words (self, indent, '\0');
      break;
    }
  end_line (self);
}

static void
put_nested (Writer *self, unsigned column, gboolean in_mapping)
{
  gboolean mapping = tape_chance (self->tape, 2);
  unsigned step = mapping || !in_mapping ? 1 + tape_pick (self->tape, 4) : tape_pick (self->tape, 5);

  if (!in_mapping && !tape_chance (self->tape, 4))
    {
      put_spaces (self, step);
      write_entries (self, column + 1 + step, mapping, TRUE);
      return;
    }
  end_line (self);
  put_between (self, column + step);
  write_entries (self, column + step, mapping, FALSE);
}

static void
put_value (Writer *self, unsigned column, gboolean in_mapping)
{
  unsigned kind = tape_pick (self->tape, 12);

  if (kind >= 9 && self->depth < 4)
    {
      put_nested (self, column, in_mapping);
      return;
    }
  if (kind == 8)
    {
      end_line (self);
      return;
    }
  if (kind == 7 && self->anchors > 0 && tape_chance (self->tape, 3))
    {
      g_string_append_printf (self->out, " *a%u", 1 + tape_pick (self->tape, self->anchors));
      end_line (self);
      return;
    }
  put (self, tape_chance (self->tape, 12) ? "\t" : " ");
  put_inline_value (self, column);
}

static void
put_key (Writer *self, unsigned number)
{
  static const char * const odd[] = { "\"quoted key\"", "'it''s'", "a/b", "m~n", "12", "-key", "title" };

  if (tape_chance (self->tape, 6))
    put (self, PICK (self, odd));
  else
    g_string_append_printf (self->out, "k%u", number);
}

static void
write_entries (Writer *self, unsigned column, gboolean mapping, gboolean first_on_line)
{
  unsigned count = 1 + tape_pick (self->tape, 4);

  self->depth++;
  for (unsigned i = 0; i < count; i++)
    {
      if (i > 0)
        put_between (self, column);
      if (i > 0 || !first_on_line)
        put_spaces (self, column);
      if (!mapping)
        put (self, "-");
      else if (tape_chance (self->tape, 60))
        {
          put (self, "? ");
          if (tape_chance (self->tape, 3))
            put (self, "- one");
          else
            put_key (self, i);
          put_newline (self);
          put_spaces (self, column);
          put (self, ":");
        }
      else if (self->anchors > 0 && tape_chance (self->tape, 30))
        put (self, "<<: {m1: merged}\n#");
      else
        {
          put_key (self, i);
          put (self, ":");
        }
      put_value (self, column, mapping);
    }
  self->depth--;
}

GrammarPage
grammar_page (Tape *tape)
{
  Writer self = { .tape = tape, .out = g_string_new (NULL) };
  gboolean front_matter = tape_chance (tape, 2);

  self.newlines = tape_pick (tape, 6) < 4 ? 0 : 1 + tape_pick (tape, 2);
  if (tape_chance (tape, 20))
    put (&self, "\xef\xbb\xbf");
  if (front_matter || tape_chance (tape, 5))
    {
      put (&self, "---");
      put_newline (&self);
    }
  put_between (&self, 0);
  if (!tape_chance (tape, 30))
    write_entries (&self, tape_chance (tape, 10) ? 2 : 0, !tape_chance (tape, 3), FALSE);
  put_between (&self, 0);
  if (front_matter)
    {
      put (&self, tape_chance (tape, 10) ? "..." : "---");
      put_newline (&self);
      put (&self, tape_chance (tape, 2) ? "body\n---\n# no comment: here" : "");
    }
  else if (tape_chance (tape, 6))
    g_string_truncate (self.out, self.out->len > 0 ? self.out->len - 1 : 0);
  return (GrammarPage) { self.out, front_matter };
}
