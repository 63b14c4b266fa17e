/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day-row.h"

#include "hv-error.h"
#include "hv-span.h"
#include "hv-ui-text.h"

/* --- text and date --- */

char *
hv_day_row_format (HvDay day)
{
  int year;
  int month;
  int number;
  hv_day_to_ymd (day, &year, &month, &number);
  if (hv_text_get_own_language () == HV_LANGUAGE_DA)
    return g_strdup_printf ("%d.%d.%d", number, month, year);
  return hv_day_format (day);
}

static bool
is_blank (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  return copy[0] == '\0';
}

static bool
parse (const char *text, bool optional, gint64 *ret_day, GError **error)
{
  HvDay day;
  if (is_blank (text))
    {
      *ret_day = HV_NONE;
      if (!optional)
        g_set_error_literal (error, HV_ERROR, HV_ERROR_USAGE, _ ("Write a date, or choose one from the calendar."));
      return optional;
    }
  if (!hv_day_parse_loose (text, &day, error))
    return false;
  *ret_day = day;
  return true;
}

static bool
check_cb (const char *text, gpointer data, GError **error)
{
  gint64 day;
  return parse (text, GPOINTER_TO_INT (data) != 0, &day, error);
}

bool
hv_day_row_get (HvFieldRow *row, gint64 *ret_day_or_none)
{
  gint64 day;
  if (!parse (hv_field_row_get_text (row), true, &day, NULL))
    return false;
  *ret_day_or_none = day;
  return true;
}

void
hv_day_row_reset (HvFieldRow *row, gint64 day_or_none)
{
  g_autofree char *text = day_or_none == HV_NONE ? g_strdup ("") : hv_day_row_format ((HvDay)day_or_none);
  hv_field_row_reset (row, text);
}

/* --- the calendar --- */

typedef struct
{
  HvFieldRow *row; /* lent: the calendar is in it */
  GtkPopover *popover;
  GtkCalendar *calendar;
  bool setting;
} Picker;

static void
shown_cb (Picker *picker)
{
  gint64 day;
  int year;
  int month;
  int number;
  if (!hv_day_row_get (picker->row, &day) || day == HV_NONE)
    return;
  hv_day_to_ymd ((HvDay)day, &year, &month, &number);
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, number, 12, 0, 0);
  picker->setting = true;
  gtk_calendar_select_day (picker->calendar, date);
  picker->setting = false;
}

static void
day_selected_cb (Picker *picker)
{
  if (picker->setting)
    return;
  g_autoptr (GDateTime) date = gtk_calendar_get_date (picker->calendar);
  HvDay day =
      hv_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
  g_autofree char *text = hv_day_row_format (day);
  gtk_popover_popdown (picker->popover);
  hv_field_row_type (picker->row, text);
}

static void
add_calendar (HvFieldRow *row, const char *title)
{
  Picker *picker = g_new0 (Picker, 1);
  picker->row = row;
  picker->calendar = GTK_CALENDAR (gtk_calendar_new ());
  picker->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_calendar_set_show_week_numbers (picker->calendar, TRUE);
  gtk_popover_set_child (picker->popover, GTK_WIDGET (picker->calendar));
  /* TRANSLATORS: opens a calendar for a date; %s is what the date is, such as “First day” */
  g_autofree char *said = g_strdup_printf (_ ("Calendar: %s"), title);
  GtkWidget *button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "x-office-calendar-symbolic", "popover", picker->popover, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  hv_field_row_add_suffix (row, button);

  g_signal_connect_swapped (picker->popover, "show", G_CALLBACK (shown_cb), picker);
  g_signal_connect_swapped (picker->calendar, "day-selected", G_CALLBACK (day_selected_cb), picker);
  g_object_set_data_full (G_OBJECT (row), "hv-picker", picker, g_free);
}

HvFieldRow *
hv_day_row_new (const char *title, bool optional)
{
  HvFieldRow *row = HV_FIELD_ROW (hv_field_row_new (title));
  hv_field_row_set_check (row, check_cb, GINT_TO_POINTER (optional), NULL);
  g_autofree char *example = hv_day_row_format (hv_day_from_ymd (2026, 5, 22));
  hv_field_row_set_hint (row, optional ? _ ("no date") : example);
  add_calendar (row, title);
  return row;
}
