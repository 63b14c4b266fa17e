/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-check.h"
#include "hv-calendar-writer.h"

#include "hv-error.h"
#include "hv-text.h"

#include "strict.h"
#include "zones.h"

#include <libical/ical.h>
#include <locale.h>
#include <string.h>

/* The publish that made the entries of the tests: 2026-05-01 18:14 UTC. */
#define PUBLISHED G_GINT64_CONSTANT (1777659240)

static const HvCalendarHead anna = {
  .name = "Shifts, Anna Lindeskov",
  .description = "Volunteer shifts.",
  .zone = "Europe/Copenhagen",
  .colour = "teal",
  .modified = PUBLISHED - 3600,
};

/* A volunteer's entry; the caller changes what the test is about. */
static HvEvent *
new_event (const char *uid, const char *starts, const char *ends)
{
  HvEvent *event = hv_record_new (HV_KIND_EVENT, 1);
  hv_set_text (&event->uid, uid);
  hv_set_text (&event->zone, "Europe/Copenhagen");
  hv_set_text (&event->language, "da");
  hv_set_text (&event->role, "IT-hjælp");
  hv_set_text (&event->house_name, "Juelsminde");
  event->owner_kind = HV_OWNER_VOLUNTEER;
  event->starts = instant (starts) / 60;
  event->ends = instant (ends) / 60;
  event->modified = PUBLISHED;
  return event;
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func (hv_record_unref);
}

/* Writes, and lets both judges read. */
static char *
write_calendar (const HvCalendarHead *head, const GPtrArray *events, StrictCalendar **ret_strict)
{
  g_autoptr (GError) error = NULL;
  char *text = hv_calendar_write (head, events, zone_find, NULL);
  *ret_strict = strict_read (text);
  g_assert_cmpuint ((*ret_strict)->events->len, ==, events->len);
  hv_calendar_check (text, events->len, &error);
  g_assert_no_error (error);
  return text;
}

static const GPtrArray *
get_event (const StrictCalendar *calendar, guint i)
{
  return g_ptr_array_index (calendar->events, i);
}

/* --- A17: the whole text --- */

static const char a17[] = "BEGIN:VCALENDAR\r\n"
                          "VERSION:2.0\r\n"
                          "PRODID:-//Husvagt//Husvagt//EN\r\n"
                          "CALSCALE:GREGORIAN\r\n"
                          "NAME:Vagter\\, Leif Ærensø\r\n"
                          "X-WR-CALNAME:Vagter\\, Leif Ærensø\r\n"
                          "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
                          "X-PUBLISHED-TTL:PT1H\r\n"
                          "X-WR-TIMEZONE:Europe/Copenhagen\r\n"
                          "LAST-MODIFIED:20260501T181400Z\r\n"
                          "COLOR:teal\r\n" COPENHAGEN_TEXT "BEGIN:VEVENT\r\n"
                          "UID:4f4b6a0e-7c1d-4f0a-9f3e-0a1b2c3d4e5f\r\n"
                          "DTSTAMP:20260501T181400Z\r\n"
                          "LAST-MODIFIED:20260501T181400Z\r\n"
                          "SEQUENCE:0\r\n"
                          "DTSTART;TZID=Europe/Copenhagen:20260504T100000\r\n"
                          "DTEND;TZID=Europe/Copenhagen:20260504T130000\r\n"
                          "SUMMARY;LANGUAGE=da:IT-hjælp\\, Frivillighuset\\, Juelsminde\\; stuen\r\n"
                          "LOCATION;LANGUAGE=da:Rådhustorvet 4\\, 7130 Juelsminde\r\n"
                          "DESCRIPTION;LANGUAGE=da:Nøglen hænger ved køkkenet.\\nHusk kaffen\\, mælk\r\n"
                          " en og småkagerne.\r\n"
                          "CATEGORIES;LANGUAGE=da:IT-hjælp\r\n"
                          "STATUS:CONFIRMED\r\n"
                          "TRANSP:OPAQUE\r\n"
                          "END:VEVENT\r\n"
                          "END:VCALENDAR\r\n";

static void
test_a17_feed_of_a_person (void)
{
  HvCalendarHead head = anna;
  head.name = "Vagter, Leif Ærensø";
  head.description = NULL;

  g_autoptr (GPtrArray) events = new_events ();
  HvEvent *event = new_event ("4f4b6a0e-7c1d-4f0a-9f3e-0a1b2c3d4e5f", "2026-05-04 10:00", "2026-05-04 13:00");
  hv_set_text (&event->house_name, "Frivillighuset, Juelsminde; stuen");
  hv_set_text (&event->place, "Rådhustorvet 4\n7130 Juelsminde");
  hv_set_text (&event->description, "Nøglen hænger ved køkkenet.\nHusk kaffen, mælken og småkagerne.");
  g_ptr_array_add (events, event);

  g_autoptr (StrictCalendar) strict = NULL;
  g_autofree char *text = write_calendar (&head, events, &strict);
  g_assert_cmpstr (text, ==, a17);
}

/* --- time --- */

static const struct
{
  const char *what;
  const char *starts;
  const char *ends;
  const char *dtstart;
  const char *dtend;
  const char *utc_start; /* as libical understands it */
  int minutes;           /* true length */
} time_cases[] = {
  { "A18 in summer time", "2026-10-19 10:00", "2026-10-19 13:00", "20261019T100000", "20261019T130000",
    "2026-10-19 08:00", 180 },
  { "A18 in winter time", "2026-10-26 10:00", "2026-10-26 13:00", "20261026T100000", "20261026T130000",
    "2026-10-26 09:00", 180 },
  { "A19 the night of nine hours", "2026-10-24 22:00", "2026-10-25 06:00", "20261024T220000", "20261025T060000",
    "2026-10-24 20:00", 540 },
  { "A19 the night of seven hours", "2026-03-28 22:00", "2026-03-29 06:00", "20260328T220000", "20260329T060000",
    "2026-03-28 21:00", 420 },
  { "ends in the doubled hour", "2026-10-25 01:00", "2026-10-25 02:30", "20261024T230000Z", "20261025T003000Z",
    "2026-10-24 23:00", 90 },
  { "begins in it", "2026-10-25 02:00", "2026-10-25 08:00", "20261025T000000Z", "20261025T070000Z", "2026-10-25 00:00",
    420 },
  { "lies in it", "2026-10-25 02:10", "2026-10-25 02:50", "20261025T001000Z", "20261025T005000Z", "2026-10-25 00:10",
    40 },
  { "begins just after it", "2026-10-25 03:00", "2026-10-25 08:00", "20261025T030000", "20261025T080000",
    "2026-10-25 02:00", 300 },
  { "begins in the hour left out", "2026-03-29 02:30", "2026-03-29 06:00", "20260329T030000", "20260329T060000",
    "2026-03-29 01:00", 180 },
  { "ends in it", "2026-03-29 01:00", "2026-03-29 02:30", "20260329T010000", "20260329T030000", "2026-03-29 00:00",
    60 },
  { "lies in it", "2026-03-29 02:10", "2026-03-29 02:50", "20260329T030000", "20260329T034000", "2026-03-29 01:00",
    40 },
  { "is it", "2026-03-29 02:00", "2026-03-29 03:00", "20260329T030000", "20260329T040000", "2026-03-29 01:00", 60 },
  { "week 53", "2026-12-31 22:00", "2027-01-01 06:00", "20261231T220000", "20270101T060000", "2026-12-31 21:00", 480 },
  { "the last Sunday of week 53", "2027-01-03 22:00", "2027-01-04 06:00", "20270103T220000", "20270104T060000",
    "2027-01-03 21:00", 480 },
  { "leap day", "2028-02-29 10:00", "2028-02-29 13:00", "20280229T100000", "20280229T130000", "2028-02-29 09:00", 180 },
  { "two days and nights", "2026-06-05 12:00", "2026-06-07 12:00", "20260605T120000", "20260607T120000",
    "2026-06-05 10:00", 2880 },
};

/* What libical makes of an entry's start and end. */
static void
judge_time (const char *text, gint64 *ret_start, gint64 *ret_end)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  struct icaltimetype start = icalcomponent_get_dtstart (event);
  struct icaltimetype end = icalcomponent_get_dtend (event);
  const char *name = icaltime_get_tzid (start);
  icaltimezone *zone = icalcomponent_get_timezone (calendar, name != NULL ? name : "UTC");
  if (zone == NULL)
    zone = icaltimezone_get_utc_timezone ();
  *ret_start = icaltime_as_timet_with_zone (start, zone);
  *ret_end = icaltime_as_timet_with_zone (end, zone);
  icalcomponent_free (calendar);
}

static void
test_writes_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (time_cases); i++)
    {
      g_test_message ("%s", time_cases[i].what);
      g_autoptr (GPtrArray) events = new_events ();
      g_ptr_array_add (events, new_event ("u", time_cases[i].starts, time_cases[i].ends));

      g_autoptr (StrictCalendar) strict = NULL;
      g_autofree char *text = write_calendar (&anna, events, &strict);
      g_assert_cmpstr (strict_get (get_event (strict, 0), "DTSTART"), ==, time_cases[i].dtstart);
      g_assert_cmpstr (strict_get (get_event (strict, 0), "DTEND"), ==, time_cases[i].dtend);

      gint64 start, end;
      judge_time (text, &start, &end);
      g_assert_cmpint (start, ==, instant (time_cases[i].utc_start));
      g_assert_cmpint (end - start, ==, time_cases[i].minutes * 60);
    }
}

/* Every quarter of an hour of both nights, for shifts of every length: a start that libical reads as we mean it,
 * and a true length. */
static void
test_writes_every_time_of_both_nights (void)
{
  static const char *const evenings[] = { "2026-03-28 20:00", "2026-10-24 20:00" };
  HvZone *zone = zone_find ("Europe/Copenhagen", NULL);

  for (gsize night = 0; night < G_N_ELEMENTS (evenings); night++)
    for (int from = 0; from < 10 * 60; from += 15)
      for (int length = 15; length <= 9 * 60; length += 105)
        {
          g_autoptr (GPtrArray) events = new_events ();
          HvEvent *event = new_event ("u", evenings[night], evenings[night]);
          event->starts += from;
          event->ends = event->starts + length;
          g_ptr_array_add (events, event);

          g_autofree char *text = hv_calendar_write (&anna, events, zone_find, NULL);
          g_autoptr (StrictCalendar) strict = strict_read (text);
          gint64 start, end;
          judge_time (text, &start, &end);
          gint64 elapsed = hv_zone_elapsed (zone, (HvSpan){ event->starts, event->ends });
          g_assert_cmpint (start, ==, hv_zone_to_utc (zone, event->starts, NULL));
          g_assert_cmpint (end - start, ==, (elapsed > 0 ? elapsed : length) * 60);
        }
}

/* --- zones --- */

static const struct
{
  const char *what;
  const char *zone;
  const char *parameters;
  const char *dtstart;
} zone_cases[] = {
  { "Denmark", "Europe/Copenhagen", "TZID=Europe/Copenhagen", "20260504T100000" },
  { "Sweden", "Europe/Stockholm", "TZID=Europe/Stockholm", "20260504T100000" },
  { "a zone without clock changes", "Asia/Kolkata", "TZID=Asia/Kolkata", "20260504T100000" },
  { "a zone nobody knows", "Mars/Base", "", "20260504T100000Z" },
  { "none", NULL, "", "20260504T100000Z" },
};

static void
test_declares_its_zones (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zone_cases); i++)
    {
      g_test_message ("%s", zone_cases[i].what);
      g_autoptr (GPtrArray) events = new_events ();
      HvEvent *event = new_event ("u", "2026-05-04 10:00", "2026-05-04 13:00");
      hv_set_text (&event->zone, zone_cases[i].zone);
      g_ptr_array_add (events, event);

      g_autoptr (StrictCalendar) strict = NULL;
      g_autofree char *text = write_calendar (&anna, events, &strict);
      g_assert_cmpstr (strict_get_parameters (get_event (strict, 0), "DTSTART"), ==, zone_cases[i].parameters);
      g_assert_cmpstr (strict_get (get_event (strict, 0), "DTSTART"), ==, zone_cases[i].dtstart);
      g_assert_cmpuint (strict->zones->len, ==, *zone_cases[i].parameters != '\0');
    }
}

static void
test_declares_each_zone_once (void)
{
  static const char *const names[] = { "Europe/Stockholm", "Europe/Copenhagen", "Europe/Helsinki" };
  g_autoptr (GPtrArray) events = new_events ();
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);
      HvEvent *event = new_event (uid, "2026-05-04 10:00", "2026-05-04 13:00");
      hv_set_text (&event->zone, names[i % 3]);
      g_ptr_array_add (events, event);
    }
  g_autoptr (StrictCalendar) strict = NULL;
  g_autofree char *text = write_calendar (&anna, events, &strict);
  g_assert_cmpuint (strict->zones->len, ==, 3);
  g_assert_cmpstr (strict_get (g_ptr_array_index (strict->zones, 0), "TZID"), ==, "Europe/Copenhagen");
}

/* --- states, languages, houses --- */

static const struct
{
  const char *what;
  const char *language;
  HvOwner owner;
  gint64 present;
  gint64 needed;
  bool cancelled;
  const char *summary; /* in English: the catalogues have their own test */
  const char *parameter;
} summary_cases[] = {
  { "a volunteer's", "en", HV_OWNER_VOLUNTEER, HV_NONE, HV_NONE, false, "IT-hjælp, Juelsminde", "LANGUAGE=en" },
  { "a cancelled one", "en", HV_OWNER_VOLUNTEER, HV_NONE, HV_NONE, true, "CANCELLED: IT-hjælp, Juelsminde",
    "LANGUAGE=en" },
  { "a house's", "en", HV_OWNER_HOUSE, 3, 5, false, "IT-hjælp 3 of 5", "LANGUAGE=en" },
  { "with too many", "en", HV_OWNER_HOUSE, 4, 3, false, "IT-hjælp 4 of 3", "LANGUAGE=en" },
  { "with nobody", "en", HV_OWNER_HOUSE, 0, 2, false, "IT-hjælp 0 of 2", "LANGUAGE=en" },
  { "a cancelled one of a house", "en", HV_OWNER_HOUSE, 3, 5, true, "CANCELLED: IT-hjælp 3 of 5", "LANGUAGE=en" },
  { "a house's without numbers", "en", HV_OWNER_HOUSE, HV_NONE, HV_NONE, false, "IT-hjælp", "LANGUAGE=en" },
  { "a language nobody knows", "nb", HV_OWNER_VOLUNTEER, HV_NONE, HV_NONE, true, "CANCELLED: IT-hjælp, Juelsminde",
    "LANGUAGE=en" },
};

static void
test_says_what_it_is (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (summary_cases); i++)
    {
      g_test_message ("%s", summary_cases[i].what);
      g_autoptr (GPtrArray) events = new_events ();
      HvEvent *event = new_event ("u", "2026-05-04 10:00", "2026-05-04 13:00");
      hv_set_text (&event->language, summary_cases[i].language);
      event->owner_kind = summary_cases[i].owner;
      event->present = summary_cases[i].present;
      event->needed = summary_cases[i].needed;
      event->cancelled = summary_cases[i].cancelled;
      event->sequence = 7;
      g_ptr_array_add (events, event);

      g_autoptr (StrictCalendar) strict = NULL;
      g_autofree char *text = write_calendar (&anna, events, &strict);
      g_autofree char *summary = strict_unescape (strict_get (get_event (strict, 0), "SUMMARY"));
      g_assert_cmpstr (summary, ==, summary_cases[i].summary);
      g_assert_cmpstr (strict_get_parameters (get_event (strict, 0), "SUMMARY"), ==, summary_cases[i].parameter);
      g_assert_cmpstr (strict_get (get_event (strict, 0), "SEQUENCE"), ==, "7");
      g_assert_cmpstr (strict_get (get_event (strict, 0), "STATUS"), ==,
                       summary_cases[i].cancelled ? "CANCELLED" : "CONFIRMED");
    }
}

/* The texts of an entry are in the language it was published in, whatever the process speaks. */
static void
test_speaks_the_readers_language (void)
{
  static const char *const languages[] = { "da", "sv", "en" };
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      HvLanguage language;
      g_assert_true (hv_language_parse (languages[i], &language));
      g_autoptr (GPtrArray) events = new_events ();
      HvEvent *event = new_event ("u", "2026-05-04 10:00", "2026-05-04 13:00");
      hv_set_text (&event->language, languages[i]);
      event->cancelled = 1;
      g_ptr_array_add (events, event);

      g_autoptr (StrictCalendar) strict = NULL;
      g_autofree char *text = write_calendar (&anna, events, &strict);
      g_autofree char *expected = hv_text_format (language, "CANCELLED: %s", "IT-hjælp, Juelsminde");
      g_autofree char *summary = strict_unescape (strict_get (get_event (strict, 0), "SUMMARY"));
      g_assert_cmpstr (summary, ==, expected);
    }
}

/* --- alarms --- */

static const struct
{
  int minutes;
  bool cancelled;
  const char *trigger;
} alarm_cases[] = {
  { 0, false, "-" },
  { 120, false, "-PT2H" },
  { 90, false, "-PT90M" },
  { 120, true, "-" },
};

static void
test_rings_when_asked_to (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alarm_cases); i++)
    {
      HvCalendarHead head = anna;
      head.alarm_minutes = alarm_cases[i].minutes;
      g_autoptr (GPtrArray) events = new_events ();
      HvEvent *event = new_event ("u", "2026-05-04 10:00", "2026-05-04 13:00");
      event->cancelled = alarm_cases[i].cancelled;
      g_ptr_array_add (events, event);

      g_autoptr (StrictCalendar) strict = NULL;
      g_autofree char *text = write_calendar (&head, events, &strict);
      bool rings = !g_str_equal (alarm_cases[i].trigger, "-");
      g_assert_cmpstr (strict_get (get_event (strict, 0), "TRIGGER"), ==, alarm_cases[i].trigger);
      g_assert_cmpstr (strict_get (get_event (strict, 0), "ACTION"), ==, rings ? "DISPLAY" : "-");
      g_assert_cmpuint (strict_count (get_event (strict, 0), "DESCRIPTION"), ==, rings);
    }
}

/* --- what people may be called --- */

static const struct
{
  const char *what;
  const char *name;
  const char *read; /* what a reader gets back; NULL: the same */
} name_cases[] = {
  { "commas and semicolons", "Frivillighuset, Juelsminde; stuen", NULL },
  { "backslashes", "C:\\new\\,file", NULL },
  { "a line break", "Huset\nbaghuset", "Huset, baghuset" },
  { "quotation marks and colons", "\"Huset\": det gamle", NULL },
  { "æøåäö", "Åse Ærensø i Växjö", NULL },
  { "emoji", "☕️ Kaffe 👩‍🔧", NULL },
  { "a formula", "=HYPERLINK(\"http://x\";\"y\")", NULL },
  { "a script", "<script>alert('x')</script>", NULL },
  { "a printf format", "%s%n %99999d", NULL },
  { "per cent signs of a URL", "%0d%0aBEGIN:VALARM", NULL },
  { "lines of its own", "x\r\nBEGIN:VALARM\r\nACTION:EMAIL\r\nEND:VALARM",
    "x, BEGIN:VALARM, ACTION:EMAIL, END:VALARM" },
  { "a line that goes on", "x\r\n y", "x, y" },
  { "the end of everything", "x\nEND:VEVENT\nEND:VCALENDAR", "x, END:VEVENT, END:VCALENDAR" },
  { "control characters", "a\a\x1b[31mb\x7f", "a[31mb" },
  { "hidden direction", "a\u202eb", "ab" },
  { "no UTF-8", "S\xf8ren", "S\xef\xbf\xbdren" },
};

/* The name as house, role, place, calendar and note at once: each comes back, and nothing else does. */
static void
assert_survives (const char *name, const char *read)
{
  HvCalendarHead head = anna;
  head.name = name;
  g_autoptr (GPtrArray) events = new_events ();
  HvEvent *event = new_event ("u", "2026-05-04 10:00", "2026-05-04 13:00");
  event->owner_kind = HV_OWNER_HOUSE;
  hv_set_text (&event->role, name);
  hv_set_text (&event->place, name);
  hv_set_text (&event->description, name);
  g_ptr_array_add (events, event);

  g_autoptr (StrictCalendar) strict = NULL;
  g_autofree char *text = write_calendar (&head, events, &strict);
  g_autofree char *calendar_name = strict_unescape (strict_get (strict->head, "X-WR-CALNAME"));
  g_autofree char *summary = strict_unescape (strict_get (get_event (strict, 0), "SUMMARY"));
  g_assert_cmpstr (calendar_name, ==, read);
  g_assert_cmpstr (summary, ==, read);
  g_assert_cmpuint (strict_count (get_event (strict, 0), "BEGIN"), ==, 1);

  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *judged = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpstr (icalcomponent_get_summary (judged), ==, read);
  g_assert_cmpstr (icalcomponent_get_location (judged), ==, read);
  g_assert_cmpint (icalcomponent_count_components (judged, ICAL_ANY_COMPONENT), ==, 0);
  g_assert_cmpint (icalcomponent_count_properties (calendar, ICAL_NAME_PROPERTY), ==, 1);
  icalproperty *named = icalcomponent_get_first_property (calendar, ICAL_NAME_PROPERTY);
  g_assert_cmpstr (icalproperty_get_name (named), ==, read);
  icalcomponent_free (calendar);
}

static void
test_keeps_any_name (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_test_message ("%s", name_cases[i].what);
      assert_survives (name_cases[i].name, name_cases[i].read != NULL ? name_cases[i].read : name_cases[i].name);
    }
}

/* æøå, an escape and an emoji at every place of a line's end, and a name of ten thousand letters. */
static void
test_keeps_names_at_every_place (void)
{
  for (gsize length = 20; length < 160; length++)
    {
      g_autofree char *lead = g_strnfill (length, 'x');
      g_autofree char *name = g_strconcat (lead, "æøå,;\\ 😀 Åse", NULL);
      assert_survives (name, name);
    }
  g_autofree char *huge = g_strnfill (10000, 'y');
  assert_survives (huge, huge);
}

/* --- order, repetition, size --- */

static GPtrArray *
make_plan (guint n)
{
  GPtrArray *events = new_events ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%04u", (i * 7919) % 10000);
      HvEvent *event = new_event (uid, "2026-01-05 10:00", "2026-01-05 13:00");
      gint64 later = (i * 104729 % n) * 360;
      event->starts += later;
      event->ends += later;
      event->modified += i;
      event->cancelled = i % 5 == 0;
      g_ptr_array_add (events, event);
    }
  return events;
}

static void
test_is_sorted (void)
{
  g_autoptr (GPtrArray) events = new_events ();
  g_ptr_array_add (events, new_event ("c", "2026-05-06 10:00", "2026-05-06 13:00"));
  g_ptr_array_add (events, new_event ("b", "2026-05-04 10:00", "2026-05-04 13:00"));
  g_ptr_array_add (events, new_event ("a", "2026-05-04 10:00", "2026-05-04 13:00"));

  g_autoptr (StrictCalendar) strict = NULL;
  g_autofree char *text = write_calendar (&anna, events, &strict);
  g_assert_cmpstr (strict_get (get_event (strict, 0), "UID"), ==, "a");
  g_assert_cmpstr (strict_get (get_event (strict, 1), "UID"), ==, "b");
  g_assert_cmpstr (strict_get (get_event (strict, 2), "UID"), ==, "c");
}

static void
test_is_the_same_twice (void)
{
  g_autoptr (GPtrArray) events = make_plan (300);
  g_autoptr (StrictCalendar) strict = NULL;
  g_autofree char *text = write_calendar (&anna, events, &strict);

  g_autoptr (GPtrArray) backwards = g_ptr_array_new ();
  for (guint i = events->len; i > 0; i--)
    g_ptr_array_add (backwards, g_ptr_array_index (events, i - 1));
  g_autofree char *again = hv_calendar_write (&anna, backwards, zone_find, NULL);
  g_assert_cmpstr (again, ==, text);
}

static void
test_is_the_same_in_every_locale (void)
{
  static const char *const locales[] = { "C", "C.UTF-8", "da_DK.UTF-8", "sv_SE.UTF-8" };
  g_autoptr (GPtrArray) events = make_plan (30);
  g_autofree char *expected = hv_calendar_write (&anna, events, zone_find, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_test_message ("%s: %s", locales[i], setlocale (LC_ALL, locales[i]) != NULL ? "installed" : "not installed");
      g_autofree char *text = hv_calendar_write (&anna, events, zone_find, NULL);
      g_assert_cmpstr (text, ==, expected);
    }
  setlocale (LC_ALL, "C");
}

/* One entry's own lines stay as they were when another changes. */
static void
test_leaves_the_others_alone (void)
{
  g_autoptr (GPtrArray) events = make_plan (50);
  g_autofree char *before = hv_calendar_write (&anna, events, zone_find, NULL);
  HvEvent *changed = g_ptr_array_index (events, 20);
  changed->ends += 60;
  changed->sequence++;
  changed->modified += 1000;
  g_autofree char *after = hv_calendar_write (&anna, events, zone_find, NULL);

  g_auto (GStrv) old = g_strsplit (before, "BEGIN:VEVENT", -1);
  g_auto (GStrv) new = g_strsplit (after, "BEGIN:VEVENT", -1);
  guint different = 0;
  for (guint i = 1; old[i] != NULL; i++)
    different += !g_str_equal (old[i], new[i]);
  g_assert_cmpuint (g_strv_length (old), ==, g_strv_length (new));
  g_assert_cmpuint (different, ==, 1);
}

static void
test_an_empty_calendar_is_one (void)
{
  static const char *const zones[] = { "Europe/Copenhagen", "Europe/Stockholm", "Mars/Base", NULL };
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      HvCalendarHead head = anna;
      head.zone = zones[i];
      g_autoptr (GPtrArray) events = new_events ();
      g_autoptr (StrictCalendar) strict = NULL;
      g_autofree char *text = write_calendar (&head, events, &strict);
      g_assert_cmpuint (strict->zones->len, ==, 1);
      g_assert_cmpstr (strict_get (strict->head, "X-WR-TIMEZONE"), ==, i < 2 ? zones[i] : "UTC");
      g_assert_cmpstr (strict_get (strict->head, "LAST-MODIFIED"), ==, "20260501T171400Z");
    }
}

/* Everybody: a house with a year of six shifts a day. */
static void
test_a_big_calendar_is_one (void)
{
  g_autoptr (GPtrArray) events = make_plan (2000);
  g_autoptr (StrictCalendar) strict = NULL;
  g_autofree char *text = write_calendar (&anna, events, &strict);
  g_assert_cmpuint (strlen (text), <, 1024 * 1024);
}

static void
test_keeps_addresses_apart (void)
{
  HvCalendarHead head = anna;
  g_autoptr (GPtrArray) events = new_events ();
  g_autoptr (StrictCalendar) without = NULL, with = NULL;
  g_autofree char *text = write_calendar (&head, events, &without);
  g_assert_cmpstr (strict_get (without->head, "SOURCE"), ==, "-");

  head.source = "https://example.org/f/AAAAAAAAAAAAAAAAAAAAAA.ics\r\nX-EVIL:1";
  head.url = "https://example.org/?a=1,2;b=3";
  g_autofree char *addressed = write_calendar (&head, events, &with);
  g_assert_cmpstr (strict_get (with->head, "SOURCE"), ==, "https://example.org/f/AAAAAAAAAAAAAAAAAAAAAA.ics, X-EVIL:1");
  g_assert_cmpstr (strict_get_parameters (with->head, "SOURCE"), ==, "VALUE=URI");
  g_assert_cmpstr (strict_get (with->head, "URL"), ==, "https://example.org/?a=1,2;b=3");
}

/* --- the check before publishing --- */

static const struct
{
  const char *what;
  const char *text;
  guint n;
} broken_cases[] = {
  { "nothing", "", 0 },
  { "no calendar", "BEGIN:VEVENT\r\nUID:u\r\nEND:VEVENT\r\n", 0 },
  { "no component", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", 0 },
  { "no version",
    "BEGIN:VCALENDAR\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260501T181400Z\r\nDTSTART:20260501T181400Z\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n",
    1 },
  { "two calendars",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    "END:VCALENDAR\r\n",
    0 },
  { "a line that is none",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260501T181400Z\r\n"
    "DTSTART:20260501T181400Z\r\nrubbish\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    1 },
  { "no start",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260501T181400Z\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n",
    1 },
};

static void
test_check_refuses_what_is_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_test_message ("%s", broken_cases[i].what);
      g_assert_false (hv_calendar_check (broken_cases[i].text, broken_cases[i].n, &error));
      g_assert_cmpstr (hv_error_get_name (error), ==, "refused");
    }
}

/* Cut off at any octet, with another number of entries, or with one of them twice. */
static void
test_check_refuses_a_part (void)
{
  g_autoptr (GPtrArray) events = make_plan (3);
  g_autofree char *text = hv_calendar_write (&anna, events, zone_find, NULL);
  g_assert_true (hv_calendar_check (text, 3, NULL));
  g_assert_false (hv_calendar_check (text, 2, NULL));
  g_assert_false (hv_calendar_check (text, 4, NULL));

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *part = g_strndup (text, length);
      g_assert_false (hv_calendar_check (part, 3, NULL));
    }

  hv_set_text (&((HvEvent *)g_ptr_array_index (events, 0))->uid, ((HvEvent *)g_ptr_array_index (events, 1))->uid);
  g_autofree char *twice = hv_calendar_write (&anna, events, zone_find, NULL);
  g_assert_false (hv_calendar_check (twice, 3, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-writer/a17-feed-of-a-person", test_a17_feed_of_a_person);
  g_test_add_func ("/calendar-writer/writes-times", test_writes_times);
  g_test_add_func ("/calendar-writer/writes-every-time-of-both-nights", test_writes_every_time_of_both_nights);
  g_test_add_func ("/calendar-writer/declares-its-zones", test_declares_its_zones);
  g_test_add_func ("/calendar-writer/declares-each-zone-once", test_declares_each_zone_once);
  g_test_add_func ("/calendar-writer/says-what-it-is", test_says_what_it_is);
  g_test_add_func ("/calendar-writer/speaks-the-readers-language", test_speaks_the_readers_language);
  g_test_add_func ("/calendar-writer/rings-when-asked-to", test_rings_when_asked_to);
  g_test_add_func ("/calendar-writer/keeps-any-name", test_keeps_any_name);
  g_test_add_func ("/calendar-writer/keeps-names-at-every-place", test_keeps_names_at_every_place);
  g_test_add_func ("/calendar-writer/is-sorted", test_is_sorted);
  g_test_add_func ("/calendar-writer/is-the-same-twice", test_is_the_same_twice);
  g_test_add_func ("/calendar-writer/is-the-same-in-every-locale", test_is_the_same_in_every_locale);
  g_test_add_func ("/calendar-writer/leaves-the-others-alone", test_leaves_the_others_alone);
  g_test_add_func ("/calendar-writer/an-empty-calendar-is-one", test_an_empty_calendar_is_one);
  g_test_add_func ("/calendar-writer/a-big-calendar-is-one", test_a_big_calendar_is_one);
  g_test_add_func ("/calendar-writer/keeps-addresses-apart", test_keeps_addresses_apart);
  g_test_add_func ("/calendar-writer/check-refuses-what-is-broken", test_check_refuses_what_is_broken);
  g_test_add_func ("/calendar-writer/check-refuses-a-part", test_check_refuses_a_part);
  return g_test_run ();
}
