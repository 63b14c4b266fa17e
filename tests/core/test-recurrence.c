/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-recurrence.h"

#include "../written.h"

static gint64
monday_or_none (const char *text)
{
  return text == NULL ? HV_NONE : week (text).monday;
}

/* --- on which dates --- */

typedef struct
{
  const char *what;
  int weekday;
  HvRepeat repeat;
  int n;
  const char *since;
  const char *from; /* weeks */
  const char *until;
  const char *first; /* the dates asked about */
  const char *last;
  const char *expected;
} DateCase;

static const DateCase date_cases[] = {
  { "A11: even weeks over week 53", 1, HV_REPEAT_EVEN, 0, NULL, "2026-W48", NULL, "2026-11-01", "2027-01-31",
    "2026-11-23 2026-12-07 2026-12-21 2027-01-11 2027-01-25" },
  { "A11: odd weeks over week 53", 1, HV_REPEAT_ODD, 0, NULL, "2026-W48", NULL, "2026-11-01", "2027-01-24",
    "2026-11-30 2026-12-14 2026-12-28 2027-01-04 2027-01-18" },
  { "A11: every 2nd week from 23 November", 1, HV_REPEAT_WEEKS, 2, "2026-11-23", NULL, NULL, "2026-11-01", "2027-01-31",
    "2026-11-23 2026-12-07 2026-12-21 2027-01-04 2027-01-18" },
  { "odd weeks over a year's end without week 53", 1, HV_REPEAT_ODD, 0, NULL, NULL, NULL, "2025-12-08", "2026-01-18",
    "2025-12-15 2025-12-29 2026-01-12" },
  { "Sunday of week 53 lies in the next year", 7, HV_REPEAT_ODD, 0, NULL, NULL, NULL, "2026-12-21", "2027-01-24",
    "2027-01-03 2027-01-10 2027-01-24" },
  { "every week, within its weeks", 4, HV_REPEAT_EVERY, 0, NULL, "2026-W19", "2026-W21", "2026-01-01", "2026-12-31",
    "2026-05-07 2026-05-14 2026-05-21" },
  { "one week only", 3, HV_REPEAT_EVERY, 0, NULL, "2026-W53", "2026-W53", "2026-01-01", "2027-12-31", "2026-12-30" },
  { "until week 53 includes its days of January", 5, HV_REPEAT_EVERY, 0, NULL, NULL, "2026-W53", "2026-12-20",
    "2027-12-31", "2026-12-25 2027-01-01" },
  { "every 3rd week, asked about from the middle", 2, HV_REPEAT_WEEKS, 3, "2026-05-05", NULL, NULL, "2026-06-01",
    "2026-07-10", "2026-06-16 2026-07-07" },
  { "not before the date it counts from", 1, HV_REPEAT_WEEKS, 2, "2026-05-06", NULL, NULL, "2026-04-01", "2026-06-05",
    "2026-05-18 2026-06-01" },
  { "later in the week it counts from", 5, HV_REPEAT_WEEKS, 2, "2026-05-06", NULL, NULL, "2026-04-01", "2026-05-31",
    "2026-05-08 2026-05-22" },
  { "every 1st week is every week", 1, HV_REPEAT_WEEKS, 1, "2026-05-04", NULL, "2026-W21", "2026-04-01", "2026-12-31",
    "2026-05-04 2026-05-11 2026-05-18" },
  { "counting starts before the limits", 1, HV_REPEAT_WEEKS, 2, "2026-04-27", "2026-W19", NULL, "2026-04-01",
    "2026-05-31", "2026-05-11 2026-05-25" },
  { "first Wednesday of the month", 3, HV_REPEAT_NTH, 1, NULL, NULL, NULL, "2026-04-01", "2026-07-31",
    "2026-04-01 2026-05-06 2026-06-03 2026-07-01" },
  { "second Tuesday", 2, HV_REPEAT_NTH, 2, NULL, NULL, NULL, "2026-01-01", "2026-03-31",
    "2026-01-13 2026-02-10 2026-03-10" },
  { "fifth Monday, where there is one", 1, HV_REPEAT_NTH, 5, NULL, NULL, NULL, "2026-01-01", "2026-12-31",
    "2026-03-30 2026-06-29 2026-08-31 2026-11-30" },
  { "last Sunday", 7, HV_REPEAT_NTH, -1, NULL, NULL, NULL, "2026-01-01", "2026-05-31",
    "2026-01-25 2026-02-22 2026-03-29 2026-04-26 2026-05-31" },
  { "last Thursday is 29 February", 4, HV_REPEAT_NTH, -1, NULL, NULL, NULL, "2024-02-01", "2024-02-29", "2024-02-29" },
  { "fifth Thursday is 29 February", 4, HV_REPEAT_NTH, 5, NULL, NULL, NULL, "2024-02-01", "2024-03-28", "2024-02-29" },
  { "first Friday in January lies in week 53", 5, HV_REPEAT_NTH, 1, NULL, "2026-W53", "2026-W53", "2026-12-01",
    "2027-01-31", "2027-01-01" },
  { "last of the year", 4, HV_REPEAT_NTH, -1, NULL, NULL, NULL, "2026-12-01", "2027-01-27", "2026-12-31" },
  { "no weekday", 0, HV_REPEAT_EVERY, 0, NULL, NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "eighth weekday", 8, HV_REPEAT_EVERY, 0, NULL, NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "every 0th week", 1, HV_REPEAT_WEEKS, 0, "2026-05-04", NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "every −2nd week", 1, HV_REPEAT_WEEKS, -2, "2026-05-04", NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "nought in the month", 1, HV_REPEAT_NTH, 0, NULL, NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "sixth in the month", 1, HV_REPEAT_NTH, 6, NULL, NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "last but one", 1, HV_REPEAT_NTH, -2, NULL, NULL, NULL, "2026-05-01", "2026-05-31", "" },
  { "ends before it begins", 1, HV_REPEAT_EVERY, 0, NULL, "2026-W21", "2026-W20", "2026-05-01", "2026-05-31", "" },
  { "a repeat nobody knows", 1, HV_REPEAT_NTH + 1, 0, NULL, NULL, NULL, "2026-05-01", "2026-05-31", "" },
};

static HvRecurrence
build (const DateCase *row)
{
  return (HvRecurrence){
    .weekday = row->weekday,
    .repeat = row->repeat,
    .n = row->n,
    .since = row->since != NULL ? day (row->since) : 0,
    .from = monday_or_none (row->from),
    .until = monday_or_none (row->until),
  };
}

static char *
list_dates (const HvRecurrence *recurrence, HvDay first, HvDay last)
{
  GString *dates = g_string_new (NULL);
  for (HvDay d = first; d <= last; d++)
    if (hv_recurrence_is_on (recurrence, d))
      {
        g_autofree char *text = hv_day_format (d);
        g_string_append_printf (dates, "%s%s", dates->len > 0 ? " " : "", text);
      }
  return g_string_free (dates, FALSE);
}

static void
test_happens_on_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      const DateCase *row = &date_cases[i];
      HvRecurrence recurrence = build (row);
      g_autofree char *dates = list_dates (&recurrence, day (row->first), day (row->last));
      g_autofree char *got = g_strdup_printf ("%s: %s", row->what, dates);
      g_autofree char *expected = g_strdup_printf ("%s: %s", row->what, row->expected);

      g_assert_cmpstr (got, ==, expected);
      g_assert_true (hv_recurrence_is_valid (&recurrence) == (*row->expected != '\0'));
    }
}

/* Over many years: even and odd share every week, and every 2nd week has fourteen days between. */
static void
test_shares_the_weeks_of_130_years (void)
{
  HvRecurrence even = { .weekday = 1, .repeat = HV_REPEAT_EVEN, .from = HV_NONE, .until = HV_NONE };
  HvRecurrence odd = { .weekday = 1, .repeat = HV_REPEAT_ODD, .from = HV_NONE, .until = HV_NONE };
  HvRecurrence second = { .weekday = 1, .repeat = HV_REPEAT_WEEKS, .n = 2, .from = HV_NONE, .until = HV_NONE };
  second.since = day ("1970-01-05");

  for (HvDay d = second.since; d <= day ("2100-12-31"); d++)
    {
      bool monday = hv_day_get_weekday (d) == 1;
      g_assert_true ((hv_recurrence_is_on (&even, d) || hv_recurrence_is_on (&odd, d)) == monday);
      g_assert_false (hv_recurrence_is_on (&even, d) && hv_recurrence_is_on (&odd, d));
      g_assert_true (hv_recurrence_is_on (&second, d) == ((d - second.since) % 14 == 0));
    }
}

/* --- the notice about week 53 --- */

typedef struct
{
  const char *what;
  int weekday;
  HvRepeat repeat;
  const char *from; /* weeks */
  const char *until;
  const char *first; /* dates */
  const char *last;
  bool meets;
} MeetCase;

static const MeetCase meet_cases[] = {
  { "A11: odd weeks", 1, HV_REPEAT_ODD, "2026-W48", NULL, "2026-11-23", "2027-01-24", true },
  { "even weeks pause for two", 1, HV_REPEAT_EVEN, "2026-W48", NULL, "2026-11-23", "2027-01-24", true },
  { "every week has no rhythm to lose", 1, HV_REPEAT_EVERY, "2026-W48", NULL, "2026-11-23", "2027-01-24", false },
  { "every 2nd week counts on", 1, HV_REPEAT_WEEKS, "2026-W48", NULL, "2026-11-23", "2027-01-24", false },
  { "a year without week 53", 1, HV_REPEAT_ODD, NULL, NULL, "2027-06-01", "2028-06-01", false },
  { "exactly the two days", 1, HV_REPEAT_ODD, NULL, NULL, "2026-12-28", "2027-01-04", true },
  { "a day too late", 1, HV_REPEAT_ODD, NULL, NULL, "2026-12-29", "2027-01-04", false },
  { "a day too early", 1, HV_REPEAT_ODD, NULL, NULL, "2026-12-28", "2027-01-03", false },
  { "the two Sundays are both of January", 7, HV_REPEAT_ODD, NULL, NULL, "2027-01-03", "2027-01-10", true },
  { "stops with week 53", 1, HV_REPEAT_ODD, NULL, "2026-W53", "2026-01-01", "2027-12-31", false },
  { "starts with week 1", 1, HV_REPEAT_ODD, "2027-W01", NULL, "2026-01-01", "2027-12-31", false },
  { "starts with week 53", 1, HV_REPEAT_ODD, "2026-W53", NULL, "2026-01-01", "2027-12-31", true },
  { "a later year in between", 3, HV_REPEAT_EVEN, NULL, NULL, "2027-02-01", "2033-02-01", true },
  { "nothing asked", 1, HV_REPEAT_ODD, NULL, NULL, "2027-01-24", "2026-11-23", false },
};

static void
test_tells_about_week_53 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meet_cases); i++)
    {
      const MeetCase *row = &meet_cases[i];
      HvRecurrence recurrence = { .weekday = row->weekday, .repeat = row->repeat, .n = 2 };
      recurrence.from = monday_or_none (row->from);
      recurrence.until = monday_or_none (row->until);

      g_test_message ("%s", row->what);
      g_assert_true (hv_recurrence_meets_week_53 (&recurrence, day (row->first), day (row->last)) == row->meets);
    }
}

/* --- names --- */

static void
test_reads_its_names (void)
{
  static const char *const names[] = { "every", "even", "odd", "weeks", "nth" };
  static const char *const strangers[] = { "", "Every", "week", "even ", NULL };
  HvRepeat repeat = HV_REPEAT_NTH;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (hv_repeat_parse (names[i], &repeat));
      g_assert_cmpint (repeat, ==, i);
      g_assert_cmpstr (hv_repeat_get_name (repeat), ==, names[i]);
    }

  repeat = HV_REPEAT_ODD;
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_false (hv_repeat_parse (strangers[i], &repeat));
  g_assert_cmpint (repeat, ==, HV_REPEAT_ODD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/happens-on-dates", test_happens_on_dates);
  g_test_add_func ("/recurrence/shares-the-weeks-of-130-years", test_shares_the_weeks_of_130_years);
  g_test_add_func ("/recurrence/tells-about-week-53", test_tells_about_week_53);
  g_test_add_func ("/recurrence/reads-its-names", test_reads_its_names);
  return g_test_run ();
}
