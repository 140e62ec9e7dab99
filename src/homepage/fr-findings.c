/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found, kept up to date with the document. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check.h"
#include "fr-fences.h"
#include "fr-findings-private.h"
#include "fr-kinds.h"
#include "fr-pointer.h"
#include "fr-values.h"

G_DEFINE_FINAL_TYPE (FrFindings, fr_findings, G_TYPE_OBJECT)

#define SECTIONS "/sections"

static guint changed_signal;

void
fr_finding_free (FrFinding *finding)
{
  g_ref_string_release (finding->message);
  g_clear_pointer (&finding->brief, g_ref_string_release);
  g_ref_string_release (finding->pointer);
  g_clear_pointer (&finding->field, g_ref_string_release);
  g_clear_pointer (&finding->instead, g_ref_string_release);
  g_free (finding->leftover);
  g_free (finding->fix);
  g_free (finding->file);
  g_free (finding);
}

FrFinding *
fr_finding_new_of_file (FrRuleId rule, char *message, FrSite *site, const char *path, FrPlace place)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) { fr_rule_get (rule)->severity, fr_rule_get (rule)->name, g_ref_string_new (message),
                           .pointer = g_ref_string_new ("") };
  finding->file = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), path, NULL);
  finding->place = place.line > 0 ? place : (FrPlace) { 1, 1 };
  g_free (message);
  return finding;
}

static void
free_section (gpointer data)
{
  FrFoundSection *section = data;

  g_clear_pointer (&section->problems, g_ptr_array_unref);
  g_free (section);
}

static FrFoundSection *
new_section (void)
{
  FrFoundSection *section = g_new0 (FrFoundSection, 1);

  section->stale = TRUE;
  return section;
}

static void
fr_findings_finalize (GObject *object)
{
  FrFindings *self = FR_FINDINGS (object);

  g_clear_object (&self->document);
  g_clear_object (&self->scope.site);
  g_free (self->scope.own_path);
  g_clear_pointer (&self->settings, g_ptr_array_unref);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (fr_findings_parent_class)->finalize (object);
}

static void
fr_findings_class_init (FrFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fr_findings_finalize;
  changed_signal = g_signal_new ("changed", FR_TYPE_FINDINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fr_findings_init (FrFindings *self)
{
  self->sections = g_ptr_array_new_with_free_func (free_section);
}

const FrNode *
fr_findings_get_sections (FrFindings *self)
{
  const FrNode *sections = fr_node_lookup (fr_document_get_root (self->document), "sections");

  return fr_node_get_type (sections) == FR_TYPE_SEQUENCE ? sections : NULL;
}

static gboolean
is_same (const FrProblem *one, const FrProblem *other)
{
  return one->rule == other->rule && strcmp (one->path, other->path) == 0 && g_strcmp0 (one->spot, other->spot) == 0 &&
         strcmp (one->message, other->message) == 0 && g_strcmp0 (one->instead, other->instead) == 0;
}

/* Takes what was found now. */
static void
take_problems (FrFindings *self, GPtrArray **problems, GPtrArray *found)
{
  gboolean same = *problems != NULL && (*problems)->len == found->len;

  for (unsigned i = 0; same && i < found->len; i++)
    same = is_same (g_ptr_array_index (found, i), g_ptr_array_index (*problems, i));
  self->changed = self->changed || !same;
  g_clear_pointer (problems, g_ptr_array_unref);
  *problems = found;
}

static guint32
gather_kinds (const FrNode *item)
{
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);
  guint32 found = 0;

  for (unsigned i = 0; i < n_kinds; i++)
    if (fr_value_is_there (fr_node_lookup (item, kinds[i].name)))
      found |= 1u << i;
  return found;
}

static void
look_at (FrFindings *self, FrFoundSection *section, const FrNode *item)
{
  guint32 kinds = gather_kinds (item);

  self->changed = self->changed || kinds != section->kinds;
  section->kinds = kinds;
  section->stale = FALSE;
  take_problems (self, &section->problems, fr_check_section (item, &self->scope));
}

/* What stands behind the fences is no value, so that no rule of values sees it. */
static gboolean
has_body (FrFindings *self)
{
  g_autoptr (GBytes) bytes = fr_document_get_bytes (self->document);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  FrFences fences = { 0 };

  if (fr_document_get_format (self->document) != FR_FORMAT_FRONT_MATTER || !fr_fences_find (text, size, &fences, NULL))
    return FALSE;
  /* Behind the three dashes. */
  for (gsize i = fences.end + strlen ("---"); i < size; i++)
    if (!g_ascii_isspace (text[i]))
      return TRUE;
  return FALSE;
}

static GPtrArray *
look_at_settings (FrFindings *self)
{
  GPtrArray *found = fr_check_settings (fr_document_get_root (self->document), &self->scope);

  if (has_body (self))
    fr_check_add (found, FR_RULE_BODY_NOT_SHOWN, g_strdup (_("There is text behind the front matter, which the page does not show")));
  return found;
}

static void
look_at_stale (FrFindings *self)
{
  const FrNode *sections = fr_findings_get_sections (self);

  for (unsigned i = 0; i < self->sections->len; i++)
    {
      FrFoundSection *section = g_ptr_array_index (self->sections, i);

      if (section->stale)
        look_at (self, section, fr_node_get_item (sections, i));
    }
  if (self->stale_settings)
    take_problems (self, &self->settings, look_at_settings (self));
  self->stale_settings = FALSE;
}

static void
forget_everything (FrFindings *self)
{
  unsigned count = fr_node_count (fr_findings_get_sections (self));

  g_ptr_array_set_size (self->sections, 0);
  for (unsigned i = 0; i < count; i++)
    g_ptr_array_add (self->sections, new_section ());
  self->stale_settings = TRUE;
  self->changed = TRUE;
}

static void
insert_section (gpointer data, unsigned index)
{
  FrFindings *self = data;

  g_ptr_array_insert (self->sections, MIN (index, self->sections->len), new_section ());
  self->changed = TRUE;
}

static void
remove_section (gpointer data, unsigned index)
{
  FrFindings *self = data;

  if (index < self->sections->len)
    g_ptr_array_remove_index (self->sections, index);
  self->changed = TRUE;
}

static void
move_section (gpointer data, unsigned from, unsigned to)
{
  FrFindings *self = data;
  FrFoundSection *section = from < self->sections->len ? g_ptr_array_steal_index (self->sections, from) : NULL;

  if (section != NULL)
    g_ptr_array_insert (self->sections, MIN (to, self->sections->len), section);
  self->changed = TRUE;
}

static void
mark_section (gpointer data, unsigned index)
{
  FrFindings *self = data;

  if (index < self->sections->len)
    ((FrFoundSection *) g_ptr_array_index (self->sections, index))->stale = TRUE;
}

static void
mark_all (gpointer data)
{
  FrFindings *self = data;

  forget_everything (self);
}

static gboolean
is_about_settings (const FrChange *change)
{
  return !fr_pointer_is_within (change->pointer, SECTIONS) ||
         (change->from != NULL && !fr_pointer_is_within (change->from, SECTIONS));
}

static void
follow (FrFindings *self, const GPtrArray *changes)
{
  static const FrListEvents events = { insert_section, remove_section, move_section, mark_section, mark_all };

  fr_changes_tell_list (changes, SECTIONS, &events, self);
  for (unsigned i = 0; i < changes->len; i++)
    self->stale_settings = self->stale_settings || is_about_settings (changes->pdata[i]);
  /* No value is another one, so that what stands beside them is. */
  self->stale_settings = self->stale_settings || changes->len == 0;
}

static void
find_firsts (FrFindings *self)
{
  guint32 seen = 0;

  for (unsigned kind = 0; kind < G_N_ELEMENTS (self->firsts); kind++)
    self->firsts[kind] = G_MAXUINT;
  for (unsigned i = 0; i < self->sections->len; i++)
    {
      guint32 kinds = ((FrFoundSection *) g_ptr_array_index (self->sections, i))->kinds;

      for (unsigned kind = 0; (kinds & ~seen) >> kind != 0 && kind < G_N_ELEMENTS (self->firsts); kind++)
        if ((kinds & ~seen & 1u << kind) != 0)
          self->firsts[kind] = i;
      seen |= kinds;
    }
}

static void
refresh (FrFindings *self)
{
  look_at_stale (self);
  if (!self->changed)
    return;
  find_firsts (self);
  self->changed = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

void
fr_findings_update (FrFindings *self, const GPtrArray *changes)
{
  g_return_if_fail (FR_IS_FINDINGS (self));

  if (changes != NULL)
    follow (self, changes);
  if (changes == NULL || self->sections->len != fr_node_count (fr_findings_get_sections (self)))
    forget_everything (self);
  refresh (self);
}

void
fr_findings_set_site (FrFindings *self, FrSite *site)
{
  g_return_if_fail (FR_IS_FINDINGS (self));

  if (!g_set_object (&self->scope.site, site))
    return;
  self->changed = TRUE;
  self->stale_settings = TRUE;
  for (unsigned i = 0; i < self->sections->len; i++)
    ((FrFoundSection *) g_ptr_array_index (self->sections, i))->stale = TRUE;
  refresh (self);
}

static guint32
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate today;

  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  return g_date_get_julian (&today);
}

FrFindings *
fr_findings_new_for (FrDocument *document, FrSite *site, GFile *file, gboolean reads_pages)
{
  FrFindings *self = g_object_new (FR_TYPE_FINDINGS, NULL);

  self->document = g_object_ref (document);
  self->scope = (FrCheckScope) { g_object_ref (site), NULL, reads_pages, find_today () };
  if (file != NULL)
    self->scope.own_path = g_file_get_relative_path (fr_site_get_folder (site), file);
  fr_findings_update (self, NULL);
  return self;
}

FrFindings *
fr_findings_new (FrDocument *document, FrSite *site)
{
  return fr_findings_new_for (document, site, NULL, FALSE);
}
