/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-fix.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-json.h"
#include "fr-pointer.h"

/* In bytes; longer texts are not repeated. */
#define LONGEST_TOLD 40

static void
append_member (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  fr_json_append_string (out, text, -1);
}

/* A key moves to another name beside itself. */
static void
append_move (GString *out, const char *from, const char *name)
{
  g_autofree char *holder = fr_pointer_split_last (from, NULL);
  g_autofree char *to = fr_pointer_join (holder, name);

  append_member (out, "from", from);
  append_member (out, "path", to);
}

static void
append_step (GString *out, const FrFixStep *step, const char *pointer)
{
  g_autofree char *path = g_strconcat (pointer, step->path, NULL);

  g_string_append_printf (out, "%s{\"op\":\"%s\"", out->len > 1 ? "," : "", step->op);
  if (strcmp (step->op, "move") == 0)
    append_move (out, path, step->value);
  else
    append_member (out, "path", path);
  if (strcmp (step->op, "replace") == 0 || strcmp (step->op, "add") == 0)
    g_string_append_printf (out, ",\"value\":%s", step->value);
  g_string_append_c (out, '}');
}

char *
fr_fix_to_patch (const FrFixStep *steps, const char *pointer)
{
  GString *out;

  if (steps[0].op == NULL)
    return NULL;
  out = g_string_new ("[");
  for (unsigned i = 0; i < FR_FIX_STEPS && steps[i].op != NULL; i++)
    append_step (out, &steps[i], pointer);
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static gboolean
removes (const FrFinding *finding)
{
  return strstr (finding->fix, "{\"op\":\"remove\"") != NULL;
}

/* They change the same value, or one removes what may be the other's, which stands beside it. */
static gboolean
are_near (const FrFinding *one, const FrFinding *other)
{
  g_autofree char *holder = fr_pointer_split_last (one->field, NULL), *other_holder = fr_pointer_split_last (other->field, NULL);

  if ((removes (one) || removes (other)) && g_strcmp0 (holder, other_holder) == 0)
    return TRUE;
  return fr_pointer_is_within (one->field, other->field) || fr_pointer_is_within (other->field, one->field);
}

GPtrArray *
fr_fixes_choose (const GPtrArray *findings, const char *rule)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (unsigned i = findings->len; i-- > 0;)
    {
      FrFinding *finding = findings->pdata[i], *last = chosen->len > 0 ? chosen->pdata[chosen->len - 1] : NULL;

      if (finding->fix == NULL || (rule != NULL ? strcmp (finding->rule, rule) != 0 : !finding->safe))
        continue;
      if (last != NULL && are_near (finding, last))
        chosen->pdata[chosen->len - 1] = finding;
      else
        g_ptr_array_add (chosen, finding);
    }
  return chosen;
}

char *
fr_fixes_join (const GPtrArray *findings)
{
  g_autoptr (GString) out = g_string_new ("[");

  for (unsigned i = 0; i < findings->len; i++)
    {
      const char *fix = ((FrFinding *) findings->pdata[i])->fix;

      if (fix == NULL)
        continue;
      /* Without its brackets. */
      g_string_append (out, out->len > 1 ? "," : "");
      g_string_append_len (out, fix + 1, strlen (fix) - 2);
    }
  if (out->len == 1)
    return NULL;
  g_string_append_c (out, ']');
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
fr_fix_describe (const FrFinding *finding)
{
  if (finding->instead != NULL && strlen (finding->instead) <= LONGEST_TOLD && strchr (finding->instead, '\n') == NULL)
    return g_strdup_printf (_("Change to “%s”"), finding->instead);
  if (finding->instead != NULL)
    return g_strdup (_("Change the text"));
  if (strstr (finding->fix, "{\"op\":\"move\"") != NULL)
    return g_strdup (_("Change the name"));
  return g_strdup (removes (finding) ? _("Remove") : _("Add"));
}
