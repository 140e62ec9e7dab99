/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-fields-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-alternatives.h"
#include "fr-list-group.h"
#include "fr-pointer.h"
#include "fr-row-factory.h"
#include "fr-source-row.h"

struct _FrFieldsBox
{
  GtkBox parent_instance;

  FrSession *session;          /* weak */
  GPtrArray *parts;            /* of FrFormPart, owned by their parents */
  AdwPreferencesGroup *group;  /* the one that is being filled; NULL: the next row begins one */
  char *title;                 /* that it begins with; NULL: none */
};

static void fr_fields_box_init_part (FrFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrFieldsBox, fr_fields_box, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, fr_fields_box_init_part))

static void
title_next_group (FrFieldsBox *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  self->group = NULL;
}

static void
start_group (FrFieldsBox *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, self->title != NULL ? self->title : "");
  g_clear_pointer (&self->title, g_free);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

void
fr_fields_box_add_part (FrFieldsBox *self, GtkWidget *part)
{
  g_ptr_array_add (self->parts, part);
  gtk_box_append (GTK_BOX (self), part);
  self->group = NULL;
}

void
fr_fields_box_describe (FrFieldsBox *self, const char *sentence)
{
  start_group (self);
  adw_preferences_group_set_description (self->group, sentence);
}

/* In a group of its own, which is not there while the row is not shown. */
void
fr_fields_box_add_source (FrFieldsBox *self, const FrField *fields, const char *pointer)
{
  GtkWidget *row = fr_source_row_new (fields, self->session, pointer);

  g_ptr_array_add (self->parts, row);
  if (fields != NULL || self->group == NULL)
    start_group (self);
  adw_preferences_group_add (self->group, row);
  g_object_bind_property (row, "visible", self->group, "visible", G_BINDING_SYNC_CREATE);
}

static void
add_row (FrFieldsBox *self, const FrField *field, const FrField *fields, const char *pointer)
{
  FrFieldRow *row = fr_row_for_field (field, fields, self->session, pointer);

  g_ptr_array_add (self->parts, row);
  if (self->group == NULL)
    start_group (self);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
}

static void
add_field (FrFieldsBox *self, const FrField *field, const FrField *fields, const char *pointer)
{
  g_autofree char *own = *field->name != '\0' ? fr_pointer_join (pointer, field->name) : g_strdup (pointer);

  if (field->heading != NULL && field->alternative == NULL)
    title_next_group (self, _(field->heading));
  if (field->type == FR_FIELD_LIST)
    fr_fields_box_add_part (self, fr_list_group_new (field, self->session, own));
  else if (field->type == FR_FIELD_GROUP)
    {
      fr_fields_box_add (self, field->fields, field->fields, NULL, own);
      fr_fields_box_add_source (self, field->fields, own);
      self->group = NULL;
    }
  else
    add_row (self, field, fields, own);
}

/* Those from `first` that are alternatives to each other. Returns the field behind them. */
static const FrField *
add_alternatives (FrFieldsBox *self, const FrField *fields, const FrField *first, const char *pointer)
{
  const FrField *end = first;

  while (end->name != NULL && end->alternative != NULL)
    end++;
  fr_fields_box_add_part (self, fr_alternatives_new (fields, first, end, _(first->heading), self->session, pointer));
  return end;
}

void
fr_fields_box_add (FrFieldsBox *self, const FrField *fields, const FrField *first, const FrField *end, const char *pointer)
{
  const FrField *field = first;

  while (field != end && field->name != NULL)
    /* One by itself is in the box of its alternative. */
    if (field->alternative != NULL && end == NULL)
      field = add_alternatives (self, fields, field, pointer);
    else
      add_field (self, field++, fields, pointer);
}

FrFieldsBox *
fr_fields_box_new (FrSession *session, const char *title)
{
  FrFieldsBox *self = g_object_new (FR_TYPE_FIELDS_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);

  g_set_weak_pointer (&self->session, session);
  self->title = g_strdup (title);
  return self;
}

static void
fr_fields_box_follow (FrFormPart *part, const char *before, const char *after, const GPtrArray *changes)
{
  fr_form_parts_follow (FR_FIELDS_BOX (part)->parts, before, after, changes);
}

static GtkWidget *
fr_fields_box_find (FrFormPart *part, const char *pointer)
{
  return fr_form_parts_find (FR_FIELDS_BOX (part)->parts, pointer);
}

static void
fr_fields_box_show_findings (FrFormPart *part, GPtrArray *findings)
{
  fr_form_parts_show_findings (FR_FIELDS_BOX (part)->parts, findings);
}

static void
fr_fields_box_site_changed (FrFormPart *part)
{
  fr_form_parts_site_changed (FR_FIELDS_BOX (part)->parts);
}

static void
fr_fields_box_init_part (FrFormPartInterface *iface)
{
  iface->follow = fr_fields_box_follow;
  iface->find = fr_fields_box_find;
  iface->show_findings = fr_fields_box_show_findings;
  iface->site_changed = fr_fields_box_site_changed;
}

static void
fr_fields_box_finalize (GObject *object)
{
  FrFieldsBox *self = FR_FIELDS_BOX (object);

  g_clear_weak_pointer (&self->session);
  g_ptr_array_unref (self->parts);
  g_free (self->title);
  G_OBJECT_CLASS (fr_fields_box_parent_class)->finalize (object);
}

static void
fr_fields_box_class_init (FrFieldsBoxClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_fields_box_finalize;
}

static void
fr_fields_box_init (FrFieldsBox *self)
{
  self->parts = g_ptr_array_new ();
}
