/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what is found: pointers and places are made here, from where things stand now. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check.h"
#include "fr-findings-private.h"
#include "fr-fix.h"
#include "fr-kinds.h"
#include "fr-known-files.h"
#include "fr-pointer.h"

/* Takes message and pointer. What depends on several sections is worse than what a section has too much of. */
static void
add (GPtrArray *findings, FrRuleId rule, char *message, char *pointer, const FrNode *node)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) { FR_SEVERITY_ERROR, fr_rule_get (rule)->name, g_ref_string_new (message), .pointer = g_ref_string_new (pointer),
                           .offset = fr_node_get_start (node) };
  finding->brief = g_ref_string_acquire (finding->message);
  finding->field = g_ref_string_acquire (finding->pointer);
  g_free (message);
  g_free (pointer);
  g_ptr_array_add (findings, finding);
}

static char *
share (char *string)
{
  return string != NULL ? g_ref_string_acquire (string) : NULL;
}

static char *
join (const char *pointer, const char *path)
{
  g_autofree char *joined = g_strconcat (pointer, path, NULL);

  return g_ref_string_new (joined);
}

static FrFinding *
make_finding (const FrProblem *problem, const FrNode *part, const char *pointer)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) {
    problem->severity, problem->rule, share (problem->message), share (problem->brief != NULL ? problem->brief : problem->message),
    join (pointer, problem->path), NULL,
    problem->leftover != NULL ? g_strconcat (pointer, problem->leftover, NULL) : NULL,
    fr_fix_to_patch (problem->fix, pointer), share (problem->instead), problem->safe,
    fr_node_get_start (fr_node_at (part, problem->spot != NULL ? problem->spot : problem->path)),
  };
  finding->field = problem->field != NULL ? join (pointer, problem->field) : share (finding->pointer);
  return finding;
}

static void
add_problems (GPtrArray *findings, const GPtrArray *problems, const FrNode *part, const char *pointer)
{
  for (unsigned i = 0; i < problems->len; i++)
    g_ptr_array_add (findings, make_finding (g_ptr_array_index (problems, i), part, pointer));
}

static gboolean
has_first (FrFindings *self, unsigned index)
{
  const FrFoundSection *section = g_ptr_array_index (self->sections, index);

  return (section->kinds & 1u << fr_kind_get_index (fr_kind_get_first ())) != 0;
}

gboolean
fr_findings_is_misplaced (FrFindings *self, unsigned index)
{
  return has_first (self, index) != (index == 0);
}

static void
add_order (FrFindings *self, GPtrArray *findings, unsigned index, const FrNode *item, const char *pointer)
{
  if (!fr_findings_is_misplaced (self, index))
    return;
  if (index == 0)
    add (findings, FR_RULE_HERO_FIRST,
         g_strdup (_("The first section must be a hero; the page shows an error in its place")), g_strdup (pointer), item);
  else
    add (findings, FR_RULE_HERO_NOT_FIRST,
         g_strdup (_("The page shows a hero only as the first section; this one is not drawn")), g_strdup (pointer), item);
}

gboolean
fr_findings_is_second (FrFindings *self, unsigned index, const FrKind *kind)
{
  const FrFoundSection *section = g_ptr_array_index (self->sections, index);
  unsigned bit = fr_kind_get_index (kind);

  return kind->only_one != NULL && (section->kinds & 1u << bit) != 0 && self->firsts[bit] < index;
}

static void
add_seconds (FrFindings *self, GPtrArray *findings, unsigned index, const FrNode *item, const char *pointer)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    if (fr_findings_is_second (self, index, &kinds[i]))
      add (findings, FR_RULE_TOO_MANY,
           g_strdup (_("The page shows one section of this kind only; in place of this one it shows an error")),
           fr_pointer_join (pointer, kinds[i].name), fr_node_lookup (item, kinds[i].name));
}

static void
add_section (FrFindings *self, GPtrArray *findings, unsigned index)
{
  const FrFoundSection *section = g_ptr_array_index (self->sections, index);
  const FrNode *item = fr_node_get_item (fr_findings_get_sections (self), index);
  g_autofree char *pointer = fr_pointer_join_index ("/sections", index);

  add_order (self, findings, index, item, pointer);
  add_seconds (self, findings, index, item, pointer);
  add_problems (findings, section->problems, item, pointer);
}

static void
add_sections (FrFindings *self, GPtrArray *findings)
{
  for (unsigned i = 0; i < self->sections->len; i++)
    add_section (self, findings, i);
}

/* A text or a mapping in place of the list of sections is an item that has no hero; other values are no sections. */
static void
add_no_list (FrFindings *self, GPtrArray *findings)
{
  const FrNode *value = fr_node_lookup (fr_document_get_root (self->document), "sections");
  FrType type = fr_node_get_type (value);

  if ((type == FR_TYPE_STRING && fr_node_get_length (value) > 0) || (type == FR_TYPE_MAPPING && fr_node_count (value) > 0))
    add (findings, FR_RULE_HERO_FIRST,
         g_strdup (_("This is not a list of sections, so the page shows an error instead of them")),
         g_strdup ("/sections"), value);
}

static int
by_offset (gconstpointer a, gconstpointer b)
{
  const FrFinding *one = *(FrFinding **) a, *other = *(FrFinding **) b;

  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* From the place of `at` to that of `end`. */
static FrPlace
advance (FrPlace place, const char *at, const char *end)
{
  const char *newline;

  while ((newline = memchr (at, '\n', end - at)) != NULL)
    {
      place = (FrPlace) { place.line + 1, 1 };
      at = newline + 1;
    }
  place.column += g_utf8_strlen (at, end - at);
  return place;
}

/* In one way through the text, as the findings are in its order. */
static void
find_places (const GPtrArray *findings, FrDocument *document)
{
  const char *text = fr_document_get_text (document);
  FrPlace place = { 1, 1 };
  gsize at = 0;

  for (unsigned i = 0; i < findings->len; i++)
    {
      FrFinding *finding = g_ptr_array_index (findings, i);

      finding->place = place = advance (place, text + at, text + finding->offset);
      at = finding->offset;
    }
}

/* Takes what was found. */
static void
add_files (GPtrArray *findings, GPtrArray *found)
{
  for (unsigned i = 0; found->len > 0; i++)
    g_ptr_array_insert (findings, i, g_ptr_array_steal_index (found, 0));
  g_ptr_array_unref (found);
}

GPtrArray *
fr_findings_list (FrFindings *self)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free);

  g_return_val_if_fail (FR_IS_FINDINGS (self), NULL);

  add_problems (findings, self->settings, fr_document_get_root (self->document), "");
  add_sections (self, findings);
  add_no_list (self, findings);
  g_ptr_array_sort (findings, by_offset);
  find_places (findings, self->document);
  add_files (findings, fr_known_files_check (self->scope.site));
  return g_steal_pointer (&findings);
}

GPtrArray *
fr_findings_list_for (FrFindings *self, const char *pointer)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free);
  g_auto(GStrv) tokens = NULL;
  unsigned index;

  g_return_val_if_fail (FR_IS_FINDINGS (self), NULL);

  tokens = fr_pointer_split (pointer, NULL);
  if (tokens == NULL || tokens[0] == NULL || strcmp (tokens[0], "sections") != 0)
    add_problems (findings, self->settings, fr_document_get_root (self->document), "");
  else if (tokens[1] != NULL && fr_pointer_parse_index (tokens[1], &index) && index < self->sections->len)
    add_section (self, findings, index);
  return g_steal_pointer (&findings);
}
