/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-field-row.h"

#include <glib/gi18n-lib.h>

#include "fr-field-notes.h"
#include "fr-form-part.h"
#include "fr-plain-text.h"
#include "fr-pointer.h"

typedef struct
{
  GtkWidget *label;
  GtkWidget *tools_bin;
  GtkWidget *child_bin;
  FrFieldNotes *notes;
  GtkWidget *control;

  const FrField *field;
  const FrField *decider;  /* the choice that the field is drawn by, if it is drawn by one */
  FrSession *session;  /* weak: a row may be on its way out when its session goes */
  char *pointer;       /* NULL: the mapping is gone, and the row on its way out */
  gboolean updating;  /* the control changes because the document did */
  gboolean added;     /* the value was not in the file before somebody began to type */
  unsigned emptied;   /* source id */
} FrFieldRowPrivate;

static void fr_field_row_init_part (FrFormPartInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FrFieldRow, fr_field_row, ADW_TYPE_PREFERENCES_ROW, G_ADD_PRIVATE (FrFieldRow)
                                  G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, fr_field_row_init_part))

#define PRIVATE(self) ((FrFieldRowPrivate *) fr_field_row_get_instance_private (self))

const char *
fr_field_row_get_pointer (FrFieldRow *self)
{
  return PRIVATE (self)->pointer;
}

FrSession *
fr_field_row_get_session (FrFieldRow *self)
{
  return PRIVATE (self)->session;
}

static FrDocument *
get_document (FrFieldRowPrivate *priv)
{
  return fr_session_get_document (priv->session);
}

static void
tell_notes (FrFieldRowPrivate *priv)
{
  g_autofree char *text = fr_field_notes_dup_text (priv->notes);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
fr_field_row_show_problem (FrFieldRow *self, const char *sentence)
{
  fr_field_notes_set_note (PRIVATE (self)->notes, sentence, TRUE);
  tell_notes (PRIVATE (self));
}

void
fr_field_row_show_destination (FrFieldRow *self, const FrDestination *destination)
{
  fr_field_notes_set_destination (PRIVATE (self)->notes, destination);
  tell_notes (PRIVATE (self));
}

static char *
why_read_only (FrFieldRowPrivate *priv, const FrNode *node)
{
  FrType type = fr_node_get_type (node);

  if (type == FR_TYPE_SEQUENCE || type == FR_TYPE_MAPPING)
    return g_strdup (_("This is a list in the file where a text belongs. It is kept as it is."));
  return fr_document_why_read_only (get_document (priv), priv->pointer);
}

/* Of a field that is not drawn as things are, why. */
static char *
why_not_drawn (FrFieldRowPrivate *priv)
{
  const FrField *field = priv->field;
  g_autofree char *mapping = fr_pointer_split_last (priv->pointer, NULL), *pointer = NULL;
  const char *text;

  if (field->drawn_by == NULL)
    return NULL;
  pointer = fr_pointer_join (mapping, field->drawn_by);
  text = fr_node_get_text (fr_document_get (get_document (priv), pointer));
  if (g_strv_contains (field->drawn_in, fr_field_choose (priv->decider, text)))
    return NULL;
  return g_strdup_printf (_("Not shown in the layout “%s”."), fr_field_name_choice (priv->decider, text));
}

static void
show_notes (FrFieldRow *self, char *reason, const char *text)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  g_autofree char *not_drawn = reason == NULL ? why_not_drawn (priv) : NULL;

  fr_field_notes_set_note (priv->notes, reason != NULL ? reason : not_drawn, FALSE);
  fr_field_notes_set_length (priv->notes, priv->field->max_length > 0 ? fr_plain_text_length (text) : 0,
                             priv->field->max_length);
  if (not_drawn != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "not-drawn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "not-drawn");
  tell_notes (priv);
}

static void
refresh (FrFieldRow *self)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  FrFieldRowClass *class = FR_FIELD_ROW_GET_CLASS (self);
  const FrNode *node = fr_document_get (get_document (priv), priv->pointer);
  const char *text = fr_node_get_text (node);
  g_autofree char *reason = why_read_only (priv, node);

  if (text == NULL || (fr_node_get_type (node) == FR_TYPE_NULL))
    text = "";
  g_clear_handle_id (&priv->emptied, g_source_remove);
  priv->updating = TRUE;
  class->show_text (self, text);
  class->set_editable (self, reason == NULL);
  priv->updating = FALSE;
  show_notes (self, reason, text);
}

void
fr_field_row_bind (FrFieldRow *self, const FrField *field, const FrField *fields, FrSession *session, const char *pointer)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  FrFieldRowClass *class = FR_FIELD_ROW_GET_CLASS (self);

  priv->field = field;
  priv->decider = field->drawn_by != NULL ? fr_field_find (fields, field->drawn_by) : NULL;
  g_set_weak_pointer (&priv->session, session);
  priv->pointer = g_strdup (pointer);
  gtk_label_set_text (GTK_LABEL (priv->label), _(field->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  if (class->bind != NULL)
    class->bind (self, field);
  refresh (self);
}

static gboolean
is_decided_by (FrFieldRowPrivate *priv, const char *mapping, const GPtrArray *changes)
{
  g_autofree char *pointer = mapping != NULL && priv->field->drawn_by != NULL ? fr_pointer_join (mapping, priv->field->drawn_by)
                                                                              : NULL;

  for (unsigned i = 0; pointer != NULL && i < changes->len; i++)
    if (fr_change_touches (changes->pdata[i], pointer))
      return TRUE;
  return FALSE;
}

static void
fr_field_row_follow (FrFormPart *part, const char *before, const char *after, const GPtrArray *changes)
{
  FrFieldRow *self = FR_FIELD_ROW (part);
  FrFieldRowPrivate *priv = PRIVATE (self);
  gboolean touched = fr_pointer_follow_below (&priv->pointer, before, after, changes) || is_decided_by (priv, after, changes);

  if (touched && priv->pointer != NULL && priv->session != NULL)
    refresh (self);
}

static GtkWidget *
fr_field_row_find (FrFormPart *part, const char *pointer)
{
  const char *own = PRIVATE (FR_FIELD_ROW (part))->pointer;

  return fr_pointer_is_within (pointer, own) || fr_pointer_is_within (own, pointer) ? GTK_WIDGET (part) : NULL;
}

static void
fr_field_row_show_findings (FrFormPart *part, GPtrArray *findings)
{
  FrFieldRowPrivate *priv = PRIVATE (FR_FIELD_ROW (part));
  g_autoptr (GPtrArray) own = fr_findings_take (findings, priv->pointer);

  fr_field_notes_set_findings (priv->notes, own);
  tell_notes (priv);
}

static void
fr_field_row_site_changed (FrFormPart *part)
{
  FrFieldRowClass *class = FR_FIELD_ROW_GET_CLASS (part);

  if (class->site_changed != NULL && PRIVATE (FR_FIELD_ROW (part))->session != NULL)
    class->site_changed (FR_FIELD_ROW (part));
}

static void
fr_field_row_init_part (FrFormPartInterface *iface)
{
  iface->site_changed = fr_field_row_site_changed;
  iface->follow = fr_field_row_follow;
  iface->find = fr_field_row_find;
  iface->show_findings = fr_field_row_show_findings;
}

gboolean
fr_field_row_focus (FrFieldRow *self)
{
  GtkWidget *control = PRIVATE (self)->control;

  /* A selection that comes and goes is told to the X server each time, and GTK takes the answer to an earlier one for
   * another program's selection, for which it gives up the last. */
  if (GTK_IS_ENTRY (control))
    return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (control));
  return gtk_widget_grab_focus (control) || gtk_widget_child_focus (control, GTK_DIR_TAB_FORWARD);
}

void
fr_field_row_select_text (FrFieldRow *self, gboolean all)
{
  FrFieldRowClass *class = FR_FIELD_ROW_GET_CLASS (self);

  if (class->select_text != NULL)
    class->select_text (self, all);
}

void
fr_field_row_set_control (FrFieldRow *self, GtkWidget *child, GtkWidget *control)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  adw_bin_set_child (ADW_BIN (priv->child_bin), child);
  priv->control = control;
}

void
fr_field_row_set_tools (FrFieldRow *self, GtkWidget *tools)
{
  adw_bin_set_child (ADW_BIN (PRIVATE (self)->tools_bin), tools);
}

static gboolean
is_there (FrFieldRowPrivate *priv)
{
  return fr_document_get (get_document (priv), priv->pointer) != NULL;
}

static void
set_string (FrFieldRow *self, const char *text)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  gboolean was_there = is_there (priv);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&priv->emptied, g_source_remove);
  if (!fr_session_type_text (priv->session, priv->pointer, text, &error))
    fr_field_row_show_problem (self, error->message);
  else
    priv->added = priv->added || !was_there;
}

static void
take_away (FrFieldRow *self, const char *pointer)
{
  g_autoptr (GError) error = NULL;

  if (!fr_document_remove (get_document (PRIVATE (self)), pointer, &error))
    fr_field_row_show_problem (self, error->message);
}

/* What the file had stays there, as an empty text; what came by typing goes again. */
static void
set_empty (FrFieldRow *self)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  g_clear_handle_id (&priv->emptied, g_source_remove);
  if (!is_there (priv))
    return;
  if (priv->added)
    take_away (self, priv->pointer);
  else
    set_string (self, "");
}

static gboolean
on_emptied (gpointer data)
{
  PRIVATE (data)->emptied = 0;
  set_empty (data);
  return G_SOURCE_REMOVE;
}

/* Replacing all of a text empties the control first. The file does not go through that: an empty value would
 * lose the style in which the old one is written. */
void
fr_field_row_commit (FrFieldRow *self, const char *text)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  if (priv->updating || priv->session == NULL || priv->pointer == NULL)
    return;
  if (*text != '\0')
    set_string (self, text);
  else if (priv->emptied == 0)
    priv->emptied = g_idle_add_full (G_PRIORITY_HIGH, on_emptied, self, NULL);
}

gboolean
fr_field_row_is_updating (FrFieldRow *self)
{
  return PRIVATE (self)->updating;
}

void
fr_field_row_remove (FrFieldRow *self)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  if (!priv->updating && priv->session != NULL && priv->pointer != NULL && is_there (priv))
    take_away (self, priv->pointer);
}

/* By the fix of what is found here. */
static void
mend_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrFieldRow *self = FR_FIELD_ROW (widget);
  g_autoptr (GError) error = NULL;

  if (PRIVATE (self)->session == NULL)
    return;
  fr_field_row_focus (self);
  if (!fr_document_patch (get_document (PRIVATE (self)), g_variant_get_string (parameter, NULL), &error))
    fr_field_row_show_problem (self, error->message);
}

void
fr_field_row_replace (FrFieldRow *self, const char *text)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  if (priv->session == NULL || priv->pointer == NULL)
    return;
  fr_document_end_group (get_document (priv));
  set_string (self, text);
  fr_document_end_group (get_document (priv));
  fr_field_row_focus (self);
  fr_field_row_select_text (self, FALSE);
}

static void
replace_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fr_field_row_replace (FR_FIELD_ROW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_leave (FrFieldRow *self)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  if (priv->session == NULL || priv->pointer == NULL)
    return;
  if (priv->emptied != 0)
    set_empty (self);
  priv->added = FALSE;
  fr_document_end_group (get_document (priv));
}

static void
fr_field_row_dispose (GObject *object)
{
  FrFieldRowPrivate *priv = PRIVATE (FR_FIELD_ROW (object));

  if (priv->emptied != 0 && priv->session != NULL && priv->pointer != NULL)
    set_empty (FR_FIELD_ROW (object));
  g_clear_handle_id (&priv->emptied, g_source_remove);
  G_OBJECT_CLASS (fr_field_row_parent_class)->dispose (object);
}

static void
fr_field_row_finalize (GObject *object)
{
  FrFieldRowPrivate *priv = PRIVATE (FR_FIELD_ROW (object));

  g_clear_weak_pointer (&priv->session);
  g_free (priv->pointer);
  G_OBJECT_CLASS (fr_field_row_parent_class)->finalize (object);
}

static void
fr_field_row_class_init (FrFieldRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_field_row_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_field_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, label);
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, tools_bin);
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, child_bin);
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_install_action (widget_class, "field.mend", "s", mend_action);
  gtk_widget_class_install_action (widget_class, "field.replace", "s", replace_action);
  gtk_widget_class_bind_template_callback (widget_class, fr_field_row_focus);
}

static void
fr_field_row_init (FrFieldRow *self)
{
  g_type_ensure (FR_TYPE_FIELD_NOTES);
  gtk_widget_init_template (GTK_WIDGET (self));
}
