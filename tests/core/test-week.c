/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-week.h"

#include "../written.h"

/* --- weeks and their dates --- */

typedef struct
{
  const char *week;
  const char *monday;
  const char *sunday;
  const char *next;
} DateCase;

static const DateCase date_cases[] = {
  { "2026-W53", "2026-12-28", "2027-01-03", "2027-W01" }, /* A12 */
  { "2027-W01", "2027-01-04", "2027-01-10", "2027-W02" }, /* A12 */
  { "2026-W01", "2025-12-29", "2026-01-04", "2026-W02" }, /* A12 */
  { "2025-W52", "2025-12-22", "2025-12-28", "2026-W01" },
  { "2020-W53", "2020-12-28", "2021-01-03", "2021-W01" },
  { "2024-W09", "2024-02-26", "2024-03-03", "2024-W10" },
  { "2026-W18", "2026-04-27", "2026-05-03", "2026-W19" },
  { "2026-W19", "2026-05-04", "2026-05-10", "2026-W20" },
  { "1583-W01", "1583-01-03", "1583-01-09", "1583-W02" },
  { "9999-W52", "9999-12-27", NULL, NULL }, /* ends outside the calendar */
};

static void
test_knows_its_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      const DateCase *row = &date_cases[i];
      HvWeek w = week (row->week);
      g_autofree char *monday = hv_day_format (hv_week_get_day (w, 1));
      g_assert_cmpstr (monday, ==, row->monday);
      if (row->sunday == NULL)
        continue;

      g_autofree char *sunday = hv_day_format (hv_week_get_day (w, 7));
      g_autofree char *next = hv_week_format (hv_week_add (w, 1));
      g_autofree char *back = hv_week_format (hv_week_add (week (row->next), -1));
      g_assert_cmpstr (sunday, ==, row->sunday);
      g_assert_cmpstr (next, ==, row->next);
      g_assert_cmpstr (back, ==, row->week);
    }
}

static void
test_contains_monday_to_sunday (void)
{
  HvWeek w = week ("2026-W53");

  g_assert_false (hv_week_contains (w, day ("2026-12-27")));
  g_assert_true (hv_week_contains (w, day ("2026-12-28")));
  g_assert_true (hv_week_contains (w, day ("2027-01-03")));
  g_assert_false (hv_week_contains (w, day ("2027-01-04")));
}

static void
test_compares_over_the_years_end (void)
{
  g_assert_cmpint (hv_week_compare (week ("2026-W53"), week ("2027-W01")), <, 0);
  g_assert_cmpint (hv_week_compare (week ("2027-W01"), week ("2026-W53")), >, 0);
  g_assert_cmpint (hv_week_compare (week ("2026-W53"), hv_week_of_day (day ("2027-01-03"))), ==, 0);
}

/* 53 and 1 are neighbours and both odd; 52 and 1 are not both anything. */
static void
test_week_53_and_1_are_both_odd (void)
{
  g_assert_true (hv_week_is_even (week ("2026-W52")));
  g_assert_false (hv_week_is_even (week ("2026-W53")));
  g_assert_false (hv_week_is_even (week ("2027-W01")));
  g_assert_true (hv_week_is_even (week ("2027-W02")));
}

/* --- years --- */

/* From 1970 to 2100, as printed in almanacs. */
static const int long_years[] = { 1970, 1976, 1981, 1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032,
                                  2037, 2043, 2048, 2054, 2060, 2065, 2071, 2076, 2082, 2088, 2093, 2099 };

static void
test_long_years_have_week_53 (void)
{
  gsize next = 0;

  for (int year = 1970; year <= 2100; year++)
    {
      bool is_long = next < G_N_ELEMENTS (long_years) && long_years[next] == year;
      next += is_long;

      HvWeek w = { -1 };
      g_assert_cmpint (hv_week_count_in_year (year), ==, is_long ? 53 : 52);
      g_assert_true (hv_week_from_number (year, 53, &w) == is_long);
      g_assert_true (is_long || w.monday == -1);
    }
  g_assert_cmpint (next, ==, G_N_ELEMENTS (long_years));
}

static void
test_no_such_week (void)
{
  HvWeek w = { -1 };

  g_assert_false (hv_week_from_number (2026, 54, &w));
  g_assert_false (hv_week_from_number (2026, 0, &w));
  g_assert_false (hv_week_from_number (2026, -1, &w));
  g_assert_false (hv_week_from_number (1582, 1, &w));
  g_assert_false (hv_week_from_number (10000, 1, &w));
  g_assert_false (hv_week_from_number (G_MAXINT, G_MAXINT, &w));
  g_assert_cmpint (w.monday, ==, -1);
}

/* --- against GLib --- */

static void
test_agrees_with_glib_on_every_day (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);

  for (HvDay d = 0; d <= day ("2100-12-31"); d++)
    {
      HvWeek w = hv_week_of_day (d);
      g_assert_cmpint (hv_week_get_number (w), ==, g_date_time_get_week_of_year (date));
      g_assert_cmpint (hv_week_get_year (w), ==, g_date_time_get_week_numbering_year (date));
      g_assert_cmpint (hv_week_get_day (w, g_date_time_get_day_of_week (date)), ==, d);

      GDate gdate;
      g_date_clear (&gdate, 1);
      g_date_set_julian (&gdate, (guint32)(d + 719163)); /* GLib counts from 0001-01-01 = 1 */
      g_assert_cmpint (hv_week_get_number (w), ==, g_date_get_iso8601_week_of_year (&gdate));

      HvWeek again;
      g_assert_true (hv_week_from_number (hv_week_get_year (w), hv_week_get_number (w), &again));
      g_assert_cmpint (hv_week_compare (w, again), ==, 0);

      GDateTime *next = g_date_time_add_days (date, 1);
      g_date_time_unref (date);
      date = next;
    }
}

/* A12: stepping never skips or repeats a week, in any year that can be written. */
static void
test_steps_through_every_week (void)
{
  HvWeek w = week ("1583-W01");

  for (int year = HV_YEAR_FIRST; year <= HV_YEAR_LAST; year++)
    for (int number = 1; number <= hv_week_count_in_year (year); number++, w = hv_week_add (w, 1))
      {
        g_assert_cmpint (hv_week_get_year (w), ==, year);
        g_assert_cmpint (hv_week_get_number (w), ==, number);
      }
}

/* --- reading --- */

typedef struct
{
  const char *text;
  const char *expected; /* the week, or the name of the error */
} ReadCase;

static const ReadCase read_cases[] = {
  { "2026-W53", "2026-W53" },
  { "2027-W53", "unknown-week" },
  { "2026-W54", "unknown-week" },
  { "2026-W00", "unknown-week" },
  { "2026-W99", "unknown-week" },
  { "2026-W19", "2026-W19" },
  { "2026W19", "2026-W19" },
  { "2026-w9", "2026-W09" },
  { "2026w9", "2026-W09" },
  { "1583-W01", "1583-W01" },
  { "9999-W52", "9999-W52" },
  { "9999-W53", "unknown-week" },
  { "1582-W01", "usage" },
  { "0000-W01", "usage" },
  { "2026-W1x", "usage" },
  { "2026-W019", "usage" },
  { "2026-W", "usage" },
  { "2026-", "usage" },
  { "2026-19", "usage" },
  { "2026--W19", "usage" },
  { "2026-WW9", "usage" },
  { "2026-W-1", "usage" },
  { "2026-W19-1", "usage" },
  { "2026-W19 ", "usage" },
  { " 2026-W19", "usage" },
  { "26-W19", "usage" },
  { "02026-W19", "usage" },
  { "-026-W19", "usage" },
  { "W19", "usage" },
  { "19", "usage" },
  { "uge 19", "usage" },
  { "2026-05-04", "usage" },
  { "2026-W１９", "usage" },
  { "\xff", "usage" },
  { "", "usage" },
};

static void
test_reads_iso_weeks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      const ReadCase *row = &read_cases[i];
      HvWeek w = { -1 };
      g_autoptr (GError) error = NULL;
      bool ok = hv_week_parse (row->text, &w, &error);

      g_autofree char *written = ok ? hv_week_format (w) : g_strdup (hv_error_get_name (error));
      g_autofree char *got = g_strdup_printf ("%s → %s", row->text, written);
      g_autofree char *expected = g_strdup_printf ("%s → %s", row->text, row->expected);
      g_assert_cmpstr (got, ==, expected);
      g_assert_true (ok == (error == NULL));
      g_assert_true (ok || w.monday == -1);
      g_assert_true (hv_week_parse (row->text, &w, NULL) == ok);
    }
}

/* As people type it, while week 19 of 2026 is on the screen. */
static const ReadCase loose_cases[] = {
  { "19", "2026-W19" },
  { " 9 ", "2026-W09" },
  { "uge 20", "2026-W20" },
  { "Uge 1, 2027", "2027-W01" },
  { "vecka 53", "2026-W53" },
  { "Week 5", "2026-W05" },
  { "v. 19", "2026-W19" },
  { "v19", "2026-W19" },
  { "1/2027", "2027-W01" },
  { "1 2027", "2027-W01" },
  { "2027-W01", "2027-W01" },
  { "53/2027", "unknown-week" },
  { "54", "unknown-week" },
  { "0", "unknown-week" },
  { "119", "usage" },
  { "19/26", "usage" },
  { "192027", "usage" },
  { "19 maj", "usage" },
  { "uge", "usage" },
  { "-1", "usage" },
  { "", "usage" },
  { "\xff", "usage" },
};

static void
test_reads_what_people_type (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (loose_cases); i++)
    {
      const ReadCase *row = &loose_cases[i];
      HvWeek w = { -1 };
      g_autoptr (GError) error = NULL;
      bool ok = hv_week_parse_loose (row->text, week ("2026-W19"), &w, &error);
      g_autofree char *written = ok ? hv_week_format (w) : g_strdup (hv_error_get_name (error));
      g_test_message ("%s", row->text);
      g_assert_cmpstr (written, ==, row->expected);
      g_assert_true (ok || w.monday == -1);
    }
}

static void
test_says_what_is_wrong (void)
{
  HvWeek w;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) usage = NULL;

  hv_week_parse ("2027-W53", &w, &unknown);
  g_assert_cmpstr (unknown->message, ==, "2027 has no week 53, its last week is 52.");
  hv_week_parse ("uge 19", &w, &usage);
  g_assert_cmpstr (usage->message, ==, "“uge 19” is not a week. Write year and week number, for example 2026-W19.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week/knows-its-dates", test_knows_its_dates);
  g_test_add_func ("/week/contains-monday-to-sunday", test_contains_monday_to_sunday);
  g_test_add_func ("/week/compares-over-the-years-end", test_compares_over_the_years_end);
  g_test_add_func ("/week/53-and-1-are-both-odd", test_week_53_and_1_are_both_odd);
  g_test_add_func ("/week/long-years-have-week-53", test_long_years_have_week_53);
  g_test_add_func ("/week/no-such-week", test_no_such_week);
  g_test_add_func ("/week/agrees-with-glib-on-every-day", test_agrees_with_glib_on_every_day);
  g_test_add_func ("/week/steps-through-every-week", test_steps_through_every_week);
  g_test_add_func ("/week/reads-iso-weeks", test_reads_iso_weeks);
  g_test_add_func ("/week/reads-what-people-type", test_reads_what_people_type);
  g_test_add_func ("/week/says-what-is-wrong", test_says_what_is_wrong);
  return g_test_run ();
}
