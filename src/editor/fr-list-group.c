/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-list-group.h"

#include <glib/gi18n-lib.h>

#include "fr-pointer.h"

struct _FrListGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *box;
  GtkWidget *add;      /* the button */
  const FrField *field;
  FrSession *session;  /* weak */
  char *pointer;       /* NULL: what the list was in is gone */
  GPtrArray *items;    /* of FrItemRow, in the list's order; owned by the box */
};

G_DEFINE_FINAL_TYPE (FrListGroup, fr_list_group, ADW_TYPE_PREFERENCES_GROUP)

static const FrNode *
get_list (FrListGroup *self)
{
  return fr_document_get (fr_session_get_document (self->session), self->pointer);
}

/* Its row is made when all changes are told and it is known where it stands. */
static void
insert_item (gpointer data, unsigned index)
{
  FrListGroup *self = data;

  g_ptr_array_insert (self->items, MIN (index, self->items->len), NULL);
}

static void
remove_item (gpointer data, unsigned index)
{
  FrListGroup *self = data;
  FrItemRow *item = index < self->items->len ? g_ptr_array_steal_index (self->items, index) : NULL;

  if (item == NULL)
    return;
  fr_item_row_follow (item, NULL, NULL);
  gtk_list_box_remove (self->box, GTK_WIDGET (item));
}

static void
move_item (gpointer data, unsigned from, unsigned to)
{
  FrListGroup *self = data;
  FrItemRow *item;

  if (from >= self->items->len)
    return;
  item = g_ptr_array_steal_index (self->items, from);
  g_ptr_array_insert (self->items, MIN (to, self->items->len), item);
}

static void
ignore_edit (gpointer data, unsigned index)
{
}

static void
ignore_all (gpointer data)
{
}

/* Rows are sorted and not taken out and put in again, which would take the focus from what is in them. */
static int
by_place (GtkListBoxRow *one, GtkListBoxRow *other, gpointer data)
{
  return fr_item_row_get_index (FR_ITEM_ROW (one)) - fr_item_row_get_index (FR_ITEM_ROW (other));
}

static void
describe (FrListGroup *self, const FrNode *list)
{
  FrType type = fr_node_get_type (list);
  unsigned count = fr_node_count (list), most = self->field->max_items;
  g_autofree char *text = NULL;

  if (type != FR_TYPE_SEQUENCE && type != FR_TYPE_NULL)
    text = g_strdup (_("This is not a list in the file. It is kept as it is."));
  else if (most > 0 && count > most)
    text = g_strdup_printf (_("The page shows the first %u of these %u."), most, count);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self->box), self->items->len > 0);
  gtk_widget_set_visible (self->add, type == FR_TYPE_SEQUENCE || type == FR_TYPE_NULL);
}

/* TRUE: its row is new, or has been in another place. */
static gboolean
show_item (FrListGroup *self, unsigned index, const GPtrArray *changes)
{
  g_autofree char *pointer = fr_pointer_join_index (self->pointer, index);
  FrItemRow *item = self->items->pdata[index];

  if (item == NULL)
    {
      item = self->items->pdata[index] = FR_ITEM_ROW (fr_item_row_new (self->field, self->session, pointer));
      gtk_list_box_insert (self->box, GTK_WIDGET (item), -1);
    }
  else
    fr_item_row_follow (item, pointer, changes);
  return fr_item_row_set_index (item, index);
}

/* One row for each item that is there, whatever was told of them. */
static void
settle (FrListGroup *self, const GPtrArray *changes)
{
  const FrNode *list = get_list (self);
  unsigned count = fr_node_get_type (list) == FR_TYPE_SEQUENCE ? fr_node_count (list) : 0;
  gboolean reordered = FALSE;

  while (self->items->len > count)
    remove_item (self, self->items->len - 1);
  while (self->items->len < count)
    insert_item (self, self->items->len);
  for (unsigned i = 0; i < count; i++)
    reordered = show_item (self, i, changes) || reordered;
  if (reordered)
    gtk_list_box_invalidate_sort (self->box);
  describe (self, list);
}

void
fr_list_group_follow (FrListGroup *self, const char *before, const char *after, const GPtrArray *changes)
{
  static const FrListEvents events = { insert_item, remove_item, move_item, ignore_edit, ignore_all };
  g_autofree char *old = g_strdup (self->pointer);

  if (old == NULL || self->session == NULL)
    return;
  if (fr_pointer_follow_below (&self->pointer, before, after, changes) && after != NULL)
    fr_changes_tell_list (changes, old, &events, self);
  if (after != NULL)
    settle (self, changes);
  else
    for (unsigned i = 0; i < self->items->len; i++)
      fr_item_row_follow (self->items->pdata[i], NULL, NULL);
}

FrItemRow *
fr_list_group_find (FrListGroup *self, const char *pointer)
{
  for (unsigned i = 0; i < self->items->len; i++)
    if (fr_pointer_is_within (pointer, fr_item_row_get_pointer (self->items->pdata[i])))
      return self->items->pdata[i];
  return NULL;
}

/* At the end, and open, with the focus in its first field. */
static void
add_item (FrListGroup *self)
{
  g_autofree char *pointer = NULL;
  g_autoptr (GError) error = NULL;

  if (self->pointer == NULL || self->session == NULL)
    return;
  pointer = fr_pointer_join_index (self->pointer, self->items->len);
  if (!fr_document_add (fr_session_get_document (self->session), pointer, self->field->new_item, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "form.focus", "s", pointer);
}

/* "Add highlight": the list's own word for one, with a small letter. */
static void
name_button (FrListGroup *self)
{
  g_autofree char *item = fr_label_in_words (_(self->field->item_label));
  /* Translators: a button; an item of a list with a small letter: "Add highlight" */
  g_autofree char *name = g_strdup_printf (_("Add %s"), item);

  gtk_button_set_label (GTK_BUTTON (self->add), name);
}

GtkWidget *
fr_list_group_new (const FrField *field, FrSession *session, const char *pointer)
{
  FrListGroup *self = g_object_new (FR_TYPE_LIST_GROUP, "title", _(field->label), NULL);

  self->field = field;
  g_set_weak_pointer (&self->session, session);
  self->pointer = g_strdup (pointer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  name_button (self);
  settle (self, NULL);
  return GTK_WIDGET (self);
}

static void
fr_list_group_finalize (GObject *object)
{
  FrListGroup *self = FR_LIST_GROUP (object);

  g_clear_weak_pointer (&self->session);
  g_ptr_array_unref (self->items);
  g_free (self->pointer);
  G_OBJECT_CLASS (fr_list_group_parent_class)->finalize (object);
}

static void
fr_list_group_class_init (FrListGroupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_list_group_finalize;
}

static void
fr_list_group_init (FrListGroup *self)
{
  self->items = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->box, by_place, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
  self->add = gtk_button_new ();
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->add, 6);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_item), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}
