/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fix.h"

#include "fr-fix.h"

/* One fix may show what another one is for, such as two mistakes in one text. */
#define MOST_ROUNDS 8

/* All at once, or, where one of them cannot be made, each by itself. */
static unsigned
apply (FrDocument *document, const GPtrArray *chosen)
{
  g_autofree char *patch = fr_fixes_join (chosen);
  unsigned count = 0;

  if (patch == NULL)
    return 0;
  if (fr_document_patch (document, patch, NULL))
    return chosen->len;
  for (unsigned i = 0; i < chosen->len; i++)
    count += fr_document_patch (document, ((FrFinding *) chosen->pdata[i])->fix, NULL);
  return count;
}

unsigned
cli_fix (FrDocument *document, const char *rule, CliLook look, gpointer data)
{
  unsigned made = 0, now = 1;

  for (unsigned round = 0; round < MOST_ROUNDS && now > 0; round++)
    {
      g_autoptr (GPtrArray) found = look (document, data);
      g_autoptr (GPtrArray) chosen = fr_fixes_choose (found, rule);

      now = apply (document, chosen);
      made += now;
    }
  return made;
}
