/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-liquid-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Blocks within blocks. */
#define MOST_OPEN 100

typedef struct
{
  const char *text;
  gsize       at;
  GArray     *parts;
  GArray     *open;   /* of unsigned: the newest tag of each block that is open */
  gboolean    strip;  /* the part before ended with a dash: spaces at the start of what follows go */
} Cutter;

FrPlace
fr_liquid_find_place (const char *text, gsize offset)
{
  FrPlace place = { 1, 1 };
  const char *end = text + offset, *newline;

  while ((newline = memchr (text, '\n', end - text)) != NULL)
    {
      place.line++;
      text = newline + 1;
    }
  place.column = g_utf8_strlen (text, end - text) + 1;
  return place;
}

static void
clear_part (gpointer data)
{
  FrLiquidPart *part = data;

  g_free (part->name);
  g_free (part->markup);
}

static GError *
error_at (const Cutter *self, gsize offset, const char *format, const char *name)
{
  g_autofree char *message = g_strdup_printf (format, name);

  return fr_error_new_at (FR_ERROR_SYNTAX, fr_liquid_find_place (self->text, offset), "%s", message);
}

/* With its spaces, but for those that a dash beside it takes away. */
static void
add_plain (Cutter *self, gsize end, gboolean strip_end)
{
  FrLiquidPart part = { FR_LIQUID_PLAIN, self->at, end };

  while (self->strip && part.start < part.end && g_ascii_isspace (self->text[part.start]))
    part.start++;
  while (strip_end && part.end > part.start && g_ascii_isspace (self->text[part.end - 1]))
    part.end--;
  if (part.start < part.end)
    g_array_append_val (self->parts, part);
}

/* A tag that has nothing but a name. */
typedef struct
{
  const char *start, *end;
  const char *name;
  gsize       length;
  gboolean    strip_before, strip_after;  /* it has dashes */
} Bare;

/* The next one behind `from`. */
static gboolean
find_bare (const char *from, Bare *tag)
{
  for (const char *at = strstr (from, "{%"); at != NULL; at = strstr (at + 2, "{%"))
    {
      const char *end;

      tag->start = at;
      tag->strip_before = at[2] == '-';
      tag->name = at + 2 + tag->strip_before;
      tag->name += strspn (tag->name, " \t\r\n");
      tag->length = strspn (tag->name, "abcdefghijklmnopqrstuvwxyz");
      end = tag->name + tag->length;
      end += strspn (end, " \t\r\n");
      tag->strip_after = *end == '-';
      tag->end = end + tag->strip_after + 2;
      if (strncmp (end + tag->strip_after, "%}", 2) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_named (const Bare *tag, const char *name)
{
  return tag->length == strlen (name) && strncmp (tag->name, name, tag->length) == 0;
}

/* Goes on behind "{% endraw %}" or "{% endcomment %}"; comments may stand in comments. What is raw keeps its spaces, and a
 * dash in front of its end makes that a part of it. */
static gboolean
skip_block (Cutter *self, const char *name)
{
  g_autofree char *end_name = g_strconcat ("end", name, NULL);
  gboolean raw = strcmp (name, "raw") == 0;
  unsigned depth = 1;
  Bare tag = { .end = self->text + self->at };

  while (depth > 0)
    {
      if (!find_bare (tag.end, &tag))
        return FALSE;
      if (is_named (&tag, end_name) && !(raw && tag.strip_before))
        depth--;
      else if (!raw && is_named (&tag, name))
        depth++;
    }
  self->strip = FALSE;
  if (raw)
    add_plain (self, tag.start - self->text, FALSE);
  self->at = tag.end - self->text;
  self->strip = tag.strip_after;
  return TRUE;
}

static gboolean
is_one_of (const char *name, const char * const *names)
{
  return g_strv_contains (names, name);
}

static gboolean
belongs_to (const char *name, const char *block)
{
  static const char * const ifs[] = { "if", "unless", NULL };

  if (strcmp (name, "elsif") == 0)
    return is_one_of (block, ifs);
  if (strcmp (name, "when") == 0)
    return strcmp (block, "case") == 0;
  if (strcmp (name, "else") == 0)
    return is_one_of (block, ifs) || strcmp (block, "case") == 0 || strcmp (block, "for") == 0;
  return g_str_has_prefix (name, "end") && strcmp (name + 3, block) == 0;
}

static FrLiquidPart *
get_part (const Cutter *self, unsigned index)
{
  return &g_array_index (self->parts, FrLiquidPart, index);
}

/* The newest tag of the innermost block that is open; NULL: none is. */
static FrLiquidPart *
get_open (const Cutter *self)
{
  return self->open->len > 0 ? get_part (self, g_array_index (self->open, unsigned, self->open->len - 1)) : NULL;
}

/* The last part, a tag: what it opens, goes on with or ends. */
static gboolean
link_tag (Cutter *self)
{
  static const char * const blocks[] = { "if", "unless", "case", "for", "capture", NULL };
  static const char * const others[] = { "assign", "break", "continue", "cycle", NULL };
  unsigned index = self->parts->len - 1;
  FrLiquidPart *part = get_part (self, index), *open = get_open (self);

  if (is_one_of (part->name, others))
    return TRUE;
  if (is_one_of (part->name, blocks) && self->open->len < MOST_OPEN)
    {
      part->first = index;
      g_array_append_val (self->open, index);
      return TRUE;
    }
  if (open == NULL || !belongs_to (part->name, get_part (self, open->first)->name))
    return FALSE;
  part->first = open->first;
  open->next = index;
  g_array_set_size (self->open, self->open->len - 1);
  if (!g_str_has_prefix (part->name, "end"))
    g_array_append_val (self->open, index);
  return TRUE;
}

static gboolean
add_tag (Cutter *self, gsize start, const char *markup, GError **error)
{
  gsize length = strcspn (markup, " \t\r\n:");
  FrLiquidPart part = { FR_LIQUID_TAG, start, start, g_strndup (markup, length), g_strdup (markup + length) };
  gboolean is_skipped = strcmp (part.name, "raw") == 0 || strcmp (part.name, "comment") == 0;

  if (is_skipped)
    {
      gboolean ended = skip_block (self, part.name);

      if (!ended)
        g_propagate_error (error, error_at (self, start, _("The tag “%s” has no end"), part.name));
      clear_part (&part);
      return ended;
    }
  g_array_append_val (self->parts, part);
  if (link_tag (self))
    return TRUE;
  g_propagate_error (error, error_at (self, start, _("There cannot be a tag “%s” here"), part.name));
  return FALSE;
}

/* What begins at `start` with {{ or {%. */
static gboolean
add_marked (Cutter *self, gsize start, GError **error)
{
  gboolean output = self->text[start + 1] == '{', strip_before = self->text[start + 2] == '-';
  const char *inner = self->text + start + 2 + strip_before, *end = strstr (inner, output ? "}}" : "%}");
  gboolean strip_after = end != NULL && end > inner && end[-1] == '-';
  g_autofree char *markup = end != NULL ? g_strstrip (g_strndup (inner, end - inner - strip_after)) : NULL;
  FrLiquidPart part = { FR_LIQUID_OUTPUT, start, start };

  if (end == NULL)
    {
      g_propagate_error (error, error_at (self, start, _("“%s” has no end"), output ? "{{" : "{%"));
      return FALSE;
    }
  add_plain (self, start, strip_before);
  self->at = end + 2 - self->text;
  self->strip = strip_after;
  if (!output)
    return add_tag (self, start, markup, error);
  part.markup = g_steal_pointer (&markup);
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
cut (Cutter *self, GError **error)
{
  const FrLiquidPart *open;
  const char *found;

  for (const char *from = self->text + self->at; (found = strchr (from, '{')) != NULL;)
    {
      from = found + 1;
      if (*from != '{' && *from != '%')
        continue;
      if (!add_marked (self, found - self->text, error))
        return FALSE;
      from = self->text + self->at;
    }
  add_plain (self, self->at + strlen (self->text + self->at), FALSE);
  open = get_open (self);
  if (open == NULL)
    return TRUE;
  open = get_part (self, open->first);
  g_propagate_error (error, error_at (self, open->start, _("The tag “%s” has no end"), open->name));
  return FALSE;
}

GArray *
fr_liquid_parts_new (const char *text, gsize start, GError **error)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (unsigned));
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (FrLiquidPart));
  Cutter self = { text, start, parts, open };

  g_array_set_clear_func (parts, clear_part);
  return cut (&self, error) ? g_steal_pointer (&parts) : NULL;
}
