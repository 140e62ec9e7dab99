/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-date-row.h"

#include <glib/gi18n-lib.h>

#include "fr-date-text.h"

struct _FrDateRow
{
  FrLineRow parent_instance;

  GtkCalendar *calendar;
  GtkPopover *popover;
};

G_DEFINE_FINAL_TYPE (FrDateRow, fr_date_row, FR_TYPE_LINE_ROW)

static void
choose_selected (FrDateRow *self)
{
  g_autoptr (GDateTime) selected = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (selected), g_date_time_get_month (selected),
                  g_date_time_get_year (selected));
  text = fr_date_to_text (&date);
  fr_line_row_set_text (FR_LINE_ROW (self), text);
  gtk_popover_popdown (self->popover);
  fr_field_row_focus (FR_FIELD_ROW (self));
}

/* A day is chosen by its number; what the arrows above do selects one, too. */
static void
on_released (FrDateRow *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    choose_selected (self);
}

static void
select_later (FrDateRow *self, int months, int days)
{
  g_autoptr (GDateTime) selected = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) moved = g_date_time_add_months (selected, months);
  g_autoptr (GDateTime) day = g_date_time_add_days (moved, days);

  gtk_calendar_select_day (self->calendar, day);
}

/* In place of the calendar's own keys, which move a focus that is not the selected day. */
static gboolean
on_key (FrDateRow *self, unsigned key)
{
  static const struct { unsigned key; int months, days; } ways[] = {
    { GDK_KEY_Left, 0, -1 }, { GDK_KEY_Right, 0, 1 }, { GDK_KEY_Up, 0, -7 }, { GDK_KEY_Down, 0, 7 },
    { GDK_KEY_Page_Up, -1, 0 }, { GDK_KEY_Page_Down, 1, 0 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].key == key)
      {
        select_later (self, ways[i].months, ways[i].days);
        return TRUE;
      }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space)
    return FALSE;
  choose_selected (self);
  return TRUE;
}

/* At the day that the file has, else at today. */
static void
on_shown (FrDateRow *self)
{
  g_autofree char *text = fr_line_row_dup_text (FR_LINE_ROW (self));
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  g_date_clear (&date, 1);
  if (fr_date_from_text (text, &date))
    day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  if (day == NULL)
    day = g_date_time_new_now_local ();
  gtk_calendar_select_day (self->calendar, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
fr_date_row_class_init (FrDateRowClass *class)
{
}

static GtkCalendar *
make_calendar (FrDateRow *self)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (calendar, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  return GTK_CALENDAR (calendar);
}

static void
fr_date_row_init (FrDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->calendar = make_calendar (self);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (button, _("Choose a day in a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_shown), self);
  fr_line_row_add_button (FR_LINE_ROW (self), button);
}
