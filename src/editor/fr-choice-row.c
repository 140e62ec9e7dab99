/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-choice-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-sketch.h"
#include "fr-toggles.h"

struct _FrChoiceRow
{
  FrFieldRow parent_instance;

  FrToggles *toggles;
  const FrField *field;
  unsigned first;      /* the place in the table of the first button's value */
  unsigned n_choices;  /* of the table; behind their buttons may be one for the file's own value */
  char *other;         /* which is this; NULL: there is none */
};

G_DEFINE_FINAL_TYPE (FrChoiceRow, fr_choice_row, FR_TYPE_FIELD_ROW)

static void
on_chosen (FrChoiceRow *self, unsigned index)
{
  unsigned choice = self->first + index;

  if (choice >= self->n_choices)
    fr_field_row_commit (FR_FIELD_ROW (self), self->other);
  else if (*self->field->choices[choice] == '\0')
    fr_field_row_remove (FR_FIELD_ROW (self));
  else
    fr_field_row_commit (FR_FIELD_ROW (self), self->field->choices[choice]);
}

/* "Nothing chosen" is a choice of its own where the table has a name for it. */
static void
fr_choice_row_bind (FrFieldRow *row, const FrField *field)
{
  FrChoiceRow *self = FR_CHOICE_ROW (row);

  self->field = field;
  self->first = field->choice_labels[0] == NULL ? 1 : 0;
  self->n_choices = g_strv_length ((char **) field->choices);
  for (unsigned i = self->first; i < self->n_choices; i++)
    fr_toggles_add (self->toggles, _(field->choice_labels[i]), fr_sketch_new (field->name, field->choices[i]));
}

static void
show_other (FrChoiceRow *self, const char *text)
{
  if (g_strcmp0 (self->other, text) == 0)
    return;
  g_free (self->other);
  self->other = g_strdup (text);
  fr_toggles_limit (self->toggles, self->n_choices - self->first);
  fr_toggles_add (self->toggles, text, NULL);
}

static void
fr_choice_row_show_text (FrFieldRow *row, const char *text)
{
  FrChoiceRow *self = FR_CHOICE_ROW (row);
  unsigned choice = 0;

  while (choice < self->n_choices && strcmp (self->field->choices[choice], text) != 0)
    choice++;
  if (choice == self->n_choices)
    show_other (self, text);
  fr_toggles_choose (self->toggles, MAX (choice, self->first) - self->first);
}

static void
fr_choice_row_set_editable (FrFieldRow *row, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (FR_CHOICE_ROW (row)->toggles), editable);
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
  self->toggles = FR_TOGGLES (fr_toggles_new ());
  g_signal_connect_object (self->toggles, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  fr_field_row_set_control (FR_FIELD_ROW (self), GTK_WIDGET (self->toggles), GTK_WIDGET (self->toggles));
}
