/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-kinds.h"
#include "fr-list-group.h"
#include "fr-pointer.h"
#include "fr-row-factory.h"

struct _FrForm
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *box;
  AdwStatusPage *no_form;

  FrSession *session;
  char *pointer;       /* NULL: nothing is shown */
  const FrField *fields; /* that it is made of; NULL: none */

  GPtrArray *rows;     /* of FrFieldRow, but for those of list items; owned by the groups */
  GPtrArray *lists;    /* of FrListGroup, likewise */
  AdwPreferencesGroup *group;  /* the one that is being filled */

  FrFieldRow *revealed;  /* weak; to be kept in view while the list item around it opens */
  gint64 reveal_until;   /* microseconds of the frame clock */
  unsigned reveal;       /* tick callback */
};

G_DEFINE_FINAL_TYPE (FrForm, fr_form, GTK_TYPE_WIDGET)

static void add_fields (FrForm *self, const FrField *fields, const char *pointer);

static void
start_group (FrForm *self, const char *title)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    adw_preferences_group_set_title (self->group, title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->group));
}

static void
add_list (FrForm *self, const FrField *field, const char *pointer)
{
  GtkWidget *list = fr_list_group_new (field, self->session, pointer);

  g_ptr_array_add (self->lists, list);
  gtk_box_append (GTK_BOX (self->box), list);
  self->group = NULL;
}

static void
add_row (FrForm *self, const FrField *field, const char *pointer)
{
  FrFieldRow *row = fr_row_for_field (field, self->session, pointer);

  g_ptr_array_add (self->rows, row);
  if (self->group == NULL)
    start_group (self, NULL);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
}

static void
add_group (FrForm *self, const FrField *field, const char *pointer)
{
  start_group (self, _(field->label));
  add_fields (self, field->fields, pointer);
  self->group = NULL;
}

static void
add_fields (FrForm *self, const FrField *fields, const char *pointer)
{
  for (const FrField *field = fields; field->name != NULL; field++)
    {
      g_autofree char *own = *field->name ? fr_pointer_join (pointer, field->name) : g_strdup (pointer);

      if (field->type == FR_FIELD_LIST)
        add_list (self, field, own);
      else if (field->type == FR_FIELD_GROUP)
        add_group (self, field, own);
      else
        add_row (self, field, own);
    }
}

static void
stop_reveal (FrForm *self)
{
  if (self->reveal != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal);
  self->reveal = 0;
  g_clear_weak_pointer (&self->revealed);
}

static void
remove_rows (FrForm *self)
{
  GtkWidget *child;

  stop_reveal (self);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->lists, 0);
  self->group = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
show_unknown (FrForm *self, const char *name)
{
  g_autofree char *title = name != NULL ? g_markup_printf_escaped (_("Unknown Section “%s”"), name)
                                        : g_strdup (_("Not a Section"));

  adw_status_page_set_title (self->no_form, title);
  adw_status_page_set_description (self->no_form, _("The published page draws nothing for it. It is kept exactly as it is "
                                                    "in the file."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "no-form");
}

/* An item of the list of sections that has no key. */
static gboolean
has_no_name (FrForm *self, const char *parent)
{
  return fr_node_get_type (fr_document_get (fr_session_get_document (self->session), parent)) == FR_TYPE_SEQUENCE;
}

static const FrKind *
kind_at (const char *pointer)
{
  g_autofree char *name = NULL;
  g_autofree char *parent = fr_pointer_split_last (pointer, &name);

  return parent != NULL ? fr_kind_find (name) : NULL;
}

static const FrField *
fields_at (const char *pointer)
{
  const FrKind *kind = kind_at (pointer);

  return kind != NULL ? kind->fields : *pointer == '\0' ? fr_page_settings_fields () : NULL;
}

static void
build (FrForm *self)
{
  g_autofree char *name = NULL;
  g_autofree char *parent = fr_pointer_split_last (self->pointer, &name);
  const FrKind *kind = kind_at (self->pointer);

  self->fields = fields_at (self->pointer);
  if (self->fields == NULL)
    {
      show_unknown (self, has_no_name (self, parent) ? NULL : name);
      return;
    }
  if (self->fields->type != FR_FIELD_LIST)
    start_group (self, kind ? _(kind->label) : _("Page settings"));
  add_fields (self, self->fields, self->pointer);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
}

/* A section that is gone has no form; whoever chose it chooses another. */
static void
on_changed (FrForm *self, GPtrArray *changes)
{
  g_autofree char *before = g_strdup (self->pointer);

  fr_pointer_follow_key (&self->pointer, changes);
  for (unsigned i = 0; i < self->rows->len; i++)
    fr_field_row_follow (self->rows->pdata[i], before, self->pointer, changes);
  for (unsigned i = 0; i < self->lists->len; i++)
    fr_list_group_follow (self->lists->pdata[i], before, self->pointer, changes);
  if (self->pointer == NULL)
    fr_form_clear (self);
}

void
fr_form_show (FrForm *self, FrSession *session, const char *pointer)
{
  g_autofree char *wanted = g_strdup (pointer);

  g_return_if_fail (FR_IS_FORM (self));
  g_return_if_fail (FR_IS_SESSION (session));

  if (self->session == session && g_strcmp0 (self->pointer, wanted) == 0 && self->fields != NULL &&
      self->fields == fields_at (wanted))
    return;
  fr_form_clear (self);
  self->session = g_object_ref (session);
  self->pointer = g_steal_pointer (&wanted);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  build (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fr_form_clear (FrForm *self)
{
  g_return_if_fail (FR_IS_FORM (self));

  remove_rows (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->pointer, g_free);
}

static FrItemRow *
find_item (FrForm *self, const char *pointer)
{
  FrItemRow *item = NULL;

  for (unsigned i = 0; i < self->lists->len && item == NULL; i++)
    item = fr_list_group_find (self->lists->pdata[i], pointer);
  return item;
}

/* The field of the value itself, else the first one inside of it. */
static FrFieldRow *
find_row (FrForm *self, const char *pointer)
{
  FrFieldRow *first_inside = NULL;

  for (unsigned i = 0; i < self->rows->len; i++)
    {
      const char *own = fr_field_row_get_pointer (self->rows->pdata[i]);

      if (fr_pointer_is_within (pointer, own))
        return self->rows->pdata[i];
      if (first_inside == NULL && fr_pointer_is_within (own, pointer))
        first_inside = self->rows->pdata[i];
    }
  return first_inside;
}

static gboolean
on_reveal_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FrForm *self = FR_FORM (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (self->revealed != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->revealed), self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + 24);
  if (gdk_frame_clock_get_frame_time (clock) < self->reveal_until)
    return G_SOURCE_CONTINUE;
  self->reveal = 0;
  g_clear_weak_pointer (&self->revealed);
  return G_SOURCE_REMOVE;
}

/* The scroller follows the focus, but only to where the field is at that moment: nowhere yet, in a list item
 * that has only begun to open. */
static void
start_reveal (FrForm *self, FrFieldRow *row)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  stop_reveal (self);
  if (clock == NULL)
    return;
  g_set_weak_pointer (&self->revealed, row);
  self->reveal_until = gdk_frame_clock_get_frame_time (clock) + 500 * 1000;
  self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_tick, NULL, NULL);
}

void
fr_form_focus (FrForm *self, const char *pointer, gboolean select)
{
  FrItemRow *item;
  FrFieldRow *row;

  g_return_if_fail (FR_IS_FORM (self));

  item = find_item (self, pointer);
  row = item != NULL ? fr_item_row_find (item, pointer) : find_row (self, pointer);
  if (row == NULL)
    return;
  if (item != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item), TRUE);
  fr_field_row_focus (row);
  fr_field_row_select_text (row, select);
  start_reveal (self, row);
}

const char *
fr_form_get_focused (FrForm *self)
{
  GtkRoot *root;
  GtkWidget *widget;

  g_return_val_if_fail (FR_IS_FORM (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  widget = root ? gtk_root_get_focus (root) : NULL;
  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self)))
    return NULL;
  for (; widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (FR_IS_FIELD_ROW (widget))
        return fr_field_row_get_pointer (FR_FIELD_ROW (widget));
      if (FR_IS_ITEM_ROW (widget))
        return fr_item_row_get_pointer (FR_ITEM_ROW (widget));
    }
  return self->pointer;
}

/* For what is in the form. */
static void
focus_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fr_form_focus (FR_FORM (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
fr_form_dispose (GObject *object)
{
  FrForm *self = FR_FORM (object);

  if (self->stack != NULL)
    fr_form_clear (self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_form_parent_class)->dispose (object);
}

static void
fr_form_finalize (GObject *object)
{
  FrForm *self = FR_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  G_OBJECT_CLASS (fr_form_parent_class)->finalize (object);
}

static void
fr_form_class_init (FrFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_form_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_form_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-form.ui");
  gtk_widget_class_bind_template_child (widget_class, FrForm, stack);
  gtk_widget_class_bind_template_child (widget_class, FrForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, FrForm, box);
  gtk_widget_class_bind_template_child (widget_class, FrForm, no_form);
  gtk_widget_class_install_action (widget_class, "form.focus", "s", focus_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fr_form_init (FrForm *self)
{
  self->rows = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
