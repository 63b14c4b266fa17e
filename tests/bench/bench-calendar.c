/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Calendars a second, against libical writing the same entries as one tree. */

#include "hv-calendar-check.h"
#include "hv-calendar-writer.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 5
#define EVENTS_A_ROUND 20000

static HvZone *
find_zone (const char *name, gpointer zone)
{
  return zone;
}

static GPtrArray *
make_events (guint n)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (hv_record_unref);
  for (guint i = 0; i < n; i++)
    {
      HvEvent *event = hv_record_new (HV_KIND_EVENT, i + 1);
      event->uid = g_strdup_printf ("4f4b6a0e-7c1d-4f0a-9f3e-%012x", i);
      event->starts = hv_minute_at (hv_day_from_ymd (2026, 1, 5) + (HvDay)(i % 365), 10 * 60);
      event->ends = event->starts + 180;
      event->modified = 1777659240;
      event->owner_kind = HV_OWNER_VOLUNTEER;
      hv_set_text (&event->zone, "Europe/Copenhagen");
      hv_set_text (&event->language, "da");
      hv_set_text (&event->role, "IT-hjælp");
      hv_set_text (&event->house_name, "Frivillighuset, Juelsminde; stuen");
      hv_set_text (&event->place, "Rådhustorvet 4, 7130 Juelsminde");
      hv_set_text (&event->description, "Nøglen hænger ved køkkenet. Husk kaffen, mælken og småkagerne.\n\n"
                                        "Tjekliste:\n– Lås op\n– Tænd lyset\n– Stil stole frem i venteværelset\n"
                                        "– Sæt skiltet ud på gaden, også når det regner");
      g_ptr_array_add (events, event);
    }
  return events;
}

static void
add_text (icalcomponent *component, icalproperty *property)
{
  icalproperty_add_parameter (property, icalparameter_new_language ("da"));
  icalcomponent_add_property (component, property);
}

static struct icaltimetype
get_time (HvMinute minute)
{
  struct icaltimetype time = icaltime_null_time ();
  hv_day_to_ymd (hv_minute_get_day (minute), &time.year, &time.month, &time.day);
  time.hour = hv_minute_get_of_day (minute) / 60;
  time.minute = hv_minute_get_of_day (minute) % 60;
  return time;
}

static void
add_time (icalcomponent *component, icalproperty *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid ("Europe/Copenhagen"));
  icalcomponent_add_property (component, property);
}

static icalcomponent *
make_component (const HvEvent *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  struct icaltimetype stamp =
      icaltime_from_timet_with_zone ((time_t)event->modified, 0, icaltimezone_get_utc_timezone ());
  g_autofree char *summary = g_strdup_printf ("%s, %s", event->role, event->house_name);

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (component, icalproperty_new_lastmodified (stamp));
  icalcomponent_add_property (component, icalproperty_new_sequence (0));
  add_time (component, icalproperty_new_dtstart (get_time (event->starts)));
  add_time (component, icalproperty_new_dtend (get_time (event->ends)));
  add_text (component, icalproperty_new_summary (summary));
  add_text (component, icalproperty_new_location (event->place));
  add_text (component, icalproperty_new_description (event->description));
  add_text (component, icalproperty_new_categories (event->role));
  icalcomponent_add_property (component, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  return component;
}

static gsize
write_with_libical (const GPtrArray *events)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Husvagt//Husvagt//EN"));
  for (guint i = 0; i < events->len; i++)
    icalcomponent_add_component (calendar, make_component (g_ptr_array_index (events, i)));
  char *text = icalcomponent_as_ical_string_r (calendar);
  gsize length = strlen (text);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return length;
}

static gsize
write_with_husvagt (const GPtrArray *events, HvZone *zone, bool check)
{
  const HvCalendarHead head = { .name = "Vagter", .zone = "Europe/Copenhagen", .modified = 1777659240 };
  g_autofree char *text = hv_calendar_write (&head, events, find_zone, zone);
  if (check && !hv_calendar_check (text, events->len, NULL))
    g_error ("the calendar is damaged");
  return strlen (text);
}

static int
compare_doubles_cb (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;
  return (one > other) - (one < other);
}

/* Which writer, how: 0 libical, 1 Husvagt, 2 Husvagt with the check before publishing. */
static double
measure (const GPtrArray *events, HvZone *zone, int way)
{
  guint times = MAX (1, EVENTS_A_ROUND / events->len);
  clock_t begin = clock ();
  for (guint i = 0; i < times; i++)
    {
      gsize length = way == 0 ? write_with_libical (events) : write_with_husvagt (events, zone, way == 2);
      g_assert_cmpuint (length, >, 500 * (gsize)events->len);
    }
  return (double)times * events->len * CLOCKS_PER_SEC / (double)(clock () - begin);
}

int
main (void)
{
  static const guint sizes[] = { 20, 200, 2000 };
  static const HvClockChange changes[] = { { 1774746000, 7200 }, { 1792890000, 3600 } };
  g_autoptr (HvZone) zone = hv_zone_new ("Europe/Copenhagen", 3600, changes, G_N_ELEMENTS (changes));

  printf ("calendar: entries written a second, CPU time, median of %d\n", ROUNDS);
  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      g_autoptr (GPtrArray) events = make_events (sizes[size]);
      double speeds[3][ROUNDS];
      for (int round = 0; round < ROUNDS; round++)
        for (int way = 0; way < 3; way++)
          speeds[way][round] = measure (events, zone, way);
      for (int way = 0; way < 3; way++)
        qsort (speeds[way], ROUNDS, sizeof (double), compare_doubles_cb);

      double libical = speeds[0][ROUNDS / 2], ours = speeds[1][ROUNDS / 2], checked = speeds[2][ROUNDS / 2];
      printf ("  %5u entries: %7.0f, libical %7.0f, ratio %.2f; read back before publishing %7.0f\n", sizes[size], ours,
              libical, ours / libical, checked);
    }
  return 0;
}
