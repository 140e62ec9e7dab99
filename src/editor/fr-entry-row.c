/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-entry-row.h"

#include <glib/gi18n-lib.h>

#include "fr-pointer.h"

G_DEFINE_INTERFACE (FrEntryRow, fr_entry_row, GTK_TYPE_WIDGET)

/* An entry as it is now: the list it is in, its place there, and how many that list has. */
typedef struct
{
  FrDocument *document;  /* NULL: there is no such entry */
  char       *list;
  unsigned    index;
  unsigned    count;
} Entry;

static void
clear_entry (Entry *entry)
{
  g_free (entry->list);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

static Entry
find_entry (FrEntryRow *self)
{
  FrEntryRowInterface *iface = FR_ENTRY_ROW_GET_IFACE (self);
  FrSession *session = iface->get_session (self);
  g_autofree char *pointer = session != NULL ? iface->dup_entry (self) : NULL;
  g_autofree char *token = NULL;
  Entry entry = { 0 };

  if (pointer == NULL)
    return entry;
  entry.list = fr_pointer_split_last (pointer, &token);
  if (entry.list == NULL || !fr_pointer_parse_index (token, &entry.index))
    return entry;
  entry.document = fr_session_get_document (session);
  entry.count = fr_node_count (fr_document_get (entry.document, entry.list));
  return entry;
}

static void
tell (FrEntryRow *self, const char *action, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", text);
}

static void
move_to (FrEntryRow *self, const Entry *entry, unsigned place)
{
  g_autofree char *from = fr_pointer_join_index (entry->list, entry->index);
  g_autofree char *to = fr_pointer_join_index (entry->list, place);
  g_autoptr (GError) error = NULL;

  if (place != entry->index && !fr_document_move (entry->document, from, to, &error))
    tell (self, "win.tell-problem", error->message);
}

static void
duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrEntryRow *self = FR_ENTRY_ROW (widget);
  g_auto (Entry) entry = find_entry (self);
  g_autofree char *from = NULL, *to = NULL;
  g_autoptr (GError) error = NULL;

  if (entry.document == NULL)
    return;
  from = fr_pointer_join_index (entry.list, entry.index);
  to = fr_pointer_join_index (entry.list, entry.index + 1);
  if (!fr_document_copy (entry.document, from, to, &error))
    tell (self, "win.tell-problem", error->message);
  else if (FR_ENTRY_ROW_GET_IFACE (self)->show_entry != NULL)
    FR_ENTRY_ROW_GET_IFACE (self)->show_entry (self, to);
}

/* The row may go with its entry. */
static void
remove_entry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (FrEntryRow) self = g_object_ref (FR_ENTRY_ROW (widget));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_auto (Entry) entry = find_entry (self);
  g_autofree char *title = FR_ENTRY_ROW_GET_IFACE (self)->dup_title (self);
  g_autofree char *pointer = NULL;
  g_autoptr (GError) error = NULL;

  if (entry.document == NULL)
    return;
  pointer = fr_pointer_join_index (entry.list, entry.index);
  if (fr_document_remove (entry.document, pointer, &error))
    gtk_widget_activate_action (window, "win.tell-removed", "s", title);
  else
    gtk_widget_activate_action (window, "win.tell-problem", "s", error->message);
}

static void
move_by_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrEntryRow *self = FR_ENTRY_ROW (widget);
  g_auto (Entry) entry = find_entry (self);
  gboolean up = strcmp (action, "entry.move-up") == 0;

  if (entry.document != NULL && (up ? entry.index > 0 : entry.index + 1 < entry.count))
    move_to (self, &entry, up ? entry.index - 1 : entry.index + 1);
}

static void menu_action (GtkWidget *widget, const char *action, GVariant *parameter);
static void on_right_click (FrEntryRow *self, int n_press, double x, double y, GtkGesture *gesture);

void
fr_entry_row_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "entry.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (class, "entry.remove", NULL, remove_entry);
  gtk_widget_class_install_action (class, "entry.move-up", NULL, move_by_one);
  gtk_widget_class_install_action (class, "entry.move-down", NULL, move_by_one);
  gtk_widget_class_install_action (class, "entry.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Up, GDK_ALT_MASK, "entry.move-up", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Down, GDK_ALT_MASK, "entry.move-down", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "entry.menu", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "entry.menu", NULL);
}

/* NULL: what is dragged is no entry of the same list. */
static FrEntryRow *
get_dragged (FrEntryRow *self, const GValue *value)
{
  FrEntryRow *dragged = value != NULL && G_VALUE_HOLDS (value, FR_TYPE_ENTRY_ROW) ? g_value_get_object (value) : NULL;
  g_auto (Entry) own = find_entry (self), other = { 0 };

  if (dragged == NULL || own.document == NULL)
    return NULL;
  other = find_entry (dragged);
  return other.document == own.document && g_strcmp0 (own.list, other.list) == 0 ? dragged : NULL;
}

static void
show_gap (FrEntryRow *self, gboolean above, gboolean below)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (above || below)
    gtk_widget_add_css_class (GTK_WIDGET (self), above ? "drop-above" : "drop-below");
}

static gboolean
is_upper_half (FrEntryRow *self, double y)
{
  return y < gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static GdkDragAction
on_motion (FrEntryRow *self, double x, double y, GtkDropTarget *target)
{
  gboolean fits = get_dragged (self, gtk_drop_target_get_value (target)) != NULL;
  gboolean above = is_upper_half (self, y);

  show_gap (self, fits && above, fits && !above);
  return fits ? GDK_ACTION_MOVE : 0;
}

static void
on_leave (FrEntryRow *self)
{
  show_gap (self, FALSE, FALSE);
}

static gboolean
on_drop (FrEntryRow *self, const GValue *value, double x, double y)
{
  FrEntryRow *dragged = get_dragged (self, value);
  g_auto (Entry) own = find_entry (self), entry = { 0 };
  unsigned place;

  show_gap (self, FALSE, FALSE);
  if (dragged == NULL)
    return FALSE;
  entry = find_entry (dragged);
  place = is_upper_half (self, y) ? own.index : own.index + 1;
  move_to (dragged, &entry, entry.index < place ? place - 1 : place);
  return TRUE;
}

void
fr_entry_row_accept (FrEntryRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (FR_TYPE_ENTRY_ROW, GDK_ACTION_MOVE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_right_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GdkContentProvider *
on_prepare (FrEntryRow *self, double x, double y)
{
  g_auto (Entry) entry = find_entry (self);

  return entry.document != NULL ? gdk_content_provider_new_typed (FR_TYPE_ENTRY_ROW, self) : NULL;
}

static void
on_drag_begin (FrEntryRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

GtkWidget *
fr_entry_row_make_handle (FrEntryRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_tooltip_text (handle, _("Drag to another place"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return handle;
}

static GMenuModel *
make_model (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  g_menu_append (places, _("Move up"), "entry.move-up");
  g_menu_append (places, _("Move down"), "entry.move-down");
  g_menu_append (others, _("Duplicate"), "entry.duplicate");
  g_menu_append (others, _("Remove"), "entry.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static void
enable_moves (FrEntryRow *self, gboolean up, gboolean down)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-up", up);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-down", down);
}

/* Keys may come at any time, and find out for themselves. */
static void
on_menu_closed (FrEntryRow *self)
{
  enable_moves (self, TRUE, TRUE);
}

/* Made when it is asked for, as few of many rows are. */
static GtkWidget *
make_menu (FrEntryRow *self)
{
  static GMenuModel *model;
  g_auto (Entry) entry = find_entry (self);
  GtkWidget *menu;

  if (model == NULL)
    model = make_model ();
  enable_moves (self, entry.index > 0, entry.index + 1 < entry.count);
  menu = gtk_popover_menu_new_from_model (model);
  g_signal_connect_object (menu, "closed", G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED);
  return menu;
}

static void
unparent_menu (gpointer menu)
{
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
}

static void
drop_menu (gpointer menu)
{
  unparent_menu (menu);
  g_object_unref (menu);
}

/* It goes, but not at once: the chosen action is called after this. The focus comes back from it, or would go anywhere. */
static void
on_context_menu_closed (GtkWidget *menu)
{
  GtkWidget *row = gtk_widget_get_parent (menu);

  if (row != NULL && !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_idle_add_once (drop_menu, g_object_ref (menu));
}

static void
show_menu (FrEntryRow *self, double x, double y)
{
  g_auto (Entry) entry = find_entry (self);
  GtkWidget *menu;

  if (entry.document == NULL)
    return;
  menu = make_menu (self);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect (menu, "closed", G_CALLBACK (on_context_menu_closed), NULL);
  g_signal_connect_object (self, "destroy", G_CALLBACK (unparent_menu), menu, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
on_right_click (FrEntryRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, x, y);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_menu (FR_ENTRY_ROW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
fill_button (GtkMenuButton *button, gpointer self)
{
  gtk_menu_button_set_popover (button, make_menu (self));
}

GtkWidget *
fr_entry_row_make_button (FrEntryRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_button, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  return button;
}

static void
fr_entry_row_default_init (FrEntryRowInterface *iface)
{
}
