/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-alternative-patch.h"

#include "fr-hollow.h"
#include "fr-json.h"
#include "fr-keepsake.h"
#include "fr-pointer.h"
#include "fr-values.h"

static gboolean
is_there (const FrAlternative *alternative, const FrNode *mapping)
{
  for (const FrField *field = alternative->first; field != alternative->end; field++)
    if (fr_value_is_there (fr_node_lookup (mapping, field->name)))
      return TRUE;
  return FALSE;
}

int
fr_alternatives_find_drawn (const FrAlternative *all, unsigned n, const FrNode *mapping)
{
  int i = (int) n - 1;

  while (i >= 0 && !is_there (&all[i], mapping))
    i--;
  return i;
}

gboolean
fr_alternative_is_filled (const FrAlternative *alternative, const FrNode *mapping)
{
  for (const FrField *field = alternative->first; field != alternative->end; field++)
    if (!fr_node_is_hollow (fr_node_lookup (mapping, field->name)))
      return TRUE;
  return FALSE;
}

static void
append_operation (GString *patch, const char *operation, const char *pointer, const char *json)
{
  g_string_append_printf (patch, "%s{\"op\":\"%s\",\"path\":", patch->len > 1 ? "," : "", operation);
  fr_json_append_string (patch, pointer, -1);
  if (json != NULL)
    g_string_append_printf (patch, ",\"value\":%s", json);
  g_string_append_c (patch, '}');
}

static void
append_removal (GString *patch, const FrAlternative *alternative, FrSession *session, const char *pointer)
{
  for (const FrField *field = alternative->first; field != alternative->end; field++)
    {
      g_autofree char *own = fr_pointer_join (pointer, field->name);
      const FrNode *value = fr_document_get (fr_session_get_document (session), own);

      if (value == NULL)
        continue;
      fr_keepsake_put (session, own, value);
      append_operation (patch, "remove", own, NULL);
    }
}

/* What was kept aside of it; nothing, where that is nothing. */
static gboolean
append_kept (GString *patch, const FrAlternative *alternative, FrSession *session, const char *pointer)
{
  gboolean any = FALSE;

  for (const FrField *field = alternative->first; field != alternative->end; field++)
    {
      g_autofree char *own = fr_pointer_join (pointer, field->name);
      const char *json = fr_keepsake_get (session, own);

      if (json == NULL)
        continue;
      append_operation (patch, "add", own, json);
      any = TRUE;
    }
  return any;
}

static void
append_chosen (GString *patch, const FrAlternative *chosen, FrSession *session, const char *pointer)
{
  g_autofree char *own = fr_pointer_join (pointer, chosen->first->name);

  if (!append_kept (patch, chosen, session, pointer))
    append_operation (patch, "add", own, chosen->first->new_item != NULL ? chosen->first->new_item : "\"\"");
}

char *
fr_alternatives_make_patch (const FrAlternative *all, unsigned n, int chosen, FrSession *session, const char *pointer)
{
  const FrNode *mapping = fr_document_get (fr_session_get_document (session), pointer);
  GString *patch = g_string_new ("[");

  for (int i = 0; i < (int) n; i++)
    if (i != chosen && (chosen < i || !fr_alternative_is_filled (&all[i], mapping)))
      append_removal (patch, &all[i], session, pointer);
  if (chosen >= 0 && !is_there (&all[chosen], mapping))
    append_chosen (patch, &all[chosen], session, pointer);
  g_string_append_c (patch, ']');
  return g_string_free (patch, FALSE);
}
