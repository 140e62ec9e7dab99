/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-item-row.h"

#include <glib/gi18n-lib.h>

#include "fr-entry-row.h"
#include "fr-form-part.h"
#include "fr-pointer.h"
#include "fr-row-factory.h"
#include "fr-source-row.h"
#include "fr-titles.h"

struct _FrItemRow
{
  AdwExpanderRow parent_instance;

  const FrField *field;
  FrSession *session;  /* weak */
  char *pointer;       /* NULL: the item is gone, and the row on its way out */
  int index;
  GPtrArray *rows;     /* of FrFormPart */
  GtkWidget *badge;    /* something is wrong in it */
};

static void implement_entry (FrEntryRowInterface *iface);
static void implement_part (FrFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrItemRow, fr_item_row, ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_ENTRY_ROW, implement_entry)
                               G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, implement_part))

static void
show_title (FrItemRow *self)
{
  const FrNode *item = fr_document_get (fr_session_get_document (self->session), self->pointer);
  g_autofree char *title = fr_title_for (_(self->field->item_label), item);

  if (g_strcmp0 (title, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))) == 0)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
add_source (FrItemRow *self)
{
  GtkWidget *row = fr_source_row_new (self->field->fields, self->session, self->pointer);

  g_ptr_array_add (self->rows, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

GtkWidget *
fr_item_row_new (const FrField *field, FrSession *session, const char *pointer)
{
  FrItemRow *self = g_object_new (FR_TYPE_ITEM_ROW, NULL);

  self->field = field;
  g_set_weak_pointer (&self->session, session);
  self->pointer = g_strdup (pointer);
  for (const FrField *part = field->fields; part->name != NULL; part++)
    {
      g_autofree char *own = fr_pointer_join (pointer, part->name);
      FrFieldRow *row = fr_row_for_field (part, field->fields, session, own);

      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
    }
  add_source (self);
  show_title (self);
  return GTK_WIDGET (self);
}

const char *
fr_item_row_get_pointer (FrItemRow *self)
{
  return self->pointer;
}

gboolean
fr_item_row_set_index (FrItemRow *self, int index)
{
  gboolean elsewhere = self->index != index;

  self->index = index;
  return elsewhere;
}

int
fr_item_row_get_index (FrItemRow *self)
{
  return self->index;
}

void
fr_item_row_follow (FrItemRow *self, const char *pointer, const GPtrArray *changes)
{
  g_autofree char *before = g_strdup (self->pointer);
  gboolean touched = fr_pointer_follow_below (&self->pointer, before, pointer, changes);

  fr_form_parts_follow (self->rows, before, pointer, changes);
  if (touched && pointer != NULL && self->session != NULL)
    show_title (self);
}

static GtkWidget *
fr_item_row_find (FrFormPart *part, const char *pointer)
{
  FrItemRow *self = FR_ITEM_ROW (part);
  GtkWidget *found;

  if (!fr_pointer_is_within (pointer, self->pointer) && !fr_pointer_is_within (self->pointer, pointer))
    return NULL;
  found = fr_form_parts_find (self->rows, pointer);
  return found != NULL ? found : fr_form_parts_find (self->rows, self->pointer);
}

static void
fr_item_row_open (FrFormPart *part)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (part), TRUE);
}

static void
fr_item_row_show_findings (FrFormPart *part, GPtrArray *findings)
{
  FrItemRow *self = FR_ITEM_ROW (part);
  g_autoptr (GPtrArray) own = fr_findings_take (findings, self->pointer);

  gtk_widget_set_visible (self->badge, own->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  own->len > 0 ? gtk_widget_get_tooltip_text (self->badge) : "", -1);
  fr_form_parts_show_findings (self->rows, own);
}

static void
implement_part (FrFormPartInterface *iface)
{
  iface->find = fr_item_row_find;
  iface->open = fr_item_row_open;
  iface->show_findings = fr_item_row_show_findings;
}

/* For assistive technology, which can call what a row offers. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
}

static FrSession *
fr_item_row_get_session (FrEntryRow *row)
{
  return FR_ITEM_ROW (row)->session;
}

static char *
fr_item_row_dup_entry (FrEntryRow *row)
{
  return g_strdup (FR_ITEM_ROW (row)->pointer);
}

static char *
fr_item_row_dup_title (FrEntryRow *row)
{
  return g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
implement_entry (FrEntryRowInterface *iface)
{
  iface->get_session = fr_item_row_get_session;
  iface->dup_entry = fr_item_row_dup_entry;
  iface->dup_title = fr_item_row_dup_title;
}

static void
fr_item_row_finalize (GObject *object)
{
  FrItemRow *self = FR_ITEM_ROW (object);

  g_clear_weak_pointer (&self->session);
  g_ptr_array_unref (self->rows);
  g_free (self->pointer);
  G_OBJECT_CLASS (fr_item_row_parent_class)->finalize (object);
}

static void
fr_item_row_class_init (FrItemRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_item_row_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "item.open", NULL, open_row);
  fr_entry_row_install (GTK_WIDGET_CLASS (class));
}

static void
fr_item_row_init (FrItemRow *self)
{
  self->rows = g_ptr_array_new ();
  self->index = G_MAXINT;
  /* Titles are the file's text, in which "&" and "<" are themselves. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  fr_entry_row_accept (FR_ENTRY_ROW (self));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), fr_entry_row_make_handle (FR_ENTRY_ROW (self)));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), fr_entry_row_make_button (FR_ENTRY_ROW (self)));
  self->badge = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_widget_set_tooltip_text (self->badge, _("Something in here is to be looked at"));
  gtk_widget_add_css_class (self->badge, "warning");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->badge);
}
