/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day.h"
#include "hv-error.h"

#include <stdio.h>

/* --- reading: what is written → the day, or the name of the error --- */

typedef bool (*Parse) (const char *text, HvDay *ret_day, GError **error);

typedef struct
{
  const char *text;
  const char *expected;
} ReadCase;

static const ReadCase strict_cases[] = {
  { "2024-02-29", "2024-02-29" },
  { "2026-02-29", "usage" },
  { "2000-02-29", "2000-02-29" },
  { "1900-02-29", "usage" },
  { "2026-05-04", "2026-05-04" },
  { "2026-12-31", "2026-12-31" },
  { "1583-01-01", "1583-01-01" },
  { "9999-12-31", "9999-12-31" },
  { "1582-12-31", "usage" },
  { "0000-01-01", "usage" },
  { "10000-01-01", "usage" },
  { "2026-00-04", "usage" },
  { "2026-13-04", "usage" },
  { "2026-05-00", "usage" },
  { "2026-04-31", "usage" },
  { "20260504", "usage" },
  { "2026-5-4", "usage" },
  { "26-05-04", "usage" },
  { "2026-05-04 ", "usage" },
  { " 2026-05-04", "usage" },
  { "2026-05-04T13:00", "usage" },
  { "2026-05-4x", "usage" },
  { "2026.05.04", "usage" },
  { "4.5.2026", "usage" },
  { "-026-05-04", "usage" },
  { "+026-05-04", "usage" },
  { "2026-W19", "usage" },
  { "２０２６-05-04", "usage" },
  { "i går", "usage" },
  { "\xff", "usage" },
  { "", "usage" },
};

static const ReadCase loose_cases[] = {
  { "31/4 2026", "usage" },
  { "29.2.2026", "usage" },
  { "29.2.2024", "2024-02-29" },
  { "2026-05-04", "2026-05-04" },
  { "4.5.2026", "2026-05-04" },
  { "04.05.2026", "2026-05-04" },
  { "4. 5. 2026", "2026-05-04" },
  { "4/5/2026", "2026-05-04" },
  { "04/05 2026", "2026-05-04" },
  { "4/5-2026", "2026-05-04" },
  { "04-05-2026", "2026-05-04" },
  { "4 5 2026", "2026-05-04" },
  { "4 . 5 . 2026", "2026-05-04" },
  { "  4.5.2026 \r\n", "2026-05-04" },
  { " 2026-05-04\t", "2026-05-04" },
  { "31.12.9999", "9999-12-31" },
  { "1.1.1582", "usage" },
  { "0.5.2026", "usage" },
  { "5.13.2026", "usage" }, /* never read as the American 13 May */
  { "4.5.26", "usage" },
  { "26-05-04", "usage" },
  { "4.5", "usage" },
  { "4..5.2026", "usage" },
  { "4.-5.2026", "usage" },
  { "4.5.20261", "usage" },
  { "4.5.2026.", "usage" },
  { "004.5.2026", "usage" },
  { "452026", "usage" },
  { "04052026", "usage" },
  { "4.52026", "usage" },
  { "20260504", "usage" },
  { "2026-5-4", "usage" },
  { "4. maj 2026", "usage" },
  { "4,5,2026", "usage" },
  { "2026-05-04 4.5.2026", "usage" },
  { " ", "usage" },
  { "", "usage" },
};

#define UNTOUCHED ((HvDay)-1)

static void
assert_reads (const ReadCase *row, Parse parse)
{
  HvDay day = UNTOUCHED;
  g_autoptr (GError) error = NULL;
  bool ok = parse (row->text, &day, &error);

  g_autofree char *written = ok ? hv_day_format (day) : g_strdup (hv_error_get_name (error));
  g_autofree char *got = g_strdup_printf ("%s → %s", row->text, written);
  g_autofree char *expected = g_strdup_printf ("%s → %s", row->text, row->expected);
  g_assert_cmpstr (got, ==, expected);
  g_assert_true (ok == (error == NULL));
  g_assert_true (ok || (day == UNTOUCHED && g_utf8_validate (error->message, -1, NULL)));

  g_assert_true (parse (row->text, &day, NULL) == ok);
}

static void
test_reads_iso_and_nothing_else (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strict_cases); i++)
    assert_reads (&strict_cases[i], hv_day_parse);
}

static void
test_reads_what_people_type (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (loose_cases); i++)
    assert_reads (&loose_cases[i], hv_day_parse_loose);
}

static void
test_says_what_is_wrong (void)
{
  HvDay day;
  g_autoptr (GError) no_date = NULL;
  g_autoptr (GError) no_such_date = NULL;

  hv_day_parse ("20260504", &day, &no_date);
  g_assert_cmpstr (no_date->message, ==,
                   "“20260504” is not a date. Write year, month and day, for example 2026-05-04.");
  hv_day_parse_loose ("31/4 2026", &day, &no_such_date);
  g_assert_cmpstr (no_such_date->message, ==,
                   "“31/4 2026” is not in the calendar. Check the day, the month and the year.");
}

/* --- counting --- */

typedef struct
{
  const char *text;
  int number; /* days since 1970-01-01 */
  int weekday;
} CountCase;

static const CountCase count_cases[] = {
  { "1970-01-01", 0, 4 },     { "1969-12-31", -1, 3 },           { "1970-01-05", 4, 1 },
  { "2000-02-29", 11016, 2 }, { "2000-03-01", 11017, 3 },        { "2026-05-04", 20577, 1 },
  { "2026-12-31", 20818, 4 }, { "1583-01-01", HV_DAY_FIRST, 6 }, { "9999-12-31", HV_DAY_LAST, 5 },
};

static void
test_counts_from_1970 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      HvDay day = UNTOUCHED;
      g_assert_true (hv_day_parse (count_cases[i].text, &day, NULL));
      g_autofree char *got = g_strdup_printf ("%s %d %d", count_cases[i].text, day, hv_day_get_weekday (day));
      g_autofree char *expected =
          g_strdup_printf ("%s %d %d", count_cases[i].text, count_cases[i].number, count_cases[i].weekday);
      g_assert_cmpstr (got, ==, expected);
    }
}

static void
test_agrees_with_glib_on_every_day (void)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, HV_YEAR_FIRST);

  for (HvDay day = HV_DAY_FIRST; day <= HV_DAY_LAST; day++, g_date_add_days (&date, 1))
    {
      int year, month, day_of_month;
      hv_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (hv_day_get_year (day), ==, year);
      g_assert_cmpint (hv_day_get_weekday (day), ==, g_date_get_weekday (&date));
      g_assert_cmpint (hv_day_from_ymd (year, month, day_of_month), ==, day);
      g_assert_true (hv_day_is_valid_ymd (year, month, day_of_month));
    }
}

/* Arithmetic may leave the years that are read: each date is the one after the date before. */
static void
test_counts_on_beyond_the_calendar (void)
{
  static const char *const edges[] = { "-400-03-01", "0000-03-01", "1583-01-01", "9999-12-31", "12000-03-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      int year, month, day_of_month;
      sscanf (edges[i], "%d-%d-%d", &year, &month, &day_of_month);
      HvDay edge = hv_day_from_ymd (year, month, day_of_month);

      for (HvDay day = edge - 800; day < edge + 800; day++)
        {
          int next_year, next_month, next_day_of_month;
          hv_day_to_ymd (day, &year, &month, &day_of_month);
          hv_day_to_ymd (day + 1, &next_year, &next_month, &next_day_of_month);
          bool same_month = next_day_of_month == day_of_month + 1 && next_month == month && next_year == year;
          bool new_month = next_day_of_month == 1 && day_of_month >= 28 && next_month == month % 12 + 1;

          g_assert_true (same_month || (new_month && next_year == year + (month == 12)));
          g_assert_cmpint (hv_day_from_ymd (year, month, day_of_month), ==, day);
          g_assert_cmpint (hv_day_get_weekday (day + 1), ==, hv_day_get_weekday (day) % 7 + 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/reads-iso-and-nothing-else", test_reads_iso_and_nothing_else);
  g_test_add_func ("/day/reads-what-people-type", test_reads_what_people_type);
  g_test_add_func ("/day/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/day/counts-from-1970", test_counts_from_1970);
  g_test_add_func ("/day/agrees-with-glib-on-every-day", test_agrees_with_glib_on_every_day);
  g_test_add_func ("/day/counts-on-beyond-the-calendar", test_counts_on_beyond_the_calendar);
  return g_test_run ();
}
