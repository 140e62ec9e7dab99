/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-address-row.h"

#include <glib/gi18n-lib.h>

#include "fr-address-popover.h"
#include "fr-destination.h"

struct _FrAddressRow
{
  FrLineRow parent_instance;

  FrAddressPopover *popover;  /* the entry's box's; NULL: nothing was typed yet */
  GCancellable     *looking;  /* for the place in a page; NULL: for none */
  gboolean          typed;    /* what is in the entry says what to look for */
};

G_DEFINE_FINAL_TYPE (FrAddressRow, fr_address_row, FR_TYPE_LINE_ROW)

typedef struct
{
  FrSite *site;
  char   *address;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->site);
  g_free (question->address);
  g_free (question);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task, fr_destination_find (question->site, question->address), (GDestroyNotify) fr_destination_free);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrDestination) destination = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL: it is another address by now. */
  if (destination != NULL)
    fr_field_row_show_destination (FR_FIELD_ROW (source), destination);
}

static void
stop_looking (FrAddressRow *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* Takes both. */
static void
look_in_thread (FrAddressRow *self, FrSite *site, char *address)
{
  Question *question = g_new (Question, 1);
  g_autoptr (GTask) task = NULL;

  *question = (Question) { site, address };
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, on_found, NULL);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, find_in_thread);
}

/* At once where that reads no file, so that what is below does not move when the answer comes. */
static void
show_destination (FrAddressRow *self, const char *address)
{
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (self));
  FrSite *site = session != NULL ? fr_session_get_site (session) : NULL;
  g_autoptr (FrDestination) destination = NULL;

  stop_looking (self);
  if (site == NULL)
    return;
  if (fr_destination_reads_file (address))
    {
      look_in_thread (self, g_object_ref (site), g_strdup (address));
      return;
    }
  destination = fr_destination_find (site, address);
  fr_field_row_show_destination (FR_FIELD_ROW (self), destination);
}

static void
fr_address_row_show_text (FrFieldRow *row, const char *text)
{
  FR_FIELD_ROW_CLASS (fr_address_row_parent_class)->show_text (row, text);
  show_destination (FR_ADDRESS_ROW (row), text);
}

static void
fr_address_row_site_changed (FrFieldRow *row)
{
  g_autofree char *text = fr_line_row_dup_text (FR_LINE_ROW (row));

  show_destination (FR_ADDRESS_ROW (row), text);
}

static void
on_chosen (FrAddressRow *self, const char *address)
{
  fr_field_row_replace (FR_FIELD_ROW (self), address);
  self->typed = FALSE;
}

/* Made for those fields alone in which somebody types. */
static FrAddressPopover *
get_popover (FrAddressRow *self)
{
  GtkWidget *entry = fr_line_row_get_entry (FR_LINE_ROW (self));

  if (self->popover != NULL)
    return self->popover;
  self->popover = fr_address_popover_new (gtk_widget_get_parent (entry), entry);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  return self->popover;
}

/* Of what was typed; else all that there is. */
static void
offer (FrAddressRow *self)
{
  FrSession *session = fr_field_row_get_session (FR_FIELD_ROW (self));
  g_autofree char *text = fr_line_row_dup_text (FR_LINE_ROW (self));

  if (session != NULL && gtk_editable_get_editable (GTK_EDITABLE (fr_line_row_get_entry (FR_LINE_ROW (self)))))
    fr_address_popover_show (get_popover (self), fr_session_get_site (session), self->typed ? text : "");
}

static void
on_changed (FrAddressRow *self)
{
  GtkEditable *entry = GTK_EDITABLE (fr_line_row_get_entry (FR_LINE_ROW (self)));

  if (fr_field_row_is_updating (FR_FIELD_ROW (self)) || !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))))
    return;
  self->typed = *gtk_editable_get_text (entry) != '\0';
  if (self->typed)
    offer (self);
  else if (self->popover != NULL)
    fr_address_popover_hide (self->popover);
}

static void
on_icon (FrAddressRow *self)
{
  if (self->popover != NULL && fr_address_popover_is_shown (self->popover))
    fr_address_popover_hide (self->popover);
  else
    offer (self);
}

/* Where the list is there, its own keys come first. */
static gboolean
on_key (FrAddressRow *self, unsigned key, unsigned code, GdkModifierType state)
{
  if (key != GDK_KEY_Down || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  offer (self);
  return TRUE;
}

/* The entry and its list. */
static void
on_left (FrAddressRow *self)
{
  self->typed = FALSE;
  if (self->popover != NULL)
    fr_address_popover_hide (self->popover);
}

static void
fr_address_row_dispose (GObject *object)
{
  stop_looking (FR_ADDRESS_ROW (object));
  G_OBJECT_CLASS (fr_address_row_parent_class)->dispose (object);
}

static void
fr_address_row_class_init (FrAddressRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fr_address_row_dispose;
  FR_FIELD_ROW_CLASS (class)->show_text = fr_address_row_show_text;
  FR_FIELD_ROW_CLASS (class)->site_changed = fr_address_row_site_changed;
}

static void
fr_address_row_init (FrAddressRow *self)
{
  GtkWidget *entry = fr_line_row_get_entry (FR_LINE_ROW (self));
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, _("Choose a page or a file of the site"));
  g_signal_connect_object (entry, "icon-release", G_CALLBACK (on_icon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (gtk_widget_get_parent (entry), focus);
}
