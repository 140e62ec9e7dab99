/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-choice-row.h"

#include <glib/gi18n-lib.h>

struct _FrChoiceRow
{
  FrFieldRow parent_instance;

  GtkWidget *drop_down;
  GtkStringList *labels;
  const FrField *field;
  unsigned n_choices;
  char *other;  /* the file's own value behind the last label, or NULL */
};

G_DEFINE_FINAL_TYPE (FrChoiceRow, fr_choice_row, FR_TYPE_FIELD_ROW)

static void
on_selected (FrChoiceRow *self)
{
  unsigned selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (selected == GTK_INVALID_LIST_POSITION || self->field == NULL)
    return;
  if (selected >= self->n_choices)
    fr_field_row_commit (FR_FIELD_ROW (self), self->other);
  else if (*self->field->choices[selected] == '\0')
    fr_field_row_remove (FR_FIELD_ROW (self));
  else
    fr_field_row_commit (FR_FIELD_ROW (self), self->field->choices[selected]);
}

static void
fr_choice_row_bind (FrFieldRow *row, const FrField *field)
{
  FrChoiceRow *self = FR_CHOICE_ROW (row);

  for (; field->choices[self->n_choices] != NULL; self->n_choices++)
    gtk_string_list_append (self->labels, _(field->choice_labels[self->n_choices]));
  self->field = field;
}

static void
fr_choice_row_show_text (FrFieldRow *row, const char *text)
{
  FrChoiceRow *self = FR_CHOICE_ROW (row);
  unsigned selected = 0;

  while (selected < self->n_choices && strcmp (self->field->choices[selected], text) != 0)
    selected++;
  if (selected == self->n_choices && g_strcmp0 (self->other, text) != 0)
    {
      g_free (self->other);
      self->other = g_strdup (text);
      gtk_string_list_splice (self->labels, self->n_choices,
                              g_list_model_get_n_items (G_LIST_MODEL (self->labels)) - self->n_choices,
                              (const char *[]) { text, NULL });
    }
  if (selected != gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down)))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}

static void
fr_choice_row_set_editable (FrFieldRow *row, gboolean editable)
{
  gtk_widget_set_sensitive (FR_CHOICE_ROW (row)->drop_down, editable);
}

static void
fr_choice_row_finalize (GObject *object)
{
  g_free (FR_CHOICE_ROW (object)->other);
  G_OBJECT_CLASS (fr_choice_row_parent_class)->finalize (object);
}

static void
fr_choice_row_class_init (FrChoiceRowClass *class)
{
  FrFieldRowClass *row_class = FR_FIELD_ROW_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = fr_choice_row_finalize;
  row_class->bind = fr_choice_row_bind;
  row_class->show_text = fr_choice_row_show_text;
  row_class->set_editable = fr_choice_row_set_editable;
}

static void
fr_choice_row_init (FrChoiceRow *self)
{
  self->labels = gtk_string_list_new (NULL);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (self->labels), NULL);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  fr_field_row_set_control (FR_FIELD_ROW (self), self->drop_down, self->drop_down);
}
