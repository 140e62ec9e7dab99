/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-header.h"

#include <glib/gi18n-lib.h>

struct _FrSectionHeader
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *menu;
  FrSectionList *list;
};

static void fr_section_header_entry_init (FrEntryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrSectionHeader, fr_section_header, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_ENTRY_ROW, fr_section_header_entry_init))

static FrEntryRow *
get_row (FrEntryRow *self)
{
  FrSectionList *list = FR_SECTION_HEADER (self)->list;

  return list != NULL ? fr_section_list_get_row (list) : NULL;
}

static FrSession *
get_session (FrEntryRow *self)
{
  FrEntryRow *row = get_row (self);

  return row != NULL ? FR_ENTRY_ROW_GET_IFACE (row)->get_session (row) : NULL;
}

static char *
dup_entry (FrEntryRow *self)
{
  FrEntryRow *row = get_row (self);

  return row != NULL ? FR_ENTRY_ROW_GET_IFACE (row)->dup_entry (row) : NULL;
}

static char *
dup_title (FrEntryRow *self)
{
  FrEntryRow *row = get_row (self);

  return row != NULL ? FR_ENTRY_ROW_GET_IFACE (row)->dup_title (row) : NULL;
}

static void
show_entry (FrEntryRow *self, const char *pointer)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.show", "s", pointer);
}

static void
fr_section_header_entry_init (FrEntryRowInterface *iface)
{
  iface->get_session = get_session;
  iface->dup_entry = dup_entry;
  iface->dup_title = dup_title;
  iface->show_entry = show_entry;
}

void
fr_section_header_set_list (FrSectionHeader *self, FrSectionList *list)
{
  g_return_if_fail (FR_IS_SECTION_HEADER (self));

  self->list = list;
}

void
fr_section_header_update (FrSectionHeader *self)
{
  g_autofree char *title = dup_title (FR_ENTRY_ROW (self)), *entry = dup_entry (FR_ENTRY_ROW (self));

  g_return_if_fail (FR_IS_SECTION_HEADER (self));

  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_visible (self->menu, entry != NULL);
}

static void
fr_section_header_dispose (GObject *object)
{
  g_clear_pointer (&FR_SECTION_HEADER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_section_header_parent_class)->dispose (object);
}

static void
fr_section_header_class_init (FrSectionHeaderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_section_header_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  fr_entry_row_install (widget_class);
}

static void
add_button (FrSectionHeader *self, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_title (FrSectionHeader *self)
{
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
}

static void
fr_section_header_init (FrSectionHeader *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Section"), -1);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_add_css_class (self->box, "pane-header");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_button (self, "go-previous-symbolic", _("Back"), "pane.back");
  add_title (self);
  add_button (self, "go-up-symbolic", _("Previous section"), "pane.previous");
  add_button (self, "go-down-symbolic", _("Next section"), "pane.next");
  self->menu = fr_entry_row_make_button (FR_ENTRY_ROW (self));
  gtk_box_append (GTK_BOX (self->box), self->menu);
}
