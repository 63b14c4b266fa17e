/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-rule.h"

#include "../written.h"
#include "zones.h"

#include <libical/ical.h>
#include <string.h>

/* --- which rules are understood --- */

static const struct
{
  const char *rule;
  HvRuleFault fault;
} parse_cases[] = {
  { "FREQ=DAILY", HV_RULE_FINE },
  { "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU", HV_RULE_FINE },
  { "freq=weekly;byday=mo", HV_RULE_FINE },
  { "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2;COUNT=10", HV_RULE_FINE },
  { "FREQ=YEARLY;BYWEEKNO=28,29,30", HV_RULE_FINE },
  { "FREQ=YEARLY;BYDAY=53MO", HV_RULE_FINE },
  { "UNTIL=20261231;FREQ=DAILY", HV_RULE_FINE },
  { "FREQ=DAILY;COUNT=1000000000", HV_RULE_FINE },
  { "FREQ=SECONDLY;COUNT=1000000000", HV_RULE_TOO_OFTEN },
  { "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", HV_RULE_TOO_OFTEN },
  { "FREQ=MINUTELY", HV_RULE_TOO_OFTEN },
  { "FREQ=HOURLY", HV_RULE_TOO_OFTEN },
  { "FREQ=DAILY;BYHOUR=9,10", HV_RULE_TOO_OFTEN },
  { "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", HV_RULE_UNKNOWN },
  { "RSCALE=HEBREW;FREQ=YEARLY", HV_RULE_UNKNOWN },
  { "FREQ=YEARLY;BYWEEKNO=1;WKST=SU", HV_RULE_UNKNOWN },
  { "FREQ=DAILY;INTERVAL=0", HV_RULE_BROKEN },
  { "FREQ=DAILY;INTERVAL=-1", HV_RULE_BROKEN },
  { "FREQ=DAILY;COUNT=0", HV_RULE_BROKEN },
  { "FREQ=DAILY;COUNT=99999999999999999999", HV_RULE_BROKEN },
  { "FREQ=YEARLY;BYDAY=53MO;BYWEEKNO=54", HV_RULE_BROKEN },
  { "FREQ=YEARLY;BYDAY=2MO;BYWEEKNO=20", HV_RULE_BROKEN },
  { "FREQ=WEEKLY;BYDAY=2MO", HV_RULE_BROKEN },
  { "FREQ=WEEKLY;BYMONTHDAY=3", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYYEARDAY=3", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYDAY=6MO", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYDAY=0MO", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYDAY=M", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYDAY=", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYMONTHDAY=32", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYMONTHDAY=0", HV_RULE_BROKEN },
  { "FREQ=MONTHLY;BYMONTHDAY=1,,2", HV_RULE_BROKEN },
  { "FREQ=DAILY;UNTIL=20260230", HV_RULE_BROKEN },
  { "FREQ=DAILY;UNTIL=20260101T250000", HV_RULE_BROKEN },
  { "FREQ=DAILY;UNTIL=tomorrow", HV_RULE_BROKEN },
  { "FREQ=FORTNIGHTLY", HV_RULE_BROKEN },
  { "INTERVAL=2", HV_RULE_BROKEN },
  { "FREQ", HV_RULE_BROKEN },
  { "", HV_RULE_BROKEN },
  { ";", HV_RULE_BROKEN },
};

static void
test_reads (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      HvCalendarRule rule;
      g_test_message ("%s", parse_cases[i].rule);
      g_assert_cmpint (hv_calendar_rule_parse (parse_cases[i].rule, &rule), ==, parse_cases[i].fault);
    }
}

static void
test_refuses_long_lists (void)
{
  g_autoptr (GString) text = g_string_new ("FREQ=YEARLY;BYYEARDAY=1");
  for (int i = 2; i <= HV_RULE_MOST_NUMBERS; i++)
    g_string_append_printf (text, ",%d", i);

  HvCalendarRule rule;
  g_assert_cmpint (hv_calendar_rule_parse (text->str, &rule), ==, HV_RULE_FINE);
  g_string_append (text, ",1");
  g_assert_cmpint (hv_calendar_rule_parse (text->str, &rule), ==, HV_RULE_UNKNOWN);
}

/* --- which days they name --- */

static const struct
{
  const char *what;
  const char *rule;
  const char *start;
  const char *from;
  const char *to;
  const char *days; /* of 2026 unless they say otherwise: month-day */
} day_cases[] = {
  { "every Monday", "FREQ=WEEKLY", "2026-05-04 09:00", "2026-05-04", "2026-05-24", "05-04 05-11 05-18" },
  { "begun long ago", "FREQ=WEEKLY", "2015-01-05 09:00", "2026-05-04", "2026-05-17", "05-04 05-11" },
  { "every second week over week 53", "FREQ=WEEKLY;INTERVAL=2", "2026-12-14 09:00", "2026-12-01", "2027-01-31",
    "12-14 12-28 2027-01-11 2027-01-25" },
  { "two days a week", "FREQ=WEEKLY;BYDAY=MO,TH", "2026-05-04 09:00", "2026-05-04", "2026-05-17",
    "05-04 05-07 05-11 05-14" },
  { "weeks that begin on Sunday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "2026-05-05 09:00", "2026-05-01",
    "2026-05-31", "05-05 05-17 05-19 05-31" },
  { "weeks that begin on Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "2026-05-05 09:00", "2026-05-01",
    "2026-05-31", "05-05 05-10 05-19 05-24" },
  { "three times", "FREQ=DAILY;COUNT=3", "2026-05-04 09:00", "2026-05-01", "2026-12-31", "05-04 05-05 05-06" },
  { "counted from before", "FREQ=DAILY;COUNT=5", "2026-05-04 09:00", "2026-05-07", "2026-12-31", "05-07 05-08" },
  { "until a date", "FREQ=DAILY;UNTIL=20260506", "2026-05-04 09:00", "2026-05-01", "2026-12-31", "05-04 05-05 05-06" },
  { "until just then", "FREQ=DAILY;UNTIL=20260506T090000", "2026-05-04 09:00", "2026-05-01", "2026-12-31",
    "05-04 05-05 05-06" },
  { "until just before", "FREQ=DAILY;UNTIL=20260506T085900", "2026-05-04 09:00", "2026-05-01", "2026-12-31",
    "05-04 05-05" },
  { "until before it begins", "FREQ=DAILY;UNTIL=20260401", "2026-05-04 09:00", "2026-01-01", "2026-12-31", "" },
  { "the last Friday", "FREQ=MONTHLY;BYDAY=-1FR", "2026-05-29 09:00", "2026-05-01", "2026-07-31", "05-29 06-26 07-31" },
  { "a fifth Monday", "FREQ=MONTHLY;BYDAY=5MO", "2026-03-30 09:00", "2026-03-01", "2026-08-31", "03-30 06-29 08-31" },
  { "Friday the 13th", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-01-01 09:00", "2026-01-01", "2026-12-31",
    "02-13 03-13 11-13" },
  { "the 31st", "FREQ=MONTHLY", "2026-01-31 09:00", "2026-01-01", "2026-06-30", "01-31 03-31 05-31" },
  { "the last day", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31 09:00", "2026-01-01", "2026-04-30",
    "01-31 02-28 03-31 04-30" },
  { "leap day", "FREQ=YEARLY", "2024-02-29 09:00", "2026-01-01", "2029-12-31", "2028-02-29" },
  { "every year in two months", "FREQ=YEARLY;BYMONTH=6,8", "2025-06-15 09:00", "2026-01-01", "2026-12-31",
    "06-15 08-15" },
  { "Midsummer's Monday", "FREQ=YEARLY;BYMONTH=6;BYDAY=-1MO", "2025-06-30 09:00", "2026-01-01", "2026-12-31", "06-29" },
  { "the 100th and the last day", "FREQ=YEARLY;BYYEARDAY=100,-1", "2025-01-01 09:00", "2026-01-01", "2026-12-31",
    "04-10 12-31" },
  { "the 20th Monday", "FREQ=YEARLY;BYDAY=20MO", "2025-05-19 09:00", "2026-01-01", "2026-12-31", "05-18" },
  { "week 53", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,SU", "2020-01-01 09:00", "2026-01-01", "2027-12-31",
    "12-28 2027-01-03" },
  { "the last week", "FREQ=YEARLY;BYWEEKNO=-1", "2025-01-06 09:00", "2026-01-01", "2027-12-31", "12-28 2027-12-27" },
  { "never", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6", "2026-01-01 09:00", "2026-01-01", "2027-12-31", "" },
  { "never, by years", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", "2025-02-28 09:00", "2026-01-01", "2029-12-31",
    "" },
  { "the second of two years", "FREQ=YEARLY;INTERVAL=2", "2025-07-01 09:00", "2026-01-01", "2029-12-31",
    "2027-07-01 2029-07-01" },
  { "after the dates asked for", "FREQ=DAILY", "2030-01-01 09:00", "2026-01-01", "2026-12-31", "" },
};

static char *
format_days (const GArray *days)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *date = hv_day_format (g_array_index (days, HvDay, i));
      const char *shown = g_str_has_prefix (date, "2026-") ? date + 5 : date;
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", shown);
    }
  return g_string_free (text, FALSE);
}

static void
test_names_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      HvCalendarRule rule;
      g_test_message ("%s", day_cases[i].what);
      g_assert_cmpint (hv_calendar_rule_parse (day_cases[i].rule, &rule), ==, HV_RULE_FINE);
      g_autoptr (GArray) days = hv_calendar_rule_list_days (&rule, instant (day_cases[i].start) / 60,
                                                            day (day_cases[i].from), day (day_cases[i].to));
      g_autofree char *text = format_days (days);
      g_assert_cmpstr (text, ==, day_cases[i].days);
    }
}

/* --- against libical, with rules it comes back from --- */

/* libical names a day twice when a list does, so no list here does: neighbours from a place by chance. */
static void
append_list (GString *rule, const char *name, int largest)
{
  int first = g_test_rand_int_range (0, largest);
  int n = g_test_rand_int_range (1, 4);
  g_string_append_printf (rule, ";%s=", name);
  for (int i = 0; i < n; i++)
    g_string_append_printf (rule, "%s%d", i > 0 ? "," : "", (first + i) % largest + 1);
}

static void
append_weekdays (GString *rule, int nth)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  int first = g_test_rand_int_range (0, 7);
  int n = g_test_rand_int_range (1, 4);
  g_string_append (rule, ";BYDAY=");
  for (int i = 0; i < n; i++)
    {
      int place = nth > 0 && g_test_rand_bit () ? g_test_rand_int_range (-nth, nth + 1) : 0;
      g_string_append (rule, i > 0 ? "," : "");
      if (place != 0)
        g_string_append_printf (rule, "%d", place);
      g_string_append (rule, names[(first + i) % 7]);
    }
}

/* A rule that happens several times a year, of the shapes on which all programs agree. */
static char *
make_rule (void)
{
  GString *rule = g_string_new (NULL);
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      g_string_append (rule, "FREQ=DAILY");
      if (g_test_rand_bit ())
        append_weekdays (rule, 0);
      break;
    case 1:
      g_string_append (rule, "FREQ=WEEKLY");
      append_weekdays (rule, 0);
      g_string_append (rule, g_test_rand_bit () ? ";WKST=SU" : ";WKST=MO");
      break;
    case 2:
      g_string_append (rule, "FREQ=MONTHLY");
      append_weekdays (rule, 4);
      break;
    case 3:
      g_string_append (rule, "FREQ=MONTHLY");
      append_list (rule, "BYMONTHDAY", 31);
      break;
    case 4:
      g_string_append (rule, "FREQ=YEARLY");
      append_list (rule, "BYMONTH", 12);
      append_list (rule, "BYMONTHDAY", 28);
      break;
    default:
      g_string_append (rule, "FREQ=YEARLY");
      append_list (rule, "BYMONTH", 12);
      append_weekdays (rule, 4);
      break;
    }
  if (g_test_rand_bit ())
    g_string_append_printf (rule, ";INTERVAL=%d", g_test_rand_int_range (1, 4));
  if (g_test_rand_bit ())
    g_string_append_printf (rule, ";COUNT=%d", g_test_rand_int_range (1, 60));
  return g_string_free (rule, FALSE);
}

static GArray *
judge_days (const char *rule, HvDay start, HvDay to)
{
  int year, month, month_day;
  hv_day_to_ymd (start, &year, &month, &month_day);
  struct icaltimetype begin = icaltime_null_time ();
  begin.year = year;
  begin.month = month;
  begin.day = month_day;
  begin.hour = 9;

  struct icalrecurrencetype recurrence = icalrecurrencetype_from_string (rule);
  icalrecur_iterator *iterator = icalrecur_iterator_new (recurrence, begin);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (HvDay));
  for (struct icaltimetype next = icalrecur_iterator_next (iterator); !icaltime_is_null_time (next);
       next = icalrecur_iterator_next (iterator))
    {
      HvDay found = hv_day_from_ymd (next.year, next.month, next.day);
      if (found > to)
        break;
      g_array_append_val (days, found);
    }
  icalrecur_iterator_free (iterator);
  return days;
}

/* RFC 5545 leaves open what an entry means whose first day is none of its rule's. */
static HvDay
find_start (HvCalendarRule rule)
{
  HvDay early = day ("2025-01-01") + g_test_rand_int_range (0, 365);
  rule.interval = 1;
  rule.count = HV_NONE;
  g_autoptr (GArray) days = hv_calendar_rule_list_days (&rule, hv_minute_at (early, 9 * 60), early, early + 1000);
  g_assert_cmpuint (days->len, >, 0);
  return g_array_index (days, HvDay, 0);
}

static void
test_agrees_with_libical (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_rule ();
      HvCalendarRule rule;
      g_assert_cmpint (hv_calendar_rule_parse (text, &rule), ==, HV_RULE_FINE);

      HvDay start = find_start (rule);
      HvDay to = day ("2028-12-31");
      g_autoptr (GArray) days = hv_calendar_rule_list_days (&rule, hv_minute_at (start, 9 * 60), start, to);
      g_autoptr (GArray) judged = judge_days (text, start, to);
      g_autofree char *got = format_days (days);
      g_autofree char *expected = format_days (judged);
      if (!g_str_equal (got, expected))
        g_test_message ("%s from day %d", text, start);
      g_assert_cmpstr (got, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-rule/reads", test_reads);
  g_test_add_func ("/calendar-rule/refuses-long-lists", test_refuses_long_lists);
  g_test_add_func ("/calendar-rule/names-days", test_names_days);
  g_test_add_func ("/calendar-rule/agrees-with-libical", test_agrees_with_libical);
  return g_test_run ();
}
