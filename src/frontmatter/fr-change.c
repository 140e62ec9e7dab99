/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-change.h"

#include <stdlib.h>
#include <string.h>

#include "fr-pointer.h"

static void
change_free (gpointer data)
{
  FrChange *change = data;

  g_free (change->pointer);
  g_free (change->from);
  g_free (change->key);
  g_free (change);
}

GPtrArray *
fr_changes_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

void
fr_changes_add (GPtrArray *list, FrChangeKind kind, const char *pointer, gboolean in_list, const char *from,
                gboolean from_list, const char *key)
{
  FrChange *change = g_new (FrChange, 1);

  *change = (FrChange) { kind, g_strdup (pointer), g_strdup (from), in_list, from_list, g_strdup (key) };
  g_ptr_array_add (list, change);
}

static gboolean
is_said_already (const GPtrArray *list, const FrChange *change)
{
  const FrChange *last = list->len > 0 ? list->pdata[list->len - 1] : NULL;

  return last != NULL && change->kind == FR_CHANGE_EDITED &&
         (last->kind == FR_CHANGE_EDITED || last->kind == FR_CHANGE_INSERTED) &&
         fr_pointer_is_within (change->pointer, last->pointer);
}

void
fr_changes_append (GPtrArray *list, const GPtrArray *changes)
{
  for (unsigned i = 0; i < changes->len; i++)
    {
      const FrChange *change = changes->pdata[i];

      if (!is_said_already (list, change))
        fr_changes_add (list, change->kind, change->pointer, change->in_list, change->from, change->from_list, change->key);
    }
}

GPtrArray *
fr_changes_invert (const GPtrArray *changes)
{
  GPtrArray *inverse = fr_changes_new ();

  for (unsigned i = changes->len; i-- > 0;)
    {
      const FrChange *change = changes->pdata[i];

      if (change->kind == FR_CHANGE_MOVED)
        fr_changes_add (inverse, FR_CHANGE_MOVED, change->from, change->from_list, change->pointer, change->in_list, change->key);
      else
        fr_changes_add (inverse,
                        change->kind == FR_CHANGE_INSERTED  ? FR_CHANGE_REMOVED
                        : change->kind == FR_CHANGE_REMOVED ? FR_CHANGE_INSERTED : FR_CHANGE_EDITED,
                        change->pointer, change->in_list, NULL, FALSE, change->key);
    }
  return inverse;
}

/* Where `pointer` has an index in the list that `entry` is an item of: that index, and what follows it. */
static gboolean
find_index (const char *pointer, const char *entry, unsigned long *index, unsigned long *of_entry, char **rest)
{
  gsize length = strrchr (entry, '/') + 1 - entry;

  if (strncmp (pointer, entry, length) != 0 || !g_ascii_isdigit (pointer[length]))
    return FALSE;
  *index = strtoul (pointer + length, rest, 10);
  *of_entry = strtoul (entry + length, NULL, 10);
  return TRUE;
}

/* The pointer with its index in the entry's list put up or down by one, where it is at or behind the entry's. */
static char *
shift (const char *pointer, const char *entry, int by)
{
  unsigned long index, of_entry;
  char *rest;

  if (!find_index (pointer, entry, &index, &of_entry, &rest) || index < of_entry)
    return g_strdup (pointer);
  return g_strdup_printf ("%.*s%lu%s", (int) (strrchr (entry, '/') + 1 - entry), pointer, index + by, rest);
}

static char *
rebase_once (const char *pointer, const FrChange *change)
{
  g_autofree char *between = NULL;

  switch (change->kind)
    {
    case FR_CHANGE_INSERTED:
      return change->in_list ? shift (pointer, change->pointer, 1) : g_strdup (pointer);
    case FR_CHANGE_REMOVED:
      if (fr_pointer_is_within (pointer, change->pointer))
        return NULL;
      return change->in_list ? shift (pointer, change->pointer, -1) : g_strdup (pointer);
    case FR_CHANGE_MOVED:
      if (fr_pointer_is_within (pointer, change->from))
        return g_strconcat (change->pointer, pointer + strlen (change->from), NULL);
      between = change->from_list ? shift (pointer, change->from, -1) : g_strdup (pointer);
      return change->in_list ? shift (between, change->pointer, 1) : g_steal_pointer (&between);
    default:
      return g_strdup (pointer);
    }
}

/* The item of `list` that the pointer is at or in; `exactly`: at. */
static gboolean
is_item (const char *pointer, const char *list, gboolean exactly, unsigned *index)
{
  gsize length = strlen (list);
  char *end;

  if (pointer == NULL || strncmp (pointer, list, length) != 0 || pointer[length] != '/' ||
      !g_ascii_isdigit (pointer[length + 1]))
    return FALSE;
  *index = strtoul (pointer + length + 1, &end, 10);
  return *end == '\0' || (*end == '/' && !exactly);
}

/* The change takes away what a mapping has at this very key. */
static gboolean
empties_key (const FrChange *change, const char *pointer)
{
  return change->kind == FR_CHANGE_REMOVED ? !change->in_list && strcmp (change->pointer, pointer) == 0
         : change->kind == FR_CHANGE_MOVED && !change->from_list && strcmp (change->from, pointer) == 0;
}

/* What came to be at the pointer, or went from there. */
static void
tell_entry (const char *pointer, gboolean in_list, const char *list, const FrListEvents *events,
            void (*whole) (gpointer, unsigned), gpointer data)
{
  unsigned index;

  if (in_list && is_item (pointer, list, TRUE, &index))
    whole (data, index);
  else if (is_item (pointer, list, FALSE, &index))
    events->edited (data, index);
  else if (!in_list && fr_pointer_is_within (list, pointer))
    events->replaced (data);
}

static void
tell_once (const FrChange *change, const char *list, const FrListEvents *events, gpointer data)
{
  unsigned from, to;

  switch (change->kind)
    {
    case FR_CHANGE_EDITED:
      tell_entry (change->pointer, FALSE, list, events, NULL, data);
      break;
    case FR_CHANGE_INSERTED:
      tell_entry (change->pointer, change->in_list, list, events, events->inserted, data);
      break;
    case FR_CHANGE_REMOVED:
      if (change->in_list && fr_pointer_is_within (list, change->pointer))
        events->replaced (data);
      else
        tell_entry (change->pointer, change->in_list, list, events, events->removed, data);
      break;
    default:
      if (change->from_list && change->in_list && is_item (change->from, list, TRUE, &from) &&
          is_item (change->pointer, list, TRUE, &to))
        events->moved (data, from, to);
      else if (empties_key (change, list))
        events->replaced (data);
      else if (!fr_pointer_is_within (list, change->from))
        {
          g_autofree char *between = rebase_once (list, &(FrChange) { FR_CHANGE_REMOVED, change->from, .in_list = change->from_list });

          tell_entry (change->from, change->from_list, list, events, events->removed, data);
          tell_entry (change->pointer, change->in_list, between, events, events->inserted, data);
        }
    }
}

void
fr_changes_tell_list (const GPtrArray *changes, const char *list, const FrListEvents *events, gpointer data)
{
  g_autofree char *now = g_strdup (list);

  for (unsigned i = 0; i < changes->len; i++)
    {
      char *next;

      tell_once (changes->pdata[i], now, events, data);
      next = empties_key (changes->pdata[i], now) ? NULL : rebase_once (now, changes->pdata[i]);
      if (next == NULL)
        continue;
      g_free (now);
      now = next;
    }
}

static gboolean
are_related (const char *pointer, const char *other)
{
  return pointer != NULL && (fr_pointer_is_within (pointer, other) || fr_pointer_is_within (other, pointer));
}

gboolean
fr_change_touches (const FrChange *change, const char *pointer)
{
  return are_related (change->pointer, pointer) || are_related (change->from, pointer);
}

static gboolean
moves_others (const FrChange *change)
{
  return change->in_list || change->kind == FR_CHANGE_REMOVED || change->kind == FR_CHANGE_MOVED;
}

static gboolean
follow (char **pointer, const GPtrArray *changes, gboolean key)
{
  gboolean touched = FALSE;

  for (unsigned i = 0; *pointer != NULL && i < changes->len; i++)
    {
      const FrChange *change = changes->pdata[i];
      g_autofree char *before = NULL;

      touched = touched || fr_change_touches (change, *pointer);
      if (!moves_others (change) || (key && empties_key (change, *pointer)))
        continue;
      before = *pointer;
      *pointer = rebase_once (before, change);
      /* What moves in does so after it has left. */
      touched = touched || are_related (*pointer, change->pointer);
    }
  return touched;
}

gboolean
fr_pointer_follow (char **pointer, const GPtrArray *changes)
{
  return follow (pointer, changes, FALSE);
}

gboolean
fr_pointer_follow_key (char **pointer, const GPtrArray *changes)
{
  return follow (pointer, changes, TRUE);
}

gboolean
fr_pointer_follow_below (char **pointer, const char *before, const char *after, const GPtrArray *changes)
{
  g_autofree char *old = *pointer, *followed = NULL;

  *pointer = NULL;
  if (old == NULL || after == NULL)
    return old != NULL;
  *pointer = g_strconcat (after, old + strlen (before), NULL);
  followed = g_steal_pointer (&old);
  return fr_pointer_follow_key (&followed, changes);
}

char *
fr_pointer_rebase (const char *pointer, const GPtrArray *changes)
{
  char *now = g_strdup (pointer);

  fr_pointer_follow (&now, changes);
  return now;
}
