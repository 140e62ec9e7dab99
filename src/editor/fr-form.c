#include "fr-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-field-row.h"
#include "fr-item-row.h"
#include "fr-kinds.h"
#include "fr-pointer.h"

/* A list as it was when its rows were made. */
typedef struct
{
  char    *pointer;
  unsigned count;
} List;

struct _FrForm
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *box;
  AdwStatusPage *no_form;

  FrDocument *document;
  FrSite *site;
  char *pointer;

  GPtrArray *rows;    /* of FrFieldRow, top to bottom; owned by the groups */
  GPtrArray *items;   /* of FrItemRow, likewise */
  GArray *lists;      /* of List */
  AdwPreferencesGroup *group;  /* the one that is being filled */

  FrFieldRow *revealed;  /* to be kept in view while the list item around it opens */
  gint64 reveal_until;   /* microseconds of the frame clock */
  unsigned reveal;       /* tick callback */
};

G_DEFINE_FINAL_TYPE (FrForm, fr_form, GTK_TYPE_WIDGET)

static void add_fields (FrForm *self, const FrField *fields, const char *pointer, AdwExpanderRow *into);

static void
list_clear (gpointer data)
{
  g_free (((List *) data)->pointer);
}

static AdwPreferencesGroup *
start_group (FrForm *self, const char *title)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    adw_preferences_group_set_title (self->group, title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->group));
  return self->group;
}

static void
add_row (FrForm *self, GtkWidget *row, AdwExpanderRow *into)
{
  if (into != NULL)
    adw_expander_row_add_row (into, row);
  else
    adw_preferences_group_add (self->group ? self->group : start_group (self, NULL), row);
}

static void
describe_list (AdwPreferencesGroup *group, const FrField *field, const FrNode *node)
{
  g_autofree char *text = NULL;

  if (node != NULL && fr_node_get_type (node) != FR_TYPE_SEQUENCE && fr_node_get_type (node) != FR_TYPE_NULL)
    text = g_strdup (_("This is not a list in the file. It is kept as it is."));
  else if (field->max_items > 0 && fr_node_count (node) > field->max_items)
    text = g_strdup_printf (_("The page shows the first %u of these %u."), field->max_items, fr_node_count (node));
  adw_preferences_group_set_description (group, text);
}

static void
add_list (FrForm *self, const FrField *field, const char *pointer, AdwExpanderRow *into)
{
  const FrNode *node = fr_document_get (self->document, pointer);
  gboolean is_list = fr_node_get_type (node) == FR_TYPE_SEQUENCE;
  List list = { g_strdup (pointer), is_list ? fr_node_count (node) : 0 };

  g_array_append_val (self->lists, list);
  if (into == NULL && fr_node_count (node) > 0)
    describe_list (start_group (self, _(field->label)), field, node);
  for (unsigned i = 0; i < list.count; i++)
    {
      g_autofree char *item_pointer = fr_pointer_join_index (pointer, i);
      GtkWidget *item = fr_item_row_new (field->item_label, self->document, item_pointer);

      g_ptr_array_add (self->items, item);
      add_row (self, item, into);
      add_fields (self, field->fields, item_pointer, ADW_EXPANDER_ROW (item));
    }
  if (into == NULL)
    self->group = NULL;
}

static void
add_group (FrForm *self, const FrField *field, const char *pointer, AdwExpanderRow *into)
{
  if (into == NULL)
    start_group (self, _(field->label));
  add_fields (self, field->fields, pointer, into);
  if (into == NULL)
    self->group = NULL;
}

static void
add_fields (FrForm *self, const FrField *fields, const char *pointer, AdwExpanderRow *into)
{
  for (const FrField *field = fields; field->name != NULL; field++)
    {
      g_autofree char *own = *field->name ? fr_pointer_join (pointer, field->name) : g_strdup (pointer);

      if (field->type == FR_FIELD_LIST)
        add_list (self, field, own, into);
      else if (field->type == FR_FIELD_GROUP)
        add_group (self, field, own, into);
      else
        {
          FrFieldRow *row = fr_field_row_new (field, self->document, self->site, own);

          g_ptr_array_add (self->rows, row);
          add_row (self, GTK_WIDGET (row), into);
        }
    }
}

static void
stop_reveal (FrForm *self)
{
  if (self->reveal != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal);
  self->reveal = 0;
  self->revealed = NULL;
}

static void
remove_rows (FrForm *self)
{
  GtkWidget *child;

  stop_reveal (self);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->items, 0);
  g_array_set_size (self->lists, 0);
  self->group = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
show_no_form (FrForm *self, const char *name)
{
  g_autofree char *title = g_markup_printf_escaped (_("Unknown Section “%s”"), name ? name : "");

  adw_status_page_set_title (self->no_form, title);
  adw_status_page_set_description (self->no_form,
    _("The published page draws nothing for it. It is kept exactly as it is in the file."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "no-form");
}

static void
build (FrForm *self)
{
  g_autofree char *name = NULL;
  g_autofree char *parent = fr_pointer_split_last (self->pointer, &name);
  const FrKind *kind = name ? fr_kind_find (name) : NULL;

  remove_rows (self);
  if (*self->pointer != '\0' && kind == NULL)
    {
      show_no_form (self, name);
      return;
    }
  start_group (self, kind ? _(kind->label) : _("Page settings"));
  add_fields (self, kind ? kind->fields : fr_page_settings_fields (), self->pointer, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
}

static gboolean
has_other_items (FrForm *self)
{
  for (unsigned i = 0; i < self->lists->len; i++)
    {
      List *list = &g_array_index (self->lists, List, i);
      const FrNode *node = fr_document_get (self->document, list->pointer);

      if (list->count != (fr_node_get_type (node) == FR_TYPE_SEQUENCE ? fr_node_count (node) : 0))
        return TRUE;
    }
  return FALSE;
}

static void
on_changed (FrForm *self, const char *pointer)
{
  if (!fr_pointer_is_within (pointer, self->pointer) && !fr_pointer_is_within (self->pointer, pointer))
    return;
  if (has_other_items (self))
    {
      build (self);
      return;
    }
  for (unsigned i = 0; i < self->items->len; i++)
    fr_item_row_refresh (g_ptr_array_index (self->items, i));
  for (unsigned i = 0; i < self->rows->len; i++)
    {
      FrFieldRow *row = g_ptr_array_index (self->rows, i);
      const char *own = fr_field_row_get_pointer (row);

      if (fr_pointer_is_within (pointer, own) || fr_pointer_is_within (own, pointer))
        fr_field_row_refresh (row);
    }
}

void
fr_form_show (FrForm *self, FrDocument *document, FrSite *site, const char *pointer)
{
  g_return_if_fail (FR_IS_FORM (self));
  g_return_if_fail (FR_IS_DOCUMENT (document));

  if (self->document == document && g_strcmp0 (self->pointer, pointer) == 0)
    return;
  fr_form_clear (self);
  self->document = g_object_ref (document);
  g_set_object (&self->site, site);
  self->pointer = g_strdup (pointer);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_changed), self);
  build (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fr_form_clear (FrForm *self)
{
  g_return_if_fail (FR_IS_FORM (self));

  remove_rows (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->site);
  g_clear_pointer (&self->pointer, g_free);
}

/* The field of the value itself; else the first one inside of it (a list item was meant); else the one it
 * is in. */
static FrFieldRow *
find_row (FrForm *self, const char *pointer)
{
  FrFieldRow *first_inside = NULL;

  for (unsigned i = 0; i < self->rows->len; i++)
    {
      FrFieldRow *row = g_ptr_array_index (self->rows, i);
      const char *own = fr_field_row_get_pointer (row);

      if (fr_pointer_is_within (pointer, own))
        return row;
      if (first_inside == NULL && fr_pointer_is_within (own, pointer))
        first_inside = row;
    }
  return first_inside;
}

static gboolean
on_reveal_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FrForm *self = FR_FORM (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->revealed), self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + 24);
  if (gdk_frame_clock_get_frame_time (clock) < self->reveal_until)
    return G_SOURCE_CONTINUE;
  self->reveal = 0;
  self->revealed = NULL;
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
  self->revealed = row;
  self->reveal_until = gdk_frame_clock_get_frame_time (clock) + 500 * 1000;
  self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_tick, NULL, NULL);
}

void
fr_form_focus (FrForm *self, const char *pointer, gboolean select)
{
  FrFieldRow *row;

  g_return_if_fail (FR_IS_FORM (self));

  row = find_row (self, pointer);
  if (row == NULL)
    return;
  for (unsigned i = 0; i < self->items->len; i++)
    {
      FrItemRow *item = g_ptr_array_index (self->items, i);

      if (fr_pointer_is_within (fr_field_row_get_pointer (row), fr_item_row_get_pointer (item)))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item), TRUE);
    }
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
  g_ptr_array_unref (self->items);
  g_array_unref (self->lists);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_form_init (FrForm *self)
{
  self->rows = g_ptr_array_new ();
  self->items = g_ptr_array_new ();
  self->lists = g_array_new (FALSE, TRUE, sizeof (List));
  g_array_set_clear_func (self->lists, list_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}
