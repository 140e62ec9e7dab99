/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-field-row.h"

#include <glib/gi18n-lib.h>

#include "fr-plain-text.h"

typedef struct
{
  GtkWidget *label;
  GtkWidget *counter;
  GtkWidget *child_bin;
  GtkWidget *note;
  GtkWidget *control;

  const FrField *field;
  FrSession *session;  /* weak: a row may be on its way out when its session goes */
  char *pointer;       /* NULL: the mapping is gone, and the row on its way out */
  gboolean updating;  /* the control changes because the document did */
  unsigned emptied;   /* source id */
} FrFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FrFieldRow, fr_field_row, ADW_TYPE_PREFERENCES_ROW)

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
show_note (FrFieldRow *self, const char *sentence, gboolean is_problem)
{
  FrFieldRowPrivate *priv = PRIVATE (self);

  gtk_label_set_text (GTK_LABEL (priv->note), sentence ? sentence : "");
  gtk_widget_set_visible (priv->note, sentence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence ? sentence : "", -1);
  if (is_problem)
    gtk_widget_add_css_class (priv->note, "error");
  else
    gtk_widget_remove_css_class (priv->note, "error");
}

void
fr_field_row_show_problem (FrFieldRow *self, const char *sentence)
{
  show_note (self, sentence, TRUE);
}

/* Shown from four fifths of the limit on. The page takes longer texts; they only look worse. */
static void
show_length (FrFieldRow *self, const char *text)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  unsigned limit = priv->field->max_length;
  unsigned length = limit > 0 ? fr_plain_text_length (text) : 0;
  g_autofree char *counter = NULL;

  gtk_widget_set_visible (priv->counter, limit > 0 && length * 5 >= limit * 4);
  if (!gtk_widget_get_visible (priv->counter))
    return;
  /* Translators: characters used, and the most there should be */
  counter = g_strdup_printf (_("%u of %u"), length, limit);
  gtk_label_set_text (GTK_LABEL (priv->counter), counter);
  if (length > limit)
    gtk_widget_add_css_class (priv->counter, "warning");
  else
    gtk_widget_remove_css_class (priv->counter, "warning");
}

static char *
why_read_only (FrFieldRowPrivate *priv, const FrNode *node)
{
  FrType type = fr_node_get_type (node);

  if (type == FR_TYPE_SEQUENCE || type == FR_TYPE_MAPPING)
    return g_strdup (_("This is a list in the file where a text belongs. It is kept as it is."));
  return fr_document_why_read_only (get_document (priv), priv->pointer);
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
  show_note (self, reason, FALSE);
  show_length (self, text);
}

void
fr_field_row_bind (FrFieldRow *self, const FrField *field, FrSession *session, const char *pointer)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  FrFieldRowClass *class = FR_FIELD_ROW_GET_CLASS (self);

  priv->field = field;
  g_set_weak_pointer (&priv->session, session);
  priv->pointer = g_strdup (pointer);
  gtk_label_set_text (GTK_LABEL (priv->label), _(field->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  if (class->bind != NULL)
    class->bind (self, field);
  refresh (self);
}

void
fr_field_row_follow (FrFieldRow *self, const char *before, const char *after, const GPtrArray *changes)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  gboolean touched = fr_pointer_follow_below (&priv->pointer, before, after, changes);

  if (touched && priv->pointer != NULL && priv->session != NULL)
    refresh (self);
}

gboolean
fr_field_row_focus (FrFieldRow *self)
{
  GtkWidget *control = PRIVATE (self)->control;

  /* A selection that comes and goes is told to the X server each time, and GTK takes the answer to an earlier one for
   * another program's selection, for which it gives up the last. */
  return GTK_IS_ENTRY (control) ? gtk_entry_grab_focus_without_selecting (GTK_ENTRY (control))
                                : gtk_widget_grab_focus (control);
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

static void
set_string (FrFieldRow *self, const char *text)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&priv->emptied, g_source_remove);
  if (!fr_session_type_text (priv->session, priv->pointer, text, &error))
    fr_field_row_show_problem (self, error->message);
}

static gboolean
set_empty (gpointer data)
{
  PRIVATE (data)->emptied = 0;
  set_string (data, "");
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
    priv->emptied = g_idle_add_full (G_PRIORITY_HIGH, set_empty, self, NULL);
}

void
fr_field_row_remove (FrFieldRow *self)
{
  FrFieldRowPrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;

  if (priv->updating || priv->session == NULL || priv->pointer == NULL ||
      fr_document_get (get_document (priv), priv->pointer) == NULL)
    return;
  if (!fr_document_remove (get_document (priv), priv->pointer, &error))
    fr_field_row_show_problem (self, error->message);
}

static void
on_leave (FrFieldRow *self)
{
  if (PRIVATE (self)->session != NULL)
    fr_document_end_group (get_document (PRIVATE (self)));
}

static void
fr_field_row_dispose (GObject *object)
{
  FrFieldRowPrivate *priv = PRIVATE (FR_FIELD_ROW (object));

  if (priv->emptied != 0 && priv->session != NULL && priv->pointer != NULL)
    set_string (FR_FIELD_ROW (object), "");
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
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, counter);
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, child_bin);
  gtk_widget_class_bind_template_child_private (widget_class, FrFieldRow, note);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, fr_field_row_focus);
}

static void
fr_field_row_init (FrFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
