/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-zone.h"

#include "zones.h"

#include <libical/ical.h>
#include <string.h>

/* --- the text that all programs accept --- */

static void
test_writes_the_rule (void)
{
  g_autofree char *copenhagen = hv_calendar_zone_write (zone_find ("Europe/Copenhagen", NULL),
                                                        instant ("2025-05-04 00:00"), instant ("2030-05-04 00:00"));
  g_assert_cmpstr (copenhagen, ==, COPENHAGEN_TEXT);

  g_autofree char *stockholm = hv_calendar_zone_write (zone_find ("Europe/Stockholm", NULL),
                                                       instant ("1999-01-01 00:00"), instant ("2090-12-31 23:59"));
  g_auto (GStrv) around = g_strsplit (stockholm, "Stockholm", -1);
  g_autofree char *renamed = g_strjoinv ("Copenhagen", around);
  g_assert_cmpstr (renamed, ==, COPENHAGEN_TEXT);
}

/* --- against tzdata: libical reads the text, GLib reads the machine's zones --- */

static icaltimezone *
read_zone (const char *text)
{
  icalcomponent *component = icalparser_parse_string (text);
  icaltimezone *zone = icaltimezone_new ();
  g_assert_true (icaltimezone_set_component (zone, component));
  return zone;
}

static int
get_offset (icaltimezone *zone, gint64 utc)
{
  struct icaltimetype time = icaltime_from_timet_with_zone ((time_t)utc, 0, icaltimezone_get_utc_timezone ());
  int daylight;
  return icaltimezone_get_utc_offset_of_utc_time (zone, &time, &daylight);
}

#define STEP (12 * 3600)

/* Twice a day, and each minute around a change of the clock. */
static void
assert_agrees (icaltimezone *zone, const HvZone *machine, gint64 from, gint64 until)
{
  for (gint64 utc = from; utc <= until; utc += STEP)
    {
      g_assert_cmpint (get_offset (zone, utc), ==, hv_zone_get_offset (machine, utc));

      HvClockChange change;
      if (!hv_zone_find_change (machine, utc, &change) || change.at >= utc + STEP || change.at > until)
        continue;
      for (gint64 near = change.at - 3600; near <= change.at + 3600; near += 60)
        g_assert_cmpint (get_offset (zone, near), ==, hv_zone_get_offset (machine, near));
    }
}

static const struct
{
  const char *name;
  const char *from;
  const char *until;
  bool rule; /* written as the EU's rule */
} machine_cases[] = {
  { "Europe/Copenhagen", "1997-01-01 00:00", "2059-12-31 00:00", true },
  { "Europe/Stockholm", "1997-01-01 00:00", "2059-12-31 00:00", true },
  { "Europe/Helsinki", "2025-01-01 00:00", "2030-01-01 00:00", true },
  { "Europe/London", "2025-01-01 00:00", "2030-01-01 00:00", true },
  { "Europe/Copenhagen", "1995-01-01 00:00", "1998-01-01 00:00", false }, /* summer ended in September */
  { "Europe/Copenhagen", "1979-01-01 00:00", "1982-01-01 00:00", false }, /* the first summer time was 1980 */
  { "America/New_York", "2025-05-04 00:00", "2030-05-04 00:00", false },
  { "America/Sao_Paulo", "2017-01-01 00:00", "2021-01-01 00:00", false }, /* gave it up in 2019 */
  { "Atlantic/Reykjavik", "2025-01-01 00:00", "2030-01-01 00:00", false },
  { "Atlantic/Faroe", "2025-01-01 00:00", "2030-01-01 00:00", true },
  { "America/Nuuk", "2022-01-01 00:00", "2027-01-01 00:00", false }, /* changed its offset in 2023 */
  { "Asia/Kolkata", "2025-01-01 00:00", "2030-01-01 00:00", false },
  { "Australia/Lord_Howe", "2025-01-01 00:00", "2030-01-01 00:00", false }, /* half an hour */
  { "Africa/Casablanca", "2025-01-01 00:00", "2028-01-01 00:00", false },   /* Ramadan */
};

static void
test_agrees_with_tzdata (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (machine_cases); i++)
    {
      g_autoptr (HvZone) machine = zone_new_from_machine (machine_cases[i].name);
      g_test_message ("%s from %s%s", machine_cases[i].name, machine_cases[i].from,
                      machine == NULL ? ": not on this machine" : "");
      if (machine == NULL)
        continue;

      gint64 from = instant (machine_cases[i].from), until = instant (machine_cases[i].until);
      g_autofree char *text = hv_calendar_zone_write (machine, from, until);
      g_assert_cmpint (strstr (text, "RRULE") != NULL, ==, machine_cases[i].rule);
      g_assert_cmpuint (strlen (text), <=, 1024);

      icaltimezone *zone = read_zone (text);
      assert_agrees (zone, machine, from, until);
      icaltimezone_free (zone, 1);
    }
}

/* The day after the rule is given up, the text follows the new data. */
static void
test_follows_the_data_when_the_rule_ends (void)
{
  static const HvClockChange changes[] = {
    { 1774746000, 7200 }, /* 2026-03-29 01:00 */
    { 1792890000, 3600 }, /* 2026-10-25 01:00 */
    { 1806195600, 7200 }, /* 2027-03-28 01:00, and summer time for ever */
  };
  g_autoptr (HvZone) zone = hv_zone_new ("Europe/Copenhagen", 3600, changes, G_N_ELEMENTS (changes));
  gint64 from = instant ("2026-01-01 00:00");

  g_autofree char *before = hv_calendar_zone_write (zone, from, instant ("2026-12-31 00:00"));
  g_assert_cmpstr (before, ==, COPENHAGEN_TEXT);

  g_autofree char *after = hv_calendar_zone_write (zone, from, instant ("2030-01-01 00:00"));
  g_assert_null (strstr (after, "RRULE"));
  icaltimezone *read = read_zone (after);
  assert_agrees (read, zone, from, instant ("2030-01-01 00:00"));
  icaltimezone_free (read, 1);
}

/* --- names --- */

static const struct
{
  const char *name;
  bool named;
} name_cases[] = {
  { "Europe/Copenhagen", true },
  { "America/Argentina/Buenos_Aires", true },
  { "Etc/GMT+5", true },
  { "UTC", true },
  { "", false },
  { "Europe/Århus", false },
  { "Europe/Copenhagen\r\nBEGIN:VALARM", false },
  { "X;Y", false },
  { "X:Y", false },
  { "X Y", false },
  { "+01:00", false },
};

static void
test_knows_a_name (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_test_message ("%s", name_cases[i].name);
      g_assert_cmpint (hv_calendar_zone_is_name (name_cases[i].name), ==, name_cases[i].named);
    }
  g_autofree char *long_name = g_strnfill (65, 'x');
  g_assert_false (hv_calendar_zone_is_name (long_name));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-zone/writes-the-rule", test_writes_the_rule);
  g_test_add_func ("/calendar-zone/agrees-with-tzdata", test_agrees_with_tzdata);
  g_test_add_func ("/calendar-zone/follows-the-data-when-the-rule-ends", test_follows_the_data_when_the_rule_ends);
  g_test_add_func ("/calendar-zone/knows-a-name", test_knows_a_name);
  return g_test_run ();
}
