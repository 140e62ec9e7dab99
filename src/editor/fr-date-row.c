/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-date-row.h"

#include <glib/gi18n-lib.h>

#include "fr-date-text.h"

struct _FrDateRow
{
  FrLineRow parent_instance;

  GtkCalendar *calendar;
  GtkPopover *popover;
  gboolean showing;  /* the calendar is being set to what the file has */
};

G_DEFINE_FINAL_TYPE (FrDateRow, fr_date_row, FR_TYPE_LINE_ROW)

static void
on_day_selected (FrDateRow *self)
{
  g_autoptr (GDateTime) selected = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;
  GDate date;

  if (self->showing)
    return;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (selected), g_date_time_get_month (selected),
                  g_date_time_get_year (selected));
  text = fr_date_to_text (&date);
  fr_line_row_set_text (FR_LINE_ROW (self), text);
  gtk_popover_popdown (self->popover);
  fr_field_row_focus (FR_FIELD_ROW (self));
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
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->showing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
fr_date_row_class_init (FrDateRowClass *class)
{
}

static void
fr_date_row_init (FrDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (button, _("Choose a day in a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_shown), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  fr_line_row_add_button (FR_LINE_ROW (self), button);
}
