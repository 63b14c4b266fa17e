/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-expectation.h"

#include "hv-factor-edit.h"
#include "hv-profile.h"

/* --- the forecast --- */

/* Openings of different length are compared by the house's ordinary one: the length
 * that comes up most among its hours, else the first counted. */
static double
find_normal_length (const HvRoster *roster, HvId house, const GArray *counts)
{
  const GPtrArray *hours = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house);
  if (hours->len > 0)
    {
      const HvHours *first = g_ptr_array_index (hours, 0);
      return (double)(first->end - first->start);
    }
  if (counts->len == 0)
    return 0;
  const HvPastCount *first = &g_array_index (counts, HvPastCount, 0);
  return (double)(first->ends - first->starts);
}

static HvForecastDay
make_day (const HvRoster *roster, HvId house, HvSpan span, double normal)
{
  HvDay day = hv_minute_get_day (span.from);
  double length = (double)hv_span_get_minutes (span);
  return (HvForecastDay){ hv_day_get_weekday (day), normal > 0 ? length / normal : 1,
                          hv_factor_find (roster, house, hv_week_of_day (day)) };
}

/* An opening that was special, and that no factor explains, teaches nothing. */
static bool
teaches (const HvPastCount *count, double factor)
{
  return count->special != 1 || factor != 1;
}

static double
find_guess (const HvRoster *roster, HvId house)
{
  const HvHouse *record = hv_roster_find_house (roster, house);
  return record == NULL || record->guess == HV_NONE ? 0 : (double)record->guess / HV_MICRO;
}

HvExpectedVisits
hv_expectation_forecast (const HvRoster *roster, const HvOpening *opening)
{
  g_autoptr (GArray) counts = hv_roster_list_counts (roster, opening->house);
  double normal = find_normal_length (roster, opening->house, counts);
  HvForecast forecast = hv_forecast_init (find_guess (roster, opening->house));
  HvWeek week = { 0 };
  bool begun = false;
  for (guint i = 0; i < counts->len; i++)
    {
      const HvPastCount *count = &g_array_index (counts, HvPastCount, i);
      if (count->starts >= opening->starts)
        break;
      HvWeek its_week = hv_week_of_day (hv_minute_get_day (count->starts));
      for (; !begun || hv_week_compare (week, its_week) < 0; begun = true)
        {
          week = begun ? hv_week_add (week, 1) : its_week;
          hv_forecast_begin_week (&forecast);
        }
      HvForecastDay day = make_day (roster, opening->house, (HvSpan){ count->starts, count->ends }, normal);
      if (teaches (count, day.factor))
        hv_forecast_observe (&forecast, day, (double)count->count);
    }
  HvWeek its_week = hv_week_of_day (hv_opening_get_day (opening));
  int ahead = begun ? (its_week.monday - week.monday) / 7 : 0;
  HvForecastDay day = make_day (roster, opening->house, hv_opening_get_span (opening), normal);
  return (HvExpectedVisits){ .seen = forecast.seen, .visits = hv_forecast_expect (&forecast, day, ahead) };
}

HvExpectedVisits
hv_expectation_find (const HvRoster *roster, const HvOpening *opening)
{
  const HvExpectation *typed = hv_roster_find_expectation (roster, opening->r.id);
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  gint64 number = typed != NULL ? typed->count : HV_NONE;
  if (number == HV_NONE && house->model == HV_MODEL_GUESTS)
    number = opening->guests;
  HvExpectedVisits expected = hv_expectation_forecast (roster, opening);
  if (number == HV_NONE)
    return expected;
  expected.typed = true;
  expected.visits = hv_forecast_expect_typed ((double)number);
  return expected;
}

/* --- the profile --- */

/* Numbers separated by blanks. */
static gsize
parse_numbers (const char *text, double *ret_numbers, gsize most)
{
  gsize n = 0;
  const char *at = text == NULL ? "" : text;
  while (n < most)
    {
      char *end;
      double number = g_ascii_strtod (at, &end);
      if (end == at)
        return n;
      ret_numbers[n++] = number;
      at = end;
    }
  return n;
}

/* Counts per half hour of earlier openings, summed. */
static bool
sum_tallies (const HvRoster *roster, const HvOpening *opening, double *tallies, gsize n)
{
  bool any = false;
  g_autoptr (GArray) counts = hv_roster_list_counts (roster, opening->house);
  for (guint i = 0; i < counts->len; i++)
    {
      const HvPastCount *count = &g_array_index (counts, HvPastCount, i);
      double numbers[HV_PROFILE_MAX_HALF_HOURS];
      if (count->slots == NULL || count->starts >= opening->starts)
        continue;
      gsize found = parse_numbers (count->slots, numbers, n);
      for (gsize j = 0; j < found; j++)
        tallies[j] += numbers[j];
      any |= found > 0;
    }
  return any;
}

GArray *
hv_expectation_find_profile (const HvRoster *roster, const HvOpening *opening)
{
  GArray *profile = g_array_new (FALSE, FALSE, sizeof (double));
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  gsize n = (gsize)MIN (HV_PROFILE_MAX_HALF_HOURS, (opening->ends - opening->starts + 29) / 30);
  double own[HV_PROFILE_MAX_HALF_HOURS] = { 0 };
  double tallies[HV_PROFILE_MAX_HALF_HOURS] = { 0 };
  bool has_own = parse_numbers (house->profile, own, n) > 0;
  bool counted = sum_tallies (roster, opening, tallies, n);
  if (counted)
    {
      double found[HV_PROFILE_MAX_HALF_HOURS];
      hv_profile_find (tallies, has_own ? own : NULL, n, hv_roster_get_door (roster, house), found);
      g_array_append_vals (profile, found, (guint)n);
    }
  else if (has_own)
    g_array_append_vals (profile, own, (guint)n);
  return profile;
}
