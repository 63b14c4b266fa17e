/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-zone.h"

#include "hv-calendar-text.h"

#include <string.h>

#define HOUR 3600
#define DAY 86400

/* The first full year of the rule that holds today: until 1995 summer time ended in September. */
#define EU_RULE_FROM 1997

/* Longer than any name of tzdata. */
#define LONGEST_NAME 64

bool
hv_calendar_zone_is_name (const char *text)
{
  gsize length = strlen (text);
  if (length == 0 || length > LONGEST_NAME || !g_ascii_isalpha (*text))
    return false;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("/_-+", text[i]) == NULL)
      return false;
  return true;
}

/* --- the rule of the European Union --- */

static int
get_year (gint64 utc)
{
  return hv_day_get_year (hv_minute_get_day (utc / 60 - (utc % 60 < 0)));
}

static gint64
get_new_year (int year)
{
  return (gint64)hv_day_from_ymd (year, 1, 1) * DAY;
}

/* March and October both have 31 days. */
static gint64
get_eu_change (int year, int month)
{
  HvDay last = hv_day_from_ymd (year, month, 31);
  HvDay last_sunday = last - hv_day_get_weekday (last) % 7;
  return (gint64)last_sunday * DAY + HOUR;
}

static bool
changes_at (const HvZone *zone, gint64 after, gint64 at, gint32 offset)
{
  HvClockChange change;
  return hv_zone_find_change (zone, after, &change) && change.at == at && change.offset == offset;
}

static bool
keeps_eu_rule (const HvZone *zone, int from_year, int until_year)
{
  gint32 standard = hv_zone_get_offset (zone, get_new_year (from_year));
  /* Further west or east the change falls on another day of the local week. */
  if (from_year < EU_RULE_FROM || standard < 0 || standard > 2 * HOUR || standard % HOUR != 0)
    return false;

  for (int year = from_year; year <= until_year; year++)
    {
      gint64 spring = get_eu_change (year, 3);
      gint64 autumn = get_eu_change (year, 10);
      if (!changes_at (zone, get_new_year (year), spring, standard + HOUR)
          || !changes_at (zone, spring, autumn, standard))
        return false;
    }
  HvClockChange after_last;
  return !hv_zone_find_change (zone, get_eu_change (until_year, 10), &after_last)
         || after_last.at >= get_new_year (until_year + 1);
}

static void
append_eu_season (GString *out, const char *season, const char *name, int from_hours, int to_hours, const char *first,
                  int month)
{
  hv_calendar_text_append_format (out, "BEGIN:%s", season);
  if (name != NULL)
    hv_calendar_text_append_format (out, "TZNAME:%s", name);
  hv_calendar_text_append_format (out, "TZOFFSETFROM:+%02d00", from_hours);
  hv_calendar_text_append_format (out, "TZOFFSETTO:+%02d00", to_hours);
  hv_calendar_text_append_format (out, "DTSTART:%sT%02d0000", first, 1 + from_hours);
  hv_calendar_text_append_format (out, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=-1SU", month);
  hv_calendar_text_append_format (out, "END:%s", season);
}

static void
append_eu_rule (GString *out, int standard_hours)
{
  /* The names of central European time; those of its neighbours differ from land to land. */
  bool central = standard_hours == 1;
  append_eu_season (out, "DAYLIGHT", central ? "CEST" : NULL, standard_hours, standard_hours + 1, "19810329", 3);
  append_eu_season (out, "STANDARD", central ? "CET" : NULL, standard_hours + 1, standard_hours, "19961027", 10);
}

/* --- change by change --- */

typedef struct
{
  gint64 at;
  gint32 before;
  gint32 after;
} Step;

static void
append_offset (GString *out, const char *name, gint32 offset)
{
  int seconds = ABS (offset);
  char sign = offset < 0 ? '-' : '+';
  if (seconds % 60 != 0)
    hv_calendar_text_append_format (out, "%s:%c%02d%02d%02d", name, sign, seconds / HOUR, seconds / 60 % 60,
                                    seconds % 60);
  else
    hv_calendar_text_append_format (out, "%s:%c%02d%02d", name, sign, seconds / HOUR, seconds / 60 % 60);
}

/* What the clock that is about to change shows: "20260329T020000". */
static char *
format_onset (const Step *step)
{
  gint64 local = step->at + step->before;
  gint64 second_of_day = ((local % DAY) + DAY) % DAY;
  int year, month, day;
  hv_day_to_ymd ((HvDay)((local - second_of_day) / DAY), &year, &month, &day);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", year, month, day, (int)(second_of_day / HOUR),
                          (int)(second_of_day / 60 % 60), (int)(second_of_day % 60));
}

/* All changes that go from the same offset to the same offset make one observance. */
static void
append_observance (GString *out, const GArray *steps, guint first)
{
  const Step *kind = &g_array_index (steps, Step, first);
  const char *season = kind->after > kind->before ? "DAYLIGHT" : "STANDARD";

  hv_calendar_text_append_format (out, "BEGIN:%s", season);
  append_offset (out, "TZOFFSETFROM", kind->before);
  append_offset (out, "TZOFFSETTO", kind->after);
  for (guint i = first; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      if (step->before != kind->before || step->after != kind->after)
        continue;
      g_autofree char *onset = format_onset (step);
      hv_calendar_text_append_format (out, "%s:%s", i == first ? "DTSTART" : "RDATE", onset);
    }
  hv_calendar_text_append_format (out, "END:%s", season);
}

static bool
is_first_of_kind (const GArray *steps, guint at)
{
  const Step *step = &g_array_index (steps, Step, at);
  for (guint i = 0; i < at; i++)
    {
      const Step *earlier = &g_array_index (steps, Step, i);
      if (earlier->before == step->before && earlier->after == step->after)
        return false;
    }
  return true;
}

/* The first step is the offset that held before, from an old date on. */
static GArray *
list_steps (const HvZone *zone, gint64 from, gint64 until)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  gint32 before = hv_zone_get_offset (zone, from);
  Step begin = { MIN (0, from) - before, before, before };
  g_array_append_val (steps, begin);

  HvClockChange change = { from, before };
  while (hv_zone_find_change (zone, change.at, &change) && change.at <= until)
    {
      Step step = { change.at, before, change.offset };
      if (step.before != step.after)
        g_array_append_val (steps, step);
      before = step.after;
    }
  return steps;
}

static void
append_steps (GString *out, const HvZone *zone, gint64 from, gint64 until)
{
  g_autoptr (GArray) steps = list_steps (zone, from, until);
  for (guint i = 0; i < steps->len; i++)
    if (is_first_of_kind (steps, i))
      append_observance (out, steps, i);
}

char *
hv_calendar_zone_write (const HvZone *zone, gint64 from, gint64 until)
{
  g_return_val_if_fail (hv_calendar_zone_is_name (hv_zone_get_name (zone)), NULL);

  int from_year = get_year (from);
  int until_year = get_year (until);
  GString *out = g_string_new (NULL);
  hv_calendar_text_append_line (out, "BEGIN:VTIMEZONE");
  hv_calendar_text_append_format (out, "TZID:%s", hv_zone_get_name (zone));
  if (keeps_eu_rule (zone, from_year, until_year))
    append_eu_rule (out, hv_zone_get_offset (zone, get_new_year (from_year)) / HOUR);
  else
    append_steps (out, zone, from, until);
  hv_calendar_text_append_line (out, "END:VTIMEZONE");
  return g_string_free (out, FALSE);
}
