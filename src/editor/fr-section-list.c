/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-list.h"

#include "fr-edge-scroll.h"
#include "fr-pointer.h"
#include "fr-section-rows.h"

struct _FrSectionList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListBox *list;

  FrSession *session;
  FrSectionRows *rows;   /* NULL without a session */
  FrSectionRow *chosen;  /* the one that is selected; a reference, as it may go */
  GPtrArray *in_sight;   /* of FrSectionRow: those that show something; the others are too far away */
  unsigned tick;         /* until these are others; 0: they are right */
};

G_DEFINE_FINAL_TYPE (FrSectionList, fr_section_list, GTK_TYPE_WIDGET)

enum { CHOSEN, GONE, OPENED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

enum { PROP_EMPTY = 1 };

static void
scroll_to (FrSectionList *self, FrSectionRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 6, bounds.origin.y + bounds.size.height + 6);
}

/* The row that has the focus, or something in it. */
static FrSectionRow *
find_focused (FrSectionList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, FR_TYPE_SECTION_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? FR_SECTION_ROW (row) : NULL;
}

/* From one row to the next, px, which is the same for all; 0: nothing is laid out yet. */
static double
get_distance (FrSectionList *self)
{
  GtkWidget *first = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0));
  GtkWidget *second = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 1));
  graphene_point_t point = GRAPHENE_POINT_INIT_ZERO;

  if (second != NULL && !gtk_widget_compute_point (second, first, &GRAPHENE_POINT_INIT (0, 0), &point))
    return 0;
  return point.y;
}

/* The rows in view, and half as many on each side, which may be next. */
static GPtrArray *
find_in_sight (FrSectionList *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double page = gtk_adjustment_get_page_size (adjustment), top = gtk_adjustment_get_value (adjustment);
  double distance = get_distance (self);
  int number = distance > 0 ? MAX (top - page / 2, 0) / distance : 0;
  int count = distance > 0 ? 2 * page / distance + 2 : 30;
  FrSectionRow *focused = find_focused (self);

  for (GtkListBoxRow *row; count-- > 0 && (row = gtk_list_box_get_row_at_index (self->list, number++)) != NULL;)
    g_ptr_array_add (rows, g_object_ref (row));
  if (focused != NULL && !g_ptr_array_find (rows, focused, NULL))
    g_ptr_array_add (rows, g_object_ref (focused));
  return rows;
}

static void
show_rows (FrSectionList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->in_sight);

  self->in_sight = find_in_sight (self);
  for (unsigned i = 0; i < before->len; i++)
    if (!g_ptr_array_find (self->in_sight, before->pdata[i], NULL))
      fr_section_row_set_in_sight (before->pdata[i], FALSE);
  for (unsigned i = 0; i < self->in_sight->len; i++)
    fr_section_row_set_in_sight (self->in_sight->pdata[i], TRUE);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FR_SECTION_LIST (widget)->tick = 0;
  show_rows (FR_SECTION_LIST (widget));
  return G_SOURCE_REMOVE;
}

/* Before the next frame is laid out: it may be told of in the middle of a layout, or of many edits. */
static void
show_rows_soon (FrSectionList *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_row_selected (FrSectionList *self, GtkListBoxRow *row)
{
  if (row == NULL || FR_SECTION_ROW (row) == self->chosen)
    return;
  g_set_object (&self->chosen, FR_SECTION_ROW (row));
  g_signal_emit (self, signals[CHOSEN], 0, fr_section_row_get_pointer (self->chosen));
}

static void
on_row_activated (FrSectionList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
is_in_list (FrSectionList *self, FrSectionRow *row)
{
  return gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->list);
}

static GtkListBoxRow *
get_row (FrSectionList *self, int number)
{
  return number >= 0 ? gtk_list_box_get_row_at_index (self->list, number) : NULL;
}

/* The one that has this place now, or else the last one. */
static GtkListBoxRow *
get_row_at_most (FrSectionList *self, int number)
{
  GtkListBoxRow *row = NULL;

  for (; row == NULL && number >= 0; number--)
    row = get_row (self, number);
  return row;
}

static void
choose_again (FrSectionList *self)
{
  int number = fr_section_row_get_number (self->chosen);

  g_clear_object (&self->chosen);
  g_signal_emit (self, signals[GONE], 0);
  gtk_list_box_select_row (self->list, get_row_at_most (self, number));
}

/* Where the chosen section is gone, the one that has its place is chosen, or the last one. A row may stay, and stand for
 * another section: where all of them were taken out and others put in. */
static void
follow_chosen (FrSectionList *self, const char *pointer)
{
  if (!is_in_list (self, self->chosen))
    choose_again (self);
  else if (g_strcmp0 (pointer, fr_section_list_get_chosen (self)) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, fr_section_list_get_chosen (self));
}

/* It stays where it was; where its row is gone, with the one that has its place. */
static void
follow_focus (FrSectionList *self, FrSectionRow *focused, int number)
{
  if (!is_in_list (self, focused))
    gtk_widget_grab_focus (GTK_WIDGET (get_row_at_most (self, number)));
  else if (fr_section_row_get_number (focused) != number)
    scroll_to (self, focused);
}

static void
on_changed (FrSectionList *self, GPtrArray *changes)
{
  g_autoptr (FrSectionRow) focused = find_focused (self);
  int number = focused != NULL ? fr_section_row_get_number (g_object_ref (focused)) : 0;
  gboolean was_empty = fr_section_rows_are_none (self->rows);
  g_autofree char *pointer = g_strdup (fr_section_list_get_chosen (self));

  fr_pointer_follow_key (&pointer, changes);
  fr_section_rows_follow (self->rows, changes);
  show_rows_soon (self);
  if (self->chosen != NULL)
    follow_chosen (self, pointer);
  if (focused != NULL)
    follow_focus (self, focused, number);
  if (was_empty != fr_section_rows_are_none (self->rows))
    g_object_notify (G_OBJECT (self), "empty");
}

static void
forget_session (FrSectionList *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->chosen);
  g_ptr_array_set_size (self->in_sight, 0);
  g_clear_pointer (&self->rows, fr_section_rows_free);
  g_clear_object (&self->session);
}

void
fr_section_list_set_session (FrSectionList *self, FrSession *session)
{
  g_return_if_fail (FR_IS_SECTION_LIST (self));

  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  self->rows = fr_section_rows_new (self->list, session);
  show_rows (self);
  /* When the form has followed: another section may be chosen, and have the very pointer of one that is gone. */
  g_signal_connect_data (session, "changed", G_CALLBACK (on_changed), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_notify (G_OBJECT (self), "empty");
}

const char *
fr_section_list_get_chosen (FrSectionList *self)
{
  g_return_val_if_fail (FR_IS_SECTION_LIST (self), NULL);

  return self->chosen != NULL ? fr_section_row_get_pointer (self->chosen) : NULL;
}

FrEntryRow *
fr_section_list_get_row (FrSectionList *self)
{
  g_return_val_if_fail (FR_IS_SECTION_LIST (self), NULL);

  return self->chosen != NULL ? FR_ENTRY_ROW (self->chosen) : NULL;
}

void
fr_section_list_choose (FrSectionList *self, const char *pointer)
{
  FrSectionRow *row;

  g_return_if_fail (FR_IS_SECTION_LIST (self));

  if (self->rows == NULL)
    return;
  row = fr_section_rows_find (self->rows, pointer);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  scroll_to (self, row);
}

static GtkListBoxRow *
find_step (FrSectionList *self, int rows)
{
  return self->chosen != NULL ? get_row (self, fr_section_row_get_number (self->chosen) + rows) : NULL;
}

gboolean
fr_section_list_can_step (FrSectionList *self, int rows)
{
  g_return_val_if_fail (FR_IS_SECTION_LIST (self), FALSE);

  return find_step (self, rows) != NULL;
}

gboolean
fr_section_list_step (FrSectionList *self, int rows)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (FR_IS_SECTION_LIST (self), FALSE);

  row = find_step (self, rows);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, FR_SECTION_ROW (row));
  return TRUE;
}

void
fr_section_list_focus (FrSectionList *self)
{
  g_return_if_fail (FR_IS_SECTION_LIST (self));

  if (self->chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->chosen));
}

/* Tab comes to the chosen row, goes on to what is in it, and leaves. A list box by itself has it go through all rows. */
static gboolean
fr_section_list_focus_to (GtkWidget *widget, GtkDirectionType direction)
{
  FrSectionList *self = FR_SECTION_LIST (widget);
  FrSectionRow *focused = find_focused (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (fr_section_list_parent_class)->focus (widget, direction);
  if (focused != NULL)
    return gtk_widget_child_focus (GTK_WIDGET (focused), direction);
  return self->chosen != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->chosen));
}

static void
fr_section_list_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  FrSectionList *self = FR_SECTION_LIST (object);

  g_value_set_boolean (value, self->rows == NULL || fr_section_rows_are_none (self->rows));
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
  g_ptr_array_unref (FR_SECTION_LIST (object)->in_sight);
  G_OBJECT_CLASS (fr_section_list_parent_class)->finalize (object);
}

static void
fr_section_list_class_init (FrSectionListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_section_list_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_section_list_finalize;
  G_OBJECT_CLASS (class)->get_property = fr_section_list_get_property;
  widget_class->focus = fr_section_list_focus_to;
  g_object_class_install_property (G_OBJECT_CLASS (class), PROP_EMPTY,
                                   g_param_spec_boolean ("empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  signals[GONE] = g_signal_new ("gone", FR_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", FR_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/frontage/Frontage/editor/fr-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FrSectionList, scroller);
  gtk_widget_class_bind_template_child (widget_class, FrSectionList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_section_list_init (FrSectionList *self)
{
  GtkAdjustment *adjustment;

  self->in_sight = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (show_rows_soon), self, G_CONNECT_SWAPPED);
  fr_edge_scroll_add (GTK_SCROLLED_WINDOW (self->scroller));
}
