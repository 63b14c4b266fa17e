/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-recurrence.h"

#include <string.h>

static const char *const names[] = {
  [HV_REPEAT_EVERY] = "every", [HV_REPEAT_EVEN] = "even", [HV_REPEAT_ODD] = "odd",
  [HV_REPEAT_WEEKS] = "weeks", [HV_REPEAT_NTH] = "nth",
};

bool
hv_repeat_parse (const char *text, HvRepeat *ret_repeat)
{
  if (text == NULL)
    return false;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        *ret_repeat = (HvRepeat)i;
        return true;
      }
  return false;
}

const char *
hv_repeat_get_name (HvRepeat repeat)
{
  g_return_val_if_fail ((gsize)repeat < G_N_ELEMENTS (names), names[HV_REPEAT_EVERY]);
  return names[repeat];
}

bool
hv_recurrence_is_valid (const HvRecurrence *recurrence)
{
  if (recurrence->weekday < 1 || recurrence->weekday > 7)
    return false;
  if (recurrence->until != HV_NONE && recurrence->until < recurrence->from)
    return false;

  switch (recurrence->repeat)
    {
    case HV_REPEAT_EVERY:
    case HV_REPEAT_EVEN:
    case HV_REPEAT_ODD:
      return true;
    case HV_REPEAT_WEEKS:
      return recurrence->n >= 1;
    case HV_REPEAT_NTH:
      return recurrence->n == -1 || (recurrence->n >= 1 && recurrence->n <= 5);
    default:
      return false;
    }
}

static bool
is_within_limits (const HvRecurrence *recurrence, HvWeek week)
{
  return (recurrence->from == HV_NONE || week.monday >= recurrence->from)
         && (recurrence->until == HV_NONE || week.monday <= recurrence->until);
}

static bool
is_nth_week (const HvRecurrence *recurrence, HvDay day)
{
  HvDay weeks = (hv_week_of_day (day).monday - hv_week_of_day (recurrence->since).monday) / 7;
  return day >= recurrence->since && weeks % recurrence->n == 0;
}

static bool
is_nth_of_month (int n, HvDay day)
{
  int year, month, day_of_month, month_of_next;
  hv_day_to_ymd (day + 7, &year, &month_of_next, &day_of_month);
  hv_day_to_ymd (day, &year, &month, &day_of_month);

  return n == -1 ? month_of_next != month : (day_of_month - 1) / 7 + 1 == n;
}

bool
hv_recurrence_is_on (const HvRecurrence *recurrence, HvDay day)
{
  HvWeek week = hv_week_of_day (day);

  if (!hv_recurrence_is_valid (recurrence) || hv_day_get_weekday (day) != recurrence->weekday
      || !is_within_limits (recurrence, week))
    return false;

  switch (recurrence->repeat)
    {
    case HV_REPEAT_EVEN:
      return hv_week_is_even (week);
    case HV_REPEAT_ODD:
      return !hv_week_is_even (week);
    case HV_REPEAT_WEEKS:
      return is_nth_week (recurrence, day);
    case HV_REPEAT_NTH:
      return is_nth_of_month (recurrence->n, day);
    case HV_REPEAT_EVERY:
    default:
      return true;
    }
}

static bool
meets_end_of_year (const HvRecurrence *recurrence, int year, HvDay from, HvDay to)
{
  HvWeek week_53;
  if (!hv_week_from_number (year, 53, &week_53))
    return false;

  HvWeek week_1 = hv_week_add (week_53, 1);
  return hv_week_get_day (week_53, recurrence->weekday) >= from && hv_week_get_day (week_1, recurrence->weekday) <= to
         && is_within_limits (recurrence, week_53) && is_within_limits (recurrence, week_1);
}

bool
hv_recurrence_meets_week_53 (const HvRecurrence *recurrence, HvDay from, HvDay to)
{
  if (!hv_recurrence_is_valid (recurrence)
      || (recurrence->repeat != HV_REPEAT_EVEN && recurrence->repeat != HV_REPEAT_ODD))
    return false;

  int last_year = hv_week_get_year (hv_week_of_day (to));
  for (int year = hv_week_get_year (hv_week_of_day (from)); year <= last_year; year++)
    if (meets_end_of_year (recurrence, year, from, to))
      return true;
  return false;
}
