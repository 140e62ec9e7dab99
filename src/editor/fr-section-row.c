/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-row.h"

#include "fr-entry-row.h"
#include "fr-pointer.h"

struct _FrSectionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkInscription *title;
  FrSession *session;  /* weak; NULL: this is no section */
  char *name;
  char *pointer;
  int number;
};

static void implement_entry (FrEntryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrSectionRow, fr_section_row, GTK_TYPE_LIST_BOX_ROW,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_ENTRY_ROW, implement_entry))

GtkWidget *
fr_section_row_new (const char *name, FrSession *session)
{
  FrSectionRow *self = g_object_new (FR_TYPE_SECTION_ROW, NULL);

  self->name = g_strdup (name);
  g_set_weak_pointer (&self->session, session);
  if (session == NULL)
    return GTK_WIDGET (self);
  gtk_box_prepend (GTK_BOX (self->box), fr_entry_row_make_handle (FR_ENTRY_ROW (self)));
  fr_entry_row_accept (FR_ENTRY_ROW (self));
  self->number = G_MAXINT;
  return GTK_WIDGET (self);
}

const char *
fr_section_row_get_name (FrSectionRow *self)
{
  return self->name;
}

const char *
fr_section_row_get_pointer (FrSectionRow *self)
{
  return self->pointer;
}

int
fr_section_row_get_number (FrSectionRow *self)
{
  return self->number;
}

void
fr_section_row_set_place (FrSectionRow *self, int number, const char *pointer)
{
  self->number = number;
  if (g_strcmp0 (self->pointer, pointer) == 0)
    return;
  g_free (self->pointer);
  self->pointer = g_strdup (pointer);
}

void
fr_section_row_set_title (FrSectionRow *self, const char *title)
{
  if (g_strcmp0 (gtk_inscription_get_text (self->title), title) == 0)
    return;
  gtk_inscription_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* For assistive technology, which cannot select a row but can call what it offers. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (widget)), GTK_LIST_BOX_ROW (widget));
}

/* The title, where there is no room for all of it. Asked for when it is to be shown: to set it with each key press would
 * make GTK wait for the X server, to know what is pointed at. */
static gboolean
fr_section_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkInscription *title = FR_SECTION_ROW (widget)->title;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (title), gtk_inscription_get_text (title));
  int width;

  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (title));
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (GTK_WIDGET (title));
}

static FrSession *
fr_section_row_get_session (FrEntryRow *row)
{
  return FR_SECTION_ROW (row)->session;
}

/* The list item that it is in: where that has several keys, they go together. */
static char *
fr_section_row_dup_entry (FrEntryRow *row)
{
  FrSectionRow *self = FR_SECTION_ROW (row);
  g_autofree char *token = NULL;

  return self->name == NULL ? g_strdup (self->pointer) : fr_pointer_split_last (self->pointer, &token);
}

static char *
fr_section_row_dup_title (FrEntryRow *row)
{
  return g_strdup (gtk_inscription_get_text (FR_SECTION_ROW (row)->title));
}

static void
implement_entry (FrEntryRowInterface *iface)
{
  iface->get_session = fr_section_row_get_session;
  iface->dup_entry = fr_section_row_dup_entry;
  iface->dup_title = fr_section_row_dup_title;
}

static void
fr_section_row_finalize (GObject *object)
{
  g_clear_weak_pointer (&FR_SECTION_ROW (object)->session);
  g_free (FR_SECTION_ROW (object)->name);
  g_free (FR_SECTION_ROW (object)->pointer);
  G_OBJECT_CLASS (fr_section_row_parent_class)->finalize (object);
}

static void
fr_section_row_class_init (FrSectionRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_section_row_finalize;
  GTK_WIDGET_CLASS (class)->query_tooltip = fr_section_row_query_tooltip;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "section.open", NULL, open_row);
  fr_entry_row_install (GTK_WIDGET_CLASS (class));
}

static void
fr_section_row_init (FrSectionRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* Its size does not depend on its text, so that a key press does not lay out the list. In more room than that of a
   * line it would show a text that is cut at the top. */
  self->title = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->title, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->title), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}
