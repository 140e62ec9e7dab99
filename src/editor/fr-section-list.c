/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-list.h"

#include <glib/gi18n-lib.h>

#include "fr-kinds.h"
#include "fr-pointer.h"
#include "fr-section-row.h"
#include "fr-titles.h"

#define LIST "/sections"

/* An item of `sections`: a row for each of its keys, or one that says that it has none. */
typedef struct
{
  GPtrArray *rows;     /* of FrSectionRow, owned by the list box */
  gboolean   outdated;
} Item;

struct _FrSectionList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListBox *list;

  FrSession *session;
  FrSectionRow *settings;  /* the first row; NULL without a session */
  GPtrArray *items;        /* of Item */
  FrSectionRow *chosen;    /* the one that is selected */
  GPtrArray *unplaced;     /* of FrSectionRow: those that are new or have moved */
  gboolean reordered;      /* rows are others, or in other places, than when they were last numbered */
};

G_DEFINE_FINAL_TYPE (FrSectionList, fr_section_list, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static void
free_item (gpointer data)
{
  Item *item = data;

  g_ptr_array_unref (item->rows);
  g_free (item);
}

/* Rows are sorted by their number and not taken out and put in again: the selected one stays selected. */
static int
by_number (GtkListBoxRow *one, GtkListBoxRow *other, gpointer data)
{
  return fr_section_row_get_number (FR_SECTION_ROW (one)) - fr_section_row_get_number (FR_SECTION_ROW (other));
}

static void
unplace (FrSectionList *self, FrSectionRow *row)
{
  g_ptr_array_add (self->unplaced, g_object_ref_sink (row));
  self->reordered = TRUE;
}

static FrSectionRow *
add_row (FrSectionList *self, const char *name, FrSession *session)
{
  FrSectionRow *row = FR_SECTION_ROW (fr_section_row_new (name, session));

  unplace (self, row);
  return row;
}

static void
drop_row (FrSectionList *self, FrSectionRow *row)
{
  if (self->chosen == row)
    self->chosen = NULL;
  if (gtk_widget_get_parent (GTK_WIDGET (row)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  while (g_ptr_array_remove (self->unplaced, row))
    ;
  self->reordered = TRUE;
}

/* Of keys that stand twice the last one counts; the rows say so by showing one. */
static gboolean
is_repeated_later (const FrNode *mapping, unsigned index)
{
  const char *key = fr_node_get_text (fr_node_get_key (mapping, index));

  return key == NULL || fr_node_lookup (mapping, key) != fr_node_get_value (mapping, index);
}

/* Its row, which is the last one of that name, or a new one. */
static FrSectionRow *
take_row (FrSectionList *self, GPtrArray *rows, const char *name)
{
  for (unsigned i = 0; i < rows->len; i++)
    if (g_strcmp0 (fr_section_row_get_name (rows->pdata[i]), name) == 0)
      return g_ptr_array_steal_index (rows, i);
  return add_row (self, name, self->session);
}

static void
add_kind (FrSectionList *self, Item *item, GPtrArray *old, const char *name, const FrNode *mapping)
{
  FrSectionRow *row = take_row (self, old, name);
  const FrKind *kind = fr_kind_find (name);
  g_autofree char *title = fr_title_for (kind ? _(kind->label) : name, mapping);

  fr_section_row_set_title (row, title);
  g_ptr_array_add (item->rows, row);
}

/* Keys can change places in a mapping. Those that are new are not in `before`. */
static void
unplace_reordered (FrSectionList *self, const GPtrArray *rows, const GPtrArray *before)
{
  unsigned place, next = 0;

  for (unsigned i = 0; i < rows->len; i++)
    if (g_ptr_array_find ((GPtrArray *) before, rows->pdata[i], &place))
      {
        if (place < next)
          unplace (self, rows->pdata[i]);
        next = MAX (next, place);
      }
}

static void
update_item (FrSectionList *self, Item *item, const FrNode *node)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&item->rows);
  g_autoptr (GPtrArray) before = g_ptr_array_copy (old, NULL, NULL);

  item->outdated = FALSE;
  item->rows = g_ptr_array_new ();
  for (unsigned i = 0; i < fr_node_count (node) && fr_node_get_type (node) == FR_TYPE_MAPPING; i++)
    if (!is_repeated_later (node, i))
      add_kind (self, item, old, fr_node_get_text (fr_node_get_key (node, i)), fr_node_get_value (node, i));
  if (item->rows->len == 0)
    {
      FrSectionRow *row = take_row (self, old, NULL);

      fr_section_row_set_title (row, _("Not a section"));
      g_ptr_array_add (item->rows, row);
    }
  unplace_reordered (self, item->rows, before);
  for (unsigned i = 0; i < old->len; i++)
    drop_row (self, old->pdata[i]);
}

static void
insert_item (gpointer data, unsigned index)
{
  FrSectionList *self = data;
  Item *item = g_new (Item, 1);

  *item = (Item) { g_ptr_array_new (), TRUE };
  g_ptr_array_insert (self->items, MIN (index, self->items->len), item);
  self->reordered = TRUE;
}

static void
remove_item (gpointer data, unsigned index)
{
  FrSectionList *self = data;
  Item *item = index < self->items->len ? self->items->pdata[index] : NULL;

  if (item == NULL)
    return;
  for (unsigned i = 0; i < item->rows->len; i++)
    drop_row (self, item->rows->pdata[i]);
  g_ptr_array_remove_index (self->items, index);
}

static void
move_item (gpointer data, unsigned from, unsigned to)
{
  FrSectionList *self = data;
  Item *item = from < self->items->len ? g_ptr_array_steal_index (self->items, from) : NULL;

  if (item == NULL)
    return;
  g_ptr_array_insert (self->items, MIN (to, self->items->len), item);
  for (unsigned i = 0; i < item->rows->len; i++)
    unplace (self, item->rows->pdata[i]);
}

static void
outdate_item (gpointer data, unsigned index)
{
  FrSectionList *self = data;

  if (index < self->items->len)
    ((Item *) self->items->pdata[index])->outdated = TRUE;
}

static void
outdate_all (gpointer data)
{
  FrSectionList *self = data;

  for (unsigned i = 0; i < self->items->len; i++)
    outdate_item (self, i);
}

static void
number_rows (FrSectionList *self)
{
  unsigned number = 0;

  fr_section_row_set_place (self->settings, number++, "");
  for (unsigned i = 0; i < self->items->len; i++)
    {
      const Item *item = self->items->pdata[i];
      g_autofree char *pointer = fr_pointer_join_index (LIST, i);

      for (unsigned k = 0; k < item->rows->len; k++)
        {
          const char *name = fr_section_row_get_name (item->rows->pdata[k]);
          g_autofree char *own = name != NULL ? fr_pointer_join (pointer, name) : g_strdup (pointer);

          fr_section_row_set_place (item->rows->pdata[k], number++, own);
        }
    }
}

/* Its number is right, and so are those of all that are in the list. */
static void
place_row (FrSectionList *self, FrSectionRow *row)
{
  GtkListBoxRow *above;
  int index;

  if (gtk_widget_get_parent (GTK_WIDGET (row)) == NULL)
    {
      gtk_list_box_insert (self->list, GTK_WIDGET (row), -1);
      return;
    }
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
  /* GTK 4.8 leaves it where it was among the children, in whose order assistive technology reads them. */
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  above = index > 0 ? gtk_list_box_get_row_at_index (self->list, index - 1) : NULL;
  gtk_widget_insert_after (GTK_WIDGET (row), GTK_WIDGET (self->list), GTK_WIDGET (above));
}

/* To sort all of them takes longer than all else that one edit asks for. */
static void
place_rows (FrSectionList *self)
{
  unsigned moved = 0;

  number_rows (self);
  for (unsigned i = 0; i < self->unplaced->len; i++)
    moved += gtk_widget_get_parent (self->unplaced->pdata[i]) != NULL;
  if (moved > 1)
    gtk_list_box_invalidate_sort (self->list);
  for (unsigned i = 0; i < self->unplaced->len; i++)
    if (moved <= 1 || gtk_widget_get_parent (self->unplaced->pdata[i]) == NULL)
      place_row (self, self->unplaced->pdata[i]);
  g_ptr_array_set_size (self->unplaced, 0);
  self->reordered = FALSE;
}

/* One row for each section that is there, whatever was told of them. */
static void
settle (FrSectionList *self)
{
  const FrNode *sections = fr_document_get (fr_session_get_document (self->session), LIST);
  unsigned count = fr_node_get_type (sections) == FR_TYPE_SEQUENCE ? fr_node_count (sections) : 0;

  while (self->items->len < count)
    insert_item (self, self->items->len);
  while (self->items->len > count)
    remove_item (self, self->items->len - 1);
  for (unsigned i = 0; i < count; i++)
    if (((Item *) self->items->pdata[i])->outdated)
      update_item (self, self->items->pdata[i], fr_node_get_item (sections, i));
  if (self->reordered)
    place_rows (self);
}

static void
on_row_selected (FrSectionList *self, GtkListBoxRow *row)
{
  if (row == NULL || FR_SECTION_ROW (row) == self->chosen)
    return;
  self->chosen = FR_SECTION_ROW (row);
  g_signal_emit (self, signals[CHOSEN], 0, fr_section_row_get_pointer (self->chosen));
}

/* Where the chosen section is gone, the one that has its place is chosen, or the last one. A row may stay, and stand for
 * another section: where all of them were taken out and others put in. */
static void
on_changed (FrSectionList *self, GPtrArray *changes)
{
  static const FrListEvents events = { insert_item, remove_item, move_item, outdate_item, outdate_all };
  int number = self->chosen != NULL ? fr_section_row_get_number (self->chosen) : 0;
  g_autofree char *pointer = g_strdup (fr_section_list_get_chosen (self));
  GtkListBoxRow *row = NULL;

  fr_pointer_follow_key (&pointer, changes);
  fr_changes_tell_list (changes, LIST, &events, self);
  settle (self);
  for (; self->chosen == NULL && row == NULL; number--)
    row = gtk_list_box_get_row_at_index (self->list, number);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else if (g_strcmp0 (pointer, fr_section_list_get_chosen (self)) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, fr_section_list_get_chosen (self));
}

static void
forget_session (FrSectionList *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  while (self->items->len > 0)
    remove_item (self, self->items->len - 1);
  drop_row (self, self->settings);
  self->settings = NULL;
}

void
fr_section_list_set_session (FrSectionList *self, FrSession *session)
{
  g_return_if_fail (FR_IS_SECTION_LIST (self));

  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  /* When the form has followed: another section may be chosen, and have the very pointer of one that is gone. */
  g_signal_connect_data (session, "changed", G_CALLBACK (on_changed), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->settings = add_row (self, NULL, NULL);
  fr_section_row_set_title (self->settings, _("Page settings"));
  settle (self);
}

FrSession *
fr_section_list_get_session (FrSectionList *self)
{
  g_return_val_if_fail (FR_IS_SECTION_LIST (self), NULL);

  return self->session;
}

const char *
fr_section_list_get_chosen (FrSectionList *self)
{
  g_return_val_if_fail (FR_IS_SECTION_LIST (self), NULL);

  return self->chosen != NULL ? fr_section_row_get_pointer (self->chosen) : NULL;
}

void
fr_section_list_activate (FrSectionList *self, const char *action)
{
  g_return_if_fail (FR_IS_SECTION_LIST (self));

  if (self->chosen != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->chosen), action, NULL);
}

static FrSectionRow *
find_row (FrSectionList *self, const char *pointer)
{
  for (unsigned i = 0; i < self->items->len; i++)
    {
      const Item *item = self->items->pdata[i];

      for (unsigned k = 0; k < item->rows->len; k++)
        if (fr_pointer_is_within (pointer, fr_section_row_get_pointer (item->rows->pdata[k])))
          return item->rows->pdata[k];
    }
  return self->settings;
}

static void
scroll_to (FrSectionList *self, FrSectionRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 6, bounds.origin.y + bounds.size.height + 6);
}

void
fr_section_list_choose (FrSectionList *self, const char *pointer)
{
  FrSectionRow *row;

  g_return_if_fail (FR_IS_SECTION_LIST (self));

  row = find_row (self, pointer);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  scroll_to (self, row);
}

static void
fr_section_list_dispose (GObject *object)
{
  FrSectionList *self = FR_SECTION_LIST (object);

  if (self->scroller != NULL)
    forget_session (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_section_list_parent_class)->dispose (object);
}

static void
fr_section_list_finalize (GObject *object)
{
  g_ptr_array_unref (FR_SECTION_LIST (object)->items);
  g_ptr_array_unref (FR_SECTION_LIST (object)->unplaced);
  G_OBJECT_CLASS (fr_section_list_parent_class)->finalize (object);
}

static void
fr_section_list_class_init (FrSectionListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_section_list_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_section_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/frontage/Frontage/editor/fr-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FrSectionList, scroller);
  gtk_widget_class_bind_template_child (widget_class, FrSectionList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_section_list_init (FrSectionList *self)
{
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, by_number, NULL, NULL);
}
