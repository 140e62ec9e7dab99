/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-keepsake.h"

#include <string.h>

#include "fr-change.h"
#include "fr-json.h"

typedef struct
{
  char *pointer;  /* NULL: the mapping that it was in is gone */
  char *json;
} Kept;

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_free (kept->pointer);
  g_free (kept->json);
  g_free (kept);
}

static void
on_changed (GPtrArray *all, GPtrArray *changes)
{
  for (unsigned i = 0; i < all->len; i++)
    {
      Kept *kept = all->pdata[i];

      if (kept->pointer != NULL)
        fr_pointer_follow_key (&kept->pointer, changes);
    }
}

static void
on_modified (FrSession *session, GParamSpec *property, GPtrArray *all)
{
  if (!fr_session_is_modified (session))
    g_ptr_array_set_size (all, 0);
}

/* Of Kept. */
static GPtrArray *
get_all (FrSession *session)
{
  GPtrArray *all = g_object_get_data (G_OBJECT (session), "fr-keepsake");

  if (all != NULL)
    return all;
  all = g_ptr_array_new_with_free_func (free_kept);
  g_object_set_data_full (G_OBJECT (session), "fr-keepsake", all, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), all);
  g_signal_connect (session, "notify::modified", G_CALLBACK (on_modified), all);
  return all;
}

static Kept *
find (GPtrArray *all, const char *pointer)
{
  for (unsigned i = 0; i < all->len; i++)
    if (g_strcmp0 (((Kept *) all->pdata[i])->pointer, pointer) == 0)
      return all->pdata[i];
  return NULL;
}

void
fr_keepsake_put (FrSession *session, const char *pointer, const FrNode *value)
{
  GPtrArray *all = get_all (session);
  Kept *kept = find (all, pointer);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      kept->pointer = g_strdup (pointer);
      g_ptr_array_add (all, kept);
    }
  g_free (kept->json);
  kept->json = fr_json_to_text (value, FALSE);
}

const char *
fr_keepsake_get (FrSession *session, const char *pointer)
{
  const Kept *kept = find (get_all (session), pointer);

  return kept != NULL ? kept->json : NULL;
}
