/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-address-popover.h"

#include <glib/gi18n-lib.h>

#include "fr-address-choices.h"

/* More than one looks through before typing on. */
#define MOST 20

struct _FrAddressPopover
{
  GtkPopover parent_instance;

  GtkWidget       *box;       /* the parent */
  GtkWidget       *entry;     /* in it */
  GtkListBox      *list;
  GtkGesture      *elsewhere; /* the window's, while it is shown */
  GCancellable    *asking;    /* NULL: nothing is asked */
};

G_DEFINE_FINAL_TYPE (FrAddressPopover, fr_address_popover, GTK_TYPE_POPOVER)

enum { CHOSEN, N_SIGNALS };
static unsigned signals[N_SIGNALS];

typedef struct
{
  FrSite *site;
  char   *text;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->site);
  g_free (question->text);
  g_free (question);
}

/* NULL: the focus is not in the list, or the window on its way out. */
static GtkWidget *
get_focused_row (FrAddressPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? focus : NULL;
}

static void
focus_entry (FrAddressPopover *self)
{
  if (get_focused_row (self) != NULL)
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
}

static void
stop_asking (FrAddressPopover *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

void
fr_address_popover_hide (FrAddressPopover *self)
{
  stop_asking (self);
  focus_entry (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

gboolean
fr_address_popover_is_shown (FrAddressPopover *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);

  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
new_row (const FrAddressChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *address = new_label (choice->address, "caption");
  g_autofree char *name = g_strdup_printf ("%s, %s", choice->title, choice->address);

  gtk_widget_add_css_class (address, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (choice->title, NULL));
  gtk_box_append (GTK_BOX (box), address);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "address", g_strdup (choice->address), g_free);
  return row;
}

static void
fill (FrAddressPopover *self, const GPtrArray *choices)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (unsigned i = 0; i < choices->len; i++)
    gtk_list_box_append (self->list, new_row (choices->pdata[i]));
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task, fr_address_choices_find (question->site, question->text, MOST), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  FrAddressPopover *self = FR_ADDRESS_POPOVER (source);
  g_autoptr (GPtrArray) choices = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL: something newer is asked, or the field was left. */
  if (choices == NULL || self->box == NULL)
    return;
  g_clear_object (&self->asking);
  focus_entry (self);
  fill (self, choices);
  if (choices->len == 0)
    fr_address_popover_hide (self);
  else
    {
      gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)), gtk_widget_get_width (self->box), -1);
      gtk_popover_popup (GTK_POPOVER (self));
    }
}

void
fr_address_popover_show (FrAddressPopover *self, FrSite *site, const char *text)
{
  Question *question = g_new (Question, 1);
  g_autoptr (GTask) task = NULL;

  stop_asking (self);
  self->asking = g_cancellable_new ();
  *question = (Question) { g_object_ref (site), g_strdup (text) };
  task = g_task_new (self, self->asking, on_found, NULL);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, find_in_thread);
}

static void
on_activated (FrAddressPopover *self, GtkListBoxRow *row)
{
  g_autofree char *address = g_strdup (g_object_get_data (G_OBJECT (row), "address"));

  fr_address_popover_hide (self);
  g_signal_emit (self, signals[CHOSEN], 0, address);
}

/* Up from the first row leads back into the field. */
static void
move (FrAddressPopover *self, int by)
{
  GtkWidget *focused = get_focused_row (self);
  int index = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) + by : by - 1;
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else if (index < 0)
    {
      gtk_list_box_unselect_all (self->list);
      focus_entry (self);
    }
}

static gboolean
is_for_list (unsigned key)
{
  static const unsigned keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Page_Up, GDK_KEY_Page_Down };

  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    if (key == keys[i])
      return TRUE;
  return FALSE;
}

/* Before field and list get it, while the list is there. What is not for the list is typed into the field. */
static gboolean
on_key (FrAddressPopover *self, unsigned key, unsigned code, GdkModifierType state, GtkEventControllerKey *keys)
{
  if (!fr_address_popover_is_shown (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    {
      move (self, key == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    }
  if (key == GDK_KEY_Escape || key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    {
      fr_address_popover_hide (self);
      return key == GDK_KEY_Escape;
    }
  if (get_focused_row (self) == NULL || is_for_list (key))
    return FALSE;
  focus_entry (self);
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

/* A click beside it, which need not take the focus from the field. */
static void
on_pressed (FrAddressPopover *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || (picked != self->box && !gtk_widget_is_ancestor (picked, self->box)))
    fr_address_popover_hide (self);
}

static void
on_active_changed (FrAddressPopover *self, GParamSpec *spec, GtkWindow *window)
{
  if (!gtk_window_is_active (window))
    fr_address_popover_hide (self);
}

static void
fr_address_popover_map (GtkWidget *widget)
{
  FrAddressPopover *self = FR_ADDRESS_POPOVER (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (fr_address_popover_parent_class)->map (widget);
  self->elsewhere = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->elsewhere), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->elsewhere), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->elsewhere, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (self->elsewhere));
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);
}

static void
fr_address_popover_unmap (GtkWidget *widget)
{
  FrAddressPopover *self = FR_ADDRESS_POPOVER (widget);
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (self->elsewhere));

  g_signal_handlers_disconnect_by_func (window, on_active_changed, self);
  gtk_widget_remove_controller (window, GTK_EVENT_CONTROLLER (self->elsewhere));
  self->elsewhere = NULL;
  GTK_WIDGET_CLASS (fr_address_popover_parent_class)->unmap (widget);
}

static void
listen_to_keys (FrAddressPopover *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

FrAddressPopover *
fr_address_popover_new (GtkWidget *box, GtkWidget *entry)
{
  FrAddressPopover *self = g_object_new (FR_TYPE_ADDRESS_POPOVER, "autohide", FALSE, "has-arrow", FALSE,
                                         "position", GTK_POS_BOTTOM, NULL);

  self->box = box;
  self->entry = entry;
  gtk_widget_set_parent (GTK_WIDGET (self), box);
  /* Keys that are pressed in a popover do not come by what it is in. */
  listen_to_keys (self, box);
  listen_to_keys (self, GTK_WIDGET (self));
  return self;
}

static void
fr_address_popover_dispose (GObject *object)
{
  FrAddressPopover *self = FR_ADDRESS_POPOVER (object);

  stop_asking (self);
  self->box = NULL;
  G_OBJECT_CLASS (fr_address_popover_parent_class)->dispose (object);
}

static void
fr_address_popover_class_init (FrAddressPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_address_popover_dispose;
  widget_class->map = fr_address_popover_map;
  widget_class->unmap = fr_address_popover_unmap;
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_ADDRESS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fr_address_popover_init (FrAddressPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Addresses"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "addresses");
}
