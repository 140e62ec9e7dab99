/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-recent-sites.h"
#include "fr-session-private.h"

G_DEFINE_FINAL_TYPE (FrSession, fr_session, G_TYPE_OBJECT)

enum { PROP_MODIFIED = 1, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_UNREADABLE, PROP_SAVING, PROP_TROUBLE, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { CHANGED, SITE_CHANGED, CONFLICTS, SOURCE_CHANGED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static void
follow_conflicts (FrSession *self, const GPtrArray *changes)
{
  for (unsigned i = 0; self->conflicts != NULL && i < self->conflicts->len; i++)
    {
      FrConflict *conflict = self->conflicts->pdata[i];

      if (conflict->pointer != NULL)
        fr_pointer_follow (&conflict->pointer, changes);
    }
}

static void
on_document_changed (FrSession *self, GPtrArray *changes)
{
  fr_page_update (self->page, fr_document_get_root (self->document), changes);
  fr_findings_update (self->findings, changes);
  fr_draft_keep_soon (self->draft);
  self->gave_up = FALSE;
  follow_conflicts (self, changes);
  if (self->typed != NULL && !fr_typed_can_undo (self->typed))
    fr_session_drop_typed (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

/* Its properties are ours, but for what is typed in the source. */
static void
on_document_notify (FrSession *self, GParamSpec *spec)
{
  if (!fr_session_is_modified (self))
    fr_draft_forget (self->draft);
  fr_session_notify_typed (self);
}

static gboolean
can_undo (FrSession *self)
{
  return fr_session_steps_in_source (self, FALSE) || fr_document_get_undo (self->document) != NULL;
}

static gboolean
can_redo (FrSession *self)
{
  return self->typed != NULL ? fr_typed_can_redo (self->typed) : fr_document_get_redo (self->document) != NULL;
}

static void
notify_if_new (FrSession *self, gboolean *before, gboolean now, unsigned property)
{
  if (*before == now)
    return;
  *before = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
fr_session_notify_typed (FrSession *self)
{
  notify_if_new (self, &self->could_undo, can_undo (self), PROP_CAN_UNDO);
  notify_if_new (self, &self->could_redo, can_redo (self), PROP_CAN_REDO);
  notify_if_new (self, &self->was_modified, fr_session_is_modified (self), PROP_MODIFIED);
  notify_if_new (self, &self->was_unreadable, self->unreadable != NULL, PROP_UNREADABLE);
}

static void
on_site_changed (FrSession *self)
{
  g_set_object (&self->site, fr_site_watch_get_site (self->watch));
  fr_page_set_site (self->page, self->site, fr_document_get_root (self->document));
  fr_findings_set_site (self->findings, self->site);
  g_signal_emit (self, signals[SITE_CHANGED], 0);
}

FrSession *
fr_session_new (FrLoaded *loaded)
{
  FrSession *self = g_object_new (FR_TYPE_SESSION, NULL);

  self->file = g_steal_pointer (&loaded->file);
  self->real_path = g_steal_pointer (&loaded->real_path);
  self->document = g_steal_pointer (&loaded->document);
  self->page = g_steal_pointer (&loaded->page);
  self->findings = g_steal_pointer (&loaded->findings);
  self->site = g_object_ref (loaded->site);
  self->watch = fr_site_watch_get (loaded->site);
  self->draft = fr_draft_new (self->real_path, self->document);
  self->left = g_steal_pointer (&loaded->left);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (self->document, "notify", G_CALLBACK (on_document_notify), self);
  g_signal_connect_swapped (self->watch, "notify::site", G_CALLBACK (on_site_changed), self);
  /* Somebody else may be watching this site already, and know more of it. */
  if (fr_site_watch_get_site (self->watch) != self->site)
    on_site_changed (self);
  fr_session_enlist (self);
  fr_session_watch_file (self);
  return self;
}

GFile *
fr_session_get_file (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->file;
}

char *
fr_session_get_name (FrSession *self)
{
  GFile *named = fr_site_get_folder (self->site);
  g_autofree char *name = NULL;

  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  if (fr_site_get_title (self->site) != NULL)
    return g_strdup (fr_site_get_title (self->site));
  if (fr_place_is_nameless (named))
    named = self->file;
  name = g_file_get_basename (named);
  return g_filename_display_name (name);
}

gboolean
fr_session_is_lone (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return !fr_site_has_config (self->site);
}

FrDocument *
fr_session_get_document (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->document;
}

FrSite *
fr_session_get_site (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->site;
}

FrPage *
fr_session_get_page (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->page;
}

FrFindings *
fr_session_get_findings (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->findings;
}

gboolean
fr_session_type_text (FrSession *self, const char *pointer, const char *text, GError **error)
{
  const char *old = fr_node_get_text (fr_document_get (self->document, pointer));

  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  if (!fr_typing_goes_on (&self->typing, pointer, old != NULL ? old : "", text, g_get_monotonic_time ()))
    fr_document_end_group (self->document);
  return fr_document_set_string (self->document, pointer, text, error);
}

gboolean
fr_session_is_modified (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return fr_document_is_modified (self->document) || fr_session_steps_in_source (self, FALSE);
}

gboolean
fr_session_is_saving (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), FALSE);

  return self->saving;
}

void
fr_session_set_saving (FrSession *self, gboolean saving)
{
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

const char *
fr_session_get_trouble (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->trouble;
}

void
fr_session_set_trouble (FrSession *self, const char *sentence)
{
  if (g_strcmp0 (sentence, self->trouble) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

const GPtrArray *
fr_session_get_conflicts (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return self->conflicts;
}

void
fr_session_add_conflicts (FrSession *self, GPtrArray *conflicts)
{
  if (conflicts->len == 0)
    {
      g_ptr_array_unref (conflicts);
      return;
    }
  if (self->conflicts != NULL)
    g_ptr_array_extend_and_steal (self->conflicts, conflicts);
  else
    self->conflicts = conflicts;
  g_signal_emit (self, signals[CONFLICTS], 0);
}

const char *
fr_session_get_fault (FrSession *self)
{
  g_return_val_if_fail (FR_IS_SESSION (self), NULL);

  return fr_document_get_fault (self->document);
}

static void
fr_session_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  FrSession *self = FR_SESSION (object);

  if (id == PROP_SAVING)
    g_value_set_boolean (value, self->saving);
  else if (id == PROP_TROUBLE)
    g_value_set_string (value, self->trouble);
  else if (id == PROP_UNREADABLE)
    g_value_set_boolean (value, self->unreadable != NULL);
  else if (id == PROP_MODIFIED)
    g_value_set_boolean (value, fr_session_is_modified (self));
  else
    g_value_set_boolean (value, id == PROP_CAN_UNDO ? can_undo (self) : can_redo (self));
}

static void
fr_session_dispose (GObject *object)
{
  FrSession *self = FR_SESSION (object);

  fr_session_delist (self);
  fr_session_drop_copies (self);
  fr_session_unwatch_file (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (fr_session_parent_class)->dispose (object);
}

static void
fr_session_finalize (GObject *object)
{
  FrSession *self = FR_SESSION (object);

  fr_session_drop_typed (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->draft, fr_draft_free);
  g_clear_pointer (&self->left, fr_left_draft_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_bytes_unref);
  g_clear_object (&self->page);
  g_clear_object (&self->findings);
  g_clear_object (&self->document);
  g_clear_object (&self->site);
  g_free (self->real_path);
  g_free (self->trouble);
  fr_typing_clear (&self->typing);
  G_OBJECT_CLASS (fr_session_parent_class)->finalize (object);
}

static void
fr_session_class_init (FrSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fr_session_get_property;
  object_class->dispose = fr_session_dispose;
  object_class->finalize = fr_session_finalize;
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNREADABLE] = g_param_spec_boolean ("unreadable", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", FR_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_PTR_ARRAY);
  signals[SITE_CHANGED] = g_signal_new ("site-changed", FR_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[CONFLICTS] = g_signal_new ("conflicts", FR_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SOURCE_CHANGED] = g_signal_new ("source-changed", FR_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fr_session_init (FrSession *self)
{
}
