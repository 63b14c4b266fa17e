/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-reader.h"

#include "hv-error.h"

#include "../written.h"
#include "zones.h"

#include <string.h>

/* The day the files of the tests are read: Monday of week 18. */
#define TODAY "2026-04-27"

static HvAbsenceReading *
read_text (const char *text, gsize length, GError **error)
{
  return hv_absence_reading_new (text, length, zone_find ("Europe/Copenhagen", NULL), day (TODAY), error);
}

/* A file around the lines of its entries, which are ended by "|" here. */
static char *
make_file (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "|", -1);
  g_autofree char *body = g_strjoinv ("\r\n", parts);
  return g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%s\r\nEND:VCALENDAR\r\n", body);
}

/* One entry with these lines. */
static char *
make_entry (const char *lines)
{
  g_autofree char *entry = g_strdup_printf ("BEGIN:VEVENT|UID:u|%s|END:VEVENT", lines);
  return make_file (entry);
}

static void
append_end (GString *text, HvDay date, gint64 minute)
{
  g_autofree char *shown = hv_day_format (date);
  g_string_append (text, shown);
  if (minute != HV_NONE)
    g_string_append_printf (text, " %02d:%02d", (int)minute / 60, (int)minute % 60);
}

/* "2026-05-01 to 2026-05-10 Ferie, 2026-05-04 09:00 to 2026-05-04 12:00" and what was refused. */
static char *
describe (const HvAbsenceReading *reading)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < reading->absences->len; i++)
    {
      const HvReadAbsence *absence = &g_array_index (reading->absences, HvReadAbsence, i);
      g_string_append (text, i > 0 ? ", " : "");
      append_end (text, absence->from, absence->start);
      g_string_append (text, " to ");
      append_end (text, absence->to, absence->end);
      if (absence->title != NULL)
        g_string_append_printf (text, " %s", absence->title);
    }
  for (guint i = 0; i < reading->refusals->len; i++)
    {
      const HvAbsenceRefusal *refusal = &g_array_index (reading->refusals, HvAbsenceRefusal, i);
      g_string_append_printf (text, "%sline %u: %s", text->len > 0 ? ", " : "", refusal->line, refusal->reason);
    }
  return g_string_free (text, FALSE);
}

static void
assert_reads (const char *file, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvAbsenceReading) reading = read_text (file, strlen (file), &error);
  g_assert_no_error (error);
  g_autofree char *text = describe (reading);
  g_assert_cmpstr (text, ==, expected);
}

/* --- one entry --- */

static const struct
{
  const char *what;
  const char *lines;
  const char *expected;
} entry_cases[] = {
  { "a holiday", "SUMMARY:Ferie|DTSTART;VALUE=DATE:20260501|DTEND;VALUE=DATE:20260511",
    "2026-05-01 to 2026-05-10 Ferie" },
  { "one day without an end", "DTSTART;VALUE=DATE:20260501", "2026-05-01 to 2026-05-01" },
  { "one day that ends when it starts", "DTSTART;VALUE=DATE:20260501|DTEND;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01" },
  { "days by their number", "DTSTART;VALUE=DATE:20260501|DURATION:P1W", "2026-05-01 to 2026-05-07" },
  { "a morning", "DTSTART;TZID=Europe/Copenhagen:20260504T090000|DTEND;TZID=Europe/Copenhagen:20260504T120000",
    "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "hours by their number", "DTSTART;TZID=Europe/Copenhagen:20260504T090000|DURATION:PT1H30M",
    "2026-05-04 09:00 to 2026-05-04 10:30" },
  { "on whatever clock", "DTSTART:20260504T090000|DTEND:20260504T120000", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "in UTC", "DTSTART:20260504T070000Z|DTEND:20260504T100000Z", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "in UTC, in winter", "DTSTART:20261207T080000Z|DTEND:20261207T100000Z", "2026-12-07 09:00 to 2026-12-07 11:00" },
  { "over midnight", "DTSTART:20260504T220000|DTEND:20260505T060000", "2026-05-04 22:00 to 2026-05-05 06:00" },
  { "to midnight", "DTSTART:20260504T180000|DTEND:20260505T000000", "2026-05-04 18:00 to 2026-05-04" },
  { "a whole day by the clock", "DTSTART:20260504T000000|DTEND:20260505T000000", "2026-05-04 to 2026-05-04" },
  { "seconds", "DTSTART:20260504T090030|DURATION:PT90S", "2026-05-04 09:00 to 2026-05-04 09:02" },
  { "over the hour left out", "DTSTART:20270328T000000Z|DTEND:20270328T040000Z",
    "2027-03-28 01:00 to 2027-03-28 06:00" },
  { "across the doubled hour", "DTSTART:20261025T005000Z|DTEND:20261025T011000Z",
    "2026-10-25 02:50 to 2026-10-25 03:10" },
  { "over the year's end", "SUMMARY:Jul|DTSTART;VALUE=DATE:20261223|DTEND;VALUE=DATE:20270104",
    "2026-12-23 to 2027-01-03 Jul" },
  { "begun already", "DTSTART;VALUE=DATE:20260401|DTEND;VALUE=DATE:20260501", "2026-04-01 to 2026-04-30" },
  { "over already", "DTSTART;VALUE=DATE:20260401|DTEND;VALUE=DATE:20260427", "" },
  { "the last day of two years", "DTSTART;VALUE=DATE:20280426", "2028-04-26 to 2028-04-26" },
  { "after them", "DTSTART;VALUE=DATE:20280427", "" },
  { "cancelled", "STATUS:CANCELLED|DTSTART;VALUE=DATE:20260501", "" },
  { "a time marked as free", "TRANSP:TRANSPARENT|DTSTART:20260504T090000|DTEND:20260504T120000", "" },
  { "days marked as free", "TRANSP:TRANSPARENT|DTSTART;VALUE=DATE:20260501", "2026-05-01 to 2026-05-01" },
  { "a title with escapes", "SUMMARY;LANGUAGE=da:Fri\\, helt fri\\; \\\\ \\n og væk|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01 Fri, helt fri; \\   og væk" },
  { "a title of another alphabet", "SUMMARY:S\xf8ren|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01 S\xef\xbf\xbdren" },
  { "a title with control characters", "SUMMARY:a\x1b[31m\tb|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01 a [31m b" },
  { "an empty title", "SUMMARY:|DTSTART;VALUE=DATE:20260501", "2026-05-01 to 2026-05-01" },
  { "a title with colons in its parameters", "SUMMARY;ALTREP=\"https://x/\":Ferie|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01 Ferie" },
  { "folded in the middle of a letter", "SUMMARY:K\xc3|\t\xb8kken|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01 Køkken" },
  { "an alarm with times of its own",
    "BEGIN:VALARM|TRIGGER:-PT1H|DURATION:PT5M|SUMMARY:x|END:VALARM|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-01" },
  { "an identity number", "SUMMARY:010280-1234|DTSTART;VALUE=DATE:20260501",
    "line 4: “Title” seems to hold an identity number (CPR or personnummer), and Husvagt keeps none. Leave it out. A "
    "phone number can be written with +45 or +46 in front." },
  { "no start", "SUMMARY:x", "line 4: it has no start" },
  { "a time without an end", "DTSTART:20260504T090000",
    "line 4: it has no end, or one before its start, or one many years away" },
  { "an end before the start", "DTSTART:20260504T090000|DTEND:20260504T080000",
    "line 4: it has no end, or one before its start, or one many years away" },
  { "a negative length", "DTSTART:20260504T090000|DURATION:-PT1H",
    "line 4: it has no end, or one before its start, or one many years away" },
  { "an end a lifetime away", "DTSTART:20260504T090000|DURATION:P99999W",
    "line 4: it has no end, or one before its start, or one many years away" },
  { "a day that is none", "DTSTART;VALUE=DATE:20260230", "line 4: a date or a time in it cannot be read" },
  { "a start that is none", "DTSTART:tomorrow", "line 4: a date or a time in it cannot be read" },
  { "a date and a time", "DTSTART;VALUE=DATE:20260501|DTEND:20260501T120000",
    "line 4: it mixes dates and times, or the times of several time zones" },
  { "two zones", "DTSTART;TZID=Europe/Copenhagen:20260504T090000|DTEND;TZID=Asia/Kolkata:20260504T120000",
    "line 4: it mixes dates and times, or the times of several time zones" },
};

static void
test_reads_one_entry (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entry_cases); i++)
    {
      g_test_message ("%s", entry_cases[i].what);
      g_autofree char *file = make_entry (entry_cases[i].lines);
      assert_reads (file, entry_cases[i].expected);
    }
}

/* --- zones --- */

static const struct
{
  const char *zone;
  const char *expected; /* of 09:00–12:00 on 4 May there */
} zone_cases[] = {
  { "Europe/Copenhagen", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "/freeassociation.sourceforge.net/Europe/Copenhagen", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "/citadel.org/20070227_1/Europe/Stockholm", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "Romance Standard Time", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "W. Europe Standard Time", "2026-05-04 09:00 to 2026-05-04 12:00" },
  { "Europe/London", "2026-05-04 10:00 to 2026-05-04 13:00" },
  { "America/New_York", "2026-05-04 15:00 to 2026-05-04 18:00" },
  { "Asia/Tokyo", "2026-05-04 02:00 to 2026-05-04 05:00" },
  { "Customized Time Zone", "line 4: the time zone “Customized Time Zone” is unknown" },
  { "../../etc/passwd", "line 4: the time zone “../../etc/passwd” is unknown" },
  { "/dev/zero", "line 4: the time zone “/dev/zero” is unknown" },
};

static void
test_reads_zones (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zone_cases); i++)
    {
      g_test_message ("%s", zone_cases[i].zone);
      g_autofree char *lines = g_strdup_printf ("DTSTART;TZID=%s:20260504T090000|DTEND;TZID=%s:20260504T120000",
                                                zone_cases[i].zone, zone_cases[i].zone);
      g_autofree char *file = make_entry (lines);
      assert_reads (file, zone_cases[i].expected);
    }
}

/* --- entries that repeat --- */

static const struct
{
  const char *what;
  const char *lines;
  const char *expected;
} repeat_cases[] = {
  { "three Mondays", "RRULE:FREQ=WEEKLY;COUNT=3|DTSTART;VALUE=DATE:20260504",
    "2026-05-04 to 2026-05-04, 2026-05-11 to 2026-05-11, 2026-05-18 to 2026-05-18" },
  { "days in a row become one", "SUMMARY:Ferie|RRULE:FREQ=DAILY;COUNT=10|DTSTART;VALUE=DATE:20260501",
    "2026-05-01 to 2026-05-10 Ferie" },
  { "hours in a row do not", "RRULE:FREQ=DAILY;COUNT=2|DTSTART:20260504T090000|DURATION:PT1H",
    "2026-05-04 09:00 to 2026-05-04 10:00, 2026-05-05 09:00 to 2026-05-05 10:00" },
  { "until a time in UTC, the last one included",
    "RRULE:FREQ=DAILY;UNTIL=20260505T070000Z|DTSTART;TZID=Europe/Copenhagen:20260504T090000|DURATION:PT1H",
    "2026-05-04 09:00 to 2026-05-04 10:00, 2026-05-05 09:00 to 2026-05-05 10:00" },
  { "at one time on the wall, in summer and winter",
    "RRULE:FREQ=WEEKLY;COUNT=2|DTSTART;TZID=Europe/Copenhagen:20261019T090000|DURATION:PT1H",
    "2026-10-19 09:00 to 2026-10-19 10:00, 2026-10-26 09:00 to 2026-10-26 10:00" },
  { "at one time in UTC", "RRULE:FREQ=WEEKLY;COUNT=2|DTSTART:20261019T070000Z|DURATION:PT1H",
    "2026-10-19 09:00 to 2026-10-19 10:00, 2026-10-26 08:00 to 2026-10-26 09:00" },
  { "but not then", "RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20260511|DTSTART;VALUE=DATE:20260504",
    "2026-05-04 to 2026-05-04, 2026-05-18 to 2026-05-18" },
  { "but never",
    "RRULE:FREQ=DAILY;COUNT=2|EXDATE:20260504T090000,20260505T090000|DTSTART:20260504T090000|DURATION:PT1H", "" },
  { "and then too", "RDATE;VALUE=DATE:20260601,20260701|DTSTART;VALUE=DATE:20260504",
    "2026-05-04 to 2026-05-04, 2026-06-01 to 2026-06-01, 2026-07-01 to 2026-07-01" },
  { "for years before", "RRULE:FREQ=YEARLY|DTSTART;VALUE=DATE:19800624",
    "2026-06-24 to 2026-06-24, 2027-06-24 to 2027-06-24" },
  { "without an end", "RRULE:FREQ=DAILY|DTSTART;VALUE=DATE:20200101", "2026-04-27 to 2028-04-26" },
  { "without an end, counted", "RRULE:FREQ=DAILY;COUNT=1000000000|DTSTART;VALUE=DATE:20200101",
    "2026-04-27 to 2028-04-26" },
  { "since before there were calendars", "RRULE:FREQ=WEEKLY;COUNT=20000|DTSTART;VALUE=DATE:15830103", "" },
  { "every second", "RRULE:FREQ=SECONDLY;COUNT=1000000000|DTSTART:20260504T090000|DURATION:PT1S",
    "line 4: it repeats more often than once a day" },
  { "the rule that never comes back",
    "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30|DTSTART:20260504T090000|DURATION:PT1S",
    "line 4: it repeats more often than once a day" },
  { "the 31st of short months", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6|DTSTART;VALUE=DATE:20260504", "" },
  { "every zero days", "RRULE:FREQ=DAILY;INTERVAL=0|DTSTART;VALUE=DATE:20260504",
    "line 4: how it repeats cannot be read" },
  { "week 54", "RRULE:FREQ=YEARLY;BYDAY=53MO;BYWEEKNO=54|DTSTART;VALUE=DATE:20260504",
    "line 4: how it repeats cannot be read" },
  { "until before the start", "RRULE:FREQ=DAILY;UNTIL=20200101|DTSTART;VALUE=DATE:20260504", "" },
  { "the last of the month's workdays",
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1|DTSTART;VALUE=DATE:20260529",
    "line 4: it repeats in a way that Husvagt does not know, so these days have to be typed" },
  { "two rules", "RRULE:FREQ=DAILY;COUNT=2|RRULE:FREQ=WEEKLY;COUNT=2|DTSTART;VALUE=DATE:20260504",
    "line 4: it repeats in a way that Husvagt does not know, so these days have to be typed" },
  { "a rule of exceptions", "RRULE:FREQ=DAILY;COUNT=2|EXRULE:FREQ=WEEKLY|DTSTART;VALUE=DATE:20260504",
    "line 4: it repeats in a way that Husvagt does not know, so these days have to be typed" },
  { "an exception by another clock",
    "RRULE:FREQ=DAILY;COUNT=2|EXDATE:20260504T070000Z|DTSTART:20260504T090000|DURATION:PT1H",
    "line 4: it mixes dates and times, or the times of several time zones" },
  { "periods", "RDATE;VALUE=PERIOD:20260601T090000/PT1H|DTSTART:20260504T090000|DURATION:PT1H",
    "line 4: a date or a time in it cannot be read" },
};

static void
test_reads_what_repeats (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (repeat_cases); i++)
    {
      g_test_message ("%s", repeat_cases[i].what);
      g_autofree char *file = make_entry (repeat_cases[i].lines);
      assert_reads (file, repeat_cases[i].expected);
    }
}

/* --- several entries --- */

static const struct
{
  const char *what;
  const char *lines;
  const char *expected;
  guint left_out;
} file_cases[] = {
  { "nothing", "X-NOTHING:1", "", 0 },
  { "in order of time, each once",
    "BEGIN:VEVENT|DTSTART:20260506T090000|DURATION:PT1H|END:VEVENT|"
    "BEGIN:VEVENT|DTSTART;VALUE=DATE:20260504|END:VEVENT|"
    "BEGIN:VEVENT|DTSTART:20260506T090000|DURATION:PT1H|END:VEVENT",
    "2026-05-04 to 2026-05-04, 2026-05-06 09:00 to 2026-05-06 10:00", 0 },
  { "days that meet with one title are one absence",
    "BEGIN:VEVENT|SUMMARY:Ferie|DTSTART;VALUE=DATE:20260504|END:VEVENT|"
    "BEGIN:VEVENT|SUMMARY:Ferie|DTSTART;VALUE=DATE:20260505|END:VEVENT|"
    "BEGIN:VEVENT|SUMMARY:Kursus|DTSTART;VALUE=DATE:20260506|END:VEVENT",
    "2026-05-04 to 2026-05-05 Ferie, 2026-05-06 to 2026-05-06 Kursus", 0 },
  { "one occurrence moved, one called off",
    "BEGIN:VEVENT|UID:a|RRULE:FREQ=WEEKLY;COUNT=4|DTSTART:20260504T090000|DURATION:PT1H|END:VEVENT|"
    "BEGIN:VEVENT|UID:a|RECURRENCE-ID:20260511T090000|DTSTART:20260512T140000|DURATION:PT1H|END:VEVENT|"
    "BEGIN:VEVENT|UID:a|RECURRENCE-ID:20260518T090000|STATUS:CANCELLED|DTSTART:20260518T090000|DURATION:PT1H|END:"
    "VEVENT|"
    "BEGIN:VEVENT|UID:b|DTSTART:20260518T090000|DURATION:PT1H|END:VEVENT",
    "2026-05-04 09:00 to 2026-05-04 10:00, 2026-05-12 14:00 to 2026-05-12 15:00, 2026-05-18 09:00 to 2026-05-18 "
    "10:00, 2026-05-25 09:00 to 2026-05-25 10:00",
    1 },
  { "good ones beside bad ones",
    "BEGIN:VEVENT|DTSTART;VALUE=DATE:20260504|END:VEVENT|"
    "BEGIN:VEVENT|DTSTART:nonsense|END:VEVENT|"
    "BEGIN:VEVENT|DTSTART;VALUE=DATE:20200101|END:VEVENT|"
    "BEGIN:VEVENT|RRULE:FREQ=HOURLY|DTSTART;VALUE=DATE:20260506|END:VEVENT",
    "2026-05-04 to 2026-05-04, line 7: a date or a time in it cannot be read, line 13: it repeats more often than "
    "once a day",
    1 },
  { "an entry that is never ended",
    "BEGIN:VEVENT|DTSTART;VALUE=DATE:20260504|BEGIN:VEVENT|DTSTART;VALUE=DATE:20260506|END:VEVENT",
    "2026-05-06 to 2026-05-06, line 4: the file ends, or the next entry begins, in the middle of it", 0 },
  { "a file that stops", "BEGIN:VEVENT|DTSTART;VALUE=DATE:20260504",
    "line 4: the file ends, or the next entry begins, in the middle of it", 0 },
  { "zones that go round in circles, tasks and other things",
    "BEGIN:VTIMEZONE|TZID:Europe/Copenhagen|BEGIN:STANDARD|DTSTART;TZID=Europe/Copenhagen:16010101T000000|"
    "TZOFFSETFROM:+0100|TZOFFSETTO:+0100|RRULE:FREQ=SECONDLY|END:STANDARD|END:VTIMEZONE|"
    "BEGIN:VTODO|DTSTART;VALUE=DATE:20260501|SUMMARY:x|END:VTODO|"
    "BEGIN:VEVENT|DTSTART;TZID=Europe/Copenhagen:20260504T090000|DURATION:PT1H|END:VEVENT",
    "2026-05-04 09:00 to 2026-05-04 10:00", 0 },
};

static void
test_reads_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_test_message ("%s", file_cases[i].what);
      g_autofree char *file = make_file (file_cases[i].lines);
      assert_reads (file, file_cases[i].expected);

      g_autoptr (HvAbsenceReading) reading = read_text (file, strlen (file), NULL);
      g_assert_cmpuint (reading->n_left_out, ==, file_cases[i].left_out);
    }
}

static void
test_reads_every_line_end (void)
{
  static const char *const ends[] = { "\r\n", "\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat ("\xef\xbb\xbf"
                                           "begin:vcalendar",
                                           ends[i], "Begin:VEvent", ends[i], "dtstart;value=date:2026", ends[i],
                                           " 0504", ends[i], "END:VEVENT", ends[i], "END:VCALENDAR", NULL);
      assert_reads (file, "2026-05-04 to 2026-05-04");
    }
}

/* --- files that mean harm --- */

/* n times the same lines. */
static char *
repeat_lines (const char *first, const char *lines, guint n, const char *last)
{
  GString *text = g_string_new (first);
  for (guint i = 0; i < n; i++)
    g_string_append (text, lines);
  g_string_append (text, last);
  return g_string_free (text, FALSE);
}

#define CALENDAR "BEGIN:VCALENDAR\r\n"
#define ENTRY CALENDAR "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260504\r\n"
#define END_ENTRY "END:VEVENT\r\nEND:VCALENDAR\r\n"

static const struct
{
  const char *what;
  const char *first;
  const char *lines;
  guint n;
  const char *last;
  const char *expected;
} bomb_cases[] = {
  { "half a million dates, one a line", ENTRY, "RDATE;VALUE=DATE:20260504\r\n", 500000, END_ENTRY,
    "line 2: it is too large" },
  { "half a million dates, on one line", ENTRY "RDATE;VALUE=DATE:20260504", ",20260505", 500000, "\r\n" END_ENTRY,
    "line 2: it is too large" },
  { "more dates than libical reads of one line", ENTRY "RDATE;VALUE=DATE:20260504", ",20260505", 2000, "\r\n" END_ENTRY,
    "line 2: it names too many dates" },
  { "exceptions without end", ENTRY "RRULE:FREQ=DAILY\r\n", "EXDATE;VALUE=DATE:20260504\r\n", 500000, END_ENTRY,
    "line 2: it is too large" },
  { "a line that never stops going on", ENTRY "SUMMARY:x\r\n", " y\r\n", 500000, END_ENTRY, NULL },
  { "a hundred thousand properties", ENTRY, "X-P;A=B;C=D:x\r\n", 100000, END_ENTRY, "2026-05-04 to 2026-05-04" },
  { "a hundred thousand parameters", ENTRY "ATTENDEE", ";X-A=b", 300000, ":x\r\n" END_ENTRY,
    "2026-05-04 to 2026-05-04" },
  { "parameters on the start", CALENDAR "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE", ";X-A=b", 100000,
    ":20260504\r\n" END_ENTRY, "line 2: it is too large" },
  { "components in components", ENTRY, "BEGIN:VALARM\r\n", 500000, END_ENTRY, "2026-05-04 to 2026-05-04" },
  { "ends without a beginning", CALENDAR, "END:VEVENT\r\n", 500000, "END:VCALENDAR\r\n", "" },
  { "a picture", ENTRY "ATTACH;ENCODING=BASE64:", "QUJDREVGR0g=", 300000, "\r\n" END_ENTRY,
    "2026-05-04 to 2026-05-04" },
};

static void
test_survives_bombs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bomb_cases); i++)
    {
      g_test_message ("%s", bomb_cases[i].what);
      g_autofree char *file =
          repeat_lines (bomb_cases[i].first, bomb_cases[i].lines, bomb_cases[i].n, bomb_cases[i].last);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvAbsenceReading) reading = read_text (file, strlen (file), &error);
      g_assert_no_error (error);
      g_autofree char *text = describe (reading);
      if (bomb_cases[i].expected != NULL)
        g_assert_cmpstr (text, ==, bomb_cases[i].expected);
      else
        g_assert_cmpuint (reading->absences->len, ==, 1);
    }
}

static const struct
{
  const char *what;
  const char *first;
  const char *lines;
  guint n;
  const char *message; /* NULL: too many, or too slow, as the machine is */
} refused_cases[] = {
  { "an empty file", "", "", 0, "This is no calendar file. Save the calendar as an .ics file and try that." },
  { "a table", "Name;Date\r\n", "Anna;2026-05-04\r\n", 10,
    "This is no calendar file. Save the calendar as an .ics file and try that." },
  { "more than 20 MB", CALENDAR, "X-0123456789:0123456789\r\n", 900000,
    "The calendar file is larger than 20 MB. Save a shorter period of it and try that." },
  { "too many entries", CALENDAR, "BEGIN:VEVENT\r\nEND:VEVENT\r\n", 300000,
    "The calendar holds more than 100,000 dates. Save a shorter period of it and try that." },
  { "dates without number", CALENDAR,
    "BEGIN:VEVENT\r\nRRULE:FREQ=DAILY\r\nDTSTART:20200101T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n", 90000, NULL },
  { "counting from long ago, again and again", CALENDAR,
    "BEGIN:VEVENT\r\nRRULE:FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=30\r\nDTSTART;VALUE=DATE:15830101\r\nEND:VEVENT\r\n",
    100000, "The file takes too much time or memory to read. Save a shorter period of the calendar and try that." },
};

static void
test_refuses_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_test_message ("%s", refused_cases[i].what);
      g_autofree char *file = repeat_lines (refused_cases[i].first, refused_cases[i].lines, refused_cases[i].n, "");
      g_autoptr (GError) error = NULL;
      g_assert_null (read_text (file, strlen (file), &error));
      if (refused_cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, refused_cases[i].message);
    }
}

/* Rubbish of every kind: nothing to expect but an answer. */
static void
test_answers_to_rubbish (void)
{
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *file = make_entry ("SUMMARY:Ferie|RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3|DTSTART;TZID=Europe/"
                                          "Copenhagen:20260504T090000|DURATION:PT1H|EXDATE:20260511T090000");
      gsize length = strlen (file);
      for (int hits = g_test_rand_int_range (1, 8); hits > 0; hits--)
        file[g_test_rand_int_range (0, (gint32)length)] = (char)g_test_rand_int_range (0, 256);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvAbsenceReading) reading = read_text (file, length, &error);
      g_assert_true ((reading == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_cmpint (error->domain, ==, HV_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/absence-reader/reads-one-entry", test_reads_one_entry);
  g_test_add_func ("/absence-reader/reads-zones", test_reads_zones);
  g_test_add_func ("/absence-reader/reads-what-repeats", test_reads_what_repeats);
  g_test_add_func ("/absence-reader/reads-files", test_reads_files);
  g_test_add_func ("/absence-reader/reads-every-line-end", test_reads_every_line_end);
  g_test_add_func ("/absence-reader/survives-bombs", test_survives_bombs);
  g_test_add_func ("/absence-reader/refuses-files", test_refuses_files);
  g_test_add_func ("/absence-reader/answers-to-rubbish", test_answers_to_rubbish);
  return g_test_run ();
}
