/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-zone.h"

#include "../written.h"

/* Instants are written as minutes are, on the clock of UTC. */

static char *
describe (HvMinute m)
{
  g_autofree char *day = hv_day_format (hv_minute_get_day (m));
  g_autofree char *time = hv_time_format (hv_minute_get_of_day (m));
  return g_strdup_printf ("%s %s", day, time);
}

/* --- zones, as data --- */

typedef struct
{
  const char *at; /* UTC */
  gint32 hours;
} Change;

static HvZone *
new_zone (const char *name, gint32 first_hours, const Change *changes, gsize n_changes)
{
  g_autofree HvClockChange *copied = g_new (HvClockChange, n_changes);
  for (gsize i = 0; i < n_changes; i++)
    copied[i] = (HvClockChange){ minute (changes[i].at) * 60, changes[i].hours * 3600 };
  return hv_zone_new (name, first_hours * 3600, copied, n_changes);
}

/* Copenhagen, like Stockholm: the last Sundays of March and October at 01:00 UTC. */
static const Change copenhagen_changes[] = {
  { "2025-10-26 01:00", 1 }, { "2026-03-29 01:00", 2 }, { "2026-10-25 01:00", 1 },
  { "2027-03-28 01:00", 2 }, { "2027-10-31 01:00", 1 },
};

static HvZone *
new_copenhagen (void)
{
  return new_zone ("Europe/Copenhagen", 2, copenhagen_changes, G_N_ELEMENTS (copenhagen_changes));
}

/* --- wall clock → UTC --- */

typedef struct
{
  const char *local;
  const char *utc;
  HvLocalKind kind;
} UtcCase;

static const UtcCase copenhagen_cases[] = {
  { "2026-10-25 01:59", "2026-10-24 23:59", HV_LOCAL_ONCE },
  { "2026-10-25 02:00", "2026-10-25 00:00", HV_LOCAL_TWICE },
  { "2026-10-25 02:30", "2026-10-25 00:30", HV_LOCAL_TWICE },
  { "2026-10-25 02:59", "2026-10-25 00:59", HV_LOCAL_TWICE },
  { "2026-10-25 03:00", "2026-10-25 02:00", HV_LOCAL_ONCE },
  { "2026-03-29 01:59", "2026-03-29 00:59", HV_LOCAL_ONCE },
  { "2026-03-29 02:00", "2026-03-29 01:00", HV_LOCAL_NEVER },
  { "2026-03-29 02:30", "2026-03-29 01:00", HV_LOCAL_NEVER },
  { "2026-03-29 02:59", "2026-03-29 01:00", HV_LOCAL_NEVER },
  { "2026-03-29 03:00", "2026-03-29 01:00", HV_LOCAL_ONCE },
  { "2026-10-19 10:00", "2026-10-19 08:00", HV_LOCAL_ONCE }, /* A18 */
  { "2026-10-26 10:00", "2026-10-26 09:00", HV_LOCAL_ONCE }, /* A18 */
  { "2025-06-01 00:00", "2025-05-31 22:00", HV_LOCAL_ONCE }, /* before the first change */
  { "1969-12-31 23:59", "1969-12-31 21:59", HV_LOCAL_ONCE },
  { "2025-10-26 02:30", "2025-10-26 00:30", HV_LOCAL_TWICE }, /* the first change itself */
  { "2027-10-31 02:30", "2027-10-31 00:30", HV_LOCAL_TWICE }, /* and the last */
  { "2050-07-01 12:00", "2050-07-01 11:00", HV_LOCAL_ONCE },  /* after it */
};

/* West of Greenwich: the second Sunday of March and the first of November, at 02:00 local. */
static const Change new_york_changes[] = {
  { "2026-03-08 07:00", -4 },
  { "2026-11-01 06:00", -5 },
};

static const UtcCase new_york_cases[] = {
  { "2026-03-08 01:59", "2026-03-08 06:59", HV_LOCAL_ONCE },
  { "2026-03-08 02:30", "2026-03-08 07:00", HV_LOCAL_NEVER },
  { "2026-03-08 03:00", "2026-03-08 07:00", HV_LOCAL_ONCE },
  { "2026-11-01 00:59", "2026-11-01 04:59", HV_LOCAL_ONCE },
  { "2026-11-01 01:30", "2026-11-01 05:30", HV_LOCAL_TWICE },
  { "2026-11-01 02:00", "2026-11-01 07:00", HV_LOCAL_ONCE },
};

/* Samoa left out 30 December 2011. */
static const Change apia_changes[] = { { "2011-12-30 10:00", 14 } };

static const UtcCase apia_cases[] = {
  { "2011-12-29 23:59", "2011-12-30 09:59", HV_LOCAL_ONCE },
  { "2011-12-30 00:00", "2011-12-30 10:00", HV_LOCAL_NEVER },
  { "2011-12-30 12:00", "2011-12-30 10:00", HV_LOCAL_NEVER },
  { "2011-12-31 00:00", "2011-12-30 10:00", HV_LOCAL_ONCE },
};

static const UtcCase utc_cases[] = {
  { "2026-03-29 02:30", "2026-03-29 02:30", HV_LOCAL_ONCE },
};

static void
assert_utc (HvZone *owned, const UtcCase *rows, gsize n_rows)
{
  g_autoptr (HvZone) zone = owned;
  for (gsize i = 0; i < n_rows; i++)
    {
      HvLocalKind kind = (HvLocalKind)-1;
      gint64 utc = hv_zone_to_utc (zone, minute (rows[i].local), &kind);
      g_autofree char *described = describe (utc / 60);
      g_autofree char *got = g_strdup_printf ("%s → %s, %d", rows[i].local, described, kind);
      g_autofree char *expected = g_strdup_printf ("%s → %s, %d", rows[i].local, rows[i].utc, rows[i].kind);

      g_assert_cmpstr (got, ==, expected);
      g_assert_cmpint (utc % 60, ==, 0);
      g_assert_cmpint (hv_zone_to_utc (zone, minute (rows[i].local), NULL), ==, utc);
      if (kind != HV_LOCAL_NEVER)
        g_assert_cmpint (hv_zone_to_local (zone, utc), ==, minute (rows[i].local));
    }
}

static void
test_turns_wall_clock_into_utc (void)
{
  assert_utc (new_copenhagen (), copenhagen_cases, G_N_ELEMENTS (copenhagen_cases));
  assert_utc (new_zone ("America/New_York", -5, new_york_changes, G_N_ELEMENTS (new_york_changes)), new_york_cases,
              G_N_ELEMENTS (new_york_cases));
  assert_utc (new_zone ("Pacific/Apia", -10, apia_changes, G_N_ELEMENTS (apia_changes)), apia_cases,
              G_N_ELEMENTS (apia_cases));
  assert_utc (hv_zone_new ("UTC", 0, NULL, 0), utc_cases, G_N_ELEMENTS (utc_cases));
}

/* --- UTC → wall clock --- */

typedef struct
{
  const char *utc;
  const char *local;
} LocalCase;

static const LocalCase local_cases[] = {
  { "2026-10-25 00:59", "2026-10-25 02:59" }, { "2026-10-25 01:00", "2026-10-25 02:00" },
  { "2026-10-25 01:59", "2026-10-25 02:59" }, { "2026-10-25 02:00", "2026-10-25 03:00" },
  { "2026-03-29 00:59", "2026-03-29 01:59" }, { "2026-03-29 01:00", "2026-03-29 03:00" },
  { "2026-12-31 23:30", "2027-01-01 00:30" }, { "2024-01-01 12:00", "2024-01-01 14:00" },
  { "1969-12-31 21:59", "1969-12-31 23:59" }, { "2099-01-01 12:00", "2099-01-01 13:00" },
};

static void
test_turns_utc_into_wall_clock (void)
{
  g_autoptr (HvZone) zone = new_copenhagen ();

  for (gsize i = 0; i < G_N_ELEMENTS (local_cases); i++)
    {
      g_autofree char *local = describe (hv_zone_to_local (zone, minute (local_cases[i].utc) * 60));
      g_assert_cmpstr (local, ==, local_cases[i].local);
    }
}

/* Offsets of the time before zones had odd seconds; a minute begins when its first second does. */
static void
test_cuts_odd_seconds (void)
{
  g_autoptr (HvZone) mean_time = hv_zone_new ("Europe/Copenhagen", 3020, NULL, 0);

  g_assert_cmpint (hv_zone_to_local (mean_time, 0), ==, 50);
  g_assert_cmpint (hv_zone_to_local (mean_time, 39), ==, 50);
  g_assert_cmpint (hv_zone_to_local (mean_time, 40), ==, 51);
  g_assert_cmpint (hv_zone_to_local (mean_time, -3020), ==, 0);
  g_assert_cmpint (hv_zone_to_local (mean_time, -3021), ==, -1);
  g_assert_cmpint (hv_zone_to_utc (mean_time, 51, NULL), ==, 40);
}

static void
test_there_and_back_all_year (void)
{
  g_autoptr (HvZone) zone = new_copenhagen ();
  gint64 second_hour = minute ("2026-10-25 01:00") * 60;

  for (gint64 utc = minute ("2026-01-01 00:00") * 60; utc < minute ("2027-01-01 00:00") * 60; utc += 60)
    {
      bool again = utc >= second_hour && utc < second_hour + 3600;
      gint64 back = hv_zone_to_utc (zone, hv_zone_to_local (zone, utc), NULL);
      g_assert_cmpint (back, ==, again ? utc - 3600 : utc);
    }
}

/* --- true lengths --- */

typedef struct
{
  const char *what;
  const char *from;
  const char *to;
  int minutes;
} ElapsedCase;

static const ElapsedCase elapsed_cases[] = {
  { "A19: 22–06 when the clock goes back", "2026-10-24 22:00", "2026-10-25 06:00", 540 },
  { "A19: 22–06 when it goes forward", "2026-03-28 22:00", "2026-03-29 06:00", 420 },
  { "22–06 on any other night", "2026-10-23 22:00", "2026-10-24 06:00", 480 },
  { "the night after", "2026-10-25 22:00", "2026-10-26 06:00", 480 },
  { "the day of 25 hours", "2026-10-25 00:00", "2026-10-26 00:00", 1500 },
  { "the day of 23 hours", "2026-03-29 00:00", "2026-03-30 00:00", 1380 },
  { "a Monday in summer", "2026-05-04 13:00", "2026-05-04 16:00", 180 },
  { "from the doubled hour", "2026-10-25 02:00", "2026-10-25 03:00", 120 },
  { "into the doubled hour", "2026-10-25 01:00", "2026-10-25 02:30", 90 },
  { "within the doubled hour", "2026-10-25 02:15", "2026-10-25 02:45", 30 },
  { "the missing hour", "2026-03-29 02:00", "2026-03-29 03:00", 0 },
  { "into the missing hour", "2026-03-29 01:00", "2026-03-29 02:30", 60 },
  { "from the missing hour", "2026-03-29 02:30", "2026-03-29 06:00", 180 },
  { "both changes: spring to autumn", "2026-03-28 12:00", "2026-10-25 12:00", 211 * 1440 },
  { "nothing", "2026-10-25 02:30", "2026-10-25 02:30", 0 },
};

static void
test_measures_true_time (void)
{
  g_autoptr (HvZone) zone = new_copenhagen ();

  for (gsize i = 0; i < G_N_ELEMENTS (elapsed_cases); i++)
    {
      const ElapsedCase *row = &elapsed_cases[i];
      HvSpan span = { minute (row->from), minute (row->to) };
      g_test_message ("%s", row->what);
      g_assert_cmpint (hv_zone_elapsed (zone, span), ==, row->minutes);
    }
}

/* --- against the machine's own zones, where it has them --- */

static HvDay
find_last_sunday (int year, int month)
{
  HvDay last = hv_day_from_ymd (year, month, 31);
  return last - hv_day_get_weekday (last) % 7;
}

/* The rule of the European Union since 1996. */
static HvZone *
new_european (int first_year, int last_year)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (HvClockChange));

  for (int year = first_year; year <= last_year; year++)
    {
      HvClockChange change[] = {
        { hv_minute_at (find_last_sunday (year, 3), 60) * 60, 7200 },
        { hv_minute_at (find_last_sunday (year, 10), 60) * 60, 3600 },
      };
      g_array_append_vals (changes, change, G_N_ELEMENTS (change));
    }
  return hv_zone_new ("Europe/Copenhagen", 3600, (const HvClockChange *)(gpointer)changes->data, changes->len);
}

static void
test_agrees_with_the_machine (void)
{
  g_autoptr (GTimeZone) machine = g_time_zone_new_identifier ("Europe/Copenhagen");
  if (machine == NULL)
    {
      g_test_skip ("this machine has no zone Europe/Copenhagen");
      return;
    }

  g_autoptr (HvZone) zone = new_european (2016, 2036);
  for (gint64 utc = minute ("2016-01-01 00:00") * 60; utc < minute ("2037-01-01 00:00") * 60; utc += 1800)
    {
      int interval = g_time_zone_find_interval (machine, G_TIME_TYPE_UNIVERSAL, utc);
      gint64 local = utc + g_time_zone_get_offset (machine, interval);
      g_assert_cmpint (hv_zone_to_local (zone, utc), ==, local / 60);
    }
}

/* --- the changes themselves --- */

static const struct
{
  const char *utc;
  gint32 hours;     /* the offset then */
  const char *next; /* the change after it */
} change_cases[] = {
  { "1969-12-31 00:00", 2, "2025-10-26 01:00" }, { "2025-10-26 00:59", 2, "2025-10-26 01:00" },
  { "2025-10-26 01:00", 1, "2026-03-29 01:00" }, { "2026-07-01 00:00", 2, "2026-10-25 01:00" },
  { "2027-10-31 00:59", 2, "2027-10-31 01:00" }, { "2027-10-31 01:00", 1, NULL },
};

static void
test_tells_its_changes (void)
{
  g_autoptr (HvZone) zone = new_copenhagen ();

  for (gsize i = 0; i < G_N_ELEMENTS (change_cases); i++)
    {
      gint64 utc = minute (change_cases[i].utc) * 60;
      HvClockChange change = { 0 };

      g_assert_cmpint (hv_zone_get_offset (zone, utc), ==, change_cases[i].hours * 3600);
      g_assert_cmpint (hv_zone_find_change (zone, utc, &change), ==, change_cases[i].next != NULL);
      if (change_cases[i].next == NULL)
        continue;
      g_assert_cmpint (change.at, ==, minute (change_cases[i].next) * 60);
      g_assert_cmpint (change.offset, ==, hv_zone_get_offset (zone, change.at));
    }
}

/* --- the object --- */

static void
test_is_shared (void)
{
  HvZone *zone = new_copenhagen ();
  HvZone *same = hv_zone_ref (zone);

  g_assert_true (same == zone);
  hv_zone_unref (zone);
  g_assert_cmpstr (hv_zone_get_name (same), ==, "Europe/Copenhagen");
  hv_zone_unref (same);
}

static void
test_refuses_disorder (void)
{
  static const HvClockChange backwards[] = { { 7200, 0 }, { 3600, 3600 } };
  static const HvClockChange twice[] = { { 3600, 3600 }, { 3600, 0 } };
  static const HvClockChange west[] = { { 0, -7200 }, { 3600, -14400 } };
  static const HvClockChange within_jump[] = { { 0, -7200 }, { 1800, 0 }, { 3600, -7200 } };

  for (int i = 0; i < 4; i++)
    g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*are_in_order*");
  g_assert_null (hv_zone_new ("X", 0, backwards, G_N_ELEMENTS (backwards)));
  g_assert_null (hv_zone_new ("X", 0, twice, G_N_ELEMENTS (twice)));
  g_assert_null (hv_zone_new ("X", 3600, within_jump, G_N_ELEMENTS (within_jump)));
  g_assert_null (hv_zone_new ("X", -3600, west, G_N_ELEMENTS (west)));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone/turns-wall-clock-into-utc", test_turns_wall_clock_into_utc);
  g_test_add_func ("/zone/turns-utc-into-wall-clock", test_turns_utc_into_wall_clock);
  g_test_add_func ("/zone/cuts-odd-seconds", test_cuts_odd_seconds);
  g_test_add_func ("/zone/there-and-back-all-year", test_there_and_back_all_year);
  g_test_add_func ("/zone/measures-true-time", test_measures_true_time);
  g_test_add_func ("/zone/agrees-with-the-machine", test_agrees_with_the_machine);
  g_test_add_func ("/zone/tells-its-changes", test_tells_its_changes);
  g_test_add_func ("/zone/is-shared", test_is_shared);
  g_test_add_func ("/zone/refuses-disorder", test_refuses_disorder);
  return g_test_run ();
}
