/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-bar.h"

#include <glib/gi18n-lib.h>

#include "fr-kinds.h"
#include "fr-pointer.h"

#define LIST "/sections"

struct _FrSectionBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  FrSectionList *list;  /* weak */
};

G_DEFINE_FINAL_TYPE (FrSectionBar, fr_section_bar, GTK_TYPE_WIDGET)

/* NULL: nothing is open. */
static FrDocument *
get_document (FrSectionBar *self)
{
  FrSession *session = self->list != NULL ? fr_section_list_get_session (self->list) : NULL;

  return session != NULL ? fr_session_get_document (session) : NULL;
}

static gboolean
has_kind (const FrNode *sections, const FrKind *kind)
{
  for (unsigned i = 0; i < fr_node_count (sections); i++)
    if (fr_node_lookup (fr_node_get_item (sections, i), kind->name) != NULL)
      return TRUE;
  return FALSE;
}

/* What the page takes once is offered once. */
static gboolean
is_offered (const FrNode *sections, const FrKind *kind)
{
  return (kind->only_one == NULL && kind->must_be_first == NULL) || !has_kind (sections, kind);
}

static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  FrDocument *document = get_document (data);
  const FrNode *sections = document != NULL ? fr_document_get (document, LIST) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  for (unsigned i = 0; i < n_kinds; i++)
    if (is_offered (sections, &kinds[i]))
      {
        g_autofree char *action = g_strdup_printf ("section-bar.add::%s", kinds[i].name);

        g_menu_append (menu, _(kinds[i].label), action);
      }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Behind the chosen section; at the end, where none is. */
static unsigned
find_place (FrSectionBar *self, FrDocument *document, const FrKind *kind)
{
  g_auto (GStrv) tokens = fr_pointer_split (fr_section_list_get_chosen (self->list), NULL);
  unsigned index;

  if (kind->must_be_first != NULL)
    return 0;
  if (tokens != NULL && g_strv_length (tokens) > 1 && fr_pointer_parse_index (tokens[1], &index))
    return index + 1;
  return fr_node_count (fr_document_get (document, LIST));
}

static void
add_section (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrSectionBar *self = FR_SECTION_BAR (widget);
  const FrKind *kind = fr_kind_find (g_variant_get_string (parameter, NULL));
  FrDocument *document = get_document (self);
  g_autofree char *pointer = NULL, *json = NULL, *own = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == NULL || document == NULL)
    return;
  pointer = fr_pointer_join_index (LIST, find_place (self, document, kind));
  json = g_strdup_printf ("{\"%s\":%s}", kind->name, kind->new_value);
  if (!fr_document_add (document, pointer, json, &error))
    {
      gtk_widget_activate_action (widget, "win.tell-problem", "s", error->message);
      return;
    }
  own = fr_pointer_join (pointer, kind->name);
  fr_section_list_choose (self->list, own);
}

/* "entry.remove" and the like, of the chosen section. */
static void
do_with_section (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrSectionBar *self = FR_SECTION_BAR (widget);

  if (self->list != NULL)
    fr_section_list_activate (self->list, g_variant_get_string (parameter, NULL));
}

static void
on_chosen (FrSectionBar *self, const char *pointer)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section-bar.do", fr_pointer_is_within (pointer, LIST));
}

void
fr_section_bar_set_list (FrSectionBar *self, FrSectionList *list)
{
  g_return_if_fail (FR_IS_SECTION_BAR (self));

  g_set_weak_pointer (&self->list, list);
  g_signal_connect_object (list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
}

static void
add_button (FrSectionBar *self, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "section-bar.do");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", action);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
fr_section_bar_dispose (GObject *object)
{
  FrSectionBar *self = FR_SECTION_BAR (object);

  g_clear_weak_pointer (&self->list);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_section_bar_parent_class)->dispose (object);
}

static void
fr_section_bar_class_init (FrSectionBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_section_bar_dispose;
  gtk_widget_class_install_action (widget_class, "section-bar.add", "s", add_section);
  gtk_widget_class_install_action (widget_class, "section-bar.do", "s", do_with_section);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_add_button (FrSectionBar *self)
{
  GtkWidget *widget = gtk_menu_button_new ();
  GtkMenuButton *button = GTK_MENU_BUTTON (widget);

  gtk_menu_button_set_label (button, _("Add section"));
  gtk_menu_button_set_direction (button, GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (button, fill_menu, self, NULL);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  return widget;
}

static void
fr_section_bar_init (FrSectionBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "toolbar");
  gtk_box_append (GTK_BOX (self->box), make_add_button (self));
  add_button (self, "go-up-symbolic", _("Move up"), "entry.move-up");
  add_button (self, "go-down-symbolic", _("Move down"), "entry.move-down");
  add_button (self, "edit-copy-symbolic", _("Duplicate"), "entry.duplicate");
  add_button (self, "user-trash-symbolic", _("Remove"), "entry.remove");
}
