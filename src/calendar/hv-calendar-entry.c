/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-entry.h"

#include <libical/ical.h>
#include <string.h>

#define LONGEST_DAYS (10 * 366)

HvCalendarEntry *
hv_calendar_entry_new (guint line)
{
  HvCalendarEntry *entry = g_new0 (HvCalendarEntry, 1);
  entry->line = line;
  entry->replaces = HV_NONE;
  entry->extra = g_array_new (FALSE, FALSE, sizeof (HvMinute));
  entry->except = g_array_new (FALSE, FALSE, sizeof (HvMinute));
  return entry;
}

void
hv_calendar_entry_free (HvCalendarEntry *entry)
{
  g_free (entry->zone);
  g_free (entry->uid);
  g_free (entry->rule);
  g_free (entry->title);
  g_array_unref (entry->extra);
  g_array_unref (entry->except);
  g_free (entry);
}

void
hv_calendar_entry_blame (HvCalendarEntry *entry, HvEntryFault fault)
{
  if (entry->fault == HV_ENTRY_FINE)
    entry->fault = fault;
}

typedef struct
{
  HvMinute minute;
  HvClock clock;
  const char *zone; /* lent by the property */
} Time;

static bool
read_time (icalproperty *property, Time *ret_time)
{
  icalvalue *value = icalproperty_get_value (property);
  icalvalue_kind kind = value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE;
  if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE)
    return false;

  struct icaltimetype time = kind == ICAL_DATE_VALUE ? icalvalue_get_date (value) : icalvalue_get_datetime (value);
  if (!hv_day_is_valid_ymd (time.year, time.month, time.day))
    return false;

  icalparameter *zone = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  HvDay day = hv_day_from_ymd (time.year, time.month, time.day);
  ret_time->minute = hv_minute_at (day, time.is_date ? 0 : time.hour * 60 + time.minute);
  ret_time->clock = time.is_date ? HV_CLOCK_DATE : icaltime_is_utc (time) ? HV_CLOCK_UTC : HV_CLOCK_LOCAL;
  ret_time->zone = zone != NULL && ret_time->clock == HV_CLOCK_LOCAL ? icalparameter_get_tzid (zone) : NULL;
  return true;
}

/* One that has to be on the clock of the entry's start. */
static bool
read_same_time (HvCalendarEntry *entry, icalproperty *property, HvMinute *ret_minute)
{
  Time time;
  if (!read_time (property, &time))
    {
      hv_calendar_entry_blame (entry, HV_ENTRY_BAD_TIME);
      return false;
    }
  if (time.clock != entry->clock || g_strcmp0 (time.zone, entry->zone) != 0)
    {
      hv_calendar_entry_blame (entry, HV_ENTRY_MIXED_TIMES);
      return false;
    }
  *ret_minute = time.minute;
  return true;
}

static void
read_start (HvCalendarEntry *entry, icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  Time time;
  if (property == NULL)
    hv_calendar_entry_blame (entry, HV_ENTRY_NO_START);
  else if (!read_time (property, &time))
    hv_calendar_entry_blame (entry, HV_ENTRY_BAD_TIME);
  else
    {
      entry->starts = time.minute;
      entry->clock = time.clock;
      entry->zone = g_strdup (time.zone);
    }
}

static gint64
count_minutes (struct icaldurationtype duration)
{
  if (duration.is_neg)
    return -1;
  gint64 days = (gint64)duration.weeks * 7 + duration.days;
  gint64 minutes = (gint64)duration.hours * 60 + duration.minutes + ((gint64)duration.seconds + 59) / 60;
  return days * HV_MINUTES_PER_DAY + minutes;
}

/* An end, a length, or for a date neither: that is one day. */
static void
read_end (HvCalendarEntry *entry, icalcomponent *component)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *length = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  entry->ends = entry->starts;

  if (end != NULL && !read_same_time (entry, end, &entry->ends))
    return;
  if (end == NULL && length != NULL)
    entry->ends += count_minutes (icalproperty_get_duration (length));
  if (entry->clock == HV_CLOCK_DATE && entry->ends == entry->starts)
    entry->ends += HV_MINUTES_PER_DAY;

  gint64 minutes = entry->ends - entry->starts;
  if (minutes <= 0 || minutes > LONGEST_DAYS * HV_MINUTES_PER_DAY)
    hv_calendar_entry_blame (entry, HV_ENTRY_NO_END);
}

static void
read_dates (HvCalendarEntry *entry, icalcomponent *component, icalproperty_kind kind, GArray *dates)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, kind); property != NULL;
       property = icalcomponent_get_next_property (component, kind))
    {
      HvMinute minute;
      if (!read_same_time (entry, property, &minute))
        return;
      g_array_append_val (dates, minute);
    }
  if (dates->len >= HV_CALENDAR_ENTRY_MOST_DATES)
    hv_calendar_entry_blame (entry, HV_ENTRY_TOO_MANY_DATES);
}

static void
read_component (HvCalendarEntry *entry, icalcomponent *component)
{
  /* libical notes here what it could not read and left out. */
  if (icalcomponent_count_properties (component, ICAL_XLICERROR_PROPERTY) > 0)
    hv_calendar_entry_blame (entry, HV_ENTRY_BAD_TIME);

  read_start (entry, component);
  if (entry->fault != HV_ENTRY_FINE)
    return;
  read_end (entry, component);
  read_dates (entry, component, ICAL_RDATE_PROPERTY, entry->extra);
  read_dates (entry, component, ICAL_EXDATE_PROPERTY, entry->except);

  icalproperty *replaces = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  if (replaces != NULL)
    read_same_time (entry, replaces, &entry->replaces);
}

void
hv_calendar_entry_read_times (HvCalendarEntry *entry, const char *lines)
{
  g_autofree char *text = g_strconcat ("BEGIN:VEVENT\r\n", lines, "END:VEVENT\r\n", NULL);
  icalcomponent *component = icalparser_parse_string (text);
  if (component == NULL)
    {
      hv_calendar_entry_blame (entry, HV_ENTRY_BAD_TIME);
      return;
    }
  read_component (entry, component);
  icalcomponent_free (component);
}
