/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-calendar-rule.h"

#include "hv-week.h"

#include <string.h>

#define LONGEST_INTERVAL 1000
#define LARGEST_COUNT 1000000000

/* --- reading --- */

static bool
parse_number (const char *text, gint64 min, gint64 max, gint64 *ret_number)
{
  if (*text == '+')
    text++;
  return g_ascii_string_to_signed (text, 10, min, max, ret_number, NULL);
}

/* Numbers 1 … largest, or the same from the end, with commas between. */
static HvRuleFault
parse_numbers (const char *text, int largest, HvRuleNumbers *ret_numbers)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", HV_RULE_MOST_NUMBERS + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 number;
      if (i == HV_RULE_MOST_NUMBERS)
        return HV_RULE_UNKNOWN;
      if (!parse_number (parts[i], -largest, largest, &number) || number == 0)
        return HV_RULE_BROKEN;
      ret_numbers->values[ret_numbers->n++] = (gint16)number;
    }
  return ret_numbers->n > 0 ? HV_RULE_FINE : HV_RULE_BROKEN;
}

static int
find_weekday (const char *text)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  for (int i = 0; i < 7; i++)
    if (g_str_equal (text, names[i]))
      return i + 1;
  return 0;
}

/* "MO", "-1SU", with commas between. */
static HvRuleFault
parse_weekdays (const char *text, HvCalendarRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", HV_RULE_MOST_NUMBERS + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);
      if (i == HV_RULE_MOST_NUMBERS)
        return HV_RULE_UNKNOWN;
      if (length < 2)
        return HV_RULE_BROKEN;

      gint64 nth = 0;
      int weekday = find_weekday (parts[i] + length - 2);
      parts[i][length - 2] = '\0';
      if (weekday == 0 || (length > 2 && (!parse_number (parts[i], -53, 53, &nth) || nth == 0)))
        return HV_RULE_BROKEN;
      rule->weekdays[rule->n_weekdays++] = (HvRuleWeekday){ (gint8)nth, (gint8)weekday };
    }
  return rule->n_weekdays > 0 ? HV_RULE_FINE : HV_RULE_BROKEN;
}

static bool
parse_digits (const char *text, int n, int *ret_number)
{
  *ret_number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return false;
      *ret_number = *ret_number * 10 + g_ascii_digit_value (text[i]);
    }
  return true;
}

/* "20261231", "20261231T225959" or "20261231T225959Z". A date means to its end. */
static HvRuleFault
parse_until (const char *text, HvCalendarRule *rule)
{
  int year, month, day, hour, minute;
  if (!parse_digits (text, 4, &year) || !parse_digits (text + 4, 2, &month) || !parse_digits (text + 6, 2, &day)
      || !hv_day_is_valid_ymd (year, month, day))
    return HV_RULE_BROKEN;

  HvDay date = hv_day_from_ymd (year, month, day);
  const char *time = text + 8;
  rule->until = hv_minute_at (date, HV_MINUTES_PER_DAY - 1);
  if (*time == '\0')
    return HV_RULE_FINE;

  int second;
  if (*time != 'T' || !parse_digits (time + 1, 2, &hour) || !parse_digits (time + 3, 2, &minute)
      || !parse_digits (time + 5, 2, &second) || hour > 23 || minute > 59 || second > 60)
    return HV_RULE_BROKEN;
  rule->until = hv_minute_at (date, hour * 60 + minute);
  rule->until_utc = time[7] == 'Z';
  return time[rule->until_utc ? 8 : 7] == '\0' ? HV_RULE_FINE : HV_RULE_BROKEN;
}

static HvRuleFault
parse_unit (const char *text, HvCalendarRule *rule)
{
  static const char *const units[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (text, units[i]))
      {
        rule->unit = (HvRuleUnit)i;
        return HV_RULE_FINE;
      }
  if (g_str_equal (text, "HOURLY") || g_str_equal (text, "MINUTELY") || g_str_equal (text, "SECONDLY"))
    return HV_RULE_TOO_OFTEN;
  return HV_RULE_BROKEN;
}

static HvRuleFault
parse_part (const char *name, const char *value, HvCalendarRule *rule)
{
  gint64 number = 0;

  if (g_str_equal (name, "FREQ"))
    return parse_unit (value, rule);
  if (g_str_equal (name, "BYDAY"))
    return parse_weekdays (value, rule);
  if (g_str_equal (name, "BYMONTH"))
    return parse_numbers (value, 12, &rule->months);
  if (g_str_equal (name, "BYMONTHDAY"))
    return parse_numbers (value, 31, &rule->month_days);
  if (g_str_equal (name, "BYYEARDAY"))
    return parse_numbers (value, 366, &rule->year_days);
  if (g_str_equal (name, "BYWEEKNO"))
    return parse_numbers (value, 53, &rule->weeks);
  if (g_str_equal (name, "UNTIL"))
    return parse_until (value, rule);
  if (g_str_equal (name, "COUNT"))
    return parse_number (value, 1, LARGEST_COUNT, &rule->count) ? HV_RULE_FINE : HV_RULE_BROKEN;
  if (g_str_equal (name, "WKST"))
    return (rule->week_start = find_weekday (value)) > 0 ? HV_RULE_FINE : HV_RULE_BROKEN;
  if (g_str_equal (name, "INTERVAL"))
    {
      bool fine = parse_number (value, 1, LONGEST_INTERVAL, &number);
      rule->interval = (int)number;
      return fine ? HV_RULE_FINE : HV_RULE_BROKEN;
    }
  if (g_str_equal (name, "BYHOUR") || g_str_equal (name, "BYMINUTE") || g_str_equal (name, "BYSECOND"))
    return HV_RULE_TOO_OFTEN;
  return HV_RULE_UNKNOWN;
}

static bool
has_nth_weekday (const HvCalendarRule *rule, int most)
{
  for (guint i = 0; i < rule->n_weekdays; i++)
    if (ABS (rule->weekdays[i].nth) > most)
      return true;
  return false;
}

/* What may stand beside what: the table of RFC 5545 3.3.10. */
static HvRuleFault
check_combination (const HvCalendarRule *rule)
{
  bool yearly = rule->unit == HV_RULE_YEARLY;
  int most_nth = rule->unit == HV_RULE_MONTHLY || (yearly && rule->months.n > 0) ? 5 : yearly ? 53 : 0;

  if ((rule->year_days.n > 0 || rule->weeks.n > 0) && !yearly)
    return HV_RULE_BROKEN;
  if (rule->month_days.n > 0 && rule->unit == HV_RULE_WEEKLY)
    return HV_RULE_BROKEN;
  if (has_nth_weekday (rule, rule->weeks.n > 0 ? 0 : most_nth))
    return HV_RULE_BROKEN;
  /* Such weeks have other numbers. */
  if (rule->weeks.n > 0 && rule->week_start != 1)
    return HV_RULE_UNKNOWN;
  return HV_RULE_FINE;
}

HvRuleFault
hv_calendar_rule_parse (const char *text, HvCalendarRule *ret_rule)
{
  HvCalendarRule rule = { .interval = 1, .count = HV_NONE, .until = HV_NONE, .week_start = 1 };
  HvRuleFault fault = HV_RULE_FINE;
  bool has_unit = false;
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_auto (GStrv) parts = g_strsplit (upper, ";", -1);

  for (guint i = 0; parts[i] != NULL && fault == HV_RULE_FINE; i++)
    {
      char *value = strchr (parts[i], '=');
      if (value == NULL)
        return HV_RULE_BROKEN;
      *value++ = '\0';
      has_unit |= g_str_equal (parts[i], "FREQ");
      fault = parse_part (parts[i], value, &rule);
    }
  if (fault != HV_RULE_FINE)
    return fault;
  if (!has_unit)
    return HV_RULE_BROKEN;

  fault = check_combination (&rule);
  if (fault == HV_RULE_FINE)
    *ret_rule = rule;
  return fault;
}

/* --- finding the days --- */

/* One day, looked at from all the sides a rule may name. */
typedef struct
{
  HvDay day;
  int weekday;
  int year;
  int month;
  int month_day;
  int month_length;
  int year_day;
  int year_length;
} Date;

static Date
look_at (HvDay day)
{
  Date date = { .day = day, .weekday = hv_day_get_weekday (day) };
  hv_day_to_ymd (day, &date.year, &date.month, &date.month_day);
  HvDay new_year = hv_day_from_ymd (date.year, 1, 1);
  HvDay next_month =
      date.month == 12 ? hv_day_from_ymd (date.year + 1, 1, 1) : hv_day_from_ymd (date.year, date.month + 1, 1);
  date.month_length = next_month - (day - date.month_day + 1);
  date.year_day = day - new_year + 1;
  date.year_length = hv_day_from_ymd (date.year + 1, 1, 1) - new_year;
  return date;
}

/* Whether a number 1 … total is among those named, or none are named. */
static bool
is_named (const HvRuleNumbers *numbers, int number, int total)
{
  for (guint i = 0; i < numbers->n; i++)
    {
      int value = numbers->values[i];
      if (number == (value > 0 ? value : total + 1 + value))
        return true;
    }
  return numbers->n == 0;
}

static bool
is_in_named_week (const HvRuleNumbers *weeks, HvDay day)
{
  HvWeek week = hv_week_of_day (day);
  return is_named (weeks, hv_week_get_number (week), hv_week_count_in_year (hv_week_get_year (week)));
}

/* The nth from the front or from the back, of a month or a year. */
static bool
is_nth (int nth, int day, int length)
{
  if (nth == 0)
    return true;
  int place = nth > 0 ? (day - 1) / 7 + 1 : (length - day) / 7 + 1;
  return place == ABS (nth);
}

static bool
is_named_weekday (const HvCalendarRule *rule, const Date *date)
{
  bool by_year = rule->unit == HV_RULE_YEARLY && rule->months.n == 0;
  int day = by_year ? date->year_day : date->month_day;
  int length = by_year ? date->year_length : date->month_length;

  for (guint i = 0; i < rule->n_weekdays; i++)
    if (rule->weekdays[i].weekday == date->weekday && is_nth (rule->weekdays[i].nth, day, length))
      return true;
  return rule->n_weekdays == 0;
}

static int
divide_down (int number, int by)
{
  return number / by - (number % by < 0);
}

/* The number of the week, counted on from some week long ago. 1970-01-01 was a Thursday. */
static int
count_weeks (HvDay day, int week_start)
{
  return divide_down (day + 3 - (week_start - 1), 7);
}

static bool
is_in_turn (const HvCalendarRule *rule, const Date *start, const Date *date)
{
  int passed = 0;
  switch (rule->unit)
    {
    case HV_RULE_DAILY:
      passed = date->day - start->day;
      break;
    case HV_RULE_WEEKLY:
      passed = count_weeks (date->day, rule->week_start) - count_weeks (start->day, rule->week_start);
      break;
    case HV_RULE_MONTHLY:
      passed = (date->year - start->year) * 12 + date->month - start->month;
      break;
    case HV_RULE_YEARLY:
      passed = rule->weeks.n > 0
                   ? hv_week_get_year (hv_week_of_day (date->day)) - hv_week_get_year (hv_week_of_day (start->day))
                   : date->year - start->year;
      break;
    }
  return passed % rule->interval == 0;
}

/* What the rule leaves unsaid is as on the first day. */
static bool
keeps_what_is_unsaid (const HvCalendarRule *rule, const Date *start, const Date *date)
{
  bool names_days = rule->n_weekdays > 0 || rule->month_days.n > 0 || rule->year_days.n > 0;
  if (names_days || rule->unit == HV_RULE_DAILY)
    return true;
  if (rule->unit == HV_RULE_WEEKLY || rule->weeks.n > 0)
    return date->weekday == start->weekday;
  if (rule->unit == HV_RULE_YEARLY && rule->months.n == 0 && date->month != start->month)
    return false;
  return date->month_day == start->month_day;
}

static bool
is_on (const HvCalendarRule *rule, const Date *start, HvDay day)
{
  Date date = look_at (day);
  return is_in_turn (rule, start, &date) && is_named (&rule->months, date.month, 12)
         && is_named (&rule->month_days, date.month_day, date.month_length)
         && is_named (&rule->year_days, date.year_day, date.year_length)
         && (rule->weeks.n == 0 || is_in_named_week (&rule->weeks, day)) && is_named_weekday (rule, &date)
         && keeps_what_is_unsaid (rule, start, &date);
}

/* The last day on which it may begin at that minute of the day. */
static HvDay
get_last_day (const HvCalendarRule *rule, HvMinute start, HvDay to)
{
  if (rule->until == HV_NONE)
    return to;
  HvDay last = hv_minute_get_day (rule->until);
  if (hv_minute_get_of_day (rule->until) < hv_minute_get_of_day (start))
    last--;
  return MIN (to, last);
}

GArray *
hv_calendar_rule_list_days (const HvCalendarRule *rule, HvMinute start, HvDay from, HvDay to)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (HvDay));
  Date first = look_at (hv_minute_get_day (start));
  HvDay last = get_last_day (rule, start, to);
  gint64 left = rule->count == HV_NONE ? G_MAXINT64 : rule->count;

  /* Only a rule that counts has to be followed from its beginning. */
  HvDay day = rule->count == HV_NONE ? MAX (first.day, from) : first.day;
  for (; day <= last && left > 0; day++)
    {
      if (!is_on (rule, &first, day))
        continue;
      left--;
      if (day >= from)
        g_array_append_val (days, day);
    }
  return days;
}
