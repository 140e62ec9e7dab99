/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many findings there are of a part of the page: what fr_findings_list () would have, without making it. */
#include <string.h>

#include "fr-check.h"
#include "fr-findings-private.h"

unsigned
fr_findings_count_settings (FrFindings *self)
{
  g_return_val_if_fail (FR_IS_FINDINGS (self), 0);

  return self->settings->len;
}

/* An item that has several sections is a whole only for its first one. */
static gboolean
is_of_first (const FrNode *item, const char *name)
{
  return g_strcmp0 (fr_node_get_text (fr_node_get_key (item, 0)), name) == 0;
}

static gboolean
is_below (const char *path, const char *name)
{
  gsize length = strlen (name);

  return *path == '/' && strncmp (path + 1, name, length) == 0 && (path[1 + length] == '\0' || path[1 + length] == '/');
}

unsigned
fr_findings_count_section (FrFindings *self, unsigned index, const char *name)
{
  const FrFoundSection *section;
  const FrNode *item;
  const FrKind *kind = name != NULL ? fr_kind_find (name) : NULL;
  unsigned count = 0;

  g_return_val_if_fail (FR_IS_FINDINGS (self), 0);

  if (index >= self->sections->len)
    return 0;
  section = g_ptr_array_index (self->sections, index);
  item = fr_node_get_item (fr_findings_get_sections (self), index);
  for (unsigned i = 0; i < section->problems->len; i++)
    {
      const char *path = ((FrProblem *) g_ptr_array_index (section->problems, i))->path;

      count += name == NULL || is_below (path, name) || (*path == '\0' && is_of_first (item, name));
    }
  if (name == NULL || is_of_first (item, name))
    count += fr_findings_is_misplaced (self, index);
  return count + (kind != NULL && fr_findings_is_second (self, index, kind));
}
