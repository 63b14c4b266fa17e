/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-week.h"

#include "hv-factor-edit.h"
#include "hv-span.h"

#include <math.h>

/* --- weeks that lie before the snapshot: only counts are known --- */

static void
add_past_counts (const HvRoster *roster, HvVisitWeek *visits)
{
  g_autoptr (GArray) counts = hv_roster_list_counts (roster, visits->house);
  for (guint i = 0; i < counts->len; i++)
    {
      const HvPastCount *count = &g_array_index (counts, HvPastCount, i);
      HvDay day = hv_minute_get_day (count->starts);
      if (!hv_week_contains (visits->week, day))
        continue;
      if (!visits->open)
        visits->day = day;
      visits->open = true;
      visits->n_openings++;
      visits->counted = (visits->counted == HV_NONE ? 0 : visits->counted) + count->count;
      visits->special |= count->special == 1;
    }
}

/* --- expectations --- */

/* Openings that vary by themselves: their sum varies less than all of them together. */
static void
add_interval (HvVisitWeek *visits, const HvExpected *expected)
{
  double below = hypot (visits->mean - visits->low, expected->mean - expected->low);
  double above = hypot (visits->high - visits->mean, expected->high - expected->mean);
  visits->mean += expected->mean;
  visits->low = (int)lround (visits->mean - below);
  visits->high = (int)lround (visits->mean + above);
}

static void
expect (const HvRoster *roster, HvVisitWeek *visits, const HvOpening *opening, bool first)
{
  HvExpectedVisits expected = hv_expectation_find (roster, opening);
  if (first)
    {
      visits->expected = expected;
      visits->day = hv_opening_get_day (opening);
    }
  add_interval (visits, &expected.visits);
}

static void
read_openings (const HvRoster *roster, HvVisitWeek *visits, const GPtrArray *openings)
{
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed != NULL)
        {
          visits->closed = true;
          continue;
        }
      expect (roster, visits, opening, !visits->open);
      visits->open = true;
      visits->n_openings++;
      const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
      if (visit == NULL)
        continue;
      visits->counted = (visits->counted == HV_NONE ? 0 : visits->counted) + visit->count;
      if (visit->left != HV_NONE)
        visits->left = (visits->left == HV_NONE ? 0 : visits->left) + visit->left;
      visits->special |= visit->special == 1;
    }
  visits->closed &= !visits->open;
}

/* A week that nobody has generated yet: as the hours would make it. */
static void
read_hours (const HvRoster *roster, HvVisitWeek *visits)
{
  const GPtrArray *hours = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, visits->house);
  for (int weekday = 1; weekday <= 7; weekday++)
    for (guint i = 0; i < hours->len; i++)
      {
        const HvHours *record = g_ptr_array_index (hours, i);
        HvDay day = hv_week_get_day (visits->week, weekday);
        HvRecurrence recurrence = hv_hours_get_recurrence (record);
        bool holiday;
        if (!hv_recurrence_is_on (&recurrence, day))
          continue;
        if (hv_roster_find_closing (roster, visits->house, day, &holiday) != NULL)
          {
            visits->closed = true;
            continue;
          }
        g_autoptr (HvOpening) opening = hv_record_new (HV_KIND_OPENING, 1);
        HvSpan span = hv_span_on_day (day, (int)record->start, (int)record->end);
        opening->house = visits->house;
        opening->starts = span.from;
        opening->ends = span.to;
        expect (roster, visits, opening, !visits->open);
        visits->open = true;
        visits->n_openings++;
      }
  visits->closed &= !visits->open;
}

HvVisitWeek
hv_visit_week_find (const HvRoster *roster, HvId house, HvWeek week)
{
  HvVisitWeek visits = { .week = week, .house = house, .counted = HV_NONE, .left = HV_NONE };
  visits.factor = hv_factor_find (roster, house, week);
  if (hv_week_compare (week, hv_roster_get_from (roster)) < 0)
    {
      add_past_counts (roster, &visits);
      if (!visits.open)
        read_hours (roster, &visits);
      return visits;
    }
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, house);
  if (openings->len > 0)
    read_openings (roster, &visits, openings);
  else
    read_hours (roster, &visits);
  return visits;
}
