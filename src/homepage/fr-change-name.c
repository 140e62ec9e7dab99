/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-change-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-change.h"
#include "fr-kinds.h"
#include "fr-pointer.h"

/* A section as a whole has the name of its first key. */
static char *
name_section (const char *key)
{
  const FrKind *kind = key != NULL ? fr_kind_find (key) : NULL;

  if (kind != NULL)
    return g_strdup (_(kind->label));
  /* Translators: a section of a kind that the program does not know */
  return key != NULL ? g_strdup_printf (_("section “%s”"), key) : g_strdup (_("a section"));
}

/* What is not in the table has the name that the file gives it. */
static char *
name_value (const FrChange *change)
{
  g_autofree char *token = NULL;
  g_autofree char *above = fr_pointer_split_last (change->pointer, &token);
  char *name;

  if (g_strcmp0 (above, "/sections") == 0)
    return name_section (change->key);
  name = fr_kinds_describe_in_words (change->pointer);
  if (name != NULL)
    return name;
  return token != NULL && *token != '\0' ? g_strdup_printf ("“%s”", token) : g_strdup (_("the page"));
}

static gboolean
are_of_one_value (const GPtrArray *changes)
{
  const FrChange *first = changes->pdata[0];

  for (unsigned i = 1; i < changes->len; i++)
    if (strcmp (((const FrChange *) changes->pdata[i])->pointer, first->pointer) != 0)
      return FALSE;
  return TRUE;
}

/* A key of a mapping that comes or goes with its text is a field that was filled in or emptied. */
static FrChangeKind
get_meaning (const GPtrArray *changes)
{
  const FrChange *first = changes->pdata[0];
  gboolean is_field = first->kind != FR_CHANGE_MOVED && !first->in_list;

  return changes->len > 1 || is_field ? FR_CHANGE_EDITED : first->kind;
}

char *
fr_changes_get_name (const GPtrArray *changes)
{
  g_autofree char *name = NULL;

  if (!are_of_one_value (changes))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", changes->len), changes->len);
  name = name_value (changes->pdata[0]);
  switch (get_meaning (changes))
    {
    case FR_CHANGE_INSERTED:
      /* Translators: "Undo adding of Infopic" */
      return g_strdup_printf (_("adding of %s"), name);
    case FR_CHANGE_REMOVED:
      /* Translators: "Undo removal of Infopic" */
      return g_strdup_printf (_("removal of %s"), name);
    case FR_CHANGE_MOVED:
      /* Translators: "Undo move of Infopic" */
      return g_strdup_printf (_("move of %s"), name);
    default:
      /* Translators: "Undo change of Hero title" */
      return g_strdup_printf (_("change of %s"), name);
    }
}

char *
fr_changes_get_heading (const GPtrArray *changes)
{
  g_autofree char *name = fr_changes_get_name (changes);
  g_autofree char *first = g_utf8_strup (name, g_utf8_next_char (name) - name);

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}
