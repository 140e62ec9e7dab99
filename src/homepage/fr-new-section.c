/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-new-section.h"

#include <glib/gi18n-lib.h>

#include "fr-pointer.h"
#include "fr-values.h"

#define SECTIONS "/sections"

static gboolean
has_one (FrDocument *document, const FrKind *kind)
{
  const FrNode *sections = fr_document_get (document, SECTIONS);

  for (unsigned i = 0; fr_node_get_type (sections) == FR_TYPE_SEQUENCE && i < fr_node_count (sections); i++)
    if (fr_value_is_there (fr_node_lookup (fr_node_get_item (sections, i), kind->name)))
      return TRUE;
  return FALSE;
}

char *
fr_new_section_why_not (FrDocument *document, const FrKind *kind)
{
  if ((kind->only_one == NULL && kind->must_be_first == NULL) || !has_one (document, kind))
    return NULL;
  return g_strdup (_("This page has one already, and there can be only one"));
}

/* The place of a new one in a list of `count`. */
static unsigned
find_place (const FrKind *kind, const char *after, unsigned count)
{
  g_auto (GStrv) tokens = fr_pointer_split (after, NULL);
  unsigned index;

  if (kind->must_be_first != NULL)
    return 0;
  if (tokens != NULL && fr_pointer_is_within (after, SECTIONS) && tokens[1] != NULL && fr_pointer_parse_index (tokens[1], &index))
    return MIN (index + 1, count);
  return count;
}

/* Where there is no list yet, not even an empty one, it is made. */
static gboolean
add_item (FrDocument *document, const FrNode *sections, unsigned place, const char *item, GError **error)
{
  g_autofree char *pointer = fr_pointer_join_index (SECTIONS, place), *list = g_strconcat ("[", item, "]", NULL);
  FrType type = fr_node_get_type (sections);

  if (type == FR_TYPE_SEQUENCE)
    return fr_document_add (document, pointer, item, error);
  if (type == FR_TYPE_NULL)
    return fr_document_set_json (document, SECTIONS, list, error);
  g_set_error_literal (error, FR_ERROR, FR_ERROR_NOT_EDITABLE,
                       _("In this file, “sections” is not a list, so that nothing can be added to it"));
  return FALSE;
}

char *
fr_new_section_add (FrDocument *document, const FrKind *kind, const char *after, GError **error)
{
  const FrNode *sections = fr_document_get (document, SECTIONS);
  unsigned place = find_place (kind, after, fr_node_count (sections));
  g_autofree char *item = g_strdup_printf ("{\"%s\":%s}", kind->name, kind->new_value);

  if (!add_item (document, sections, place, item, error))
    return NULL;
  return g_strdup_printf (SECTIONS "/%u/%s", place, kind->name);
}
