/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-source-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-form-part.h"
#include "fr-pointer.h"
#include "fr-source.h"

struct _FrSourceRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *box;
  const FrField *fields;  /* NULL: all of the value is shown */
  FrSession *session;     /* weak */
  char *pointer;          /* NULL: it is gone */
  char *shown;            /* the whole text */
};

static void fr_source_row_init_part (FrFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrSourceRow, fr_source_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, fr_source_row_init_part))

static gboolean
is_unknown (FrSourceRow *self, const char *key)
{
  return key != NULL && *key != '\0' && fr_field_find (self->fields, key) == NULL &&
         (*self->pointer != '\0' || !fr_page_settings_reserve (key));
}

/* Entries of the mapping that are shown: their keys' places. */
static GArray *
find_unknown (FrSourceRow *self, const FrNode *mapping)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (unsigned));
  unsigned count = fr_node_get_type (mapping) == FR_TYPE_MAPPING ? fr_node_count (mapping) : 0;

  for (unsigned i = 0; i < count; i++)
    if (is_unknown (self, fr_node_get_text (fr_node_get_key (mapping, i))))
      g_array_append_val (indices, i);
  return indices;
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, "monospace");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return label;
}

static GtkWidget *
make_remove_button (const char *key)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_("Remove “%s”"), key);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "source.remove");
  return button;
}

static void
add_entry (FrSourceRow *self, const char *text, const char *key)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), make_text (text));
  if (key != NULL)
    gtk_box_append (GTK_BOX (line), make_remove_button (key));
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
add_caption (FrSourceRow *self)
{
  GtkWidget *caption = gtk_label_new (_("Also in the file, kept as it is"));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (self->box), caption);
}

static void
clear (FrSourceRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* All of it as one text, to see whether it is another one. */
static char *
gather (FrDocument *document, const FrNode *mapping, const GArray *indices)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < indices->len; i++)
    {
      g_autofree char *entry = fr_source_of_entry (document, mapping, g_array_index (indices, unsigned, i));

      g_string_append_printf (text, "%s\n", entry);
    }
  return g_string_free (text, FALSE);
}

static void
fill (FrSourceRow *self, FrDocument *document, const FrNode *mapping, const GArray *indices)
{
  clear (self);
  add_caption (self);
  for (unsigned i = 0; i < indices->len; i++)
    {
      unsigned index = g_array_index (indices, unsigned, i);
      g_autofree char *entry = fr_source_of_entry (document, mapping, index);

      add_entry (self, entry, fr_node_get_text (fr_node_get_key (mapping, index)));
    }
}

static gboolean
take_shown (FrSourceRow *self, char *text)
{
  gboolean same = g_strcmp0 (self->shown, text) == 0;

  g_free (self->shown);
  self->shown = text;
  return !same;
}

static void
refresh (FrSourceRow *self)
{
  FrDocument *document = fr_session_get_document (self->session);
  const FrNode *value = fr_document_get (document, self->pointer);
  g_autoptr (GArray) indices = NULL;

  if (self->fields == NULL)
    {
      if (!take_shown (self, fr_source_of_value (document, value)))
        return;
      clear (self);
      add_entry (self, self->shown, NULL);
      return;
    }
  indices = find_unknown (self, value);
  if (take_shown (self, gather (document, value, indices)))
    fill (self, document, value, indices);
  gtk_widget_set_visible (GTK_WIDGET (self), indices->len > 0);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrSourceRow *self = FR_SOURCE_ROW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  g_autofree char *pointer = NULL, *title = g_strdup_printf ("“%s”", key);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || self->pointer == NULL)
    return;
  pointer = fr_pointer_join (self->pointer, key);
  if (fr_document_remove (fr_session_get_document (self->session), pointer, &error))
    gtk_widget_activate_action (widget, "win.tell-removed", "s", title);
  else
    gtk_widget_activate_action (widget, "win.tell-problem", "s", error->message);
}

GtkWidget *
fr_source_row_new (const FrField *fields, FrSession *session, const char *pointer)
{
  FrSourceRow *self = g_object_new (FR_TYPE_SOURCE_ROW, "activatable", FALSE, "selectable", FALSE, "focusable", FALSE, NULL);

  self->fields = fields;
  g_set_weak_pointer (&self->session, session);
  self->pointer = g_strdup (pointer);
  refresh (self);
  return GTK_WIDGET (self);
}

static void
fr_source_row_follow (FrFormPart *part, const char *before, const char *after, const GPtrArray *changes)
{
  FrSourceRow *self = FR_SOURCE_ROW (part);

  fr_pointer_follow_below (&self->pointer, before, after, changes);
  if (self->pointer != NULL && self->session != NULL)
    refresh (self);
}

static GtkWidget *
fr_source_row_find (FrFormPart *part, const char *pointer)
{
  FrSourceRow *self = FR_SOURCE_ROW (part);
  g_auto (GStrv) tokens = NULL;

  if (self->pointer == NULL || !fr_pointer_is_within (pointer, self->pointer))
    return NULL;
  if (self->fields == NULL)
    return gtk_widget_get_first_child (gtk_widget_get_first_child (self->box));
  tokens = fr_pointer_split (pointer + strlen (self->pointer), NULL);
  return tokens != NULL && is_unknown (self, tokens[0]) ? gtk_widget_get_last_child (gtk_widget_get_last_child (self->box)) : NULL;
}

static void
fr_source_row_init_part (FrFormPartInterface *iface)
{
  iface->follow = fr_source_row_follow;
  iface->find = fr_source_row_find;
}

static void
fr_source_row_finalize (GObject *object)
{
  FrSourceRow *self = FR_SOURCE_ROW (object);

  g_clear_weak_pointer (&self->session);
  g_free (self->pointer);
  g_free (self->shown);
  G_OBJECT_CLASS (fr_source_row_parent_class)->finalize (object);
}

static void
fr_source_row_class_init (FrSourceRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_source_row_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "source.remove", "s", remove_action);
}

static void
fr_source_row_init (FrSourceRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}
